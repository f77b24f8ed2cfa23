// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/day_queue.h"

#include "core/items/value_text.h"
#include "core/schedule/scheduler.h"
#include "core/store/kept/activity_index.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

DayQueue::DayQueue(Store &store, QObject *parent) : QAbstractListModel(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (concerns(notice))
            refresh();
    });
    connect(&store, &Store::userChanged, this, [this] {
        m_load.cancel(); // another one's day
        m_aside.clear();
        m_passed.clear();
        m_passings.clear();
        m_isReading = false;
        take({});
        refresh();
    });
    Scheduler::of(store).add(this,
                             {[this](qint64 now) {
                                  if (!m_day.isValid())
                                      return std::optional<qint64>();
                                  const qint64 midnight = dayAfter(m_day, now);
                                  return std::optional(m_turnAt ? qMin(*m_turnAt, midnight) : midnight);
                              },
                              [this](qint64, qint64) { refresh(); }});
}

/// Activities, the names of what they are for, and what becomes of that: an item that is deleted takes them along.
bool DayQueue::concerns(const CommitNotice &notice) const
{
    return notice.whole || notice.schemaChanged || std::ranges::any_of(notice.records, [this](const RecordChange &one) {
               return one.table == u"activity"
                   || (one.typeId != 0 && (one.field(u"deleted_at"_s) || m_items.contains({one.typeId, one.id, {}})));
           });
}

void DayQueue::setShown(bool shown)
{
    m_isShown = shown;
    if (!shown) {
        m_day = {};
        m_turnAt.reset();
        return;
    }
    m_passed.clear();
    m_passings.clear();
    m_isStale = true;
    refresh();
}

QVariant DayQueue::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DayEntry &entry = m_entries[index.row()];
    if (role == Qt::DisplayRole)
        return entry.activity.title;
    if (role == Qt::AccessibleTextRole)
        return QStringList{entry.activity.title, entry.itemTitle, when(entry)}.join(u", "_s);
    return {};
}

int DayQueue::rowOf(qint64 activity) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const DayEntry &one) { return one.activity.id == activity; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

QString DayQueue::when(const DayEntry &entry) const
{
    if (entry.activity.incoming)
        return tr("reply");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.activity.deadline.toLongLong());
    const qint64 days = at.date().daysTo(m_store.clock().localNow().date());
    return days > 0 ? durationText(days * 86'400'000) : QLocale().toString(at.time(), QLocale::ShortFormat);
}

bool DayQueue::isLate(const DayEntry &entry) const
{
    const Value lit = litAt(entry.activity.deadline, entry.activity.reminders,
                            counterLeadOf(m_store.schema()->setting(Codes::counterLead)));
    return !entry.activity.incoming && lit.isValid() && lit.toLongLong() <= m_store.clock().now();
}

/// Before it is carried out.
void DayQueue::notePassing(qint64 activity, const QString &text)
{
    const int row = rowOf(activity);
    const auto written = m_store.undoStep();
    m_passings.append({m_aside, m_passed, activity, text.arg(row < 0 ? QString() : m_entries[row].activity.title),
                       written ? written->act : 0});
}

QString DayQueue::lastPassing() const
{
    if (m_passings.isEmpty())
        return {};
    const auto written = m_store.undoStep();
    return written && written->act == m_passings.constLast().act ? m_passings.constLast().text : QString();
}

qint64 DayQueue::takeBack()
{
    const Passing last = m_passings.takeLast();
    m_aside = last.aside;
    m_passed = last.passed;
    refresh(); // what was passed over is not at hand any more
    return last.activity;
}

void DayQueue::putAside(qint64 activity)
{
    notePassing(activity, tr("later today, “%1”"));
    m_aside.removeAll(activity);
    m_aside << activity;
    take(m_entries);
}

void DayQueue::passOver(qint64 activity)
{
    notePassing(activity, tr("skipping, “%1”"));
    m_passed.insert(activity);
    take(m_entries);
}

void DayQueue::refresh()
{
    m_isStale = true;
    m_turnAt.reset();
    if (!m_isShown || m_isReading)
        return;
    m_isStale = false;
    m_isReading = true;
    m_load = CancelToken();
    m_day = m_store.clock().localNow().date();
    if (std::exchange(m_asideDay, m_day) != m_day) {
        m_aside.clear();
        m_passed.clear();
        m_passings.clear();
    }
    Scheduler::of(m_store).wake();
    struct Day
    {
        QList<DayEntry> entries;
        int all = 0;
    };
    constexpr int mostRead = 500;
    constexpr int mostCounted = 10'000;
    const int read = mostRead + int(m_passed.size()); // what was passed over makes room
    m_store
        .read<Day>(m_load,
                   [person = m_store.user(), now = m_store.clock().now(), read](const ReadContext &context) -> Result<Day> {
                       auto entries = dayQueue(context, person, now, read);
                       if (!entries)
                           return entries.error();
                       auto all = countDay(context, person, now, mostCounted);
                       return all ? Result<Day>(Day{std::move(*entries), *all}) : Result<Day>(all.error());
                   })
        .then(this, [this, token = m_load, read](const Result<Day> &found) {
            if (token.isCancelled())
                return;
            m_isReading = false;
            m_isRead = m_isRead || found;
            if (found) {
                m_unread = qMax(0, found->all - read);
                m_isMore = found->all >= mostCounted;
                take(found->entries);
                emit this->read();
            } else {
                emit readFailed(found.error());
            }
            if (m_isStale)
                refresh();
        });
}

std::optional<qint64> DayQueue::nextTurn(qint64 now) const
{
    const int lead = counterLeadOf(m_store.schema()->setting(Codes::counterLead));
    std::optional<qint64> next;
    for (const DayEntry &entry : m_entries) {
        if (entry.activity.incoming)
            continue;
        for (const Value &at : {litAt(entry.activity.deadline, entry.activity.reminders, lead), entry.activity.deadline}) {
            if (at.isValid() && at.toLongLong() > now)
                next = next ? qMin(*next, at.toLongLong()) : at.toLongLong();
        }
    }
    return next;
}

/// Short, and read as a whole: a view keeps what is chosen by the activity.
void DayQueue::take(QList<DayEntry> entries)
{
    entries.removeIf([this](const DayEntry &one) { return m_passed.contains(one.activity.id); });
    std::ranges::stable_sort(entries, {}, [this](const DayEntry &one) { return m_aside.indexOf(one.activity.id); });
    beginResetModel();
    m_entries = std::move(entries);
    m_items.clear();
    for (const DayEntry &entry : std::as_const(m_entries)) {
        if (entry.item.id != 0)
            m_items.insert({entry.item.type, entry.item.id, {}});
    }
    endResetModel();
    if (!m_isShown)
        return;
    m_turnAt = nextTurn(m_store.clock().now());
    Scheduler::of(m_store).wake();
}

} // namespace Kartoteka
