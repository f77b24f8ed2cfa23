// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/series_watch.h"

#include "core/activities/overlap.h"
#include "core/activities/series_upkeep.h"
#include "core/schedule/scheduler.h"
#include "core/schema/repeat_rule.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int laterMs = 400;

bool mayConcernSeries(const CommitNotice &notice)
{
    return notice.whole || notice.external || std::ranges::any_of(notice.records, [](const RecordChange &one) {
               const bool isOther = one.operation != Operation::Update || one.field(Codes::recurrence)
                   || one.field(Codes::occurrence) || one.field(u"deleted_at"_s);
               return (one.table == u"activity" && isOther) || one.table == u"series_exception";
           });
}

} // namespace

SeriesWatch::SeriesWatch(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    if (!store.access().isWritable())
        return;
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &SeriesWatch::look);
    Scheduler &scheduler = Scheduler::of(store);
    scheduler.add(this, {[this](qint64) { return m_nextAt; }, [this](qint64, qint64) { look(); }});
    connect(&scheduler, &Scheduler::turnedBack, this, &SeriesWatch::look);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (mayConcernSeries(notice) && !m_later.isActive())
            m_later.start(m_goesOn ? 0 : laterMs);
    });
    look();
}

void SeriesWatch::look()
{
    m_later.stop();
    m_load.cancel();
    m_load = CancelToken();
    m_nextAt.reset();
    m_store
        .read<SeriesUpkeep>(m_load,
                            [now = m_store.clock().now()](ReadContext &context) { return planSeriesUpkeep(context, now); })
        .then(this, [this, token = m_load](const Result<SeriesUpkeep> &upkeep) {
            if (token.isCancelled() || !upkeep)
                return; // the next commit looks again
            m_nextAt = upkeep->nextAt;
            m_goesOn = !upkeep->changes.isEmpty();
            Scheduler::of(m_store).wake();
            write(upkeep->changes);
        });
}

/// Each person's at once. What was written is looked at again: there may be more.
void SeriesWatch::write(const QList<ChangeSet> &changes)
{
    QList<qint64> people;
    for (const ChangeSet &one : changes) {
        if (!people.contains(one.author))
            people << one.author;
    }
    for (const qint64 person : std::as_const(people)) {
        QList<ChangeSet> own = changes;
        own.removeIf([person](const ChangeSet &one) { return one.author != person; });
        ChangeSet all = own.constFirst();
        for (const ChangeSet &one : own.sliced(1))
            all.changes += one.changes;
        m_store.commit(all).then(this, [this, own](const Result<Receipt> &receipt) {
            if (receipt || receipt.error().code != ErrorCode::Refused)
                return;
            for (const ChangeSet &one : own) // the one that is refused holds up no other
                writeAlone(one);
        });
    }
}

/// A room that is taken, or not to be had then, stops no series: what comes stands, and clashes.
void SeriesWatch::writeAlone(const ChangeSet &changes)
{
    m_store.commit(changes).then(this, [this, changes](const Result<Receipt> &receipt) {
        if (!receipt && isOverlapRefusal(receipt.error()))
            m_store.commit(acceptingOverlap(changes));
    });
}

} // namespace Kartoteka
