// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tunnel_queries.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<QList<Arrival>> arrivalsIn(const ReadContext &context, const RecordTable &table, const QList<qint64> &stages,
                                  const QList<qint64> &ids)
{
    auto cursor = context.connection.query(
        u"SELECT x.id, x.stage, x.entry, a.kind FROM (SELECT t.id AS id, t.%2 AS stage, count(*) AS entry, "
        "max(v.journal) AS journal FROM json_each(?) i CROSS JOIN %1 t ON t.id = i.value CROSS JOIN stage_visit v "
        "ON v.item_type = ? AND v.item = t.id AND v.stage = t.%2 WHERE t.deleted_at IS NULL "
        "AND t.%2 IN (SELECT value FROM json_each(?)) GROUP BY t.id) x CROSS JOIN journal j ON j.id = x.journal "
        "CROSS JOIN act a ON a.id = j.act ORDER BY x.id"_s.arg(sqlName(table.name),
                                                               sqlName(table.columns[table.stageColumn].code)),
        {idList(ids), table.typeId, idList(stages)});
    if (!cursor)
        return cursor.error();
    QList<Arrival> arrivals;
    while (cursor->next())
        arrivals.append({cursor->integer(0), cursor->integer(1), int(cursor->integer(2)), cursor->text(3)});
    return arrivals;
}

Result<QList<qint64>> recordsOfAct(const ReadContext &context, const RecordTable &table, const QUuid &act)
{
    return readIds(
        context,
        u"SELECT DISTINCT j.record FROM act a CROSS JOIN journal j ON j.act = a.id WHERE a.uid = ? AND j.entity = ? "
        "ORDER BY j.record"_s,
        {uidBytes(act), table.entity});
}

} // namespace Kartoteka
