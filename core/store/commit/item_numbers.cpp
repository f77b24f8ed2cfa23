// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/item_numbers.h"

#include "core/schema/limits.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

#include <utility>

namespace Kartoteka {

Result<ItemNumbers::Counter *> ItemNumbers::counter(qint64 typeId)
{
    auto known = m_counters.find(typeId);
    if (known == m_counters.end()) {
        auto last = m_connection.scalar(u"SELECT last FROM number_counter WHERE entity_type = ?"_s, {typeId});
        if (!last)
            return last.error();
        known = m_counters.insert(typeId, {.last = last->toLongLong()});
    }
    return &*known;
}

Result<qint64> ItemNumbers::last(qint64 typeId)
{
    auto known = counter(typeId);
    return known ? Result<qint64>((*known)->last) : Result<qint64>(known.error());
}

QString ItemNumbers::text(qint64 number) const
{
    return m_seat.isEmpty() ? QString::number(number) : m_seat + u'-' + QString::number(number);
}

Result<QString> ItemNumbers::next(const RecordTable &table)
{
    auto known = counter(table.typeId);
    if (!known)
        return known.error();
    Counter &counter = **known;
    do {
        // A file that was put back, or moved, may have given it before.
        if (++counter.last > counter.lookedTo) {
            if (auto done = look(table, counter); !done)
                return done.error();
        }
        counter.given = text(counter.last);
    } while (counter.taken.contains(counter.given));
    return counter.given;
}

Result<void> ItemNumbers::look(const RecordTable &table, Counter &counter)
{
    constexpr qint64 ahead = 100;
    const qint64 end = counter.last + (std::exchange(counter.isRun, true) ? ahead : 1);
    QStringList numbers;
    for (qint64 number = counter.last; number < end; ++number)
        numbers << text(number);
    auto taken = m_connection.query(
        u"SELECT number FROM %1 WHERE number IN (SELECT value FROM json_each(?))"_s.arg(sqlName(table.name)),
        {textList(numbers)});
    if (!taken)
        return taken.error();
    while (taken->next())
        counter.taken.insert(taken->text(0));
    counter.lookedTo = end - 1;
    return {};
}

bool ItemNumbers::takeNew(qint64 typeId, const QString &number)
{
    const auto known = m_counters.find(typeId);
    if (known == m_counters.end() || known->given != number)
        return false;
    known->taken.insert(std::exchange(known->given, {}));
    return true;
}

void ItemNumbers::noteWritten(qint64 typeId, const QString &number)
{
    if (const auto known = m_counters.find(typeId); known != m_counters.end())
        known->taken.insert(number);
}

Result<void> ItemNumbers::note(qint64 typeId, const QString &number)
{
    const QString prefix = m_seat.isEmpty() ? QString() : m_seat + u'-';
    bool ok = false;
    const qint64 value = number.startsWith(prefix) ? number.mid(prefix.size()).toLongLong(&ok) : 0;
    if (!ok || value > largestNumber)
        return {};
    auto known = counter(typeId);
    if (!known)
        return known.error();
    (*known)->last = qMax((*known)->last, value);
    return {};
}

Result<void> ItemNumbers::finish()
{
    for (auto it = m_counters.cbegin(); it != m_counters.cend(); ++it) {
        auto done = m_connection.run(u"INSERT INTO number_counter (entity_type, last) VALUES (?, ?) "
                                     "ON CONFLICT (entity_type) DO UPDATE SET last = excluded.last"_s,
                                     {it.key(), it->last});
        if (!done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
