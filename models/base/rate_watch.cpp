// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/rate_watch.h"

#include "core/money/rate_queries.h"
#include "core/schedule/scheduler.h"
#include "core/schema/money_codes.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

bool mayChangeRates(const CommitNotice &notice)
{
    return notice.whole || notice.external || notice.schemaChanged
        || std::ranges::any_of(notice.records, [](const RecordChange &change) { return change.table == u"rate"; });
}

} // namespace

RateWatch &RateWatch::of(Store &store)
{
    if (auto *known = store.findChild<RateWatch *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new RateWatch(store);
}

RateWatch::RateWatch(Store &store)
    : QObject(&store), m_store(store), m_rates{store.schema()->baseCurrency(), store.clock().localNow().date()}
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (mayChangeRates(notice))
            refresh();
    });
    connect(&store, &Store::schemaChanged, this, &RateWatch::refresh);
    Scheduler::of(store).add(
        this, {[this](qint64 now) { return dayAfter(m_rates.day, now); }, [this](qint64, qint64) { refresh(); }});
    refresh();
}

void RateWatch::refresh()
{
    struct Found
    {
        Rates rates;
        QString past; ///< another text when closed items may count by other rates
    };
    m_load.cancel();
    m_load = CancelToken();
    const QDate day = m_store.clock().localNow().date();
    m_rates.day = day; // once a day, whatever comes of it
    m_store
        .read<Found>(m_load,
                     [day](ReadContext &context) -> Result<Found> {
                         auto rates = readRates(context, day);
                         auto stamp = ratesStamp(context);
                         if (!rates || !stamp)
                             return rates ? stamp.error() : rates.error();
                         const Schema &schema = *context.schema;
                         QStringList past{*stamp, schema.baseCurrency(), schema.setting(Codes::closedRates)};
                         for (const Currency &currency : schema.currencies())
                             past << currency.code;
                         return Found{*rates, past.join(u' ')};
                     })
        .then(this, [this, token = m_load](const Result<Found> &found) {
            if (token.isCancelled() || !found)
                return;
            const QString before = std::exchange(m_past, found->past);
            if (std::exchange(m_rates, found->rates) != found->rates)
                emit changed();
            if (!before.isEmpty() && before != m_past)
                emit pastChanged();
        });
}

} // namespace Kartoteka
