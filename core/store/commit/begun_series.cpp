// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/begun_series.h"

#include "core/base/uid.h"
#include "core/schema/activity_codes.h"
#include "core/schema/repeat_rule.h"

namespace Kartoteka {

namespace {

/// What the row wrote; what a series makes begins none.
QString written(const WrittenRow &row, const QString &column)
{
    if (row.operation == u"create")
        return row.uid.version() == QUuid::Sha1 ? QString() : row.patch[column].toString();
    const QJsonValue change = row.patch[column];
    return row.operation == u"update" && change[0] != change[1] ? change[1].toString() : QString();
}

} // namespace

Result<QList<Change>> endOfBegunSeries(Connection &connection, const RecordTable &table, const WrittenRow &row, qint64 now)
{
    ChangeSet changes;
    const QString series = table.code == u"activity" ? written(row, Codes::series) : QString();
    const QString occurrence = series.isEmpty() ? QString() : written(row, Codes::occurrence);
    if (occurrence.isEmpty())
        return changes.changes;
    auto made = connection.query(
        u"SELECT id FROM activity INDEXED BY activity_series WHERE series = ? AND deleted_at IS NULL "
        "AND done IS NOT 1 AND created_at = modified_at AND id <> ?"_s,
        {series, row.record});
    if (!made)
        return made.error();
    while (made->next())
        changes.update(table.code, made->integer(0), {{u"deleted_at"_s, now}});
    changes.create(Codes::seriesException,
                   {{Codes::series, series}, {Codes::occurrence, occurrence}, {u"kind"_s, u"ended"_s}},
                   derivedUid(Codes::seriesException, series + u'/' + occurrence));
    for (Change &change : changes.changes)
        change.verbatim = true;
    return changes.changes;
}

} // namespace Kartoteka
