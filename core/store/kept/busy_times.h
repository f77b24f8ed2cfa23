// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <QSet>

namespace Kartoteka {

/// Keeps busy: when people and resources are taken by open activities that begin and end.
class BusyTimes final : public DerivedTable
{
public:
    explicit BusyTimes(Connection &connection) : m_connection(connection) {}

    Result<void> note(const NotedChange &change) override;
    Result<void> write() override;

private:
    Connection &m_connection;
    QSet<qint64> m_changed;
};

/// Whether a change of an activity may change who is taken when.
bool changesBusyTimes(const NotedChange &change);

/// SQL for the rows of busy: of the activity whose id is bound thrice, else of all. The same on every computer, whatever its time
/// zone.
QString busyTimes(bool ofOne);

/// A gap between two bookings is no longer.
constexpr qint64 longestGapMinutes = 2880;
/// SQL for the minutes that must lie between two bookings of the resource in row @p row.
QString gapMinutes(const QString &row);

enum class BookingLength { Short, Long };
/// SQL for bookings `b` of resources while another one `o` has the resource, the gap between two of them included: @p columns of them
/// where @p which holds. Others that last longer than a day are found apart from those that do not. Binds the moment as of which holds
/// count twice, then what @p which binds.
QString clashingBookings(const QString &columns, const QString &which, BookingLength other);

/// Works out all of them, which older files do not keep.
Result<void> readBusyTimes(Connection &connection);

} // namespace Kartoteka
