// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/inherited_values.h"

#include "core/items/carried_values.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString sign = u"from "_s;

/// Whether what stands in one field may stand in another.
bool fits(const Field &from, const Field &to)
{
    const auto isLine = [](const Field &field) { return field.type == FieldType::String || field.type == FieldType::Text; };
    const bool isAlike = from.type == to.type || (isLine(from) && isLine(to));
    return isAlike && from.multiple == to.multiple && from.target == to.target && to.editable && to.type != FieldType::File
        && to.type != FieldType::Stage && to.type != FieldType::Pipeline;
}

/// One link that leads to one item of a certain type.
bool isParent(const Field &link)
{
    return link.type == FieldType::Link && !link.multiple && !link.target.isEmpty();
}

bool isInheritedBy(const FieldPath &path, const Field &field)
{
    return path && path.links.size() == 1 && isParent(*path.links.constFirst()) && path.links.constFirst()->id != field.id
        && fits(*path.field, field);
}

} // namespace

bool isInheriting(const QString &defaultValue)
{
    return defaultValue.startsWith(sign, Qt::CaseInsensitive) && defaultValue.contains(u'.');
}

bool isInheritingForm(const QString &defaultValue)
{
    static const QRegularExpression form(u"^from \\w+\\.\\w+$"_s, QRegularExpression::CaseInsensitiveOption);
    return form.match(defaultValue.trimmed()).hasMatch();
}

FieldPath inheritedFrom(const Schema &schema, const Field &field)
{
    if (!isInheriting(field.defaultValue))
        return {};
    const QString path = field.defaultValue.mid(sign.size()).trimmed();
    const Field *link = findLink(schema, field.typeId, path.section(u'.', 0, 0));
    const EntityType *parent = link ? schema.type(link->target) : nullptr;
    if (!parent)
        return {};
    const QString name = path.section(u'.', 1);
    const Field *from = findField(schema, parent->id, name);
    const FieldPath found{{link}, from ? from : findLink(schema, parent->id, name)};
    return isInheritedBy(found, field) ? found : FieldPath();
}

QString inheritingDefault(const FieldPath &path)
{
    return sign + path.code();
}

QList<FieldPath> inheritable(const Schema &schema, const Field &field)
{
    QList<FieldPath> paths;
    for (const Field &link : schema.fields(field.typeId)) {
        const EntityType *parent = isParent(link) ? schema.type(link.target) : nullptr;
        for (const Field &from : parent ? schema.fields(parent->id) : QList<Field>()) {
            const FieldPath path{{schema.field(link.id)}, schema.field(from.id)};
            if (from.editable && isInheritedBy(path, field))
                paths << path;
        }
    }
    return paths;
}

QHash<QString, Value> withInherited(const ReadContext &context, qint64 typeId, QHash<QString, Value> values)
{
    const Schema &schema = *context.schema;
    QHash<QString, Value> inherited;
    QHash<qint64, Item> parents; // by the field that leads there
    for (const Field &field : schema.fields(typeId)) {
        const FieldPath path = values.contains(field.code) ? FieldPath() : inheritedFrom(schema, field);
        const Field *link = path ? path.links.constFirst() : nullptr;
        const qint64 id = link ? values.value(link->code).toLongLong() : 0;
        const EntityType *type = id != 0 ? schema.type(link->target) : nullptr;
        if (!type)
            continue;
        if (!parents.contains(link->id)) {
            const auto parent = readItem(context, {type->id, id, {}});
            parents.insert(link->id, parent ? *parent : Item());
        }
        const Value value = takenOver(schema, *path.field, field, parents.value(link->id).value(path.field->code));
        if (value.isValid())
            inherited.insert(field.code, value);
    }
    values.insert(inherited);
    return values;
}

QHash<QString, Value> withInheritedSince(const ReadContext &context, qint64 typeId, const QHash<QString, Value> &begun,
                                         QHash<QString, Value> values)
{
    for (const Field &field : context.schema->fields(typeId)) {
        const FieldPath path = values.value(field.code).isValid() ? FieldPath() : inheritedFrom(*context.schema, field);
        const QString link = path ? path.links.constFirst()->code : QString();
        if (path && values.value(link) != begun.value(link))
            values.remove(field.code);
    }
    return withInherited(context, typeId, std::move(values));
}

} // namespace Kartoteka
