// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

#include <QSet>

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
    /// Whether a number is the last that next() gave, and so nobody's yet: it is somebody's afterwards.
    bool takeNew(qint64 typeId, const QString &number);
    /// Goes on after @p last.
    void goOnAfter(qint64 typeId, qint64 last) { m_counters.insert(typeId, {.last = last}); }
    /// A number of this seat that comes back is not given again.
    Result<void> note(qint64 typeId, const QString &number);
    /// A number was written that next() did not give.
    void noteWritten(qint64 typeId, const QString &number);
    void forget() { m_counters.clear(); }
    Result<void> finish();

private:
    struct Counter
    {
        qint64 last = 0;
        QString given = {};  ///< by next(), and nobody's yet
        qint64 lookedTo = 0; ///< which numbers up to this one are taken is known
        QSet<QString> taken = {};
        bool isRun = false; ///< one was given: more will be asked for
    };
    Result<Counter *> counter(qint64 typeId);
    Result<void> look(const RecordTable &table, Counter &counter);
    QString text(qint64 number) const;

    Connection &m_connection;
    const QString &m_seat;
    QHash<qint64, Counter> m_counters; ///< by type
};

} // namespace Kartoteka
