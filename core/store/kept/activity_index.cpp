// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/activity_index.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"

#include <QStringList>

namespace Kartoteka {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 defaultLeadMinutes = 15;

} // namespace

Value litAt(const Value &deadline, const QString &reminders)
{
    if (!deadline.isValid())
        return {};
    qint64 longest = -1;
    for (const QString &offset : reminders.split(u',', Qt::SkipEmptyParts))
        longest = qMax(longest, offset.trimmed().toLongLong());
    return deadline.toLongLong() - (longest < 0 ? defaultLeadMinutes : longest) * minuteMs;
}

Result<void> ActivityIndex::note(const NotedChange &change)
{
    const RecordTable &table = change.table;
    if (table.code == u"activity") {
        m_activities.insert(change.id);
        return {};
    }
    if (table.code == u"setting") {
        const Row &row = change.after.isEmpty() ? change.before : change.after;
        m_otherMode = m_otherMode || row[table.indexOf(u"code"_s)] == u"counter_mode"_s;
        return {};
    }
    m_stagePlans.note(change);
    const int responsible = table.indexOf(Codes::responsible);
    const Row &before = change.before;
    const Row &after = change.after;
    if (!table.isItem || before.isEmpty() || responsible < 0)
        return {};
    const int deleted = table.indexOf(u"deleted_at"_s);
    if (after.isEmpty() || before[responsible] != after[responsible] || before[deleted] != after[deleted])
        m_responsible.insert({table.typeId, change.id, {}});
    return {};
}

Result<void> ActivityIndex::write()
{
    if (m_activities.isEmpty() && m_responsible.isEmpty() && m_stagePlans.isEmpty() && !m_otherMode)
        return {};
    auto mode = m_connection.scalar(u"SELECT value FROM setting WHERE code = 'counter_mode'"_s);
    if (!mode)
        return mode.error();
    m_counts.setPerson(countedPerson(mode->toString()));
    for (const ItemRef &item : std::as_const(m_responsible)) {
        auto cursor = m_connection.query(
            u"SELECT activity FROM activity_link WHERE item_type = ? AND item = ? "
            "UNION SELECT m.item FROM multi_value m INDEXED BY multi_value_ref WHERE m.field IN "
            "(SELECT id FROM field WHERE code = 'items') AND m.ref = ? AND m.ref_type = ?"_s,
            {item.type, item.id, item.id, item.type});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            m_activities.insert(cursor->integer(0));
    }
    for (const qint64 activity : std::as_const(m_activities)) {
        auto done = m_counts.add(m_connection, activity, -1);
        if (done)
            done = m_connection.run(u"DELETE FROM activity_link WHERE activity = ?"_s, {activity});
        if (!done)
            return done;
        auto head = m_connection.query(u"SELECT responsible, incoming, done, deadline, reminders FROM activity "
                                       "WHERE id = ? AND deleted_at IS NULL"_s,
                                       {activity});
        if (!head)
            return head.error();
        if (!head->next())
            continue;
        const QVariantList bound{head->value(0), head->integer(1), head->integer(2), head->value(3),
                                 litAt(head->isNull(3) ? Value() : head->value(3), head->text(4))};
        auto items = m_connection.query(
            u"SELECT m.ref_type, m.ref FROM multi_value m INDEXED BY multi_value_item WHERE m.entity_type = ? "
            "AND m.item = ? AND m.field IN (SELECT id FROM field WHERE code = 'items')"_s,
            {m_catalog->table(u"activity"_s)->typeId, activity});
        if (!items)
            return items.error();
        while (items->next()) {
            const RecordTable *table = m_catalog->table(items->integer(0));
            if (!table)
                continue;
            QVariantList row{activity, items->integer(0), items->integer(1)};
            row += bound;
            row << items->integer(1);
            done = m_connection.run(
                u"INSERT OR REPLACE INTO activity_link (activity, item_type, item, item_responsible, "
                "activity_responsible, incoming, done, deadline, lit_at) "
                "SELECT ?, ?, ?, responsible, ?, ?, ?, ?, ? FROM %1 WHERE id = ? AND deleted_at IS NULL"_s.arg(
                    sqlName(table->name)),
                row);
            if (!done)
                return done;
        }
    }
    for (const qint64 activity : std::as_const(m_activities)) {
        if (auto done = m_counts.add(m_connection, activity, 1); !done)
            return done;
    }
    auto done = m_stagePlans.leave(*m_catalog, m_counts.planned());
    if (done)
        done = m_otherMode ? m_counts.recount(m_connection) : m_counts.write(m_connection);
    if (done)
        done = m_stagePlans.enter();
    if (!done)
        return done;
    m_activities.clear();
    m_responsible.clear();
    m_otherMode = false;
    return {};
}

} // namespace Kartoteka
