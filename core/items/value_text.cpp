// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/value_text.h"

#include "core/items/date_parse.h"

#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/base/uid.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"
#include "core/schema/repeat_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace Kartoteka {

namespace {

QString referenceText(const Schema &schema, const Field &field, const ItemRef &ref, const TitleSource &titles)
{
    switch (field.type) {
    case FieldType::User: {
        const User *user = schema.user(ref.id);
        return user ? user->name : QString();
    }
    case FieldType::List: {
        const ListValue *value = schema.listValue(ref.id);
        return value ? displayName(schema, *value) : QString();
    }
    case FieldType::Stage: {
        const Stage *stage = schema.stage(ref.id);
        return stage ? displayName(schema, *stage) : QString();
    }
    case FieldType::Pipeline: {
        const Pipeline *pipeline = schema.pipeline(ref.id);
        return pipeline ? displayName(*pipeline) : QString();
    }
    case FieldType::File: return titles ? titles({attachedFile, ref.id, {}}) : QString::number(ref.id);
    default: {
        const EntityType *target = schema.type(field.target);
        const qint64 type = target ? target->id : ref.type;
        return titles ? titles({type, ref.id, {}}) : QString::number(ref.id);
    }
    }
}

ItemRef refOf(const Value &value)
{
    return value.canConvert<ItemRef>() && value.typeId() == qMetaTypeId<ItemRef>() ? value.value<ItemRef>()
                                                                                   : ItemRef{0, value.toLongLong(), {}};
}

QString instantIso(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace

QString shortDate(const QDate &date, const QLocale &locale, const QDate &today)
{
    const bool thisYear = date.year() == today.year();
    if (locale.language() == QLocale::English && locale.territory() == QLocale::UnitedStates)
        return locale.toString(date, thisYear ? u"MMM d"_s : u"MMM d, yyyy"_s);
    return locale.toString(date, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString typedMomentFormat(const QLocale &locale)
{
    return typedDayFormat(locale) + u' ' + locale.timeFormat(QLocale::ShortFormat);
}

QString durationText(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    if (minutes >= 24 * 60)
        return QCoreApplication::translate("Kartoteka::Values", "%1 d").arg(minutes / (24 * 60));
    if (minutes >= 60)
        return QCoreApplication::translate("Kartoteka::Values", "%1 h").arg(minutes / 60);
    return QCoreApplication::translate("Kartoteka::Values", "%1 min").arg(minutes);
}

QString valueText(const Schema &schema, const Field &field, const Value &value, const TitleSource &titles,
                  const QLocale &locale)
{
    if (!value.isValid())
        return {};
    if (field.multiple || holdsTexts(field.type)) {
        QStringList parts;
        for (const Member &member : value.value<Members>()) {
            if (field.type == FieldType::Phone && !member.key.isEmpty())
                parts << phoneText(member.key);
            else
                parts << (holdsTexts(field.type) ? member.text : referenceText(schema, field, member.ref, titles));
        }
        return parts.join(u", "_s);
    }
    switch (field.type) {
    case FieldType::Money: return moneyText(value.value<Money>(), locale);
    case FieldType::Integer: return locale.toString(value.toLongLong());
    case FieldType::Number: return locale.toString(value.toDouble(), 'g', 12);
    case FieldType::Boolean:
        return value.toBool() ? QCoreApplication::translate("Kartoteka::Values", "yes")
                              : QCoreApplication::translate("Kartoteka::Values", "no");
    case FieldType::Date: return locale.toString(value.toDate(), QLocale::ShortFormat);
    case FieldType::DateTime:
        return locale.toString(QDateTime::fromMSecsSinceEpoch(value.toLongLong()), QLocale::ShortFormat);
    case FieldType::List:
    case FieldType::User:
    case FieldType::Stage:
    case FieldType::Pipeline:
    case FieldType::File:
    case FieldType::Link: return referenceText(schema, field, refOf(value), titles);
    default: return field.system && field.code == Codes::recurrence ? repeatText(value.toString()) : value.toString();
    }
}

QString valueForFile(const Schema &schema, const Field &field, const Value &value, const TitleSource &titles)
{
    if (!value.isValid())
        return {};
    if (field.multiple || holdsTexts(field.type)) {
        QStringList parts;
        for (const Member &member : value.value<Members>()) {
            const QString text = holdsTexts(field.type) ? member.text : referenceText(schema, field, member.ref, titles);
            const bool labelled = holdsTexts(field.type) && field.type != FieldType::Tags;
            parts << (labelled ? labelledText(member) : text);
        }
        return joinedValues(parts);
    }
    switch (field.type) {
    case FieldType::Money: {
        const auto money = value.value<Money>();
        return moneyNumber(money) + u' ' + money.currency;
    }
    case FieldType::Date: return value.toDate().toString(Qt::ISODate);
    case FieldType::DateTime: return instantIso(value.toLongLong());
    case FieldType::Boolean: return value.toBool() ? u"1"_s : u"0"_s;
    case FieldType::Integer:
    case FieldType::Number: return value.toString();
    default: return valueText(schema, field, value, titles, QLocale::c());
    }
}

QJsonValue valueToJson(const Schema &schema, const Field &field, const Value &value, const TitleSource &titles)
{
    if (!value.isValid())
        return QJsonValue::Null;
    if (field.multiple || holdsTexts(field.type)) {
        QJsonArray array;
        for (const Member &member : value.value<Members>()) {
            QJsonObject one{
                {u"value"_s, holdsTexts(field.type) ? member.text : referenceText(schema, field, member.ref, titles)},
                {u"label"_s, member.label}};
            array.append(one);
        }
        return array;
    }
    switch (field.type) {
    case FieldType::Money: {
        const auto money = value.value<Money>();
        return QJsonObject{{u"amount"_s, moneyNumber(money)}, {u"currency"_s, money.currency}};
    }
    case FieldType::Integer: return value.toLongLong();
    case FieldType::Number: return value.toDouble();
    case FieldType::Boolean: return value.toBool();
    case FieldType::Date: return value.toDate().toString(Qt::ISODate);
    case FieldType::DateTime: return instantIso(value.toLongLong());
    case FieldType::Stage: {
        const Stage *stage = schema.stage(value.toLongLong());
        return stage ? QJsonValue(stage->code) : QJsonValue::Null;
    }
    case FieldType::Pipeline: {
        const Pipeline *pipeline = schema.pipeline(value.toLongLong());
        return pipeline ? QJsonValue(pipeline->code) : QJsonValue::Null;
    }
    default: return valueText(schema, field, value, titles, QLocale::c());
    }
}

} // namespace Kartoteka
