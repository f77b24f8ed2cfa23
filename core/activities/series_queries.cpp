// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series_queries.h"

#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

Result<QHash<QString, QString>> seriesExceptions(const ReadContext &context, const QStringList &series)
{
    auto cursor = context.connection.query(u"SELECT series, occurrence, kind FROM series_exception WHERE deleted_at IS NULL "
                                           "AND series IN (SELECT value FROM json_each(?))"_s,
                                           {textList(series)});
    if (!cursor)
        return cursor.error();
    QHash<QString, QString> kinds;
    while (cursor->next())
        kinds.insert(cursor->text(0) + u'/' + cursor->text(1), cursor->text(2));
    return kinds;
}

Result<QList<qint64>> activitiesOfSeries(const ReadContext &context, const QString &series)
{
    return readIds(context,
                   u"SELECT id FROM activity INDEXED BY activity_series WHERE series = ? AND deleted_at IS NULL "
                   "ORDER BY occurrence, id"_s,
                   {series});
}

Result<QList<OpenOccurrence>> openOfSeries(const ReadContext &context, const QString &series, const QString &after)
{
    auto cursor = context.connection.query(u"SELECT id, occurrence, deadline FROM activity INDEXED BY activity_series WHERE "
                                           "series = ? AND occurrence > ? AND deleted_at IS NULL AND done IS NOT 1 AND "
                                           "recurrence IS NOT NULL ORDER BY occurrence, id"_s,
                                           {series, after.isNull() ? u""_s : after});
    if (!cursor)
        return cursor.error();
    QList<OpenOccurrence> open;
    while (cursor->next())
        open.append({cursor->integer(0), cursor->text(1), cursor->integer(2)});
    return open;
}

Result<QList<LastOccurrence>> lastOccurrences(const ReadContext &context)
{
    // Of a group SQLite takes the other columns from the row that has the maximum.
    auto cursor = context.connection.query(
        u"SELECT id, max(occurrence), recurrence, time_zone, reminders, count(*) FROM activity INDEXED BY activity_repeats "
        "WHERE recurrence IS NOT NULL AND done IS NOT 1 AND deleted_at IS NULL AND series IS NOT NULL AND "
        "repeat_when_done IS NOT 1 GROUP BY series"_s,
        {});
    if (!cursor)
        return cursor.error();
    QList<LastOccurrence> last;
    while (cursor->next())
        last.append({cursor->integer(0), cursor->text(1), cursor->text(2), cursor->text(3), cursor->text(4),
                     int(cursor->integer(5))});
    return last;
}

Result<QList<qint64>> madeAfterTheEnd(const ReadContext &context)
{
    // What is worked out of the series has an identity of version 5 (core/base/uid.h).
    return readIds(
        context,
        u"SELECT a.id FROM activity a INDEXED BY activity_repeats WHERE a.recurrence IS NOT NULL AND a.done IS NOT 1 AND "
        "a.deleted_at IS NULL AND a.series IS NOT NULL AND a.created_at = a.modified_at AND "
        "substr(hex(a.uid), 13, 1) = '5' AND EXISTS (SELECT 1 FROM series_exception e WHERE e.series = a.series AND "
        "e.occurrence <= a.occurrence AND e.kind = 'ended' AND e.deleted_at IS NULL)"_s,
        {});
}

Result<QList<qint64>> doneBeforeItWentOn(const ReadContext &context)
{
    // A series that goes on by another rule has an identity of version 5 too, and begins with the one that was changed.
    return readIds(
        context,
        u"SELECT a.id FROM activity a INDEXED BY activity_series WHERE a.series IS NOT NULL AND a.deleted_at IS NULL "
        "AND substr(a.series, 13, 1) = '5' AND a.done = 1 AND a.recurrence IS NOT NULL AND NOT EXISTS (SELECT 1 "
        "FROM activity b INDEXED BY activity_series WHERE b.series = a.series AND b.deleted_at IS NULL AND "
        "b.id <> a.id)"_s,
        {});
}

} // namespace Kartoteka
