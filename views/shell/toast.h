// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Kartoteka {

/// A short message at the bottom left of its parent, for six seconds, with Undo where there is something to undo.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *parent);
    void show(const QString &text, bool undoable);
    QString text() const;

signals:
    void undoWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    QLabel *m_text;
    QPushButton *m_undo;
    QTimer m_timer;
};

} // namespace Kartoteka
