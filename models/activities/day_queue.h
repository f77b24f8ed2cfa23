// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/day_queries.h"
#include "core/store/store.h"

#include <QAbstractListModel>
#include <QSet>

namespace Kartoteka {

/// What the person at an open file has to do today, in the order in which it is taken up. True after every commit, and as time passes,
/// while it is shown; what was put aside for later today stands at its end, what was passed over is out of it until it is shown anew.
/// Both are of the day on which they were said.
class DayQueue final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit DayQueue(Store &store, QObject *parent = nullptr);

    /// Whether anybody sees it. Shown anew, it holds again what was passed over.
    void setShown(bool shown);
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_entries.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    const DayEntry &at(int row) const { return m_entries[row]; }
    /// -1 when it is not in the queue.
    int rowOf(qint64 activity) const;
    /// Nothing is left, and that is known.
    bool isEmpty() const { return m_isRead && m_entries.isEmpty(); }
    /// How many are left: more than there are rows where not all were read.
    int left() const { return rowCount() + m_unread; }
    /// There are even more, which nobody counts.
    bool isMore() const { return m_isMore; }
    /// "2 d", "15:00", "reply": how it stands with its time.
    QString when(const DayEntry &entry) const;
    bool isLate(const DayEntry &entry) const;

    void putAside(qint64 activity);
    void passOver(qint64 activity);
    /// What was put aside or passed over last, in words, while nothing was written since; else empty.
    QString lastPassing() const;
    /// Takes that back. @return the activity.
    qint64 takeBack();

signals:
    /// What is there was read.
    void read();
    void readFailed(const Kartoteka::Error &error);

private:
    /// How things stood before an activity was put aside or passed over.
    struct Passing
    {
        QList<qint64> aside;
        QSet<qint64> passed;
        qint64 activity = 0;
        QString text;
        qint64 act = 0; ///< what had been written last
    };

    bool concerns(const CommitNotice &notice) const;
    void refresh();
    void notePassing(qint64 activity, const QString &text);
    void take(QList<DayEntry> entries);
    /// The next moment at which one of them turns red, or is late and goes up.
    std::optional<qint64> nextTurn(qint64 now) const;

    Store &m_store;
    QList<DayEntry> m_entries;
    QSet<ItemRef> m_items; ///< that they are for
    int m_unread = 0;
    bool m_isMore = false;
    QList<qint64> m_aside; ///< in the order in which they were put there
    QSet<qint64> m_passed;
    QList<Passing> m_passings; ///< by which both came to be so
    CancelToken m_load;
    QDate m_day;      ///< which was read; null while nobody sees it
    QDate m_asideDay; ///< of what was put aside and passed over
    std::optional<qint64> m_turnAt;
    bool m_isShown = false;
    bool m_isRead = false;
    bool m_isReading = false;
    bool m_isStale = true;
};

} // namespace Kartoteka
