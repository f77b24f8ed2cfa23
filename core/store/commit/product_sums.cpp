// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/product_sums.h"

#include "core/base/texts.h"
#include "core/schema/codes.h"
#include "core/store/commit/transaction.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

/// Items of a type whose amount comes from their products.
Result<QList<qint64>> itemsOf(Connection &connection, const RecordTable &table)
{
    QList<qint64> ids;
    auto cursor = connection.query(u"SELECT id FROM %1 WHERE %2 = 1"_s.arg(sqlName(table.name), sqlName(Codes::amountAuto)));
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        ids << cursor->integer(0);
    return ids;
}

QList<const RecordTable *> tablesWithSums(const Catalog &catalog)
{
    QList<const RecordTable *> tables;
    const QStringList codes = catalog.codes();
    for (const QString &code : codes) {
        const RecordTable *table = catalog.table(code);
        if (table->isItem && table->indexOf(Codes::amountAuto) >= 0 && table->indexOf(Codes::amount) >= 0)
            tables << table;
    }
    return tables;
}

} // namespace

Result<void> ProductSums::note(const NotedChange &change)
{
    const RecordTable &table = change.table;
    const bool isOwnAct = change.journal != 0;
    if (table.code == Codes::productRow) {
        for (const Row *row : {&change.before, &change.after}) {
            if (!row->isEmpty())
                noteOwner(row->value(table.indexOf(u"owner"_s)).value<ItemRef>(), isOwnAct);
        }
        return {};
    }
    if (table.code == u"setting") {
        const Row &row = change.after.isEmpty() ? change.before : change.after;
        if (row[table.indexOf(u"code"_s)].toString() == Codes::taxRounding) {
            m_roundsAnew = true;
            m_isOwnRounding = m_isOwnRounding || isOwnAct;
        }
        return {};
    }
    const int automatic = table.isItem && !change.after.isEmpty() ? table.indexOf(Codes::amountAuto) : -1;
    const int amount = automatic < 0 ? -1 : table.indexOf(Codes::amount);
    if (amount < 0 || !change.after[automatic].toBool())
        return {};
    if (change.before.isEmpty() || change.before[automatic] != change.after[automatic]
        || change.before[amount] != change.after[amount])
        noteOwner({table.typeId, change.id, {}}, isOwnAct);
    return {};
}

void ProductSums::noteOwner(const ItemRef &owner, bool isOwnAct)
{
    if (!owner.isNull()) {
        bool &known = m_owners[owner];
        known = known || isOwnAct;
    }
}

Result<void> ProductSums::noteAll()
{
    const auto catalog = m_transaction.catalog();
    for (const RecordTable *table : tablesWithSums(*catalog)) {
        auto ids = itemsOf(m_transaction.connection(), *table);
        if (!ids)
            return ids.error();
        for (const qint64 id : std::as_const(*ids))
            noteOwner({table->typeId, id, {}}, m_isOwnRounding);
    }
    return {};
}

Result<void> ProductSums::write()
{
    if (std::exchange(m_roundsAnew, false)) {
        if (auto done = noteAll(); !done)
            return done;
    }
    if (m_owners.isEmpty())
        return {};
    auto rounding = storedTaxRounding(m_transaction.connection());
    if (!rounding)
        return rounding.error();
    const auto owners = std::exchange(m_owners, {});
    for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
        if (auto done = write(it.key(), *it, *rounding); !done)
            return done;
    }
    m_owners.clear(); // what was written just now is what it is to be
    return {};
}

Result<void> ProductSums::write(const ItemRef &owner, bool isOwnAct, TaxRounding rounding)
{
    const auto catalog = m_transaction.catalog();
    const RecordTable *table = catalog->table(owner.type);
    const int automatic = table ? table->indexOf(Codes::amountAuto) : -1;
    const int amount = automatic < 0 ? -1 : table->indexOf(Codes::amount);
    if (amount < 0)
        return {};
    QUuid uid;
    auto row = m_transaction.readRow(*table, owner.id, uid);
    if (!row)
        return row.error().code == ErrorCode::NotFound ? Result<void>() : Result<void>(row.error());
    const auto money = row->at(amount).value<Money>();
    if (!row->at(automatic).toBool() || money.currency.isEmpty())
        return {};
    auto totals = storedTotals(m_transaction.connection(), owner, money.currency, rounding);
    if (!totals)
        return totals.error();
    if (isOwnAct && totals->tooLarge)
        return Error{ErrorCode::Refused, Texts::tr("The total of the products is too large."), {}, Codes::amount};
    if (totals->total == money.minor)
        return {};
    const Value sum = toValue(Money{totals->total, money.currency});
    if (!isOwnAct) {
        Row after = *row;
        after[amount] = sum;
        auto written = m_transaction.replaceRow(*table, owner.id, uid, *row, after);
        return written ? Result<void>() : Result<void>(written.error());
    }
    Change change{.operation = Operation::Update,
                  .table = table->code,
                  .id = owner.id,
                  .uid = {},
                  .values = {{Codes::amount, sum}},
                  .verbatim = true,
                  .onlyIf = {}};
    if (table->indexOf(Codes::modifiedAt) >= 0)
        change.values << FieldValue{Codes::modifiedAt, m_transaction.now()};
    if (const qint64 author = m_transaction.author(); author != 0 && table->indexOf(Codes::modifiedBy) >= 0)
        change.values << FieldValue{Codes::modifiedBy, author};
    return m_transaction.apply(change);
}

Result<ProductTotals> storedTotals(Connection &connection, const ItemRef &owner, const QString &currency,
                                   TaxRounding rounding)
{
    QList<ProductLine> lines;
    {
        auto cursor = connection.query(
            u"SELECT quantity, price, discount, discount_kind, tax, tax_included FROM product_row "
            "WHERE owner_type = ? AND owner_id = ? AND deleted_at IS NULL AND currency = ? "
            "ORDER BY rank, uid"_s,
            {owner.type, owner.id, currency});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            ProductLine line{.quantity = cursor->integer(0), .price = cursor->integer(1)};
            if (!cursor->isNull(2))
                line.discount = cursor->integer(2);
            line.discountKind = discountKindFromName(cursor->text(3)).value_or(DiscountKind::Percent);
            if (!cursor->isNull(4))
                line.tax = cursor->integer(4);
            line.taxIncluded = cursor->integer(5) != 0;
            lines << line;
        }
    }
    return productTotals(lines, minorDigits(currency), rounding);
}

Result<TaxRounding> storedTaxRounding(Connection &connection)
{
    auto setting = connection.scalar(u"SELECT value FROM setting WHERE code = ?"_s, {Codes::taxRounding});
    return setting ? Result<TaxRounding>(taxRoundingOf(setting->toString())) : Result<TaxRounding>(setting.error());
}

Result<qint64> countWrongAmounts(Connection &connection, const Catalog &catalog)
{
    auto rounding = storedTaxRounding(connection);
    if (!rounding)
        return rounding.error();
    qint64 wrong = 0;
    for (const RecordTable *table : tablesWithSums(catalog)) {
        QList<QPair<qint64, Money>> amounts;
        {
            auto cursor = connection.query(
                u"SELECT id, amount, amount_currency FROM %1 WHERE %2 = 1 AND amount IS NOT NULL"_s.arg(
                    sqlName(table->name), sqlName(Codes::amountAuto)));
            if (!cursor)
                return cursor.error();
            while (cursor->next())
                amounts.append({cursor->integer(0), Money{cursor->integer(1), cursor->text(2)}});
        }
        for (const auto &[id, money] : std::as_const(amounts)) {
            auto totals = storedTotals(connection, {table->typeId, id, {}}, money.currency, *rounding);
            if (!totals)
                return totals.error();
            wrong += totals->total == money.minor ? 0 : 1;
        }
    }
    return wrong;
}

} // namespace Kartoteka
