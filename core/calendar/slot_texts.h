// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/activity_span.h"
#include "core/store/change/change_set.h"

#include <QList>

namespace Kartoteka {

class Schema;

/// Free times as they are written to somebody: a line for each day, "Tue 3 March: 10:00–12:30, 15:00–18:00", and the time zone behind
/// the last. In the language of the program, in the time zone of the computer.
QString slotsText(const QList<TimeSpan> &spans);
/// The same as a list for a letter.
QString slotsHtml(const QList<TimeSpan> &spans);
/// "Tue 3 March", with the year where it is another one than @p today's.
QString slotDayText(const QDate &day, const QDate &today);

/// Who and what is held, and until when.
struct Hold
{
    QString title;
    QList<qint64> people;    ///< the first is responsible
    QList<qint64> resources; ///< …
    qint64 until = 0;        ///< UTC ms: then the times are free again, without anybody doing anything
    ItemRef item = {};       ///< for which they are held; null: none
};

/// An activity for each time, tentative until then. Refused without times, where some of them
/// overlap, so that each would refuse the next, and where the end of the hold has passed.
Result<ChangeSet> planHold(const Schema &schema, const QList<TimeSpan> &spans, const Hold &hold, qint64 now);

} // namespace Kartoteka
