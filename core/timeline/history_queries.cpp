// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/history_queries.h"

#include "core/base/texts.h"
#include "core/schema/product_codes.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

Result<QHash<qint64, QString>> seatNames(const ReadContext &context)
{
    auto cursor = context.connection.query(u"SELECT id, seat_code, name FROM replica WHERE is_self = 0"_s, {});
    if (!cursor)
        return cursor.error();
    QHash<qint64, QString> seats;
    while (cursor->next()) {
        const QString code = cursor->text(1);
        seats.insert(cursor->integer(0), code.isEmpty() ? Texts::tr("the office") : code);
    }
    return seats;
}

Result<QSet<qint64>> computedAmounts(const ReadContext &context, const QList<qint64> &rows)
{
    QSet<qint64> computed;
    if (rows.isEmpty())
        return computed;
    auto cursor = context.connection.query(
        u"SELECT id FROM journal WHERE id IN (SELECT value FROM json_each(?)) AND json_extract(patch, ?) = 1"_s,
        {idList(rows), u"$.%1[1]"_s.arg(Codes::amountAuto)});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        computed.insert(cursor->integer(0));
    return computed;
}

/// What it was before it was next written; what it is where it was not.
Result<QString> discountKindAt(const ReadContext &context, qint64 productRow, qint64 journal)
{
    auto kind = context.connection.scalar(
        u"SELECT coalesce((SELECT json_extract(patch, '$.discount_kind[0]') FROM journal WHERE entity = 'product_row' "
        "AND operation <> 'create' AND record = ? AND id > ? AND json_type(patch, '$.discount_kind') IS NOT NULL "
        "ORDER BY id LIMIT 1), (SELECT discount_kind FROM product_row WHERE id = ?))"_s,
        {productRow, journal, productRow});
    return kind ? Result<QString>(kind->toString()) : Result<QString>(kind.error());
}

Result<QList<JournalEntry>> activityJournal(const ReadContext &context, qint64 activity, const JournalCondition &wanted)
{
    const QString also = wanted.sql.isEmpty() ? QString() : u" AND (%1)"_s.arg(wanted.sql);
    auto cursor = context.connection.query(u"SELECT j.id FROM journal j WHERE j.entity = 'activity' AND j.record = ?"_s
                                               + also,
                                           QVariantList{activity} + wanted.bound);
    if (!cursor)
        return cursor.error();
    QList<qint64> rows;
    while (cursor->next())
        rows << cursor->integer(0);
    return journalRows(context.connection, *context.catalog, rows);
}

} // namespace Kartoteka
