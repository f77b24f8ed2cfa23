// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/activity_columns.h"

#include "core/base/texts.h"
#include "core/pipeline/activity_cards.h"
#include "core/schema/builtin_names.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace Kartoteka {

QString ToldColumn::name(const EntityType &type, const QString &code)
{
    if (!isActivities(type))
        return {};
    if (code == client)
        return Texts::tr("Client");
    return code == stage ? Texts::tr("Stage") : QString();
}

QString ActivityCells::text(qint64 activity, const QString &code) const
{
    return code == ToldColumn::client ? clients.value(activity) : stages.value(activity);
}

Result<ActivityCells> readActivityCells(const ReadContext &context, qint64 typeId, const QStringList &columns,
                                        const QList<qint64> &ids)
{
    ActivityCells cells;
    const EntityType *type = context.schema->type(typeId);
    const bool isAsked = type
        && std::ranges::any_of(columns, [type](const QString &code) { return !ToldColumn::name(*type, code).isEmpty(); });
    if (!isAsked)
        return cells;
    auto cards = cardsBehind(context, ids, 0); // what is lit now is not told
    if (!cards)
        return cards.error();
    for (const Card &card : std::as_const(*cards)) {
        cells.clients.insert(card.id, card.client);
        if (const Stage *stage = context.schema->stage(card.stage))
            cells.stages.insert(card.id, displayName(*context.schema, *stage));
    }
    return cells;
}

} // namespace Kartoteka
