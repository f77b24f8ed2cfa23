// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/rotting_queries.h"

#include "core/base/durations.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/rotting.h"

#include <array>
#include <limits>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What happened last to items, from a statement that answers id and moment for "?, ?, …".
Result<void> takeLater(const ReadContext &context, const QString &sql, qint64 typeId, const QHash<qint64, Card *> &cards)
{
    constexpr qsizetype step = 50; // few different statements are prepared
    QVariantList bound{typeId};
    for (auto it = cards.cbegin(); it != cards.cend(); ++it)
        bound << it.key();
    while (bound.size() % step != 1)
        bound << -1;
    auto cursor = context.connection.query(sql.arg(QStringList(bound.size() - 1, u"?"_s).join(u',')), bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        Card *card = cards.value(cursor->integer(0));
        card->idleSince = qMax(card->idleSince.toLongLong(), cursor->integer(1));
    }
    return {};
}

} // namespace

Result<void> markRotting(const ReadContext &context, qint64 typeId, const QList<Card *> &cards, qint64 nowMs)
{
    QHash<qint64, qint64> latest; // by stage: an item that moved later than this does not rot
    QHash<qint64, Card *> idle;
    const auto rots = [&](const Card &card) {
        if (!latest.contains(card.stage)) {
            const Stage *stage = context.schema->stage(card.stage);
            const int days = stage ? allowedIdleDays(*context.schema, *stage) : 0;
            latest.insert(card.stage, days == 0 ? std::numeric_limits<qint64>::min() : nowMs - days * dayMs);
        }
        return card.idleSince.isValid() && card.idleSince.toLongLong() <= latest.value(card.stage);
    };
    for (Card *card : cards) {
        if (rots(*card))
            idle.insert(card->id, card);
        else
            card->idleSince = {};
    }
    if (idle.isEmpty())
        return {};
    const std::array statements{
        u"SELECT owner_id, max(created_at) FROM comment WHERE owner_type = ? AND owner_id IN (%1) AND deleted_at IS NULL "
        "GROUP BY owner_id"_s,
        u"SELECT l.item, max(a.done_at) FROM activity_link l JOIN activity a ON a.id = l.activity "
        "WHERE l.item_type = ? AND l.item IN (%1) AND l.done = 1 GROUP BY l.item"_s,
        // What came by an import stands here since then, whatever its own dates say.
        u"SELECT item, max(entered_at) FROM stage_visit WHERE item_type = ? AND item IN (%1) GROUP BY item"_s};
    for (const QString &sql : statements) {
        if (auto done = takeLater(context, sql, typeId, idle); !done)
            return done;
    }
    for (Card *card : std::as_const(idle)) {
        if (!rots(*card))
            card->idleSince = {};
    }
    return {};
}

} // namespace Kartoteka
