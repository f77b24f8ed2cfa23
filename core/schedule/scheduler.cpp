// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/scheduler.h"

namespace Kartoteka {

namespace {

constexpr qint64 longestSleepMs = 60'000;
constexpr qint64 shortestSleepMs = 50; ///< for what is due again at once

} // namespace

Scheduler::Scheduler(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_seen(clock.now())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Scheduler::look);
}

Scheduler &Scheduler::of(Store &store)
{
    if (auto *known = store.findChild<Scheduler *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Scheduler(store.clock(), &store);
}

void Scheduler::add(QObject *owner, DueSource source)
{
    m_entries.append({owner, std::move(source)});
    wake();
}

void Scheduler::wake()
{
    m_timer.start(0);
}

void Scheduler::look()
{
    const qint64 now = m_clock.now();
    if (now < std::exchange(m_seen, now))
        emit turnedBack();
    m_entries.removeIf([](const Entry &entry) { return entry.owner.isNull(); });
    const QList<Entry> entries = m_entries; // what fires may add others
    for (const Entry &entry : entries) {
        if (entry.owner.isNull())
            continue;
        const auto at = entry.source.nextAt(now);
        if (at && *at <= now)
            entry.source.fire(now, now - *at);
    }
    if (!m_timer.isActive())
        sleep(now);
}

void Scheduler::sleep(qint64 now)
{
    qint64 wait = longestSleepMs;
    for (const Entry &entry : std::as_const(m_entries)) {
        const auto at = entry.owner.isNull() ? std::nullopt : entry.source.nextAt(now);
        if (at)
            wait = qMin(wait, *at - now);
    }
    m_timer.start(int(qMax(wait, shortestSleepMs)));
}

qint64 dayAfter(const QDate &shown, qint64 now)
{
    const bool isShown = QDateTime::fromMSecsSinceEpoch(now).date() == shown;
    return isShown ? shown.addDays(1).startOfDay().toMSecsSinceEpoch() : now;
}

} // namespace Kartoteka
