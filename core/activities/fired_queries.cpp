// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/fired_queries.h"

#include "core/store/kept/reminder_due.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qint64 minuteMs = 60'000;

} // namespace

Result<QList<FiredReminder>> firedReminders(const ReadContext &context, const ItemRef &item, qint64 after, qint64 until)
{
    QList<FiredReminder> fired;
    for (const QString &which :
         {u"INDEXED BY activity_link_plan CROSS JOIN activity a ON a.id = l.activity WHERE l.done = 0"_s,
          u"INDEXED BY activity_link_past CROSS JOIN activity a ON a.id = l.activity WHERE l.done = 1"_s}) {
        // An activity is lit from its first reminder on: those of later ones are passed over in the table of links.
        auto cursor = context.connection.query(
            u"SELECT a.id, a.title, l.deadline, a.reminders, a.created_at, a.done_at, a.responsible FROM activity_link l "_s
                + which + u" AND l.item_type = ? AND l.item = ? AND l.deadline > ? AND l.deadline <= ? AND l.lit_at <= ?"_s,
            {item.type, item.id, after, until + longestReminder * minuteMs, until});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            const qint64 deadline = cursor->integer(2);
            const qint64 doneAt = cursor->isNull(5) ? until + 1 : cursor->integer(5);
            const QStringList offsets = cursor->text(3).split(u',', Qt::SkipEmptyParts);
            for (const QString &offset : offsets) {
                const qint64 at = deadline - offset.toLongLong() * minuteMs;
                if (at > after && at <= until && at < doneAt && at >= cursor->integer(4))
                    fired.append({at, cursor->integer(0), cursor->text(1), deadline, cursor->integer(6)});
            }
        }
    }
    std::ranges::sort(fired, std::ranges::greater(),
                      [](const FiredReminder &one) { return std::pair(one.at, one.activity); });
    return fired;
}

} // namespace Kartoteka
