// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/activity_index.h"
#include "core/base/durations.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"

#include <QStringList>

#include <algorithm>

namespace Kartoteka {

namespace {

const QStringList &decisiveColumns()
{
    static const QStringList columns{Codes::responsible, u"incoming"_s, u"done"_s,       Codes::deadline,
                                     u"reminders"_s,     u"items"_s,    u"deleted_at"_s, Codes::holdUntil};
    return columns;
}

bool haveSameItems(const QList<ActivityLink> &links, const QList<ItemRef> &items)
{
    return links.size() == items.size()
        && std::ranges::all_of(links, [&items](const ActivityLink &link) { return items.contains(link.item); });
}

} // namespace

Value litAt(const Value &deadline, const QString &reminders, qint64 lead)
{
    if (!deadline.isValid())
        return {};
    qint64 longest = -1;
    for (const QString &offset : reminders.split(u',', Qt::SkipEmptyParts))
        longest = qMax(longest, offset.trimmed().toLongLong());
    return deadline.toLongLong() - (longest < 0 ? lead : longest) * minuteMs;
}

Result<void> ActivityIndex::note(const NotedChange &change)
{
    const RecordTable &table = change.table;
    const Row &before = change.before;
    const Row &after = change.after;
    if (table.code == u"activity") {
        const auto value = [&](const QString &code) { return after[table.indexOf(code)]; };
        const bool isSame = !before.isEmpty() && !after.isEmpty()
            && std::ranges::all_of(decisiveColumns(),
                                   [&](const QString &code) { return before[table.indexOf(code)] == value(code); });
        if (isSame)
            return {};
        if (after.isEmpty() || value(u"deleted_at"_s).isValid()) {
            m_activities.insert(change.id, std::nullopt);
            return {};
        }
        Standing now{{value(Codes::responsible),
                      value(u"incoming"_s).toBool(),
                      linkState(value(u"done"_s).toBool(), value(Codes::holdUntil)),
                      value(Codes::deadline),
                      {}},
                     value(u"reminders"_s).toString(),
                     {}};
        const auto known = m_activities.constFind(change.id);
        now.isNew = known == m_activities.cend() ? before.isEmpty() : *known && (*known)->isNew;
        for (const Member &member : value(u"items"_s).value<Members>()) {
            if (!now.items.contains(member.ref))
                now.items << member.ref;
        }
        m_activities.insert(change.id, now);
        return {};
    }
    if (table.code == u"setting") {
        const Row &row = after.isEmpty() ? before : after;
        const Value &code = row[table.indexOf(u"code"_s)];
        m_otherMode = m_otherMode || code == u"counter_mode"_s;
        m_otherLead = m_otherLead || code == Codes::counterLead;
        return {};
    }
    m_stagePlans.note(change);
    const int responsible = table.indexOf(Codes::responsible);
    if (!table.isItem || before.isEmpty() || responsible < 0)
        return {};
    const int deleted = table.indexOf(u"deleted_at"_s);
    if (after.isEmpty() || before[deleted] != after[deleted])
        m_moved.insert({table.typeId, change.id, {}});
    else if (before[responsible] != after[responsible])
        m_handedOver.insert({table.typeId, change.id, {}}, after[responsible]);
    return {};
}

Result<ActivityIndex::MaybeStanding> ActivityIndex::read(qint64 activity) const
{
    auto head = m_connection.query(u"SELECT responsible, incoming, done, deadline, reminders, hold_until FROM activity "
                                   "WHERE id = ? AND deleted_at IS NULL"_s,
                                   {activity});
    if (!head)
        return head.error();
    if (!head->next())
        return MaybeStanding();
    Standing now{{head->isNull(0) ? Value() : Value(head->integer(0)),
                  head->integer(1) != 0,
                  linkState(head->integer(2) != 0, head->isNull(5) ? Value() : Value(head->integer(5))),
                  head->isNull(3) ? Value() : Value(head->integer(3)),
                  {}},
                 head->text(4),
                 {}};
    auto items = m_connection.query(
        u"SELECT m.ref_type, m.ref FROM multi_value m INDEXED BY multi_value_item WHERE m.entity_type = ? "
        "AND m.item = ? AND m.field IN (SELECT id FROM field WHERE code = 'items')"_s,
        {m_catalog->table(u"activity"_s)->typeId, activity});
    if (!items)
        return items.error();
    while (items->next()) {
        const ItemRef item{items->integer(0), items->integer(1), {}};
        if (!now.items.contains(item))
            now.items << item;
    }
    return MaybeStanding(now);
}

Result<QList<ActivityLink>> ActivityIndex::linksOf(qint64 activity, LinkedActivity &before) const
{
    auto cursor = m_connection.query(
        u"SELECT item_type, item, item_responsible, activity_responsible, incoming, done, deadline, lit_at FROM activity_link "
        "INDEXED BY activity_link_activity WHERE activity = ?"_s,
        {activity});
    if (!cursor)
        return cursor.error();
    const auto valueAt = [&cursor](int column) { return cursor->isNull(column) ? Value() : Value(cursor->integer(column)); };
    QList<ActivityLink> links;
    while (cursor->next()) {
        links.append({{cursor->integer(0), cursor->integer(1), {}}, valueAt(2)});
        before = {valueAt(3), cursor->integer(4) != 0, LinkState(cursor->integer(5)), valueAt(6), valueAt(7)};
    }
    return links;
}

Result<QList<ActivityLink>> ActivityIndex::linkAnew(qint64 activity, const MaybeStanding &now)
{
    QList<ActivityLink> links;
    const bool hasNone = now && now->isNew;
    auto done = hasNone ? Result<void>() : m_connection.run(u"DELETE FROM activity_link WHERE activity = ?"_s, {activity});
    if (!done)
        return done.error();
    for (const ItemRef &item : now ? now->items : QList<ItemRef>()) {
        const RecordTable *table = m_catalog->table(item.type);
        if (!table)
            continue;
        const LinkedActivity &one = now->activity;
        auto made = m_connection.query(
            u"INSERT OR REPLACE INTO activity_link (activity, item_type, item, item_responsible, activity_responsible, incoming, "
            "done, deadline, lit_at) SELECT ?, ?, ?, responsible, ?, ?, ?, ?, ? FROM %1 WHERE id = ? AND deleted_at IS NULL "
            "RETURNING item_responsible"_s.arg(sqlName(table->name)),
            {activity, item.type, item.id, one.responsible, one.incoming, int(one.state), one.deadline, one.litAt, item.id});
        if (!made)
            return made.error();
        if (made->next())
            links.append({item, made->isNull(0) ? Value() : Value(made->integer(0))});
    }
    return links;
}

/// @p isSame: its items are who they were, and whose.
Result<void> ActivityIndex::relink(qint64 activity, MaybeStanding &&now, bool isSame)
{
    if (now)
        now->activity.litAt = litAt(now->activity.deadline, now->reminders, m_lead);
    LinkedActivity before;
    auto links = now && now->isNew ? Result<QList<ActivityLink>>(QList<ActivityLink>()) : linksOf(activity, before);
    if (!links)
        return links.error();
    m_counts.count(before, *links, -1);
    if (!now || !isSame || !haveSameItems(*links, now->items)) {
        links = linkAnew(activity, now);
        if (!links)
            return links.error();
    } else if (!links->isEmpty() && before != now->activity) {
        const LinkedActivity &one = now->activity;
        auto done = m_connection.run(
            u"UPDATE activity_link SET activity_responsible = ?, incoming = ?, done = ?, deadline = ?, lit_at = ? "
            "WHERE activity = ?"_s,
            {one.responsible, one.incoming, int(one.state), one.deadline, one.litAt, activity});
        if (!done)
            return done;
    }
    if (now)
        m_counts.count(now->activity, *links, 1);
    return {};
}

Result<void> ActivityIndex::readSettings()
{
    auto cursor = m_connection.query(
        u"SELECT code, value FROM setting WHERE code IN ('counter_mode', '%1')"_s.arg(Codes::counterLead));
    if (!cursor)
        return cursor.error();
    m_counts.setPerson(countedPerson({}));
    m_lead = usualCounterLead;
    while (cursor->next()) {
        if (cursor->text(0) == Codes::counterLead)
            m_lead = counterLeadOf(cursor->text(1));
        else
            m_counts.setPerson(countedPerson(cursor->text(1)));
    }
    return {};
}

Result<void> ActivityIndex::lightAnew()
{
    return m_connection.run(u"UPDATE activity_link SET lit_at = deadline - ? WHERE deadline IS NOT NULL AND activity IN "
                            "(SELECT id FROM activity WHERE coalesce(reminders, '') = '' AND deleted_at IS NULL)"_s,
                            {m_lead * minuteMs});
}

Result<void> ActivityIndex::handOver(const ItemRef &item, const Value &responsible)
{
    // Each activity with all its links, one after the other.
    auto cursor = m_connection.query(
        u"SELECT l.activity, l.item_type, l.item, l.item_responsible, l.activity_responsible, l.incoming, l.done, l.deadline, "
        "l.lit_at FROM activity_link k CROSS JOIN activity_link l INDEXED BY activity_link_activity ON l.activity = k.activity "
        "WHERE k.item_type = ? AND k.item = ? AND k.done = 0"_s,
        {item.type, item.id});
    if (!cursor)
        return cursor.error();
    const auto valueAt = [&cursor](int column) { return cursor->isNull(column) ? Value() : Value(cursor->integer(column)); };
    qint64 activity = 0;
    LinkedActivity stands;
    QList<ActivityLink> before;
    QList<ActivityLink> after;
    const auto count = [&] {
        m_counts.count(stands, before, -1);
        m_counts.count(stands, after, 1);
    };
    while (cursor->next()) {
        if (activity != cursor->integer(0)) {
            count();
            before.clear();
            after.clear();
        }
        activity = cursor->integer(0);
        stands = {valueAt(4), cursor->integer(5) != 0, LinkState(cursor->integer(6)), valueAt(7), valueAt(8)};
        const ItemRef linked{cursor->integer(1), cursor->integer(2), {}};
        before.append({linked, valueAt(3)});
        after.append({linked, linked == item ? responsible : valueAt(3)});
    }
    count();
    return m_connection.run(u"UPDATE activity_link SET item_responsible = ? WHERE item_type = ? AND item = ?"_s,
                            {responsible, item.type, item.id});
}

Result<QSet<qint64>> ActivityIndex::ofOtherItems() const
{
    QSet<qint64> activities;
    for (const ItemRef &item : m_moved) {
        auto cursor = m_connection.query(
            u"SELECT activity FROM activity_link WHERE item_type = ? AND item = ? "
            "UNION SELECT m.item FROM multi_value m INDEXED BY multi_value_ref WHERE m.field IN "
            "(SELECT id FROM field WHERE code = 'items') AND m.ref = ? AND m.ref_type = ?"_s,
            {item.type, item.id, item.id, item.type});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            activities.insert(cursor->integer(0));
    }
    return activities;
}

Result<void> ActivityIndex::write()
{
    const bool isOtherwise = m_otherMode || m_otherLead;
    if (m_activities.isEmpty() && m_handedOver.isEmpty() && m_moved.isEmpty() && m_stagePlans.isEmpty() && !isOtherwise)
        return {};
    if (auto done = readSettings(); !done)
        return done;
    for (auto it = m_handedOver.cbegin(); it != m_handedOver.cend(); ++it) {
        if (m_moved.contains(it.key()))
            continue; // its links are made anew
        if (auto done = handOver(it.key(), it.value()); !done)
            return done;
    }
    auto others = ofOtherItems();
    if (!others)
        return others.error();
    for (auto it = m_activities.begin(); it != m_activities.end(); ++it) {
        if (auto done = relink(it.key(), std::move(*it), !others->contains(it.key())); !done)
            return done;
    }
    for (const qint64 activity : std::as_const(*others)) {
        if (m_activities.contains(activity))
            continue;
        auto now = read(activity);
        auto done = now ? relink(activity, std::move(*now), false) : Result<void>(now.error());
        if (!done)
            return done;
    }
    auto plans = m_counts.writePlans(m_connection);
    auto done = plans ? m_stagePlans.write(*m_catalog, *plans) : Result<void>(plans.error());
    if (done && m_otherLead)
        done = lightAnew();
    if (done)
        done = isOtherwise ? m_counts.recount(m_connection) : m_counts.write(m_connection);
    if (!done)
        return done;
    m_activities.clear();
    m_handedOver.clear();
    m_moved.clear();
    m_otherMode = m_otherLead = false;
    return {};
}

} // namespace Kartoteka
