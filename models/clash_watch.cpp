// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clash_watch.h"

#include "core/calendar/busy.h"
#include "core/calendar/calendar_entries.h"

#include <utility>

namespace Kartoteka {

namespace {

constexpr int laterMs = 400;
constexpr qsizetype most = 100;

Result<QList<CalendarEntry>> readClashes(const ReadContext &context)
{
    const QDateTime now = context.clock->localNow();
    const auto ids = clashesAfter(context, now.date().startOfDay().toMSecsSinceEpoch(), now.toMSecsSinceEpoch());
    if (!ids)
        return ids.error();
    return activityEntries(context, ids->mid(0, most), now.toMSecsSinceEpoch());
}

} // namespace

ClashWatch::ClashWatch(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &ClashWatch::read);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const EntityType *activities = m_store.schema()->type(u"activity"_s);
        if (!activities || !notice.concerns(activities->id))
            return;
        m_isStale = true;
        if (m_isShown)
            m_later.start();
    });
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
    m_store.read<QList<CalendarEntry>>(m_load, readClashes)
        .then(this, [this, token = m_load](const Result<QList<CalendarEntry>> &found) {
            if (token.isCancelled() || !found || std::exchange(m_all, *found) == *found)
                return;
            emit changed();
        });
}

} // namespace Kartoteka
