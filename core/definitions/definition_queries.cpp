// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/definition_queries.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/read_ids.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Two looks, one for each index: what stands, and what is in the bin.
const QStringList bothSides{u"NULL"_s, u"NOT NULL"_s};

/// Of what lays out cards: nothing of a person's own, and nothing about what is gone.
QStringList ofTheOffice(const ReadContext &context, const RecordTable &table)
{
    QStringList conditions;
    for (const RecordColumn &column : table.columns) {
        if (column.code == u"person")
            conditions << u"person IS NULL"_s;
        else if (const RecordTable *target = holdsReference(column.type) ? context.catalog->table(column.target) : nullptr) {
            const QString own = column.code == u"card_view" ? u" AND person IS NULL"_s : QString();
            conditions << u"(%1 IS NULL OR %1 IN (SELECT id FROM %2 WHERE deleted_at IS NULL%3))"_s.arg(
                sqlName(column.code), sqlName(target->name), own);
        }
    }
    return conditions;
}

} // namespace

Result<qint64> countItems(const ReadContext &context, const EntityType &type)
{
    auto count = context.connection.scalar(u"SELECT count(*) FROM %1 WHERE deleted_at IS NULL"_s.arg(sqlName(type.table)));
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<qint64> countHolders(const ReadContext &context, const Field &field, const QList<qint64> &values)
{
    QStringList ids;
    for (const qint64 value : values)
        ids << QString::number(value);
    const QString held = ids.join(u',');
    QStringList counts;
    if (field.multiple) {
        counts << u"SELECT count(DISTINCT item) FROM multi_value WHERE field = %1 AND ref IN (%2)"_s.arg(field.id).arg(held);
    } else {
        const RecordTable *table = context.table(field.typeId);
        for (const QString &side : bothSides)
            counts << u"SELECT count(*) FROM %1 WHERE %2 IN (%3) AND deleted_at IS %4"_s.arg(
                sqlName(table->name), sqlName(field.column), held, side);
    }
    qint64 all = 0;
    for (const QString &sql : std::as_const(counts)) {
        auto count = context.connection.scalar(sql);
        if (!count)
            return count.error();
        all += count->toLongLong();
    }
    return all;
}

Result<QList<qint64>> itemsWithoutStage(const ReadContext &context, const EntityType &type)
{
    QList<qint64> all;
    for (const QString &side : bothSides) {
        auto ids = readIds(
            context,
            u"SELECT id FROM %1 WHERE stage IS NULL AND deleted_at IS %2 ORDER BY rank"_s.arg(sqlName(type.table), side));
        if (!ids)
            return ids;
        all << *ids;
    }
    return all;
}

Result<StoredAct> actOf(const ReadContext &context, qint64 journal)
{
    auto cursor = context.connection.query(u"SELECT a.kind, (SELECT min(id) FROM journal WHERE act = a.id) "
                                           "FROM journal j JOIN act a ON a.id = j.act WHERE j.id = ?"_s,
                                           {journal});
    if (!cursor)
        return cursor.error();
    return cursor->next() ? StoredAct{cursor->text(0), cursor->integer(1)} : StoredAct();
}

Result<QList<Field>> fieldsBeside(const ReadContext &context, const QList<qint64> &ids)
{
    QStringList list;
    for (const qint64 id : ids)
        list << QString::number(id);
    auto cursor = context.connection.query(
        u"SELECT id, entity_type, code, name FROM field WHERE entity_type IN "
        "(SELECT entity_type FROM field WHERE id IN (%1)) AND deleted_at IS NULL ORDER BY entity_type, uid"_s.arg(
            list.join(u',')));
    if (!cursor)
        return cursor.error();
    QList<Field> fields;
    while (cursor->next()) {
        Field field;
        field.id = cursor->integer(0);
        field.typeId = cursor->integer(1);
        field.code = cursor->text(2);
        field.name = cursor->text(3);
        fields.append(field);
    }
    return fields;
}

Result<qint64> idOfSetting(const ReadContext &context, const QString &code)
{
    auto id = context.connection.scalar(u"SELECT id FROM setting WHERE code = ?"_s, {code});
    return id ? Result<qint64>(id->toLongLong()) : Result<qint64>(id.error());
}

Result<QList<qint64>> standingRecords(const ReadContext &context, const RecordTable &table)
{
    QStringList conditions;
    if (table.indexOf(u"deleted_at"_s) >= 0)
        conditions << u"deleted_at IS NULL"_s;
    if (table.code.startsWith(u"card_"))
        conditions << ofTheOffice(context, table);
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    return readIds(context, u"SELECT id FROM %1%2 ORDER BY uid"_s.arg(sqlName(table.name), where));
}

Result<QHash<qint64, qint64>> lastNumbers(const ReadContext &context)
{
    auto cursor = context.connection.query(u"SELECT entity_type, last FROM number_counter"_s);
    if (!cursor)
        return cursor.error();
    QHash<qint64, qint64> last;
    while (cursor->next())
        last.insert(cursor->integer(0), cursor->integer(1));
    return last;
}

Result<QString> ownSeatCode(const ReadContext &context)
{
    auto code = context.connection.scalar(u"SELECT seat_code FROM replica WHERE is_self = 1"_s);
    return code ? Result<QString>(code->toString()) : Result<QString>(code.error());
}

Result<QList<SavedFilter>> savedFilters(const ReadContext &context)
{
    auto cursor = context.connection.query(
        u"SELECT entity_type, name, conditions FROM preset WHERE deleted_at IS NULL ORDER BY name"_s);
    if (!cursor)
        return cursor.error();
    QList<SavedFilter> filters;
    while (cursor->next())
        filters.append({cursor->integer(0), cursor->text(1), cursor->text(2)});
    return filters;
}

} // namespace Kartoteka
