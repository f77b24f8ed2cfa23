// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace Kartoteka {

/// Something that is to be done at certain moments.
struct DueSource
{
    /// When it is due next, UTC ms; what lies in the past is due now. Nothing: not before Scheduler::wake(), as while it is
    /// being done. Asked often: it says what is known.
    std::function<std::optional<qint64>(qint64 now)> nextAt;
    /// @p late: for how many ms it has been due: the computer may have slept.
    std::function<void(qint64 now, qint64 late)> fire;
};

/// Wakes what is due at moments of the clock: lights of deadlines, a new day, the exchange folder. Looks at the clock at
/// least once a minute, because it may be set and the computer may sleep.
class Scheduler final : public QObject
{
    Q_OBJECT
public:
    explicit Scheduler(const Clock &clock, QObject *parent = nullptr);

    /// That of an open file; it lives as long as the store.
    static Scheduler &of(Store &store);

    /// For as long as @p owner lives.
    void add(QObject *owner, DueSource source);
    /// A source is due at another moment than it said.
    void wake();

signals:
    /// The clock was set back: what came with time may be ahead of it.
    void turnedBack();

private:
    struct Entry
    {
        QPointer<QObject> owner;
        DueSource source;
    };

    void look();
    void sleep(qint64 now);

    const Clock &m_clock;
    QList<Entry> m_entries;
    QTimer m_timer;
    qint64 m_seen = 0; ///< what the clock showed last
};

/// When the day begins after that of @p shown: at once if today is another day than that already.
qint64 dayAfter(const QDate &shown, qint64 now);

} // namespace Kartoteka
