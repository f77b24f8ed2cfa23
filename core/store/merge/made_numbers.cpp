// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/made_numbers.h"

#include "core/store/db/connection.h"

namespace Kartoteka {

Result<QString> MadeNumbers::numberOf(qint64 origin, qint64 sequence)
{
    // Counting goes on from the nearest row that was asked for: a file may bring very many.
    QMap<qint64, qint64> &counted = m_counted[origin];
    const auto above = counted.upperBound(sequence);
    const bool isFirst = above == counted.begin();
    const qint64 from = isFirst ? 0 : std::prev(above).key();
    qint64 made = isFirst ? 0 : std::prev(above).value();
    auto cursor = m_connection.query(
        u"SELECT r.seat_code, (SELECT count(*) FROM journal WHERE origin = r.id AND sequence > ? AND sequence <= ? "
        "AND entity = 'activity' AND operation = 'create') FROM replica r WHERE r.id = ?"_s,
        {from, sequence, origin});
    if (!cursor)
        return cursor.error();
    if (!cursor->next())
        return QString();
    made += cursor->integer(1);
    counted.insert(sequence, made);
    const QString seat = cursor->text(0);
    return (seat.isEmpty() ? QString() : seat + u'-') + QString::number(made);
}

} // namespace Kartoteka
