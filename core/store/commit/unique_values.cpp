// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/unique_values.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

namespace {

Result<TakenValue> first(Connection &connection, const QString &sql, const QVariantList &bound)
{
    auto c = connection.query(sql, bound);
    if (!c)
        return c.error();
    if (!c->next())
        return TakenValue{};
    return TakenValue{c->integer(0), c->text(1), c->text(2)};
}

} // namespace

Result<TakenValue> takenValue(Connection &connection, const Schema &schema, const RecordTable &table, const Field &field,
                              const Value &value, qint64 except)
{
    if (!value.isValid())
        return TakenValue{};
    const QString found = u"SELECT t.id, t.number, t.%1 FROM %2 t "_s.arg(sqlName(Codes::title), sqlName(table.name));
    if (holdsTexts(field.type)) {
        const auto members = value.value<Members>();
        for (const Member &member : members) {
            const QString key = member.key.isEmpty() ? memberKey(field.type, member, schema.phoneRegion()) : member.key;
            auto taken = first(connection,
                               found
                                   + u"JOIN multi_value m ON m.item = t.id WHERE m.entity_type = ? AND m.field = ? AND "
                                     "m.key = ? AND t.id <> ? AND t.deleted_at IS NULL LIMIT 1"_s,
                               {table.typeId, field.id, key, except});
            if (!taken || taken->id != 0)
                return taken;
        }
        return TakenValue{};
    }
    const bool isText = field.type == FieldType::String || field.type == FieldType::Address;
    const QString column = u"t."_s + (isText ? sqlName(field.column, u"_fold"_s) : sqlName(field.column));
    const QVariant key = isText         ? QVariant(fold(value.toString()))
        : field.type == FieldType::Date ? QVariant(value.toDate().toString(Qt::ISODate))
                                        : QVariant(value);
    return first(connection, found + u"WHERE %1 = ? AND t.id <> ? AND t.deleted_at IS NULL LIMIT 1"_s.arg(column),
                 {key, except});
}

QString takenText(const Field &field, const TakenValue &taken)
{
    return Texts::tr("%1: No. %2 “%3” has the same.").arg(displayName(field), taken.number, taken.title.left(60));
}

Result<void> requireUnique(Connection &connection, const Schema &schema, const PendingChange &pending)
{
    if (pending.operation == Operation::Erase || pending.value(u"deleted_at"_s).isValid())
        return {};
    const bool comesBack = pending.operation == Operation::Update && pending.changes(u"deleted_at"_s);
    for (const Field &field : schema.fields(pending.table.typeId)) {
        if (field.uniqueness != u"refuse" || (!comesBack && !pending.changes(field.column)))
            continue;
        auto taken = takenValue(connection, schema, pending.table, field, pending.value(field.column), pending.id);
        if (!taken)
            return taken.error();
        if (taken->id != 0)
            return Error{ErrorCode::Refused, takenText(field, *taken), {}, field.code};
    }
    return {};
}

} // namespace Kartoteka
