// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/reminder_due.h"

#include "core/base/durations.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

Result<void> ReminderDue::note(const NotedChange &change)
{
    if (change.table.code == Codes::activityKind) {
        const int reminds = change.table.indexOf(u"reminds_participants"_s);
        const int deleted = change.table.indexOf(u"deleted_at"_s);
        const auto isOn = [&](const Row &row) { return !row.isEmpty() && row[reminds].toBool() && !row[deleted].isValid(); };
        m_isAnotherRule = m_isAnotherRule || isOn(change.before) != isOn(change.after);
        return {};
    }
    if (change.table.code != u"activity")
        return {};
    if (change.after.isEmpty())
        m_erased.insert(change.id);
    static const QStringList decisive{Codes::responsible, Codes::deadline,     u"done"_s,  u"reminders"_s,
                                      u"deleted_at"_s,    Codes::participants, Codes::kind};
    const bool isOther = change.before.isEmpty() || change.after.isEmpty()
        || std::ranges::any_of(decisive, [&](const QString &column) {
                             const int at = change.table.indexOf(column);
                             return change.before[at] != change.after[at];
                         });
    if (isOther) {
        const auto known = m_changed.constFind(change.id);
        const bool isNew = known == m_changed.cend() ? change.before.isEmpty() : *known && (*known)->isNew;
        auto reminders = remindersOf(change);
        if (reminders)
            reminders->isNew = isNew;
        m_changed.insert(change.id, reminders);
    }
    return {};
}

std::optional<ReminderDue::Reminders> ReminderDue::remindersOf(const NotedChange &change)
{
    const auto value = [&](const QString &code) { return change.after.value(change.table.indexOf(code)); };
    if (change.after.isEmpty() || value(u"deleted_at"_s).isValid() || value(u"done"_s).toBool()
        || !value(Codes::deadline).isValid() || !value(u"reminders"_s).isValid())
        return std::nullopt;
    Reminders reminders{.person = value(Codes::responsible).toLongLong(),
                        .deadline = value(Codes::deadline).toLongLong(),
                        .offsets = {},
                        .others = !value(Codes::participants).value<Members>().isEmpty()};
    const QStringList texts = value(u"reminders"_s).toString().split(u',');
    for (const QString &text : texts) {
        QStringView digits(text);
        while (digits.startsWith(u' '))
            digits = digits.mid(1);
        while (digits.endsWith(u' '))
            digits.chop(1);
        const bool isNumber = !digits.isEmpty() && digits.size() <= 6
            && std::ranges::all_of(digits, [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
        if (const qint64 offset = digits.toLongLong();
            isNumber && offset <= longestReminder && !reminders.offsets.contains(offset))
            reminders.offsets << offset;
    }
    return reminders;
}

/// As the statement has it that says it of all (remindersDue()), which is asked where others may be reminded.
Result<void> ReminderDue::insert(qint64 activity, const Reminders &reminders)
{
    const QString into = u"INSERT INTO reminder_due (person, at, activity, offset) "_s;
    if (reminders.others)
        return m_connection.run(into + remindersDue(true), {activity, activity});
    for (const qint64 offset : reminders.person == 0 ? QList<qint64>() : reminders.offsets) {
        auto done = m_connection.run(into + u"VALUES (?, ?, ?, ?)"_s,
                                     {reminders.person, reminders.deadline - offset * minuteMs, activity, offset});
        if (!done)
            return done;
    }
    return {};
}

Result<void> ReminderDue::write()
{
    if (std::exchange(m_isAnotherRule, false)) {
        if (auto done = readRemindersDue(m_connection); !done)
            return done;
        m_changed.clear();
    }
    for (auto it = m_changed.cbegin(); it != m_changed.cend(); ++it) {
        const bool hasNone = *it && (*it)->isNew;
        auto done = hasNone ? Result<void>()
                            : m_connection.run(u"DELETE FROM reminder_due WHERE activity = ?"_s, {it.key()});
        if (done && *it)
            done = insert(it.key(), **it);
        if (!done)
            return done;
    }
    // Its row id may be another activity's one day.
    for (const qint64 activity : std::as_const(m_erased)) {
        for (const QString &sql :
             {u"DELETE FROM reminder_done WHERE activity = ?"_s, u"DELETE FROM reminder_snooze WHERE activity = ?"_s}) {
            if (auto done = m_connection.run(sql, {activity}); !done)
                return done;
        }
    }
    m_changed.clear();
    m_erased.clear();
    return {};
}

QString remindersDue(bool ofOne)
{
    // Offsets are written with commas between them; what is no number, or one beyond a year, reminds of nothing.
    const QString offsets =
        u"json_each('[' || replace(json_quote(a.reminders), ',', '\",\"') || ']') o WHERE %1a.deleted_at IS NULL "
        "AND coalesce(a.done, 0) = 0 AND a.deadline IS NOT NULL AND a.reminders IS NOT NULL "
        "AND length(trim(o.value)) BETWEEN 1 AND 6 AND trim(o.value) NOT GLOB '*[^0-9]*' "
        "AND CAST(trim(o.value) AS INTEGER) <= %2 "_s.arg(ofOne ? u"a.id = ? AND "_s : QString(),
                                                          QString::number(longestReminder));
    const QString due = u"a.deadline - CAST(trim(o.value) AS INTEGER) * 60000, a.id, CAST(trim(o.value) AS INTEGER)"_s;
    return u"SELECT a.responsible, %1 FROM activity a, %2AND a.responsible IS NOT NULL "
           "UNION SELECT m.ref, %1 FROM activity_kind k CROSS JOIN activity a ON a.kind = k.value AND k.deleted_at IS NULL "
           "AND k.reminds_participants = 1 CROSS JOIN multi_value m INDEXED BY multi_value_item ON m.entity_type = "
           "(SELECT id FROM entity_type WHERE code = 'activity') AND m.item = a.id AND m.field = (SELECT id FROM field "
           "WHERE uid = CAST('sys-field-008303' AS BLOB)) CROSS JOIN %2AND m.ref IS NOT NULL"_s.arg(due, offsets);
}

Result<void> readRemindersDue(Connection &connection)
{
    if (auto done = connection.run(u"DELETE FROM reminder_due"_s); !done)
        return done;
    return connection.run(u"INSERT INTO reminder_due (person, at, activity, offset) "_s + remindersDue(false));
}

} // namespace Kartoteka
