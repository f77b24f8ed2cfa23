// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/stored_once.h"

#include <QSet>

namespace Kartoteka {

namespace {

/// Rewrites the changes of one act.
class Rewriting
{
public:
    Rewriting(Connection &connection, const Schema &schema, const Catalog &catalog, const QList<Change> &changes)
        : m_connection(connection), m_schema(schema), m_catalog(catalog), m_changes(changes)
    {}

    bool concerns(const Change &change) const
    {
        if (change.verbatim || change.operation == Operation::Erase)
            return false;
        return std::any_of(change.values.cbegin(), change.values.cend(),
                           [&](const FieldValue &value) { return relationAt(change, value).has_value(); });
    }

    Result<QList<Change>> rewritten()
    {
        for (const Change &change : m_changes) {
            Change own = change;
            if (concerns(change)) {
                own.values.clear();
                for (const FieldValue &value : change.values) {
                    if (auto done = take(change, value, own.values); !done)
                        return done.error();
                }
            }
            m_out.append(std::move(own));
        }
        for (auto it = m_lists.cbegin(); it != m_lists.cend(); ++it)
            append(it.key(), *it);
        addToMade();
        return m_out;
    }

private:
    struct ListKey
    {
        qint64 field;
        qint64 item;
        bool operator==(const ListKey &) const = default;
        friend size_t qHash(const ListKey &key, size_t seed = 0) { return qHashMulti(seed, key.field, key.item); }
    };
    /// An item that this act makes is to name another one.
    struct ForMade
    {
        QUuid uid;
        const Field *field;
        Member member;
    };

    std::optional<Relation> relationAt(const Change &change, const FieldValue &value) const
    {
        const RecordTable *table = m_catalog.table(change.table);
        const int at = table ? table->indexOf(value.field) : -1;
        const Field *field = at >= 0 ? m_schema.field(table->columns[at].field) : nullptr;
        return field ? relationOf(m_schema, *field) : std::nullopt;
    }

    Result<Members> read(const QString &sql, const QVariantList &bound)
    {
        auto cursor = m_connection.query(sql, bound);
        if (!cursor)
            return cursor.error();
        Members members;
        while (cursor->next())
            members.append({.text = {}, .label = {}, .ref = {cursor->integer(1), cursor->integer(0), {}}, .key = {}});
        return members;
    }
    Result<Members> stored(const Field &field, qint64 item)
    {
        return read(
            u"SELECT ref, ref_type FROM multi_value WHERE entity_type = ? AND item = ? AND field = ? ORDER BY position"_s,
            {field.typeId, item, field.id});
    }
    /// Items whose field names @p item.
    Result<Members> naming(const Field &field, qint64 item)
    {
        return read(u"SELECT item, 0 FROM multi_value WHERE field = ? AND ref = ? ORDER BY item"_s, {field.id, item});
    }

    static bool holds(const Members &members, const Member &one)
    {
        return std::any_of(members.cbegin(), members.cend(), [&](const Member &m) {
            return one.ref.id != 0 ? m.ref.id == one.ref.id : m.ref.uid == one.ref.uid;
        });
    }

    /// A list of another item as this act leaves it, to be changed.
    Result<Members *> list(const Field &field, qint64 item)
    {
        const ListKey key{field.id, item};
        if (const auto it = m_lists.find(key); it != m_lists.end())
            return &*it;
        auto members = stored(field, item);
        if (!members)
            return members.error();
        const EntityType *type = m_schema.type(field.typeId);
        for (const Change &change : m_changes) {
            if (change.operation != Operation::Update || change.id != item || !type || change.table != type->code)
                continue;
            for (const FieldValue &value : change.values) {
                if (value.field == field.column)
                    *members = value.value.value<Members>();
            }
        }
        return &*m_lists.insert(key, *members);
    }

    Result<void> without(const Field &field, qint64 item, qint64 other)
    {
        auto members = list(field, item);
        if (members)
            (*members)->removeIf([other](const Member &m) { return m.ref.id == other; });
        return members ? Result<void>() : Result<void>(members.error());
    }

    /// A value of a relation; what stays with the change itself is added to @p own.
    Result<void> take(const Change &change, const FieldValue &value, QList<FieldValue> &own)
    {
        const auto relation = relationAt(change, value);
        if (!relation) {
            own.append(value);
            return {};
        }
        const bool isStored = relation->stored->typeId == m_catalog.table(change.table)->typeId;
        const Field &here = isStored ? *relation->stored : *relation->seen;
        const Field &there = isStored ? *relation->seen : *relation->stored;
        const auto wanted = value.value.value<Members>();
        const bool isNew = change.operation == Operation::Create;
        auto known = isNew ? Result<Members>(Members()) : naming(there, change.id);
        if (!known)
            return known.error();
        for (const Member &member : std::as_const(*known)) {
            if (holds(wanted, member))
                continue;
            if (auto done = without(there, member.ref.id, change.id); !done)
                return done;
        }
        if (isStored) {
            own.append(value);
            return {};
        }
        Member self;
        if (isNew)
            self.ref.uid = change.uid;
        else
            self.ref.id = change.id;
        for (const Member &member : wanted) {
            if (member.ref.id == 0) {
                m_forMade.append({member.ref.uid, &there, self});
                continue;
            }
            auto members = list(there, member.ref.id);
            if (!members)
                return members.error();
            if (!holds(**members, self))
                (*members)->append(self);
        }
        // Of an older file: what stands on this side goes when it is not wanted any more.
        auto old = isNew ? Result<Members>(Members()) : stored(here, change.id);
        if (!old)
            return old.error();
        if (!old->isEmpty())
            own.append({value.field, membersValue({})});
        return {};
    }

    void append(const ListKey &key, const Members &members)
    {
        const Field *field = m_schema.field(key.field);
        const auto before = stored(*field, key.item);
        const bool same = before && before->size() == members.size()
            && std::equal(before->cbegin(), before->cend(), members.cbegin(),
                          [](const Member &a, const Member &b) { return a.ref.id == b.ref.id && b.ref.uid.isNull(); });
        if (same)
            return;
        Change change;
        change.table = m_schema.type(field->typeId)->code;
        change.id = key.item;
        change.values = {{field->column, membersValue(members)}};
        m_out.append(change);
    }

    /// Items that this act makes get their list with their making.
    void addToMade()
    {
        for (const ForMade &one : std::as_const(m_forMade)) {
            for (Change &change : m_out) {
                if (change.operation != Operation::Create || change.uid != one.uid)
                    continue;
                const auto at = std::find_if(change.values.begin(), change.values.end(),
                                             [&](const FieldValue &v) { return v.field == one.field->column; });
                Members members = at == change.values.end() ? Members() : at->value.value<Members>();
                if (!holds(members, one.member))
                    members.append(one.member);
                if (at == change.values.end())
                    change.values.append({one.field->column, membersValue(members)});
                else
                    at->value = membersValue(members);
            }
        }
    }

    Connection &m_connection;
    const Schema &m_schema;
    const Catalog &m_catalog;
    const QList<Change> &m_changes;
    QList<Change> m_out;
    QHash<ListKey, Members> m_lists;
    QList<ForMade> m_forMade;
};

} // namespace

Result<QList<Change>> storedOnce(Connection &connection, const Schema &schema, const Catalog &catalog,
                                 const QList<Change> &changes)
{
    Rewriting rewriting(connection, schema, catalog, changes);
    const bool any = std::any_of(changes.cbegin(), changes.cend(),
                                 [&](const Change &change) { return rewriting.concerns(change); });
    return any ? rewriting.rewritten() : Result<QList<Change>>(changes);
}

} // namespace Kartoteka
