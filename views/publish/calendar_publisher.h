// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/publish/published_choice.h"

#include <QDate>
#include <QElapsedTimer>

#include <optional>

namespace Kartoteka {

class TaskRunner;

/// Keeps the calendar file true that other programs subscribe to: some seconds after what it may show was changed, here or by another
/// program, at midnight, and when it was chosen. Written beside the window, and only where it would differ.
class CalendarPublisher final : public QObject
{
    Q_OBJECT
public:
    CalendarPublisher(Store &store, TaskRunner &tasks, QObject *parent);

signals:
    /// It cannot be written: told once, until it could be again or another place was chosen.
    void failed(const Kartoteka::Error &error);

private:
    void choose();
    qint64 quiet() const;
    void writeIn(qint64 ms);
    std::optional<qint64> nextAt(qint64 now) const;
    void write();
    void finish(const Result<bool> &written, const PublishedCalendar &calendar);

    Store &m_store;
    TaskRunner &m_tasks;
    std::optional<qint64> m_at; ///< when it is to be written
    QDate m_day;                ///< for which it was written
    QElapsedTimer m_begun;
    qint64 m_tookMs = 0; ///< the last one
    bool m_isWriting = false;
    bool m_isTold = false;
};

} // namespace Kartoteka
