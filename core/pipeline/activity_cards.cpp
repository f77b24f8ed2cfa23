// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/activity_cards.h"

#include "core/schema/roles.h"

#include <QMultiHash>

namespace Kartoteka {

Result<QList<Card>> cardsBehind(const ReadContext &context, const QList<qint64> &activities, qint64 nowMs)
{
    auto seen = itemsBehind(context, activities);
    if (!seen)
        return seen.error();
    QHash<qint64, QMultiHash<qint64, qint64>> byType; // of each type: which activities an item has here
    for (auto one = seen->cbegin(); one != seen->cend(); ++one)
        byType[one->type].insert(one->id, one.key());
    QList<Card> cards;
    for (auto type = byType.cbegin(); type != byType.cend(); ++type) {
        auto ofType = readCards(context, type.key(), type->uniqueKeys(), nowMs);
        if (!ofType)
            return ofType;
        const EntityType *entity = context.schema->type(type.key());
        for (Card card : std::as_const(*ofType)) {
            if (entity && roleOf(*context.schema, *entity) != TypeRole::Other)
                card.client = card.title; // a client itself
            for (const qint64 activity : type->values(card.id)) {
                cards << card;
                cards.last().id = activity;
            }
        }
    }
    return cards;
}

} // namespace Kartoteka
