// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/reminder_model.h"

#include "core/base/durations.h"
#include "core/items/value_text.h"
#include "core/schedule/scheduler.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qint64 momentsMs = 10'000;

bool concerns(const Schema &schema, const CommitNotice &notice)
{
    const EntityType *activity = schema.type(u"activity"_s);
    return notice.whole || notice.schemaChanged
        || std::ranges::any_of(notice.records, [activity](const RecordChange &change) {
               const bool isActivity = activity && change.typeId == activity->id;
               return isActivity || (change.typeId != 0 && change.field(u"deleted_at"_s));
           });
}

QList<qint64> idsOf(const QList<DueReminder> &reminders)
{
    QList<qint64> ids;
    for (const DueReminder &one : reminders)
        ids << one.activity.id;
    return ids;
}

} // namespace

ReminderModel::ReminderModel(Store &store, QObject *parent) : QAbstractListModel(parent), m_store(store)
{
    Scheduler &scheduler = Scheduler::of(store);
    scheduler.add(this, {[this](qint64) { return m_nextAt; }, [this](qint64, qint64) { refresh(); }});
    connect(&scheduler, &Scheduler::turnedBack, this, &ReminderModel::refresh);
    connect(&store, &Store::committed, this, &ReminderModel::note);
    connect(&store, &Store::schemaChanged, this, &ReminderModel::refresh); // the quiet hours
    connect(&store, &Store::userChanged, this, &ReminderModel::begin);
    begin();
}

void ReminderModel::begin()
{
    m_readAt.reset();
    m_told.clear();
    m_held.clear();
    m_lately.clear();
    m_missed = 0;
    if (m_store.access().isWritable())
        beginReminding(m_store, m_store.user()); // without it this day is the first one
    refresh();
}

void ReminderModel::note(const CommitNotice &notice)
{
    if (!concerns(*m_store.schema(), notice))
        return;
    // What comes in from another file was due there: it stands in the list and disturbs nobody.
    const bool isByPeople = notice.kind != ActKinds::exchange && notice.kind != ActKinds::importing
        && notice.kind != ActKinds::demo;
    for (const RecordChange &change : notice.records) {
        if (isByPeople && change.table == u"activity")
            m_touched.insert(change.id);
    }
    refresh();
}

void ReminderModel::refresh()
{
    m_load.cancel();
    m_load = CancelToken();
    m_nextAt.reset();
    const qint64 now = m_store.clock().now();
    m_store
        .read<DueReminders>(
            m_load, [person = m_store.user(), now](ReadContext &context) { return dueReminders(context, person, now); })
        .then(this, [this, now, token = m_load](const Result<DueReminders> &due) {
            if (token.isCancelled())
                return;
            if (due)
                take(*due, now);
            else
                tryLater(due.error(), now);
        });
}

void ReminderModel::tryLater(const Error &error, qint64 now)
{
    constexpr qint64 waitMs = 60'000;
    m_nextAt = now + waitMs;
    Scheduler::of(m_store).wake();
    if (!std::exchange(m_fails, true)) {
        emit failed(error);
        emit unreadable(error);
    }
}

void ReminderModel::take(const DueReminders &due, qint64 now)
{
    m_fails = false;
    m_nextAt = due.nextAt;
    const ReminderBatch batch = batchOf(due.list, now);
    QList<qint64> shown;
    QList<DueReminder> rows = due.list;
    for (DueReminder &one : rows) {
        if (std::exchange(one.isNew, false))
            shown << one.activity.id;
        m_told[one.activity.id] = qMax(m_told.value(one.activity.id), one.moment);
    }
    m_readAt = now;
    m_held = due.held;
    m_touched.clear();
    m_putOff = due.putOff;
    setRows(rows);
    if (!shown.isEmpty() && m_store.access().isWritable())
        noteShown(m_store, m_store.user(), shown, now); // without it they are told once more
    Scheduler::of(m_store).wake();
    emit changed();
    if (!batch.reminders.isEmpty())
        emit fired(batch);
}

ReminderBatch ReminderModel::batchOf(const QList<DueReminder> &list, qint64 now)
{
    ReminderBatch batch;
    batch.whileAway = !m_readAt;
    for (const DueReminder &one : list) {
        const bool isTold = !one.isNew || (m_told.contains(one.activity.id) && m_told.value(one.activity.id) >= one.moment);
        const bool cameWithTime = !m_readAt || one.moment > *m_readAt;
        const bool isSet = m_touched.contains(one.activity.id) || m_held.contains(one.activity.id);
        if (!isTold && (cameWithTime || isSet))
            batch.reminders << one;
    }
    if (batch.whileAway || !batch.reminders.isEmpty())
        m_missed = batch.whileAway ? int(batch.reminders.size()) : 0;
    m_lately.removeIf([now](qint64 at) { return at > now || at < now - momentsMs; });
    m_lately.append(QList<qint64>(batch.reminders.size(), now));
    batch.lately = int(m_lately.size());
    return batch;
}

void ReminderModel::setRows(const QList<DueReminder> &rows)
{
    QHash<qint64, const DueReminder *> wanted;
    for (const DueReminder &one : rows)
        wanted.insert(one.activity.id, &one);
    QList<qint64> gone;
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const DueReminder *one = wanted.value(m_rows[row].activity.id);
        if (one && one->moment == m_rows[row].moment)
            continue;
        if (!one)
            gone << m_rows[row].activity.id;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    // What stayed stands in its order already.
    for (int row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].activity.id == rows[row].activity.id) {
            m_rows[row] = rows[row];
            continue;
        }
        beginInsertRows({}, row, row);
        m_rows.insert(row, rows[row]);
        endInsertRows();
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
    m_missed = qMin(m_missed, int(m_rows.size()));
    if (!gone.isEmpty())
        emit withdrawn(gone);
}

const DueReminder *ReminderModel::find(qint64 activity) const
{
    const auto it = std::ranges::find_if(m_rows, [activity](const DueReminder &one) { return one.activity.id == activity; });
    return it == m_rows.cend() ? nullptr : &*it;
}

QString ReminderModel::when(const DueReminder &reminder) const
{
    const qint64 left = reminder.activity.deadline.toLongLong() - m_store.clock().now();
    if (left >= minuteMs)
        return tr("in %1", "15 min").arg(durationText(left));
    return left > -minuteMs ? tr("now") : tr("overdue by %1").arg(durationText(-left));
}

QVariant ReminderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DueReminder &one = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return one.activity.title;
    case ActivityRole: return one.activity.id;
    case Qt::AccessibleTextRole: {
        const SchemaPtr schema = m_store.schema();
        const ListValue *kind = schema->listValue(one.activity.kind);
        QStringList parts{kind ? displayName(*schema, *kind) : QString(), one.activity.title, one.itemTitle, when(one)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

void ReminderModel::answered(const QList<qint64> &activities, const Answer<bool> &answer)
{
    emit withdrawn(activities);
    answer.then(this, [this](const Result<bool> &written) {
        if (!written)
            emit failed(written.error());
        refresh();
    });
}

void ReminderModel::dismiss(const QList<qint64> &activities)
{
    answered(activities, dismissReminders(m_store, m_store.user(), activities, m_store.clock().now()));
}

void ReminderModel::dismissAll()
{
    dismiss(idsOf(m_rows));
}

void ReminderModel::snooze(const QList<qint64> &activities, const QDateTime &until)
{
    answered(activities,
             snoozeReminders(m_store, m_store.user(), activities, m_store.clock().now(), until.toMSecsSinceEpoch()));
}

void ReminderModel::remindNow(qint64 activity)
{
    snooze({activity}, m_store.clock().localNow());
}

void ReminderModel::complete(qint64 activity)
{
    auto known = readActivity(m_store.reader(), activity);
    if (!known) {
        emit failed(known.error());
        return;
    }
    if (known->done)
        return;
    m_store.commit(planComplete(*known)).then(this, [this, title = known->title](const Result<Receipt> &receipt) {
        if (receipt)
            emit done(tr("Done: %1").arg(title));
        else
            emit failed(receipt.error());
    });
}

} // namespace Kartoteka
