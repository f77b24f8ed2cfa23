// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/reminder_queries.h"

#include <QAbstractListModel>
#include <QSet>

namespace Kartoteka {

/// What has come due and was not shown before, told once and all together.
struct ReminderBatch
{
    QList<DueReminder> reminders;
    bool whileAway = false; ///< it came due while nobody could be told
    int lately = 0;         ///< how many came due within moments, these included
};

/// More of them within moments are told as one.
constexpr int mostReminders = 5;

/// What the person at an open file is to be reminded of: follows the clock and every commit. A reminder is told once; it
/// stays in the list until it is done with, put off, or not true any more.
class ReminderModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ActivityRole = Qt::UserRole };

    explicit ReminderModel(Store &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    const QList<DueReminder> &rows() const { return m_rows; }
    /// Null when it is not in the list.
    const DueReminder *find(qint64 activity) const;
    /// What was put off and will come again, the nearest first.
    const QList<DueReminder> &putOff() const { return m_putOff; }
    /// How many came due while nobody could be told.
    int missed() const { return m_missed; }
    /// Whether anything is due or will be.
    bool hasAny() const { return !m_rows.isEmpty() || m_nextAt; }
    /// "in 15 min", "overdue by 2 h".
    QString when(const DueReminder &reminder) const;

    void dismiss(const QList<qint64> &activities);
    void dismissAll();
    void snooze(const QList<qint64> &activities, const QDateTime &until);
    /// What was put off is due again now.
    void remindNow(qint64 activity);
    void complete(qint64 activity);

signals:
    void fired(const Kartoteka::ReminderBatch &batch);
    /// They are not true any more, or were answered: whatever shows them goes.
    void withdrawn(const QList<qint64> &activities);
    /// It was read anew.
    void changed();
    void done(const QString &what);
    void failed(const Kartoteka::Error &error);
    /// The list cannot be read: told once, until it can.
    void unreadable(const Kartoteka::Error &why);

private:
    void begin();
    void note(const CommitNotice &notice);
    void refresh();
    void tryLater(const Error &error, qint64 now);
    void take(const DueReminders &due, qint64 now);
    ReminderBatch batchOf(const QList<DueReminder> &list, qint64 now);
    void setRows(const QList<DueReminder> &rows);
    void answered(const QList<qint64> &activities, const Answer<bool> &answer);

    Store &m_store;
    QList<DueReminder> m_rows;
    QList<DueReminder> m_putOff;
    std::optional<qint64> m_nextAt; ///< UTC ms of the next reminder, if that is known
    std::optional<qint64> m_readAt; ///< UTC ms as of which the list was read; none yet for this person
    QHash<qint64, qint64> m_told;   ///< by activity: the moment of the last reminder that was told
    QSet<qint64> m_touched;         ///< activities that people here changed since it was read
    QSet<qint64> m_held;            ///< activities of which a reminder waited for the quiet hours to end
    QList<qint64> m_lately;         ///< UTC ms at which reminders were told
    int m_missed = 0;
    bool m_fails = false; ///< it could not be read, and that was said
    CancelToken m_load;
};

} // namespace Kartoteka
