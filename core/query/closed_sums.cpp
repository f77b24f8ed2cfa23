// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/closed_sums.h"

#include "core/schema/codes.h"
#include "core/schema/money_codes.h"
#include "core/store/kept/closed_totals.h"
#include "core/store/kept/exact_sum.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

ClosingRates::ClosingRates(const ReadContext &context, const RecordTable &table)
    : m_context(context)
    , m_base(context.schema->baseCurrency())
    , m_areAsked(table.isItem && table.indexOf(Codes::closedAt) >= 0 && !context.schema->currencies().isEmpty()
                 && context.schema->setting(Codes::closedRates) != Codes::ratesOfToday)
{}

QString ClosingRates::day(const QString &currency) const
{
    // Days of amounts that are never converted would be groups for nothing.
    return m_areAsked ? u"CASE WHEN %1 IN (SELECT code FROM currency WHERE deleted_at IS NULL) THEN %2 END"_s.arg(
               currency, closedDay(u"t"_s))
                      : u"NULL"_s;
}

Result<void> ClosingRates::add(ClosedSums &sums, const QString &currency, const QVariant &day, const QVariant &amount)
{
    if (!m_areAsked || day.isNull() || currency.isEmpty() || currency == m_base)
        return {};
    auto days = daysOf(currency);
    if (!days)
        return days.error();
    ClosedSum one;
    addSum(one.minor, amount);
    const QDate closed = QDate(1970, 1, 1).addDays(day.toLongLong());
    const auto after = std::ranges::upper_bound(**days, closed.toString(Qt::ISODate), {},
                                                &std::pair<QString, qint64>::first);
    if (after == (*days)->cbegin())
        one.missing = closed;
    else
        one.worth = Wide(one.minor) * std::prev(after)->second;
    addClosed(sums[currency], one);
    return {};
}

Result<QHash<qint64, ClosedSums>> ClosingRates::kept(const QString &stages)
{
    QHash<qint64, ClosedSums> found;
    if (!m_areAsked)
        return found;
    auto cursor = m_context.connection.query(
        u"SELECT stage, currency, day, amount FROM closed_total WHERE (%1) AND currency IN "
        "(SELECT code FROM currency WHERE deleted_at IS NULL)"_s.arg(stages));
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        if (auto done = add(found[cursor->integer(0)], cursor->text(1), cursor->value(2), cursor->value(3)); !done)
            return done.error();
    }
    return found;
}

Result<const ClosingRates::Days *> ClosingRates::daysOf(const QString &currency)
{
    auto known = m_days.find(currency);
    if (known == m_days.end()) {
        auto cursor = m_context.connection.query(
            u"SELECT day, value FROM rate WHERE currency = ? AND base = ? AND deleted_at IS NULL ORDER BY day"_s,
            {currency, m_base});
        if (!cursor)
            return cursor.error();
        known = m_days.insert(currency, {});
        while (cursor->next())
            known->append({cursor->text(0), cursor->integer(1)});
    }
    return &*known;
}

} // namespace Kartoteka
