// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/numbering.h"

#include "core/base/uid.h"
#include "core/definitions/definition_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

namespace Kartoteka {

Result<ChangeSet> planNumberPattern(const EntityType &type, const QString &typed)
{
    const QString pattern = typed.simplified();
    if (auto done = checkNumberPattern(pattern); !done)
        return done.error();
    ChangeSet changes = ChangeSet::of(ActKinds::schema, pluralName(type));
    const QString code = numberPatternCode(type);
    changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, pattern}}, derivedUid(u"setting", code));
    return changes;
}

Result<QHash<qint64, QString>> nextNumbers(const ReadContext &context)
{
    auto last = lastNumbers(context);
    auto seat = ownSeatCode(context);
    if (!last || !seat)
        return last ? seat.error() : last.error();
    QHash<qint64, QString> next;
    for (const EntityType &type : context.schema->types()) {
        if (type.isItem)
            next.insert(type.id, (seat->isEmpty() ? QString() : *seat + u'-') + QString::number(last->value(type.id) + 1));
    }
    return next;
}

} // namespace Kartoteka
