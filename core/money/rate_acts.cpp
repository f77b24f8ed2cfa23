// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/rate_acts.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/money/rate_queries.h"
#include "core/schema/act_kinds.h"

#include <QLocale>

#include <algorithm>

namespace Kartoteka {

namespace {

const Currency *findCurrency(const Schema &schema, const QString &code)
{
    const auto it = std::ranges::find(schema.currencies(), code, &Currency::code);
    return it == schema.currencies().end() ? nullptr : &*it;
}

/// What two seats add is one currency: its identity comes from its code.
void addCurrency(ChangeSet &changes, const Schema &schema, const QString &code, int place)
{
    const int last = schema.currencies().isEmpty() ? 0 : schema.currencies().constLast().position;
    changes.create(u"currency"_s, {{u"code"_s, code}, {u"position"_s, qint64(last + 1 + place)}},
                   derivedUid(u"currency", code));
}

} // namespace

Result<ChangeSet> planAddCurrency(const Schema &schema, const QString &name)
{
    const QString code = currencyFromName(name);
    if (code.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("There is no currency “%1”.").arg(name), {}, name};
    if (code == schema.baseCurrency() || findCurrency(schema, code))
        return Error{ErrorCode::Refused, Texts::tr("The office already works with %1.").arg(code), {}, code};
    ChangeSet changes = ChangeSet::of(ActKinds::currencies, code);
    addCurrency(changes, schema, code, 0);
    return changes;
}

Result<ChangeSet> planRemoveCurrency(const ReadContext &context, const QString &code, qint64 nowMs)
{
    if (code == context.schema->baseCurrency())
        return Error{
            ErrorCode::Refused, Texts::tr("%1 is the base currency: choose another one first.").arg(code), {}, code};
    const Currency *currency = findCurrency(*context.schema, code);
    if (!currency)
        return Error{ErrorCode::NotFound, Texts::tr("The office does not work with %1.").arg(code), {}, code};
    auto used = countAmountsIn(context, code);
    if (!used)
        return used.error();
    if (const qint64 items = *used; items > 0) {
        return Error{
            ErrorCode::Refused,
            Texts::tr("%n amount(s) use %1: it cannot be removed.", nullptr, int(qMin<qint64>(items, 1'000'000'000)))
                .arg(code),
            {},
            code};
    }
    ChangeSet changes = ChangeSet::of(ActKinds::currencies, code);
    changes.update(u"currency"_s, currency->id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

ChangeSet planOrderCurrencies(const Schema &schema, const QList<qint64> &ids)
{
    ChangeSet changes;
    changes.kind = ActKinds::currencies;
    for (const Currency &currency : schema.currencies()) {
        const auto place = ids.indexOf(currency.id) + 1;
        if (place > 0 && place != currency.position)
            changes.update(u"currency"_s, currency.id, {{u"position"_s, qint64(place)}});
    }
    return changes;
}

QUuid rateUid(const QString &currency, const QString &base, const QDate &day)
{
    return derivedUid(u"rate", u"%1/%2/%3"_s.arg(currency, base, day.toString(Qt::ISODate)));
}

Result<ChangeSet> planRates(const Schema &schema, const QList<DayRate> &rates)
{
    const QString base = schema.baseCurrency();
    ChangeSet changes;
    changes.kind = ActKinds::rates;
    QStringList codes;
    QHash<QString, int> added;
    for (const DayRate &rate : rates) {
        if (rate.currency == base) {
            return Error{
                ErrorCode::Refused, Texts::tr("%1 is the base currency: its rate is always 1.").arg(base), {}, base};
        }
        if (!rate.day.isValid() || rate.value <= 0 || rate.value > largestRate)
            return Error{ErrorCode::Usage, Texts::tr("That is not a rate of %1.").arg(rate.currency), {}, rate.currency};
        if (!findCurrency(schema, rate.currency) && !added.contains(rate.currency)) {
            addCurrency(changes, schema, rate.currency, int(added.size()));
            added.insert(rate.currency, 0);
        }
        if (!codes.contains(rate.currency))
            codes << rate.currency;
        changes.create(u"rate"_s,
                       {{u"currency"_s, rate.currency},
                        {u"base"_s, base},
                        {u"day"_s, rate.day.toString(Qt::ISODate)},
                        {u"value"_s, rate.value}},
                       rateUid(rate.currency, base, rate.day));
    }
    constexpr qsizetype named = 5;
    changes.subject = codes.size() > named ? QLocale().toString(codes.size()) : codes.join(u", "_s);
    return changes;
}

ChangeSet planRemoveRate(const QString &subject, qint64 id, qint64 nowMs)
{
    ChangeSet changes = ChangeSet::of(ActKinds::rates, subject);
    changes.update(u"rate"_s, id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

} // namespace Kartoteka
