// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/base/texts.h"

#include "core/activities/find_queries.h"
#include "core/base/uid.h"
#include "core/items/field_path.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"

#include <QDateTime>

namespace Kartoteka::Cli {

Result<EntityType> Session::type(qsizetype at) const
{
    const QString code = arguments.words.value(at);
    if (code.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Name a type, for example lead."), {}, {}};
    const EntityType *found = schema().type(code);
    if (!found)
        return Error{ErrorCode::Usage, Texts::tr("There is no type “%1”.").arg(code), {}, code};
    return *found;
}

Result<ItemRef> Session::item(qsizetype typeAt, qsizetype at) const
{
    auto entity = type(typeAt);
    if (!entity)
        return entity.error();
    if (!entity->isItem)
        return Error{ErrorCode::Usage, Texts::tr("“%1” has no items.").arg(entity->code), {}, {}};
    if (at >= arguments.words.size())
        return Error{ErrorCode::Usage, Texts::tr("Name an item by its number."), {}, {}};
    auto id = findByNumber(reader(), entity->id, arguments.words[at]);
    if (!id)
        return id.error();
    return ItemRef{entity->id, *id, {}};
}

Result<Activity> Session::activity(qsizetype at) const
{
    const QString text = arguments.words.value(at);
    if (std::ranges::none_of(text, [](QChar sign) { return sign.isDigit(); }))
        return Error{ErrorCode::Usage, Texts::tr("Name an activity by its number, not “%1”.").arg(text), {}, {}};
    return findActivity(reader(), text);
}

Result<int> Session::wholeNumber(const QString &option, int fallback) const
{
    if (!arguments.has(option))
        return fallback;
    bool ok = false;
    const int number = arguments.value(option).toInt(&ok);
    if (!ok || number < 0)
        return Error{ErrorCode::Usage, Texts::tr("%1 needs a number.").arg(option), {}, {}};
    return number;
}

ParseContext Session::parseContext() const
{
    return {.schema = schema(), .currency = {}, .findItem = [this](const QString &code, const QString &text) -> qint64 {
                const EntityType *target = schema().type(code);
                if (!target)
                    return 0;
                if (auto id = findByNumber(reader(), target->id, text))
                    return *id;
                auto ids = findByTitle(reader(), target->id, text);
                return ids && ids->size() == 1 ? ids->first() : 0;
            }};
}

Result<QHash<QString, Value>> Session::fieldValues(const EntityType &entity, qsizetype from) const
{
    const ParseContext context = parseContext();
    QList<const Field *> fields;
    QHash<const Field *, QStringList> texts;
    for (qsizetype i = from; i < arguments.words.size(); ++i) {
        const QString &word = arguments.words[i];
        const qsizetype equals = word.indexOf(u'=');
        const Field *field = equals > 0 ? findField(schema(), entity.id, word.left(equals)) : nullptr;
        if (!field) {
            return Error{ErrorCode::Usage,
                         equals > 0 ? Texts::tr("There is no field “%1”.").arg(word.left(equals))
                                    : Texts::tr("Expected FIELD=VALUE, not “%1”.").arg(word),
                         {},
                         word};
        }
        if (!field->editable && field->type != FieldType::Pipeline)
            return Error{ErrorCode::Refused,
                         Texts::tr("“%1” is set by the program and cannot be changed.").arg(field->code),
                         {},
                         field->code};
        if (!texts.contains(field))
            fields << field;
        else if (!field->multiple && !holdsTexts(field->type))
            return Error{ErrorCode::Usage, Texts::tr("The field “%1” is named twice.").arg(field->code), {}, field->code};
        texts[field] << word.mid(equals + 1);
    }
    QHash<QString, Value> values;
    for (const Field *field : std::as_const(fields)) {
        auto value = parseValue(context, *field, texts.value(field).join(u'|'));
        if (!value)
            return value.error();
        values.insert(field->code, *value);
    }
    return values;
}

Result<ItemQuery> Session::query(const EntityType &entity) const
{
    ItemQuery query;
    query.typeId = entity.id;
    query.search = arguments.value(u"--search"_s);
    query.deleted = arguments.has(u"--deleted"_s);
    query.user = store.user();
    query.now = store.clock().now();
    for (const QString &text : arguments.values(u"--where"_s)) {
        auto condition = parseCondition(text);
        if (!condition)
            return condition.error();
        query.conditions.append(*condition);
    }
    for (const QString &keys : arguments.values(u"--sort"_s)) {
        for (const QString &key : keys.split(u',', Qt::SkipEmptyParts)) {
            const QString direction = key.section(u':', 1);
            if (!QStringList{QString(), u"asc"_s, u"desc"_s}.contains(direction))
                return Error{ErrorCode::Usage, Texts::tr("--sort is FIELD, FIELD:asc or FIELD:desc."), {}, key};
            const QString field = key.section(u':', 0, 0);
            const FieldPath path = findPath(schema(), entity.id, field);
            query.sort.append({path ? path.code() : field, direction == u"desc"});
        }
    }
    return query;
}

Result<QStringList> Session::columns(const EntityType &entity) const
{
    QStringList columns;
    for (const QString &list : arguments.values(u"--columns"_s)) {
        for (const QString &name : list.split(u',', Qt::SkipEmptyParts)) {
            const FieldPath path = findPath(schema(), entity.id, name.trimmed());
            if (!path && name != u"id")
                return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(name), {}, name};
            columns << (path ? path.code() : name);
        }
    }
    return columns;
}

QString Session::number(const ItemRef &ref) const
{
    if (ref.type == attachedFile)
        return itemTitle(reader(), ref);
    auto item = readItem(reader(), ref);
    return item ? item->number : QString::number(ref.id);
}

QJsonObject Session::json(const Item &item, const QStringList &columns) const
{
    QJsonObject object{{u"id"_s, item.number.isEmpty() ? QString::number(item.id) : item.number},
                       {u"uid"_s, uidText(item.uid)}};
    if (item.deleted)
        object[u"deleted"_s] = true;
    const TitleSource numbers = [this](const ItemRef &ref) { return number(ref); };
    for (const Field &field : schema().fields(item.typeId)) {
        if (!columns.isEmpty() && !columns.contains(field.code))
            continue;
        const Value value = item.value(field.code);
        object[field.code] = valueToJson(schema(), field, value, numbers);
        if (field.type == FieldType::Stage && value.isValid()) {
            const Stage *stage = schema().stage(value.toLongLong());
            object[u"stage_name"_s] = stage ? displayName(schema(), *stage) : QString();
        }
        if (field.type == FieldType::Link && !field.multiple && value.isValid()) {
            const EntityType *target = schema().type(field.target);
            object[field.code + u"_title"_s] = itemTitle(reader(), {target ? target->id : 0, value.toLongLong(), {}});
        }
    }
    return object;
}

QJsonObject Session::json(const ItemRef &ref) const
{
    const EntityType *type = schema().type(ref.type);
    return {{u"type"_s, type ? type->code : QString()}, {u"id"_s, number(ref)}, {u"title"_s, itemTitle(reader(), ref)}};
}

QString Session::instant(qint64 ms) const
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

QString Session::moment(qint64 ms) const
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

QString Session::userName(qint64 id) const
{
    const User *user = schema().user(id);
    return user ? user->name : QString();
}

} // namespace Kartoteka::Cli
