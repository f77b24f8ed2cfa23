// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/kinds.h"

#include "core/activities/activity.h"
#include "core/activities/deadline_words.h"
#include "core/activities/reminders.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/value_parse.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/activity_limits.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/schema/system_codes.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

const QString none = u"none"_s;
constexpr qsizetype longestWords = 60;

/// What the program says of the kinds that it brings.
KindProperties ofProgram(const ListValue &kind)
{
    static const QHash<QString, KindProperties> known = [] {
        QHash<QString, KindProperties> all;
        const auto add = [&all](const QString &code, const QString &icon, int duration, const QStringList &blocks) {
            KindProperties properties;
            properties.icon = icon;
            properties.duration = duration;
            properties.blocks = blocks;
            all.insert(code, properties);
        };
        add(u"call"_s, u"phone"_s, 0, {});
        all[u"call"_s].asksResult = true;
        add(u"meeting"_s, u"user"_s, 60, {u"calendar"_s, u"participants"_s, Codes::location});
        add(u"email"_s, u"mail"_s, 0, {});
        add(u"task"_s, u"check"_s, 0, {u"checklist"_s});
        add(u"message"_s, u"comment"_s, 0, {});
        add(u"booking"_s, u"calendar"_s, 60, {u"calendar"_s, Codes::location});
        return all;
    }();
    return isBuiltIn(uidBytes(kind.uid)) ? known.value(kind.code) : KindProperties();
}

const ActivityKind *ofOffice(const Schema &schema, const ListValue &kind)
{
    for (const ActivityKind &one : schema.activityKinds()) {
        const ListValue *value = schema.listValue(one.value);
        if (value && value->uid == kind.uid) // of what was merged into another one, that one's
            return &one;
    }
    return nullptr;
}

const Field &kindField(const Schema &schema)
{
    return *schema.field(schema.type(u"activity"_s)->id, Codes::kind);
}

QString yesOrNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

/// Words for a time to come, as a deadline is said.
Result<Value> wordsValue(const Schema &schema, const QString &property, const QString &text, const QDateTime &now)
{
    if (text != none && (text.size() > longestWords || !parseDeadline(text, now, WorkCalendar(schema))))
        return Error::usage(Texts::tr("“%1” is not a time in the future: say +1d, 3 wd or monday.").arg(text), property);
    return Value(text);
}

Result<Value> blocksValue(const QString &property, const QString &text)
{
    QStringList blocks;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString block = part.trimmed();
        if (block != none && !activityBlocks().contains(block)) {
            return Error::usage(
                Texts::tr("“%1” is not a part of an activity. There are: %2.").arg(block, activityBlocks().join(u", "_s)),
                property);
        }
        if (block != none && !blocks.contains(block))
            blocks << block;
    }
    return Value(blocks.isEmpty() ? none : blocks.join(u','));
}

Result<Value> suggestedValue(const Schema &schema, const QString &property, const QString &text)
{
    if (text == none)
        return Value();
    const qint64 kind = findListValue(schema, kindField(schema), text);
    return kind != 0 ? Result<Value>(Value(kind))
                     : Result<Value>(Error::usage(Texts::tr("There is no kind of activity “%1”.").arg(text), property));
}

/// The value of a column of activity_kind.
Result<Value> propertyValue(const Schema &schema, const QString &property, const QString &text, const QDateTime &now)
{
    if (text.isEmpty())
        return Value();
    if (property == u"icon") {
        return text == none || kindIcons().contains(text)
            ? Result<Value>(Value(text))
            : Result<Value>(Error::usage(
                Texts::tr("There is no picture “%1”. There are: %2.").arg(text, kindIcons().join(u", "_s)), property));
    }
    if (property == Codes::duration) {
        bool isNumber = false;
        const int minutes = text == none ? 0 : text.toInt(&isNumber);
        if (text != none && (!isNumber || minutes < 0 || minutes > longestDuration))
            return Error::usage(Texts::tr("A duration is a number of minutes, for example 30."), property);
        return Value(minutes);
    }
    if (property == u"reminders") {
        return text == none || areReminders(text)
            ? Result<Value>(Value(text))
            : Result<Value>(
                Error::usage(QCoreApplication::translate("Kartoteka::Activities",
                                                         "Reminders are minutes before the deadline, for example 0,15."),
                             property));
    }
    if (property == Codes::deadline || property == u"suggests_after")
        return wordsValue(schema, property, text, now);
    if (property == u"blocks")
        return blocksValue(property, text);
    if (property == u"suggests")
        return suggestedValue(schema, property, text);
    Field answer;
    answer.code = property;
    answer.name = kindPropertyName(property);
    answer.type = FieldType::Boolean;
    return parseValue({.schema = schema, .currency = {}, .findItem = {}}, answer, text);
}

} // namespace

const QStringList &activityBlocks()
{
    static const QStringList blocks{u"calendar"_s,   Codes::participants, Codes::resources,  u"checklist"_s,
                                    u"files"_s,      Codes::location,     Codes::address,    Codes::link,
                                    Codes::priority, Codes::colour,       Codes::resultKind, Codes::result};
    return blocks;
}

QString blockName(const QString &block)
{
    if (block == u"calendar")
        return Texts::tr("Start and duration");
    if (block == u"checklist")
        return Texts::tr("Steps", "of an activity");
    if (block == u"files")
        return Texts::tr("Files", "of an activity");
    Field field;
    field.code = block;
    return displayName(field);
}

const QStringList &kindIcons()
{
    static const QStringList icons{u"activity"_s, u"phone"_s,    u"user"_s,  u"mail"_s,    u"check"_s,
                                   u"comment"_s,  u"calendar"_s, u"clock"_s, u"star"_s,    u"flag"_s,
                                   u"bell"_s,     u"file"_s,     u"link"_s,  u"product"_s, u"company"_s};
    return icons;
}

KindProperties kindProperties(const Schema &schema, qint64 kind)
{
    const ListValue *value = schema.listValue(kind);
    if (!value)
        return {};
    KindProperties properties = ofProgram(*value);
    const ActivityKind *own = ofOffice(schema, *value);
    if (!own)
        return properties;
    if (own->icon && !own->icon->isEmpty())
        properties.icon = *own->icon;
    properties.duration = own->duration.value_or(properties.duration);
    properties.reminders = own->reminders.value_or(properties.reminders);
    properties.deadline = own->deadline.value_or(properties.deadline);
    properties.blocks = own->blocks.value_or(properties.blocks);
    properties.suggests = own->suggests.value_or(properties.suggests);
    properties.suggestsAfter = own->suggestsAfter.value_or(properties.suggestsAfter);
    properties.asksResult = own->asksResult.value_or(properties.asksResult);
    properties.remindsParticipants = own->remindsParticipants.value_or(properties.remindsParticipants);
    return properties;
}

QList<ListValue> activityKinds(const Schema &schema)
{
    return schema.listValues(kindField(schema).id);
}

QDateTime kindDeadline(const Schema &schema, const KindProperties &kind, const QDateTime &now)
{
    const WorkCalendar calendar(schema);
    const auto said = kind.deadline.isEmpty() ? std::nullopt : parseDeadline(kind.deadline, now, calendar);
    return said ? *said : defaultDeadline(calendar, now);
}

std::optional<SuggestedNext> suggestedNext(const Schema &schema, qint64 kind, const QDateTime &now)
{
    const KindProperties properties = kindProperties(schema, kind);
    if (!schema.listValue(properties.suggests))
        return std::nullopt;
    const auto said = parseDeadline(properties.suggestsAfter, now, WorkCalendar(schema));
    return SuggestedNext{properties.suggests,
                         said ? *said : kindDeadline(schema, kindProperties(schema, properties.suggests), now)};
}

QList<QPair<QString, QString>> kindTexts(const Schema &schema, qint64 kind)
{
    const KindProperties p = kindProperties(schema, kind);
    const ListValue *next = schema.listValue(p.suggests);
    return {{u"icon"_s, p.icon},
            {Codes::duration, QString::number(p.duration)},
            {u"reminders"_s, p.reminders},
            {Codes::deadline, p.deadline},
            {u"blocks"_s, p.blocks.join(u',')},
            {u"suggests"_s, next ? next->code : QString()},
            {u"suggests_after"_s, p.suggestsAfter},
            {u"asks_result"_s, yesOrNo(p.asksResult)},
            {u"reminds_participants"_s, yesOrNo(p.remindsParticipants)}};
}

QString kindPropertyName(const QString &code)
{
    static const QHash<QString, const char *> names{
        {u"icon"_s, QT_TRANSLATE_NOOP("Kartoteka", "Icon")},
        {Codes::duration, QT_TRANSLATE_NOOP("Kartoteka", "Duration, minutes")},
        {u"reminders"_s, QT_TRANSLATE_NOOP("Kartoteka", "Reminders, minutes before")},
        {Codes::deadline, QT_TRANSLATE_NOOP("Kartoteka", "Default deadline")},
        {u"blocks"_s, QT_TRANSLATE_NOOP("Kartoteka", "Default parts")},
        {u"suggests"_s, QT_TRANSLATE_NOOP("Kartoteka", "Suggests next")},
        {u"suggests_after"_s, QT_TRANSLATE_NOOP("Kartoteka", "Next step after")},
        {u"asks_result"_s, QT_TRANSLATE_NOOP("Kartoteka", "Ask for a result on completion")},
        {u"reminds_participants"_s, QT_TRANSLATE_NOOP("Kartoteka", "Remind participants too")}};
    const char *name = names.value(code);
    return name ? Texts::tr(name) : code;
}

Result<ChangeSet> planKind(const Schema &schema, qint64 kind, const QList<QPair<QString, QString>> &properties,
                           const QDateTime &now)
{
    const ListValue *value = schema.listValue(kind);
    if (!value || value->field != kindField(schema).id)
        return Error::usage(Texts::tr("There is no such kind of activity."), Codes::kind);
    QList<FieldValue> columns;
    for (const auto &[property, text] : properties) {
        const auto known = kindTexts(schema, kind);
        if (std::ranges::find(known, property, &QPair<QString, QString>::first) == known.end())
            return Error::usage(Texts::tr("A kind of activity has no property “%1”.").arg(property), property);
        auto column = propertyValue(schema, property, text.trimmed(), now);
        if (!column)
            return column.error();
        columns.append({property, *column});
    }
    ChangeSet changes = ChangeSet::of(ActKinds::settings, displayName(schema, *value));
    if (columns.isEmpty())
        return changes;
    columns.append({u"value"_s, value->id});
    // What two seats say of it is one record, whose columns are each the last writer's.
    changes.create(Codes::activityKind, columns, derivedUid(Codes::activityKind, uidText(value->uid)));
    return changes;
}

} // namespace Kartoteka
