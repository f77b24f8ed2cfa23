// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/fired_queries.h"

#include "core/base/durations.h"
#include "core/store/kept/reminder_due.h"

#include <algorithm>
#include <array>

namespace Kartoteka {

namespace {} // namespace

Result<QList<FiredReminder>> firedReminders(const ReadContext &context, const ItemRef &item, qint64 after, qint64 until)
{
    struct Range
    {
        QString index;
        QString which;
        qint64 from;
        qint64 to;
    };
    // What is due within a day after the last reminder, and what reminds earlier than a day before: few do.
    const std::array ranges{Range{u"plan"_s, u"l.done = 0"_s, after, until + dayMs},
                            Range{u"past"_s, u"l.done = 1"_s, after, until + dayMs},
                            Range{u"early"_s, u"l.deadline - l.lit_at > %1"_s.arg(dayMs), qMax(after, until + dayMs),
                                  until + longestReminder * minuteMs}};
    QList<FiredReminder> fired;
    for (const Range &range : ranges) {
        // An activity is lit from its first reminder on: those of later ones are passed over in the table of links.
        auto cursor = context.connection.query(
            u"SELECT a.id, a.title, l.deadline, a.reminders, a.created_at, a.done_at, a.responsible FROM activity_link l "
            "INDEXED BY activity_link_%1 CROSS JOIN activity a ON a.id = l.activity WHERE %2 AND l.item_type = ? AND "
            "l.item = ? AND l.deadline > ? AND l.deadline <= ? AND l.lit_at <= ?"_s.arg(range.index, range.which),
            {item.type, item.id, range.from, range.to, until});
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
