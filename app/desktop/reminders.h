// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/reminder_tray.h"
#include "core/base/result.h"
#include "core/schema/value.h"

#include <QUuid>

#include <memory>
#include <vector>

namespace Kartoteka {

class Bubbles;
class ReminderDesk;
class Store;
class TaskbarBadge;

/// Reminds of what is due in every open file, with whatever the desktop offers: its notifications, the tray.
class Reminders final : public QObject
{
    Q_OBJECT
public:
    explicit Reminders(QObject *parent = nullptr);
    ~Reminders() override;

    /// Reminds of a file for as long as its store lives. A window that only reads leaves that to the one that writes while
    /// that is there and reminds the same person.
    void watch(Store &store);
    /// Null where the desktop has none.
    ReminderTray *tray() const { return m_tray.get(); }
    /// Whether anything is due in any file, or will be.
    bool hasAny() const;
    /// That of an open file; null when there is none.
    ReminderDesk *desk(const QString &path) const;

signals:
    /// Somebody wants to see an item; null: the file.
    void openWanted(const QString &file, const Kartoteka::ItemRef &item);
    void windowWanted();
    void quitWanted();
    /// Nobody is reminded of what is in a file until it is opened anew.
    void stopped(const QString &file);

private:
    void makeTray();
    /// A file of which nobody is reminded.
    struct Stopped
    {
        QString file;
        QUuid replica; ///< which it is, wherever it stands
        bool forGood;  ///< until it is opened anew
    };
    /// Also to whoever has no window open.
    void tellStopped(const Stopped &one, const Error &why);
    void takeBackStopped(const Stopped &one);
    void showStopped();
    void open();
    void begin(Store &store);
    std::unique_ptr<Bubbles> makeBubbles();
    void showOutlook();
    void noteOffers();

    std::unique_ptr<ReminderTray> m_tray;
#ifdef KARTOTEKA_DBUS
    std::unique_ptr<TaskbarBadge> m_badge;
#endif
    std::unique_ptr<Bubbles> m_bubbles; ///< of no file; null where the desktop has none
    std::vector<std::unique_ptr<ReminderDesk>> m_desks;
    QList<Stopped> m_stopped; ///< the last one is told in the tray
};

} // namespace Kartoteka
