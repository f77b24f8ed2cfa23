// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/clash_watch.h"

#include "core/activities/activity_queries.h"
#include "core/calendar/busy.h"
#include "core/calendar/calendar_entries.h"
#include "core/schedule/scheduler.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int laterMs = 400;
constexpr qsizetype most = 100;
constexpr qsizetype mostNumbers = 2000;

} // namespace

Result<ClashWatch::Found> ClashWatch::readAll(const ReadContext &context)
{
    const QDateTime now = context.clock->localNow();
    const auto ids = clashesAfter(context, now.date().startOfDay().toMSecsSinceEpoch(), now.toMSecsSinceEpoch());
    if (!ids)
        return ids.error();
    const auto numbers = activityNumbers(context, ids->mid(0, mostNumbers));
    const auto entries = activityEntries(context, ids->mid(0, most), now.toMSecsSinceEpoch());
    if (!numbers || !entries)
        return numbers ? entries.error() : numbers.error();
    return Found{*entries, *numbers};
}

ClashWatch::ClashWatch(Store &store, QObject *parent)
    : QObject(parent), m_store(store), m_day(store.clock().localNow().date())
{
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &ClashWatch::read);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const SchemaPtr schema = m_store.schema();
        const bool isOurs = std::ranges::any_of(notice.records, [&schema](const RecordChange &one) {
            const EntityType *type = schema->type(one.typeId);
            return type && (isActivities(*type) || type->code == Codes::resourceType);
        });
        if (notice.whole || isOurs)
            readLater();
    });
    // What was today is past, and times that were held until yesterday are free.
    Scheduler::of(store).add(this,
                             {[this](qint64 now) { return dayAfter(m_day, now); },
                              [this](qint64, qint64) {
                                  m_day = m_store.clock().localNow().date();
                                  readLater();
                              }});
}

void ClashWatch::readLater()
{
    m_isStale = true;
    if (m_isShown)
        m_later.start();
}

void ClashWatch::setShown(bool shown)
{
    m_isShown = shown;
    if (shown)
        read();
    else
        m_later.stop();
}

void ClashWatch::read()
{
    if (!m_isShown || !std::exchange(m_isStale, false))
        return;
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<Found>(m_load, readAll).then(this, [this, token = m_load](const Result<Found> &found) {
        if (token.isCancelled())
            return;
        if (!found)
            m_isStale = true; // the next time it is shown, or something is changed
        else if (std::exchange(m_found, *found) != *found)
            emit changed();
    });
}

} // namespace Kartoteka
