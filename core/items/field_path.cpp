// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/field_path.h"

#include "core/base/texts.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

bool leads(const Schema &schema, const Field *field)
{
    return field && field->type == FieldType::Link && schema.type(field->target);
}

/// @p link and @p last find a field of a type by a name before a point, and by the last one.
template<typename Link, typename Last>
FieldPath walked(const Schema &schema, qint64 typeId, const QString &path, Link link, Last last)
{
    FieldPath found;
    QString rest = path;
    for (qsizetype point = rest.indexOf(u'.'); point >= 0; point = rest.indexOf(u'.')) {
        const Field *field = link(typeId, rest.left(point));
        if (!leads(schema, field))
            return {};
        found.links << field;
        typeId = schema.type(field->target)->id;
        rest = rest.mid(point + 1);
    }
    found.field = last(typeId, rest, !found.isOwn());
    return found;
}

} // namespace

bool FieldPath::isSingle() const
{
    return field && !field->multiple && !holdsTexts(field->type)
        && std::ranges::none_of(links, [](const Field *link) { return link->multiple; });
}

QString FieldPath::code() const
{
    QStringList codes;
    for (const Field *link : links)
        codes << link->code;
    return field ? (codes << field->code).join(u'.') : QString();
}

QString FieldPath::name() const
{
    QString name = field ? displayName(*field) : QString();
    for (auto link = links.crbegin(); link != links.crend(); ++link)
        name = Texts::tr("%1 (%2)", "a field and the link that leads to it").arg(name, displayName(**link));
    return name;
}

const Field *findLink(const Schema &schema, qint64 typeId, const QString &name)
{
    static const QHash<QString, QString> clients{
        {u"client"_s, Codes::clientContact}, {u"contact"_s, Codes::clientContact}, {u"company"_s, Codes::clientCompany}};
    const Field *field = findField(schema, typeId, name);
    if (!field)
        field = schema.field(typeId, clients.value(name));
    return leads(schema, field) ? field : nullptr;
}

FieldPath pathOf(const Schema &schema, qint64 typeId, const QString &codes)
{
    return walked(
        schema, typeId, codes, [&](qint64 type, const QString &code) { return schema.field(type, code); },
        [&](qint64 type, const QString &code, bool) { return schema.field(type, code); });
}

FieldPath findPath(const Schema &schema, qint64 typeId, const QString &path)
{
    return walked(
        schema, typeId, path, [&](qint64 type, const QString &name) { return findLink(schema, type, name); },
        [&](qint64 type, const QString &name, bool isLinked) {
            const Field *field = findField(schema, type, name);
            return !field && isLinked && name == u"name" ? schema.field(type, Codes::title) : field;
        });
}

QStringList linkedPaths(const Schema &schema, qint64 typeId)
{
    QStringList paths;
    for (const Field &link : schema.fields(typeId)) {
        if (link.multiple || !leads(schema, &link))
            continue;
        for (const Field &field : schema.fields(schema.type(link.target)->id)) {
            // Its title is what the link itself shows.
            if (field.code != Codes::title && field.type != FieldType::File)
                paths << link.code + u'.' + field.code;
        }
    }
    return paths;
}

} // namespace Kartoteka
