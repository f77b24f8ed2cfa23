// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/name_rule.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/definitions/code_names.h"
#include "core/definitions/definition_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/store/record/schema_reader.h"

#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Refused with @p why when the record stands among @p all and another one of them is called as it is.
template<typename T, typename Called>
Result<void> requireOwnName(const QList<T> &all, qint64 id, Called called, const QString &why)
{
    const auto self = std::ranges::find(all, id, &T::id);
    const QString name = self == all.end() ? QString() : called(*self);
    const bool isTaken = self != all.end()
        && std::ranges::any_of(all, [&](const T &one) { return one.id != id && fold(called(one)) == fold(name); });
    return isTaken ? Result<void>(Error{ErrorCode::Refused, why.arg(name), {}, u"name"_s}) : Result<void>();
}

Result<void> requireOwnStage(const Schema &schema, qint64 id)
{
    const Stage *stage = schema.stage(id);
    const auto called = [&schema](const Stage &one) { return displayName(schema, one); };
    return requireOwnName(stage ? schema.stages(stage->pipeline) : QList<Stage>(), id, called,
                          Texts::tr("The pipeline already has a stage “%1”."));
}

Result<void> requireOwnPipeline(const Schema &schema, qint64 id)
{
    const Pipeline *pipeline = schema.pipeline(id);
    const auto called = [](const Pipeline &one) { return displayName(one); };
    return requireOwnName(pipeline ? schema.pipelines(pipeline->typeId) : QList<Pipeline>(), id, called,
                          Texts::tr("There is already a pipeline “%1”."));
}

Result<void> requireOwnType(const Schema &schema, qint64 id)
{
    const auto called = [](const EntityType &one) { return displayName(one); };
    return requireOwnName(schema.types(), id, called, Texts::tr("There is already a type “%1”."));
}

/// Whether a record that stands has been named, or was away.
bool isCalledAnew(const NotedChange &change)
{
    const int name = change.table.indexOf(u"name"_s);
    const int deleted = change.table.indexOf(u"deleted_at"_s);
    if (change.after[deleted].isValid())
        return false;
    return change.before.isEmpty() || change.before[deleted].isValid() || change.before[name] != change.after[name];
}

/// What an act calls anew, noted while it is written and judged when it is done.
struct CalledAnew
{
    qint64 journal = 0;                         ///< of the last change that was seen, of whatever table
    QHash<QString, QHash<qint64, qint64>> rows; ///< by table and id: the row of the journal that tells of it
};

/// Those of a table that an act, whose rows of the journal begin with @p firstRow, is judged for: what an act that came to
/// nothing has noted is not among them.
QList<qint64> judgedOf(const CalledAnew &called, const QString &table, qint64 firstRow)
{
    QList<qint64> judged;
    const auto rows = called.rows.value(table);
    for (const auto &[id, row] : rows.asKeyValueRange()) {
        if (row >= firstRow)
            judged << id;
    }
    std::ranges::sort(judged);
    return judged;
}

Result<void> requireOwnFields(const ReadContext &context, const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    auto beside = fieldsBeside(context, ids);
    if (!beside)
        return beside.error();
    const auto called = [](const Field &one) { return QString::number(one.typeId) + u'/' + fold(displayName(one)); };
    QHash<QString, int> counts;
    for (const Field &field : std::as_const(*beside))
        ++counts[called(field)];
    for (const Field &field : std::as_const(*beside)) {
        if (ids.contains(field.id) && counts.value(called(field)) > 1)
            return Error{
                ErrorCode::Refused, Texts::tr("The type already has a field “%1”.").arg(displayName(field)), {}, u"name"_s};
    }
    return {};
}

/// The definitions are read once, however many of them the act has named.
Result<void> requireOwnNames(const ReadContext &context, const CalledAnew &called, qint64 firstRow)
{
    static const QList<QPair<QString, Result<void> (*)(const Schema &, qint64)>> rules{
        {u"stage"_s, requireOwnStage}, {u"pipeline"_s, requireOwnPipeline}, {u"entity_type"_s, requireOwnType}};
    SchemaPtr schema;
    for (const auto &[table, requireOwn] : rules) {
        const QList<qint64> judged = judgedOf(called, table, firstRow);
        if (!judged.isEmpty() && !schema) {
            auto read = readSchema(context.connection);
            if (!read)
                return read.error();
            schema = *read;
        }
        for (const qint64 id : judged) {
            if (auto own = requireOwn(*schema, id); !own)
                return own;
        }
    }
    return {};
}

} // namespace

Result<void> nameRule(RuleContext &context, PendingChange &pending)
{
    static const QSet<QString> named{u"entity_type"_s, u"field"_s,      u"section"_s, u"pipeline"_s,  u"stage"_s,
                                     u"list_value"_s,  u"department"_s, u"user"_s,    u"card_view"_s, u"preset"_s};
    if (context.isMerging() || pending.operation == Operation::Erase || !named.contains(pending.table.code)
        || !pending.changes(u"name"_s))
        return {};
    const QString name = pending.value(u"name"_s).toString();
    if (name.isEmpty())
        return {}; // what the program names has no name of its own
    auto judged = definitionName(name);
    return judged ? Result<void>() : Result<void>(judged.error());
}

ClosingRule ownNameRule()
{
    static const QSet<QString> tables{u"stage"_s, u"pipeline"_s, u"entity_type"_s, u"field"_s};
    const auto called = std::make_shared<CalledAnew>();
    return {[called](const NotedChange &change) {
                // The rows of an act that came to nothing are written over from its first one on.
                if (change.journal <= called->journal)
                    called->rows.clear();
                called->journal = change.journal;
                if (!tables.contains(change.table.code) || !isCalledAnew(change))
                    return false;
                called->rows[change.table.code].insert(change.id, change.journal);
                return true;
            },
            [called](const ReadContext &context, const QList<qint64> &, qint64) -> Result<void> {
                const CalledAnew anew = std::exchange(*called, {});
                auto act = actOf(context, anew.journal);
                if (!act)
                    return act.error();
                if (act->kind == ActKinds::settings)
                    return {}; // what another office has comes as it is
                auto own = requireOwnFields(context, judgedOf(anew, u"field"_s, act->firstRow));
                return own ? requireOwnNames(context, anew, act->firstRow) : own;
            }};
}

} // namespace Kartoteka
