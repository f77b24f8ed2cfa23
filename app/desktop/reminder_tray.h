// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace Kartoteka {

/// The icon of the program in the tray: how many activities wait, and a menu with the next ones.
class ReminderTray final : public QObject
{
    Q_OBJECT
public:
    /// A line of the menu.
    struct Coming
    {
        QString text;
        QString file; ///< path
        qint64 type = 0;
        qint64 item = 0; ///< 0: it has none
    };

    explicit ReminderTray(QObject *parent = nullptr);

    QSystemTrayIcon &icon() { return m_icon; }
    QMenu &menu() { return m_menu; }
    /// Red ones first: @p red are near or late, @p green wait for an answer.
    void setNumbers(int red, int green);
    void setComing(const QList<Coming> &coming);
    /// What keeps the program from reminding; empty: nothing does.
    void setProblem(const QString &problem);

signals:
    void openWanted();
    void chosen(const Kartoteka::ReminderTray::Coming &coming);
    void quitWanted();

private:
    void fillMenu();
    void showNumbers();

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QList<Coming> m_coming;
    int m_red = 0;
    int m_green = 0;
    QString m_problem;
};

} // namespace Kartoteka
