// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"

#include <QPointer>
#include <QPropertyAnimation>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Kartoteka {

/// A short message at the bottom left of its parent, for six seconds, with Undo where there is something to undo: longer then,
/// and as long as the pointer or the focus rests on it. F6 leads to its Undo.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *parent);
    void show(const QString &text, bool undoable);
    QString text() const;
    /// Where it stands in its parent once it has risen.
    QRect home() const { return {place(), size()}; }
    static KeyGroup keys();

signals:
    void undoWanted();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPoint place() const;
    void rest(bool stays);
    void takeFocus();
    QLabel *m_text;
    QPushButton *m_undo;
    QTimer m_timer;
    QPropertyAnimation m_rise;
    QPointer<QWidget> m_before; ///< what had the focus
};

} // namespace Kartoteka
