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
        const bool concerns = notice.whole || notice.schemaChanged
            || std::ranges::any_of(notice.records, [](const RecordChange &one) { return one.table == u"activity"; });
        if (concerns)
            refresh();
    });
    connect(&store, &Store::userChanged, this, [this] {
        m_load.cancel(); // another one's day
        m_aside.clear();
        m_passed.clear();
        m_isReading = false;
        take({});
        refresh();
    });
    Scheduler::of(store).add(
        this,
        {[this](qint64 now) { return m_day.isValid() ? std::optional(dayAfter(m_day, now)) : std::nullopt; },
         [this](qint64, qint64) { refresh(); }});
}

void DayQueue::setShown(bool shown)
{
    m_isShown = shown;
    if (!shown) {
        m_day = {};
        return;
    }
    m_passed.clear();
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

void DayQueue::putAside(qint64 activity)
{
    m_aside.removeAll(activity);
    m_aside << activity;
    take(m_entries);
}

void DayQueue::passOver(qint64 activity)
{
    m_passed.insert(activity);
    take(m_entries);
}

void DayQueue::refresh()
{
    m_isStale = true;
    if (!m_isShown || m_isReading)
        return;
    m_isStale = false;
    m_isReading = true;
    m_load = CancelToken();
    m_day = m_store.clock().localNow().date();
    Scheduler::of(m_store).wake();
    m_store
        .read<QList<DayEntry>>(m_load,
                               [person = m_store.user(), now = m_store.clock().now()](const ReadContext &context) {
                                   return dayQueue(context, person, now);
                               })
        .then(this, [this, token = m_load](const Result<QList<DayEntry>> &found) {
            if (token.isCancelled())
                return;
            m_isReading = false;
            m_isRead = m_isRead || found;
            if (found)
                take(*found);
            if (found)
                emit read();
            else
                emit readFailed(found.error());
            if (m_isStale)
                refresh();
        });
}

/// Short, and read as a whole: a view keeps what is chosen by the activity.
void DayQueue::take(QList<DayEntry> entries)
{
    entries.removeIf([this](const DayEntry &one) { return m_passed.contains(one.activity.id); });
    std::ranges::stable_sort(entries, {}, [this](const DayEntry &one) { return m_aside.indexOf(one.activity.id); });
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

} // namespace Kartoteka
