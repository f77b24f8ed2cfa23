// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/counter_model.h"

#include "core/schedule/scheduler.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Counters change with activities, and with whose their items are.
bool mayCount(const Schema &schema, const CommitNotice &notice)
{
    const EntityType *activity = schema.type(u"activity"_s);
    return notice.whole || notice.schemaChanged
        || std::any_of(notice.records.begin(), notice.records.end(), [&](const RecordChange &r) {
               if (activity && r.typeId == activity->id)
                   return true;
               return r.typeId != 0
                   && (r.operation != Operation::Update || r.field(Codes::responsible) || r.field(u"deleted_at"_s));
           });
}

} // namespace

CounterModel::CounterModel(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    const auto renew = [this] {
        refresh();
        emit lightsDue();
    };
    Scheduler &scheduler = Scheduler::of(store);
    scheduler.add(this, {[this](qint64) { return m_nextAt; }, [renew](qint64, qint64) { renew(); }});
    connect(&scheduler, &Scheduler::turnedBack, this, renew);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (mayCount(*m_store.schema(), notice))
            refresh();
    });
    connect(&store, &Store::userChanged, this, &CounterModel::refresh);
    refresh();
}

void CounterModel::refresh()
{
    m_load.cancel();
    m_load = CancelToken();
    m_nextAt.reset();
    const qint64 now = m_store.clock().now();
    const qint64 user = m_store.user();
    using Answer = std::pair<QHash<qint64, Lights>, Value>;
    m_store
        .read<Answer>(m_load,
                      [user, now](ReadContext &context) -> Result<Answer> {
                          auto lights = sectionLights(context, user, now);
                          if (!lights)
                              return lights.error();
                          auto next = nextLightAt(context, now);
                          if (!next)
                              return next.error();
                          return Answer{*lights, *next};
                      })
        .then(this, [this, token = m_load](const Result<Answer> &answer) {
            if (token.isCancelled() || !answer)
                return;
            m_lights = answer->first;
            if (answer->second.isValid())
                m_nextAt = answer->second.toLongLong();
            Scheduler::of(m_store).wake();
            emit changed();
        });
}

} // namespace Kartoteka
