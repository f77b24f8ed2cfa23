// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/activity_numbers.h"

#include "core/store/kept/search_index.h"
#include "core/store/record/schema_reader.h"

namespace Kartoteka {

namespace {

/// Also of what is gone: numbers do not depend on what another seat has heard of.
Result<void> giveNumbers(Connection &connection, qint64 typeId)
{
    const QStringList statements{
        u"CREATE TEMP TABLE activity_made AS SELECT j.record AS id, j.origin AS origin, json_extract(j.patch, '$.number') AS said, "
        "row_number() OVER (PARTITION BY j.origin ORDER BY j.sequence) AS number, row_number() OVER "
        "(PARTITION BY j.record ORDER BY j.clock DESC, r.uid DESC) AS place "
        "FROM journal j JOIN replica r ON r.id = j.origin WHERE j.entity = 'activity' AND j.operation = 'create'"_s,
        u"CREATE INDEX temp.activity_made_id ON activity_made (id) WHERE place = 1"_s,
        // One that a seat made which had updated before has its number.
        u"UPDATE activity SET number = (SELECT coalesce(nullif(m.said, ''), iif(r.seat_code = '', '', r.seat_code || '-') "
        "|| m.number) FROM activity_made m JOIN replica r ON r.id = m.origin WHERE m.id = activity.id AND m.place = 1)"_s,
        // Of those with one number the one that was made first keeps it (core/store/commit/unique_numbers.h).
        u"UPDATE activity SET number = number || '-' || substr(hex(uid), -4) WHERE id IN (SELECT id FROM (SELECT id, row_number() "
        "OVER (PARTITION BY number ORDER BY uid) AS place FROM activity WHERE number IS NOT NULL) WHERE place > 1)"_s,
        u"INSERT OR REPLACE INTO number_counter (entity_type, last) SELECT %1, coalesce(max(m.number), 0) FROM activity_made m "
        "JOIN replica r ON r.id = m.origin WHERE r.is_self = 1"_s.arg(typeId),
        u"DROP TABLE temp.activity_made"_s};
    for (const QString &statement : statements) {
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> numberActivities(Connection &connection)
{
    auto schema = readSchema(connection);
    if (!schema)
        return schema.error();
    const EntityType *type = (*schema)->type(u"activity"_s);
    if (auto done = giveNumbers(connection, type->id); !done)
        return done;
    return fillSearchIndex(connection, **schema, *Catalog(**schema).table(type->code));
}

} // namespace Kartoteka
