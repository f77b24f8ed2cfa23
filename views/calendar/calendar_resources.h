// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "core/store/store.h"
#include "views/calendar/calendar_colours.h"

#include <QObject>

#include <optional>

namespace Kartoteka {

/// The rooms, equipment, people and services that can be booked, by name, with their colours; true after every commit while
/// somebody sees them.
class CalendarResources final : public QObject
{
    Q_OBJECT
public:
    explicit CalendarResources(Store &store, QObject *parent);

    /// What is offered.
    const QList<CalendarLane> &all() const { return m_found.offered; }
    /// What the filter finds, be it offered or no longer.
    const QList<CalendarLane> &filtered() const { return m_found.filtered; }
    /// By which conditions name them, whatever they are called: two may have one name, or a number as their name.
    QStringList numbers(const QList<qint64> &ids) const;
    /// They were read: none are none.
    bool areRead() const { return m_areRead; }
    /// Whom filtered() has; of resources.
    void setFilter(const ItemQuery &query);
    void setShown(bool shown);

signals:
    void changed();

private:
    struct Found
    {
        QList<CalendarLane> offered;
        QList<CalendarLane> filtered;
        QHash<qint64, QString> numbers;
    };
    static Result<Found> readAll(const ReadContext &context, const std::optional<ItemQuery> &filter);
    void read();

    Store &m_store;
    Found m_found;
    std::optional<ItemQuery> m_filter;
    CancelToken m_load;
    bool m_areRead = false;
    bool m_isShown = false;
    bool m_isStale = true;
};

} // namespace Kartoteka
