// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// The numbers that a seat gives to items within a transaction: the office's are plain, a seat's bear its code.
class ItemNumbers
{
public:
    /// @p seat outlives this, and may change.
    ItemNumbers(Connection &connection, const QString &seat) : m_connection(connection), m_seat(seat) {}

    /// The next number of the items of a table.
    Result<QString> next(const RecordTable &table);
    /// The last number given to items of a type.
    Result<qint64> last(qint64 typeId);
    /// Goes on after @p last.
    void goOnAfter(qint64 typeId, qint64 last) { m_last[typeId] = last; }
    /// A number of this seat that comes back is not given again.
    Result<void> note(qint64 typeId, const QString &number);
    void forget() { m_last.clear(); }
    Result<void> finish();

private:
    Connection &m_connection;
    const QString &m_seat;
    QHash<qint64, qint64> m_last; ///< by type
};

} // namespace Kartoteka
