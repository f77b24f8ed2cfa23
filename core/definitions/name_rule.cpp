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

/// Judged by what stands when the act is done: the command line, imports and choices know these by their names.
ClosingRule ownNameRule(const QString &table, Result<void> (*requireOwn)(const Schema &, qint64))
{
    const auto journal = std::make_shared<qint64>(0); // noted and judged within one transaction
    return {[=](const NotedChange &change) {
                if (change.table.code != table || !isCalledAnew(change))
                    return false;
                *journal = change.journal;
                return true;
            },
            [=](const ReadContext &context, const QList<qint64> &ids, qint64) -> Result<void> {
                auto kind = kindOfAct(context, *journal);
                if (!kind)
                    return kind.error();
                if (*kind == ActKinds::settings)
                    return {}; // what another office has comes as it is
                auto schema = readSchema(context.connection);
                if (!schema)
                    return schema.error();
                for (const qint64 id : ids) {
                    if (auto own = requireOwn(**schema, id); !own)
                        return own;
                }
                return {};
            }};
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

QList<ClosingRule> ownNameRules()
{
    return {ownNameRule(u"stage"_s, requireOwnStage), ownNameRule(u"pipeline"_s, requireOwnPipeline),
            ownNameRule(u"entity_type"_s, requireOwnType)};
}

} // namespace Kartoteka
