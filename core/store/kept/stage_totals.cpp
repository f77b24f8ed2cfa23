// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/stage_totals.h"

#include "core/base/texts.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<void> StageTotals::note(const NotedChange &change)
{
    if (change.table.isItem) {
        add(change.table, change.before, -1);
        add(change.table, change.after, 1);
    }
    return {};
}

void StageTotals::add(const RecordTable &table, const Row &row, int sign)
{
    if (row.isEmpty() || row[table.indexOf(u"deleted_at"_s)].isValid())
        return;
    const qint64 stage = table.stageColumn < 0 ? wholeType(table.typeId) : row[table.stageColumn].toLongLong();
    if (stage == 0)
        return;
    const int amount = table.indexOf(Codes::amount);
    const Money money = amount < 0 ? Money() : row[amount].value<Money>();
    Delta &delta = m_deltas[{stage, money.currency}];
    delta.items += sign;
    delta.tooLarge = delta.tooLarge || __builtin_add_overflow(delta.amount, sign * money.minor, &delta.amount);
}

Result<void> StageTotals::write()
{
    for (auto it = m_deltas.cbegin(); it != m_deltas.cend(); ++it) {
        if (it->items == 0 && it->amount == 0)
            continue;
        const QString currency = it.key().second.isNull() ? u""_s : it.key().second;
        auto kind = m_connection.scalar(u"INSERT INTO stage_total (stage, currency, items, amount) VALUES (?, ?, ?, ?) "
                                        "ON CONFLICT (stage, currency) DO UPDATE SET items = items + excluded.items, "
                                        "amount = amount + excluded.amount RETURNING typeof(amount)"_s,
                                        {it.key().first, currency, it->items, it->amount});
        // Beyond 64 bits SQLite goes on with a floating number, which no subtraction makes right again.
        if (kind && (it->tooLarge || kind->toString() != u"integer"))
            return Error{
                ErrorCode::Refused, Texts::tr("The sum of a stage would be too large to be counted."), {}, Codes::amount};
        Result<void> done = kind ? Result<void>() : Result<void>(kind.error());
        if (done && it->items < 0) {
            done = m_connection.run(u"DELETE FROM stage_total WHERE stage = ? AND currency = ? AND items = 0"_s,
                                    {it.key().first, currency});
        }
        if (!done)
            return done;
    }
    m_deltas.clear();
    return {};
}

Result<void> countWholeTypes(Connection &connection, const Catalog &catalog)
{
    for (const QString &code : catalog.codes()) {
        const RecordTable &table = *catalog.table(code);
        if (!table.isItem || table.stageColumn >= 0)
            continue;
        const bool hasAmount = table.indexOf(Codes::amount) >= 0;
        auto done = connection.run(u"DELETE FROM stage_total WHERE stage = ?"_s, {wholeType(table.typeId)});
        if (done)
            done = connection.run(
                u"INSERT INTO stage_total (stage, currency, items, amount) SELECT %1, %2, count(*), %3 FROM %4 "
                "WHERE deleted_at IS NULL GROUP BY 2"_s.arg(
                    QString::number(wholeType(table.typeId)), hasAmount ? u"coalesce(amount_currency, '')"_s : u"''"_s,
                    hasAmount ? u"coalesce(sum(amount), 0)"_s : u"0"_s, sqlName(table.name)));
        if (!done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
