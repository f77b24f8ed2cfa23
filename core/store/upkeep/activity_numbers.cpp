// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/activity_numbers.h"

#include "core/base/uid.h"
#include "core/store/kept/search_index.h"
#include "core/store/record/schema_reader.h"
#include "core/store/replica/clock_corrections.h"

#include <utility>

namespace Kartoteka {

namespace {

Result<void> runAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// What several seats made under one identity is the last one's, by the clocks that merging goes by.
Result<void> correctClocks(Connection &connection)
{
    const auto corrections = ClockCorrections::read(connection);
    if (!corrections)
        return corrections.error();
    if (corrections->isEmpty())
        return {};
    QList<std::pair<qint64, qint64>> corrected; // row, clock
    {
        auto cursor = connection.query(u"SELECT m.rowid, r.uid, m.sequence, m.clock FROM activity_made m JOIN replica r "
                                       "ON r.id = m.origin WHERE m.id IN (SELECT id FROM activity_made GROUP BY id "
                                       "HAVING count(*) > 1)"_s);
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            const qint64 own = cursor->integer(3);
            const qint64 clock = corrections->clockOf(uidFromBytes(cursor->bytes(1)), cursor->integer(2), own);
            if (clock != own)
                corrected.append({cursor->integer(0), clock});
        }
    }
    for (const auto &[row, clock] : std::as_const(corrected)) {
        if (auto done = connection.run(u"UPDATE activity_made SET clock = ? WHERE rowid = ?"_s, {clock, row}); !done)
            return done;
    }
    return {};
}

/// Also of what is gone: numbers do not depend on what another seat has heard of.
Result<void> giveNumbers(Connection &connection, qint64 typeId)
{
    auto done = runAll(
        connection,
        {u"CREATE TEMP TABLE activity_made AS SELECT j.record AS id, j.origin AS origin, j.sequence AS sequence, j.clock AS clock, "
         "json_extract(j.patch, '$.number') AS said, row_number() OVER (PARTITION BY j.origin ORDER BY j.sequence) AS number "
         "FROM journal j WHERE j.entity = 'activity' AND j.operation = 'create'"_s,
         u"CREATE INDEX temp.activity_made_id ON activity_made (id)"_s});
    if (done)
        done = correctClocks(connection);
    return !done
        ? done
        : runAll(
            connection,
            {// One that a seat made which had updated before has its number.
             u"UPDATE activity SET number = (SELECT coalesce(nullif(m.said, ''), iif(r.seat_code = '', '', r.seat_code || '-') "
             "|| m.number) FROM activity_made m JOIN replica r ON r.id = m.origin WHERE m.id = activity.id "
             "ORDER BY m.clock DESC, r.uid DESC LIMIT 1)"_s,
             // Of those with one number the one that was made first keeps it (core/store/commit/unique_numbers.h).
             u"UPDATE activity SET number = number || '-' || substr(hex(uid), -4) WHERE id IN (SELECT id FROM (SELECT id, "
             "row_number() OVER (PARTITION BY number ORDER BY uid) AS place FROM activity WHERE number IS NOT NULL) "
             "WHERE place > 1)"_s,
             u"INSERT OR REPLACE INTO number_counter (entity_type, last) SELECT %1, coalesce(max(m.number), 0) "
             "FROM activity_made m JOIN replica r ON r.id = m.origin WHERE r.is_self = 1"_s.arg(typeId),
             u"DROP TABLE temp.activity_made"_s});
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
