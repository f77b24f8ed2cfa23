// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/definition_keeper.h"

#include "core/store/commit/transaction.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

void DefinitionKeeper::noteRow(const RecordTable &table, const QJsonObject &patch)
{
    m_definitionsGone = m_definitionsGone || (table.definesSchema && patch.contains(u"deleted_at"_s));
}

void DefinitionKeeper::noteRecord(const MergeTarget &target)
{
    if (const int at = target.table.stageColumn; at >= 0)
        m_stages.insert(target.after[at].toLongLong());
    if (target.table.code == u"stage" && target.after.value(target.table.indexOf(u"deleted_at"_s)).isValid())
        m_stages.insert(target.id);
}

Result<void> DefinitionKeeper::keep()
{
    if (auto done = keepStages(); !done)
        return done;
    return m_definitionsGone ? keepLastOfEach() : Result<void>();
}

Result<void> DefinitionKeeper::bringBack(const QString &table, qint64 id)
{
    Change change;
    change.table = table;
    change.id = id;
    change.values = {{u"deleted_at"_s, {}}};
    change.verbatim = true;
    return m_transaction.apply(change);
}

Result<void> DefinitionKeeper::keepStages()
{
    Connection &connection = m_transaction.connection();
    for (const qint64 stage : std::as_const(m_stages)) {
        qint64 pipeline = 0;
        bool pipelineDeleted = false;
        bool deleted = false;
        QString table;
        {
            auto cursor = connection.query(
                u"SELECT s.deleted_at, p.id, p.deleted_at, t.table_name FROM stage s JOIN pipeline p "
                "ON p.id = s.pipeline JOIN entity_type t ON t.id = p.entity_type WHERE s.id = ?"_s,
                {stage});
            if (!cursor)
                return cursor.error();
            if (!cursor->next())
                continue;
            deleted = !cursor->isNull(0);
            pipeline = cursor->integer(1);
            pipelineDeleted = !cursor->isNull(2);
            table = cursor->text(3);
        }
        if (!deleted && !pipelineDeleted)
            continue;
        auto used = connection.scalar(
            u"SELECT 1 FROM %1 WHERE stage = ? AND deleted_at IS NULL LIMIT 1"_s.arg(sqlName(table)), {stage});
        if (!used)
            return used.error();
        if (!used->isValid())
            continue;
        // Somebody moved an item into it without knowing that it was gone.
        ++m_report.revived;
        auto done = deleted ? bringBack(u"stage"_s, stage) : Result<void>();
        if (done && pipelineDeleted)
            done = bringBack(u"pipeline"_s, pipeline);
        if (!done)
            return done;
    }
    return {};
}

/// Two may each have done away with one of the last two: a type needs a pipeline, a pipeline its stages, an office a person.
Result<void> DefinitionKeeper::keepLastOfEach()
{
    const QList<QPair<QString, QString>> rules{
        {u"pipeline"_s,
         u"SELECT (SELECT p.id FROM pipeline p WHERE p.entity_type = t.id ORDER BY p.is_default DESC, p.uid LIMIT 1) "
         "FROM entity_type t WHERE t.has_stages = 1 AND t.deleted_at IS NULL AND NOT EXISTS "
         "(SELECT 1 FROM pipeline p WHERE p.entity_type = t.id AND p.deleted_at IS NULL)"_s},
        {u"stage"_s,
         u"SELECT (SELECT s.id FROM stage s WHERE s.pipeline = p.id AND s.stage_group = g.stage_group ORDER BY s.uid LIMIT 1) "
         "FROM pipeline p JOIN (SELECT DISTINCT pipeline, stage_group FROM stage) g ON g.pipeline = p.id "
         "WHERE p.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM stage s WHERE s.pipeline = p.id "
         "AND s.stage_group = g.stage_group AND s.deleted_at IS NULL)"_s},
        {u"user"_s,
         u"SELECT id FROM user_account WHERE NOT EXISTS (SELECT 1 FROM user_account WHERE deleted_at IS NULL) "
         "ORDER BY uid LIMIT 1"_s}};
    for (const auto &[table, sql] : rules) {
        QList<qint64> ids;
        {
            auto c = m_transaction.connection().query(sql);
            if (!c)
                return c.error();
            while (c->next())
                ids << c->integer(0);
        }
        for (const qint64 id : std::as_const(ids)) {
            if (id == 0)
                continue;
            ++m_report.revived;
            if (auto done = bringBack(table, id); !done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
