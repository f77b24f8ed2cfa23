// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace Kartoteka {

/// What is booked twice from today on: what two offices wrote down apart, or somebody wanted all the same. Looked for beside the
/// window, some time after a commit and on a new day, while somebody sees it.
class ClashWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ClashWatch(Store &store, QObject *parent = nullptr);

    /// By beginning, the first hundred.
    const QList<CalendarEntry> &all() const { return m_found.entries; }
    /// By which conditions name them, of the first two thousand.
    const QStringList &numbers() const { return m_found.numbers; }
    void setShown(bool shown);

signals:
    void changed();

private:
    struct Found
    {
        QList<CalendarEntry> entries;
        QStringList numbers;
        bool operator==(const Found &) const = default;
    };
    static Result<Found> readAll(const ReadContext &context);
    void read();
    void readLater();

    Store &m_store;
    Found m_found;
    CancelToken m_load;
    QDate m_day;
    QTimer m_later; ///< many commits may come in a row
    bool m_isShown = false;
    bool m_isStale = true;
};

} // namespace Kartoteka
