// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/name_rule.h"

#include "core/definitions/code_names.h"

#include <QSet>

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<void> nameRule(RuleContext &context, PendingChange &pending)
{
    static const QSet<QString> named{u"entity_type"_s, u"field"_s,      u"section"_s, u"pipeline"_s,  u"stage"_s,
                                     u"list_value"_s,  u"department"_s, u"user"_s,    u"card_view"_s, u"preset"_s};
    if (context.isMerging() || pending.operation == Operation::Erase || !named.contains(pending.table.code)
        || !pending.changes(u"name"_s))
        return {};
    const QString name = pending.value(u"name"_s).toString();
    // What the program names has no name of its own.
    auto judged = name.isEmpty() ? Result<QString>(name) : definitionName(name);
    return judged ? Result<void>() : Result<void>(judged.error());
}

} // namespace Kartoteka
