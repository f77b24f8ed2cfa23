// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/definition_keeper.h"

#include "core/schema/codes.h"
#include "core/store/commit/transaction.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

void DefinitionKeeper::noteRow(const RecordTable &table, const QJsonObject &patch)
{
    const bool mayBeGone = table.definesSchema && patch.contains(u"deleted_at"_s);
    m_definitionsGone = m_definitionsGone || mayBeGone;
    m_peopleOff = m_peopleOff || (table.code == u"user" && (mayBeGone || patch.contains(u"active"_s)));
    m_stagesOn = m_stagesOn || (table.code == u"entity_type" && patch.contains(u"has_stages"_s));
}

void DefinitionKeeper::noteRecord(const MergeTarget &target)
{
    if (const int at = target.table.stageColumn; at >= 0) {
        m_stages.insert(target.after[at].toLongLong());
        if (!target.after[at].isValid())
            m_stageless.insert(target.table.typeId);
    }
    noteValues(target);
    if (target.table.code == u"stage" && target.after.value(target.table.indexOf(u"deleted_at"_s)).isValid())
        m_stages.insert(target.id);
}

void DefinitionKeeper::noteValues(const MergeTarget &target)
{
    if (target.table.code == u"list_value") {
        m_values.insert(target.id);
        return;
    }
    for (int at = 0; at < target.table.columns.size(); ++at) {
        const RecordColumn &column = target.table.columns[at];
        if (column.field == 0 || column.type != FieldType::List || !target.after[at].isValid())
            continue;
        if (!column.multiple) {
            m_values.insert(target.after[at].toLongLong());
            continue;
        }
        for (const Member &member : target.after[at].value<Members>())
            m_values.insert(member.ref.id);
    }
}

Result<void> DefinitionKeeper::keep()
{
    if (auto done = keepStages(); !done)
        return done;
    if (auto done = keepValues(); !done)
        return done;
    if (auto done = m_definitionsGone ? keepLastOfEach() : Result<void>(); !done)
        return done;
    if (auto done = m_peopleOff ? keepSomebodyActive() : Result<void>(); !done)
        return done;
    return giveStages();
}

Result<void> DefinitionKeeper::write(const QString &table, qint64 id, const QList<FieldValue> &values)
{
    Change change;
    change.table = table;
    change.id = id;
    change.values = values;
    change.verbatim = true;
    return m_transaction.apply(change);
}

Result<void> DefinitionKeeper::bringBack(const QString &table, qint64 id)
{
    ++m_report.revived;
    return write(table, id, {{u"deleted_at"_s, {}}});
}

/// Values of lists: somebody chose one, or merged another one into it, without knowing that it was gone.
Result<void> DefinitionKeeper::keepValues()
{
    Connection &connection = m_transaction.connection();
    QSet<qint64> gone; // those that stand for what was noted, and are deleted
    for (const qint64 value : std::as_const(m_values)) {
        auto cursor = connection.query(
            u"WITH RECURSIVE way(id, into_id, deleted) AS (SELECT id, merged_into, deleted_at FROM list_value WHERE id = ? "
            "UNION SELECT v.id, v.merged_into, v.deleted_at FROM list_value v JOIN way w ON v.id = w.into_id) "
            "SELECT id FROM way WHERE into_id IS NULL AND deleted IS NOT NULL"_s,
            {value});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            gone.insert(cursor->integer(0));
    }
    for (const qint64 value : std::as_const(gone)) {
        auto used = isHeld(value);
        if (!used)
            return used.error();
        if (auto done = *used ? bringBack(u"list_value"_s, value) : Result<void>(); !done)
            return done;
    }
    return {};
}

/// Whether an item has the value, or one that was merged into it.
Result<bool> DefinitionKeeper::isHeld(qint64 value)
{
    Connection &connection = m_transaction.connection();
    const QString held = u"WITH RECURSIVE held(id) AS (SELECT %1 UNION SELECT v.id FROM list_value v JOIN held h "
                         "ON v.merged_into = h.id) "_s.arg(value);
    QStringList searches;
    {
        auto fields = connection.query(
            u"SELECT f.id, f.column_name, f.multiple, t.table_name FROM list_value v JOIN field f ON f.id = v.field "
            "OR f.values_from = v.field JOIN entity_type t ON t.id = f.entity_type "
            "WHERE v.id = ? AND f.type = 'list' AND f.deleted_at IS NULL"_s,
            {value});
        if (!fields)
            return fields.error();
        while (fields->next()) {
            searches << (fields->integer(2) != 0
                             ? u"SELECT 1 FROM multi_value WHERE field = %1 AND ref IN (SELECT id FROM held) LIMIT 1"_s.arg(
                                 fields->integer(0))
                             : u"SELECT 1 FROM %1 WHERE %2 IN (SELECT id FROM held) AND deleted_at IS NULL LIMIT 1"_s.arg(
                                 sqlName(fields->text(3)), sqlName(fields->text(1))));
        }
    }
    for (const QString &search : std::as_const(searches)) {
        auto found = connection.scalar(held + search);
        if (!found)
            return found.error();
        if (found->isValid())
            return true;
    }
    return false;
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
            if (auto done = bringBack(table, id); !done)
                return done;
        }
    }
    return {};
}

/// Two may each have switched off the other.
Result<void> DefinitionKeeper::keepSomebodyActive()
{
    auto last = m_transaction.connection().scalar(
        u"SELECT id FROM user_account WHERE deleted_at IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM user_account WHERE deleted_at IS NULL AND active = 1) ORDER BY uid LIMIT 1"_s);
    if (!last || !last->isValid())
        return last ? Result<void>() : Result<void>(last.error());
    ++m_report.revived;
    return write(u"user"_s, last->toLongLong(), {{u"active"_s, true}});
}

/// Items that were made where their type had no stages yet come to the first one.
Result<void> DefinitionKeeper::giveStages()
{
    if (m_stageless.isEmpty() && !m_stagesOn)
        return {};
    if (auto done = m_transaction.refreshSchema(); !done)
        return done;
    const Schema &schema = m_transaction.schema(); // items alone are written: it stays
    for (const EntityType &type : schema.types()) {
        const Pipeline *pipeline = type.hasStages ? schema.defaultPipeline(type.id) : nullptr;
        const Stage *first = pipeline ? schema.firstStage(pipeline->id) : nullptr;
        if (!first || (!m_stagesOn && !m_stageless.contains(type.id)))
            continue;
        QList<qint64> ids;
        for (const QString &bin : {u"NULL"_s, u"NOT NULL"_s}) { // two indexes
            auto items = m_transaction.connection().query(
                u"SELECT id FROM %1 WHERE stage IS NULL AND deleted_at IS %2 ORDER BY id"_s.arg(sqlName(type.table), bin));
            if (!items)
                return items.error();
            while (items->next())
                ids << items->integer(0);
        }
        for (const qint64 id : std::as_const(ids)) {
            auto done = write(type.code, id, {{Codes::pipeline, pipeline->id}, {Codes::stage, first->id}});
            if (!done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
