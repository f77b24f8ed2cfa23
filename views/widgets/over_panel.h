// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace Kartoteka {

/// A part of the page that lies over it, with a shadow: Tab goes round in it, Esc and a click beside it shut it.
class OverPanel : public QFrame
{
    Q_OBJECT
public:
    explicit OverPanel(QWidget *parent);

    /// Room around the panel for its shadow; part of its size.
    static constexpr int shadow = 16;

    /// The object name of the button that opens it: a click on that one shuts it, and no more.
    void setOpener(const QString &name) { m_opener = name; }
    /// Shows it in a room of its parent.
    void showIn(const QRect &room);

signals:
    void closed();

protected:
    /// Whether something was typed in it that would be lost.
    virtual bool hasUnsaved() const { return false; }
    /// Shuts it as Esc and a click beside it do. One that has something unsaved asks first.
    virtual void leave() { hide(); }
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    /// Where it is seen.
    QRect box() const { return rect().adjusted(shadow, shadow, -shadow, -shadow); }

private:
    QString m_opener;
};

} // namespace Kartoteka
