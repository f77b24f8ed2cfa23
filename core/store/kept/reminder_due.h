// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Kartoteka {

/// Keeps reminder_due: when which reminder of an open activity is due, and whose it is: of who is responsible, and where the kind of
/// the activity says so of those who take part. What a desk remembers of an activity
/// goes with the activity.
class ReminderDue final : public DerivedTable
{
public:
    explicit ReminderDue(Connection &connection) : m_connection(connection) {}

    Result<void> note(const NotedChange &change) override;
    Result<void> write() override;

private:
    /// What an activity reminds of, and whom.
    struct Reminders
    {
        qint64 person = 0;
        qint64 deadline = 0; ///< UTC ms
        QList<qint64> offsets;
        bool others = false; ///< people take part: whether they are reminded its kind says
        bool isNew = false;  ///< it was not there before this transaction: nothing is kept of it
    };
    static std::optional<Reminders> remindersOf(const NotedChange &change);
    Result<void> insert(qint64 activity, const Reminders &reminders);

    Connection &m_connection;
    QHash<qint64, std::optional<Reminders>> m_changed; ///< nothing: it reminds of nothing
    QSet<qint64> m_erased;
    bool m_isAnotherRule = false; ///< a kind reminds those who take part, or does so no more
};

/// A year, in minutes: the farthest that anybody is reminded.
constexpr int longestReminder = 366 * 24 * 60;
/// Characters that the offsets of one activity take at most.
constexpr int longestReminders = 400;

/// SQL for the rows of reminder_due: of the activity whose id is bound twice, else of all.
QString remindersDue(bool ofOne);

/// Works out all of them, which older files do not keep.
Result<void> readRemindersDue(Connection &connection);

} // namespace Kartoteka
