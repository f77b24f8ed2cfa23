// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/item_numbers.h"

#include "core/schema/limits.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<qint64> ItemNumbers::last(qint64 typeId)
{
    auto known = m_last.find(typeId);
    if (known == m_last.end()) {
        auto last = m_connection.scalar(u"SELECT last FROM number_counter WHERE entity_type = ?"_s, {typeId});
        if (!last)
            return last.error();
        known = m_last.insert(typeId, last->toLongLong());
    }
    return *known;
}

Result<QString> ItemNumbers::next(const RecordTable &table)
{
    auto given = last(table.typeId);
    if (!given)
        return given.error();
    for (qint64 next = *given + 1;; ++next) {
        const QString number = m_seat.isEmpty() ? QString::number(next) : m_seat + u'-' + QString::number(next);
        // A file that was put back, or moved, may have given it before.
        auto taken = m_connection.scalar(u"SELECT 1 FROM %1 WHERE number = ?"_s.arg(sqlName(table.name)), {number});
        if (!taken)
            return taken.error();
        m_last[table.typeId] = next;
        if (!taken->isValid())
            return number;
    }
}

Result<void> ItemNumbers::note(qint64 typeId, const QString &number)
{
    const QString prefix = m_seat.isEmpty() ? QString() : m_seat + u'-';
    bool ok = false;
    const qint64 value = number.startsWith(prefix) ? number.mid(prefix.size()).toLongLong(&ok) : 0;
    if (!ok || value > largestNumber)
        return {};
    auto given = last(typeId);
    if (!given)
        return given.error();
    m_last[typeId] = qMax(*given, value);
    return {};
}

Result<void> ItemNumbers::finish()
{
    for (auto it = m_last.cbegin(); it != m_last.cend(); ++it) {
        auto done = m_connection.run(u"INSERT INTO number_counter (entity_type, last) VALUES (?, ?) "
                                     "ON CONFLICT (entity_type) DO UPDATE SET last = excluded.last"_s,
                                     {it.key(), it.value()});
        if (!done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
