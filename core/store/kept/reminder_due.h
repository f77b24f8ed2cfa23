// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <QSet>

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
    Connection &m_connection;
    QSet<qint64> m_changed;
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
