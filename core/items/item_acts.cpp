// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"

#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/text_pictures.h"

namespace Kartoteka {

ChangeSet planCreate(const Schema &schema, const EntityType &type, const QHash<QString, Value> &values, QUuid *uid)
{
    ChangeSet changes = ChangeSet::of(ActKinds::create, values.value(Codes::title).toString());
    QList<FieldValue> fields;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (const Field *field = schema.field(type.id, it.key()))
            fields.append({field->column, it.value()});
    }
    const QUuid made = changes.create(type.code, std::move(fields));
    if (uid)
        *uid = made;
    return changes;
}

ChangeSet planEdit(const Schema &schema, const Item &item, const QHash<QString, Value> &values)
{
    ChangeSet changes = ChangeSet::of(ActKinds::edit, item.text(Codes::title));
    QList<FieldValue> fields;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Field *field = schema.field(item.typeId, it.key());
        if (field && item.value(it.key()) != it.value())
            fields.append({field->column, it.value()});
    }
    if (!fields.isEmpty())
        changes.update(schema.type(item.typeId)->code, item.id, std::move(fields));
    return changes;
}

ChangeSet planEdit(const Schema &schema, const Item &item, const QHash<QString, Value> &values,
                   const QHash<QString, Value> &started)
{
    ChangeSet changes = planEdit(schema, item, values);
    for (auto it = started.cbegin(); it != started.cend() && !changes.isEmpty(); ++it) {
        const Field *field = schema.field(item.typeId, it.key());
        if (field && values.contains(it.key()))
            changes.changes.first().onlyIf.append({field->column, it.value()});
    }
    return changes;
}

namespace {

ChangeSet setDeleted(const EntityType &type, const QList<qint64> &ids, const QString &kind, const QString &subject,
                     const Value &deletedAt)
{
    ChangeSet changes = ChangeSet::of(kind, subject);
    for (const qint64 id : ids)
        changes.update(type.code, id, {{u"deleted_at"_s, deletedAt}});
    return changes;
}

} // namespace

ChangeSet planDelete(const EntityType &type, const QList<qint64> &ids, const QString &subject, qint64 nowMs)
{
    return setDeleted(type, ids, u"delete"_s, subject, nowMs);
}

ChangeSet planRestore(const EntityType &type, const QList<qint64> &ids, const QString &subject)
{
    return setDeleted(type, ids, u"restore"_s, subject, {});
}

ChangeSet planComment(const ItemRef &item, const QString &text)
{
    ChangeSet changes = ChangeSet::of(ActKinds::comment, plainComment(text, nullptr).left(60).simplified());
    changes.create(u"comment"_s, {{u"owner"_s, toValue(item)}, {u"text"_s, textValue(text.trimmed())}});
    return changes;
}

} // namespace Kartoteka
