// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/stage_totals.h"

#include "core/base/texts.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/exact_sum.h"

namespace Kartoteka {

namespace {

/// The same as weightedAmount().
qint64 weighted(qint64 amount, qint64 probability)
{
    constexpr qint64 whole = 100;
    const qint64 percent = qBound<qint64>(0, probability, whole);
    return amount / whole * percent + amount % whole * percent / whole;
}

} // namespace

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
    const qint64 held = table.stageColumn < 0 ? 0 : row[table.stageColumn].toLongLong();
    const qint64 stage = held == 0 ? wholeType(table.typeId) : held;
    const int amount = table.indexOf(Codes::amount);
    const Money money = amount < 0 ? Money() : row[amount].value<Money>();
    Delta &delta = m_deltas[{stage, money.currency}];
    delta.items += sign;
    delta.tooLarge = delta.tooLarge || __builtin_add_overflow(delta.amount, sign * money.minor, &delta.amount);
    if (const int probability = table.indexOf(Codes::probability); amount >= 0 && probability >= 0) {
        const qint64 part = weighted(money.minor, row[probability].toLongLong());
        delta.tooLarge = delta.tooLarge || __builtin_add_overflow(delta.weighted, sign * part, &delta.weighted);
    }
    if (const int created = table.indexOf(Codes::createdAt); created >= 0)
        delta.created += sign * (row[created].toLongLong() / 1000);
}

Result<void> StageTotals::write()
{
    for (auto it = m_deltas.cbegin(); it != m_deltas.cend(); ++it) {
        if (it->items == 0 && it->amount == 0 && it->weighted == 0 && it->created == 0)
            continue;
        const QString currency = it.key().second.isNull() ? u""_s : it.key().second;
        auto kind = m_connection.scalar(
            u"INSERT INTO stage_total (stage, currency, items, amount, weighted, created) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (stage, currency) DO UPDATE SET items = items + excluded.items, amount = amount + excluded.amount, "
            "weighted = weighted + excluded.weighted, created = created + excluded.created "
            "RETURNING typeof(amount) || typeof(weighted)"_s,
            {it.key().first, currency, it->items, it->amount, it->weighted, it->created});
        // Beyond 64 bits SQLite goes on with a floating number, which no subtraction makes right again.
        if (kind && (it->tooLarge || kind->toString() != u"integerinteger"))
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

QString weightedAmount(const QString &alias)
{
    return u"(%1.amount / 100 * max(0, min(100, coalesce(%1.probability, 0))) + "
           "%1.amount % 100 * max(0, min(100, coalesce(%1.probability, 0))) / 100)"_s.arg(alias);
}

QString stageTotalsOf(const RecordTable &table)
{
    const bool hasStage = table.stageColumn >= 0;
    const bool hasAmount = table.indexOf(Codes::amount) >= 0;
    const bool hasProbability = hasAmount && table.indexOf(Codes::probability) >= 0;
    const auto summed = [](bool is, const QString &what) { return is ? u"coalesce(%1, 0)"_s.arg(sumOf(what)) : u"0"_s; };
    return u"SELECT %1 AS stage, %2 AS currency, count(*) AS items, %3 AS amount, %4 AS weighted, %5 AS created FROM %6 t "
           "WHERE t.deleted_at IS NULL GROUP BY 1, 2"_s.arg(
               hasStage ? u"coalesce(t.stage, %1)"_s.arg(wholeType(table.typeId)) : QString::number(wholeType(table.typeId)),
               hasAmount ? u"coalesce(t.amount_currency, '')"_s : u"''"_s, summed(hasAmount, u"t.amount"_s),
               summed(hasProbability, weightedAmount(u"t"_s)),
               summed(table.indexOf(Codes::createdAt) >= 0, u"(t.created_at / 1000)"_s), sqlName(table.name));
}

Result<void> countStages(Connection &connection, const Catalog &catalog)
{
    auto done = connection.run(u"DELETE FROM stage_total"_s);
    for (const QString &code : catalog.codes()) {
        const RecordTable &table = *catalog.table(code);
        if (done && table.isItem)
            done = connection.run(
                u"INSERT INTO stage_total (stage, currency, items, amount, weighted, created) SELECT * FROM "
                "(%1) WHERE items <> 0"_s.arg(stageTotalsOf(table)));
    }
    return done;
}

} // namespace Kartoteka
