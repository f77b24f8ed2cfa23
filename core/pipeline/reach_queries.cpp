// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/reach_queries.h"

#include "core/pipeline/card_queries.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Holds where an item of a type, by its id, has a value in a field; 0 where the type has no such field.
QString hasValue(const Schema &schema, qint64 typeId, const QString &code, const QString &item)
{
    const Field *field = schema.field(typeId, code);
    return field ? u"EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = %1 AND m.item = %2 AND m.field = %3)"_s.arg(
               QString::number(typeId), item, QString::number(field->id))
                 : u"0"_s;
}

/// … or its client has.
QString isReachedBy(const Schema &schema, qint64 typeId, const QString &code)
{
    QStringList parts{hasValue(schema, typeId, code, u"t.id"_s)};
    for (const Field *client : clientFields(schema, typeId))
        parts << hasValue(schema, schema.type(client->target)->id, code, u"t."_s + sqlName(client->column));
    return parts.join(u" OR "_s);
}

} // namespace

Result<void> markReachable(const ReadContext &context, qint64 typeId, const QHash<qint64, Card *> &cards)
{
    constexpr qsizetype step = 50; // few different statements are prepared
    QVariantList bound;
    for (auto it = cards.cbegin(); it != cards.cend(); ++it)
        bound << it.key();
    while (bound.size() % step != 0)
        bound << -1;
    if (bound.isEmpty())
        return {};
    const Schema &schema = *context.schema;
    auto cursor = context.connection.query(
        u"SELECT t.id, %1, %2 FROM %3 t WHERE t.id IN (%4)"_s.arg(
            isReachedBy(schema, typeId, Codes::phone), isReachedBy(schema, typeId, Codes::email),
            sqlName(context.table(typeId)->name), QStringList(bound.size(), u"?"_s).join(u',')),
        bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        Card *card = cards.value(cursor->integer(0));
        card->hasPhone = cursor->integer(1) != 0;
        card->hasMail = cursor->integer(2) != 0;
    }
    return {};
}

} // namespace Kartoteka
