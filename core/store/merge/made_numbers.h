// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QMap>

namespace Kartoteka {

class Connection;

/// The numbers of activities that a program of before file format 35 made, which gave them none. Every seat comes to the same ones,
/// whether it has the activities when it updates (core/store/upkeep/activity_numbers.h) or hears of them afterwards.
class MadeNumbers
{
public:
    explicit MadeNumbers(Connection &connection) : m_connection(connection) {}

    /// Of the one that a replica (local id) made with its row @p sequence, which is in the journal: the how many-eth it made.
    Result<QString> numberOf(qint64 origin, qint64 sequence);
    /// Rows of the journal go by other replicas now.
    void forget() { m_counted.clear(); }

private:
    Connection &m_connection;
    QHash<qint64, QMap<qint64, qint64>> m_counted; ///< by replica: how many it had made with which row
};

} // namespace Kartoteka
