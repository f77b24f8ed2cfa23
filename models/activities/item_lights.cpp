// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/item_lights.h"

#include "core/schedule/scheduler.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Only activities have lights.
bool mayLight(const Schema &schema, const CommitNotice &notice)
{
    const EntityType *activity = schema.type(u"activity"_s);
    return notice.whole || notice.schemaChanged || (activity && notice.concerns(activity->id));
}

} // namespace

ItemLights::ItemLights(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    Scheduler &scheduler = Scheduler::of(store);
    scheduler.add(this, {[this](qint64) { return m_nextAt; }, [this](qint64, qint64) { read(); }});
    connect(&scheduler, &Scheduler::turnedBack, this, &ItemLights::read);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (mayLight(*m_store.schema(), notice))
            read();
    });
}

void ItemLights::setItem(const ItemRef &item)
{
    if (item == m_item)
        return;
    m_item = item;
    take({}); // until that is known
    read();
}

void ItemLights::read()
{
    m_reading.cancel();
    m_reading = CancelToken();
    m_nextAt.reset();
    if (m_item.isNull())
        return;
    using Answer = std::pair<Explanation, Value>;
    m_store
        .read<Answer>(m_reading,
                      [item = m_item, now = m_store.clock().now()](ReadContext &context) -> Result<Answer> {
                          auto counted = explainItem(context, item, now);
                          auto next = nextLightAt(context, now);
                          if (!counted || !next)
                              return counted ? next.error() : counted.error();
                          return Answer{*counted, *next};
                      })
        .then(this, [this, token = m_reading](const Result<Answer> &answer) {
            if (token.isCancelled() || !answer)
                return; // what is planned stands below anyway
            if (answer->second.isValid())
                m_nextAt = answer->second.toLongLong();
            Scheduler::of(m_store).wake();
            take(answer->first);
        });
}

void ItemLights::take(const Explanation &explanation)
{
    const bool isSame = explanation.lights == m_explanation.lights && explanation.activities == m_explanation.activities;
    m_explanation = explanation;
    if (!isSame)
        emit changed();
}

} // namespace Kartoteka
