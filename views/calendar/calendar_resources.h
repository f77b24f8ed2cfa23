// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/calendar/calendar_colours.h"

#include <QObject>

namespace Kartoteka {

/// The rooms, equipment, people and services that can be booked, by name, with their colours; true after every commit while
/// somebody sees them.
class CalendarResources final : public QObject
{
    Q_OBJECT
public:
    explicit CalendarResources(Store &store, QObject *parent);

    const QList<CalendarLane> &all() const { return m_all; }
    /// They were read: none are none.
    bool areRead() const { return m_areRead; }
    void setShown(bool shown);

signals:
    void changed();

private:
    void read();

    Store &m_store;
    QList<CalendarLane> m_all;
    CancelToken m_load;
    bool m_areRead = false;
    bool m_isShown = false;
    bool m_isStale = true;
};

} // namespace Kartoteka
