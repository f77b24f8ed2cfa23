// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series_queries.h"

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
    auto cursor = context.connection.query(u"SELECT id FROM activity INDEXED BY activity_series WHERE series = ? AND "
                                           "deleted_at IS NULL ORDER BY occurrence, id"_s,
                                           {series});
    if (!cursor)
        return cursor.error();
    QList<qint64> ids;
    while (cursor->next())
        ids << cursor->integer(0);
    return ids;
}

} // namespace Kartoteka
