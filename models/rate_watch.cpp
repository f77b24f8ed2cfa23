// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rate_watch.h"

#include "core/money/rate_queries.h"
#include "core/schedule/scheduler.h"

#include <algorithm>

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
    m_load.cancel();
    m_load = CancelToken();
    const QDate day = m_store.clock().localNow().date();
    m_rates.day = day; // once a day, whatever comes of it
    m_store.read<Rates>(m_load, [day](ReadContext &context) { return readRates(context, day); })
        .then(this, [this, token = m_load](const Result<Rates> &rates) {
            if (token.isCancelled() || !rates || *rates == m_rates)
                return;
            m_rates = *rates;
            emit changed();
        });
}

} // namespace Kartoteka
