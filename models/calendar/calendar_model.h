// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_query.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// What a calendar shows of an open file: read beside the window, true after every commit while somebody sees it. What was moved
/// by hand stands at its new place at once, and goes back, with a word, when the file refuses it. The periods before and after
/// the one that is seen are read ahead, so that turning the page waits for nothing.
class CalendarModel final : public QObject
{
    Q_OBJECT
public:
    explicit CalendarModel(Store &store, QObject *parent = nullptr);

    /// What is asked for, whatever the days.
    void setQuery(const CalendarQuery &query);
    const CalendarQuery &query() const { return m_query; }
    /// The days that are seen. @p limit: entries of a day that are listed, as in CalendarQuery. @p before and @p after: what may be
    /// turned to next.
    void setWindow(const QDate &from, const QDate &to, int limit, const QList<QPair<QDate, QDate>> &ahead = {});
    void setShown(bool shown);
    /// Everything is to be read anew: the day is another one.
    void refresh();

    const CalendarEntries &shown() const { return m_shown; }
    /// What is shown is what the file has; before, it is what is known of these days.
    bool isRead() const { return m_isRead; }

    /// Commits what puts @p before where @p after stands. @p said: told when it is done.
    void apply(const CalendarEntry &before, const CalendarEntry &after, const Result<ChangeSet> &changes,
               const QString &said);

signals:
    void changed();
    void readFailed(const Kartoteka::Error &error);
    void done(const QString &what);
    void failed(const Kartoteka::Error &error);

private:
    /// Days that were read, by what was asked.
    struct Window
    {
        CalendarQuery query;
        CalendarEntries entries;
        bool isStale = false;
    };
    /// An entry that was moved, until the file says so itself.
    struct Moved
    {
        CalendarEntry before;
        CalendarEntry after;
        qint64 number = 0;
        bool isCommitted = false;
    };

    CalendarQuery windowQuery(const QDate &from, const QDate &to) const;
    const Window *known(const CalendarQuery &query) const;
    void read();
    void readAhead();
    void start(const CalendarQuery &query, bool isAhead);
    void keep(const CalendarQuery &query, const CalendarEntries &entries);
    void show();
    bool concerns(const CommitNotice &notice) const;

    Store &m_store;
    CalendarQuery m_query;
    QDate m_from;
    QDate m_to;
    int m_limit = -1;
    QList<QPair<QDate, QDate>> m_ahead;
    QList<Window> m_windows; ///< the last read first
    QList<Moved> m_moved;
    qint64 m_moves = 0;
    CalendarEntries m_shown;
    CancelToken m_load;
    CancelToken m_aheadLoad;
    bool m_isShown = false;
    bool m_isRead = false;
    bool m_isReading = false;
    bool m_isStale = true; ///< what is seen is to be read, or read again
};

} // namespace Kartoteka
