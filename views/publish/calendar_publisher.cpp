// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/publish/calendar_publisher.h"

#include "core/schedule/scheduler.h"
#include "core/schema/activity_codes.h"
#include "core/schema/resource_codes.h"
#include "views/tasks/task_runner.h"

#include <QDir>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qint64 quietMs = 3'000;  ///< of many changes in a row one file
constexpr qint64 quietTimes = 10;  ///< … and a long one takes a small part of the time alone
constexpr qint64 retryMs = 60'000; ///< a folder of the network may come back

/// A room that is renamed is another place.
bool mayShow(const CommitNotice &notice, const Schema &schema)
{
    const EntityType *rooms = schema.type(Codes::resourceType);
    return notice.whole || notice.external || notice.schemaChanged || (rooms && notice.concerns(rooms->id))
        || std::ranges::any_of(notice.records, [](const RecordChange &change) {
               return change.table == u"activity" || change.table == Codes::seriesException;
           });
}

} // namespace

CalendarPublisher::CalendarPublisher(Store &store, TaskRunner &tasks, QObject *parent)
    : QObject(parent), m_store(store), m_tasks(tasks)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (mayShow(notice, *m_store.schema()))
            writeIn(quiet());
    });
    connect(&store, &Store::schemaChanged, this, [this] { writeIn(quiet()); });
    connect(&PublishedChoice::of(store), &PublishedChoice::changed, this, &CalendarPublisher::choose);
    Scheduler &scheduler = Scheduler::of(store);
    connect(&scheduler, &Scheduler::turnedBack, this, [this] { writeIn(quiet()); });
    scheduler.add(this, {[this](qint64 now) { return nextAt(now); }, [this](qint64, qint64) { write(); }});
    choose();
}

void CalendarPublisher::choose()
{
    m_isTold = false;
    m_at.reset();
    writeIn(0);
}

qint64 CalendarPublisher::quiet() const
{
    return qMax(quietMs, m_tookMs * quietTimes);
}

void CalendarPublisher::writeIn(qint64 ms)
{
    const qint64 at = m_store.clock().now() + ms;
    // What is due already is not put off by what comes after it.
    m_at = m_at ? qMin(*m_at, at) : at;
    Scheduler::of(m_store).wake();
}

std::optional<qint64> CalendarPublisher::nextAt(qint64 now) const
{
    if (m_isWriting || PublishedChoice::of(m_store).calendar().path.isEmpty())
        return std::nullopt;
    return m_at ? *m_at : dayAfter(m_day, now);
}

void CalendarPublisher::write()
{
    m_at.reset();
    m_isWriting = true;
    m_day = m_store.clock().localNow().date();
    m_begun.start();
    const PublishedCalendar calendar = PublishedChoice::of(m_store).calendar();
    m_tasks.runQuietly<bool>(
        [this, calendar](const CancelToken &cancel, const TaskRunner::Progress &) {
            auto text = m_store
                            .read<QByteArray>(
                                cancel, [calendar](const ReadContext &context) { return publishedText(context, calendar); })
                            .result();
            return text ? writePublished(*text, calendar.path) : Result<bool>(text.error());
        },
        [this, calendar](const Result<bool> &written) { finish(written, calendar); });
}

void CalendarPublisher::finish(const Result<bool> &written, const PublishedCalendar &calendar)
{
    m_isWriting = false;
    m_tookMs = m_begun.elapsed();
    if (written) {
        m_isTold = false;
    } else if (written.error().code != ErrorCode::Cancelled) {
        const bool isChosen = calendar == PublishedChoice::of(m_store).calendar();
        if (isChosen && !m_isTold) {
            m_isTold = true;
            emit failed({written.error().code,
                         tr("The calendar “%1” is not being updated: %2")
                             .arg(QDir::toNativeSeparators(calendar.path), written.error().message),
                         written.error().detail,
                         {}});
        }
        writeIn(isChosen ? retryMs : 0);
    }
    Scheduler::of(m_store).wake();
}

} // namespace Kartoteka
