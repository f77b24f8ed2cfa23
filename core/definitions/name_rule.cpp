// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/name_rule.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/definitions/code_names.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Whether one of @p others other than the record itself is called so.
template<typename T, typename Called>
bool isTaken(const QList<T> &others, qint64 self, const QString &name, Called called)
{
    const QString wanted = fold(name);
    return std::ranges::any_of(others, [&](const T &one) { return one.id != self && fold(called(one)) == wanted; });
}

/// What nobody could tell apart from what stands beside it: the command line, imports and choices know these by their names.
Result<void> requireOwnName(const Schema &schema, const PendingChange &pending, const QString &name)
{
    const auto refused = [&name](const QString &why) {
        return Result<void>(Error{ErrorCode::Refused, why.arg(name), {}, u"name"_s});
    };
    const auto reference = [&pending](const QString &column) { return pending.value(column).toLongLong(); };
    const QString table = pending.table.code;
    if (table == u"stage" && isTaken(schema.stages(reference(u"pipeline"_s)), pending.id, name, [&schema](const Stage &one) {
            return displayName(schema, one);
        }))
        return refused(Texts::tr("The pipeline already has a stage “%1”."));
    if (table == u"pipeline"
        && isTaken(schema.pipelines(reference(u"entity_type"_s)), pending.id, name,
                   [](const Pipeline &one) { return displayName(one); }))
        return refused(Texts::tr("There is already a pipeline “%1”."));
    if (table == u"entity_type"
        && isTaken(schema.types(), pending.id, name, [](const EntityType &one) { return displayName(one); }))
        return refused(Texts::tr("There is already a type “%1”."));
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
    if (auto judged = definitionName(name); !judged)
        return judged.error();
    // What another office has comes as it is.
    return context.actKind() == ActKinds::settings ? Result<void>() : requireOwnName(context.schema(), pending, name);
}

} // namespace Kartoteka
