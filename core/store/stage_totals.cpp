// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stage_totals.h"

#include "core/base/texts.h"

namespace Kartoteka {

void StageTotals::note(const RecordTable &table, const Row &before, const Row &after)
{
    if (!table.isItem || table.stageColumn < 0)
        return;
    add(table, before, -1);
    add(table, after, 1);
}

void StageTotals::add(const RecordTable &table, const Row &row, int sign)
{
    if (row.isEmpty() || row[table.indexOf(u"deleted_at"_s)].isValid())
        return;
    const qint64 stage = row[table.stageColumn].toLongLong();
    if (stage == 0)
        return;
    const Money money = row.value(table.indexOf(u"amount"_s)).value<Money>();
    Delta &delta = m_deltas[{stage, money.currency}];
    delta.items += sign;
    delta.tooLarge = delta.tooLarge || __builtin_add_overflow(delta.amount, sign * money.minor, &delta.amount);
}

Result<void> StageTotals::write(Connection &connection)
{
    for (auto it = m_deltas.cbegin(); it != m_deltas.cend(); ++it) {
        if (it->items == 0 && it->amount == 0)
            continue;
        const QString currency = it.key().second.isNull() ? u""_s : it.key().second;
        auto kind = connection.scalar(u"INSERT INTO stage_total (stage, currency, items, amount) VALUES (?, ?, ?, ?) "
                                      "ON CONFLICT (stage, currency) DO UPDATE SET items = items + excluded.items, "
                                      "amount = amount + excluded.amount RETURNING typeof(amount)"_s,
                                      {it.key().first, currency, it->items, it->amount});
        // Beyond 64 bits SQLite goes on with a floating number, which no subtraction makes right again.
        if (kind && (it->tooLarge || kind->toString() != u"integer"))
            return Error{
                ErrorCode::Refused, Texts::tr("The sum of a stage would be too large to be counted."), {}, u"amount"_s};
        Result<void> done = kind ? Result<void>() : Result<void>(kind.error());
        if (done && it->items < 0) {
            done = connection.run(u"DELETE FROM stage_total WHERE stage = ? AND currency = ? AND items = 0"_s,
                                  {it.key().first, currency});
        }
        if (!done)
            return done;
    }
    m_deltas.clear();
    return {};
}

} // namespace Kartoteka
