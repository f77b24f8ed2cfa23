// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/closed_totals.h"

#include "core/base/durations.h"
#include "core/base/texts.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/exact_sum.h"
#include "core/store/kept/stage_totals.h"

namespace Kartoteka {

namespace {

bool canClose(const RecordTable &table)
{
    return table.isItem && table.indexOf(Codes::amount) >= 0 && table.indexOf(Codes::closedAt) >= 0;
}

} // namespace

Result<void> ClosedTotals::note(const NotedChange &change)
{
    if (canClose(change.table)) {
        add(change.table, change.before, -1);
        add(change.table, change.after, 1);
    }
    return {};
}

void ClosedTotals::add(const RecordTable &table, const Row &row, int sign)
{
    if (row.isEmpty() || row[table.indexOf(u"deleted_at"_s)].isValid())
        return;
    const Value closed = row[table.indexOf(Codes::closedAt)];
    const Money money = row[table.indexOf(Codes::amount)].value<Money>();
    if (!closed.isValid() || money.currency.isEmpty())
        return;
    const qint64 held = table.stageColumn < 0 ? 0 : row[table.stageColumn].toLongLong();
    Delta &delta = m_deltas[{held == 0 ? wholeType(table.typeId) : held, money.currency, closed.toLongLong() / dayMs}];
    delta.items += sign;
    delta.tooLarge = delta.tooLarge || __builtin_add_overflow(delta.amount, sign * money.minor, &delta.amount);
}

Result<void> ClosedTotals::write()
{
    for (const auto &[key, delta] : m_deltas) {
        if (delta.items == 0 && delta.amount == 0)
            continue;
        const auto &[stage, currency, day] = key;
        auto kind = m_connection.scalar(
            u"INSERT INTO closed_total (stage, currency, day, items, amount) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (stage, currency, day) DO UPDATE SET items = items + excluded.items, "
            "amount = amount + excluded.amount RETURNING typeof(amount)"_s,
            {stage, currency, day, delta.items, delta.amount});
        if (kind && (delta.tooLarge || kind->toString() != u"integer")) {
            return Error{
                ErrorCode::Refused, Texts::tr("The sum of a stage would be too large to be counted."), {}, Codes::amount};
        }
        Result<void> done = kind ? Result<void>() : Result<void>(kind.error());
        if (done && delta.items < 0) {
            done = m_connection.run(u"DELETE FROM closed_total WHERE stage = ? AND currency = ? AND day = ? AND items = 0"_s,
                                    {stage, currency, day});
        }
        if (!done)
            return done;
    }
    m_deltas.clear();
    return {};
}

QString closedDay(const QString &alias)
{
    return u"(%1.closed_at / 86400000)"_s.arg(alias);
}

QString closedTotalsOf(const RecordTable &table)
{
    if (!canClose(table))
        return {};
    const QString whole = QString::number(wholeType(table.typeId));
    return u"SELECT %1 AS stage, t.amount_currency AS currency, %2 AS day, count(*) AS items, coalesce(%3, 0) AS amount FROM %4 t "
           "WHERE t.deleted_at IS NULL AND t.closed_at IS NOT NULL AND t.amount_currency <> '' GROUP BY 1, 2, 3"_s.arg(
               table.stageColumn >= 0 ? u"coalesce(t.stage, %1)"_s.arg(whole) : whole, closedDay(u"t"_s),
               sumOf(u"t.amount"_s), sqlName(table.name));
}

Result<void> countClosed(Connection &connection, const Catalog &catalog)
{
    auto done = connection.run(u"DELETE FROM closed_total"_s);
    for (const QString &code : catalog.codes()) {
        const QString rows = closedTotalsOf(*catalog.table(code));
        if (done && !rows.isEmpty())
            done = connection.run(u"INSERT INTO closed_total (stage, currency, day, items, amount) "_s + rows);
    }
    return done;
}

} // namespace Kartoteka
