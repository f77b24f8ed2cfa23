// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QAction;

namespace Kartoteka {

class MainWindow;
class SettingsWindow;

/// Opens the settings of a window: those of its file where one is open, and those of this computer.
class SettingsDesk final : public QObject
{
    Q_OBJECT
public:
    explicit SettingsDesk(MainWindow &window);

    void open(const QString &page = {}, const QString &entry = {});
    void close();
    /// The page that is open; empty: none.
    QString page() const;
    /// The setting that has the focus there; empty: none.
    QString entry() const;
    /// One for each page and setting, for the palette.
    QList<QAction *> acts();

private:
    void make();

    MainWindow &m_window;
    QPointer<SettingsWindow> m_settings;
    QList<QAction *> m_acts;
};

} // namespace Kartoteka
