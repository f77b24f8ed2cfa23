// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/value_parse.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/items/distinct_members.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <QtMath>

namespace Kartoteka {

namespace {

bool isNamed(const QStringList &names, const QString &folded)
{
    return std::any_of(names.begin(), names.end(), [&](const QString &name) { return fold(name) == folded; });
}

Error notA(const Field &field, const QString &text, const QString &what)
{
    // %1 the field's name, %2 what was typed, %3 what it should be ("a number")
    return {
        ErrorCode::Refused, Texts::tr("%1: “%2” is not %3.").arg(displayName(field), text.left(60), what), {}, field.code};
}

const QStringList &labels()
{
    static const QStringList list{u"work"_s, u"mobile"_s, u"home"_s, u"other"_s};
    return list;
}

/// The row that one text refers to; 0 when unknown.
qint64 findReference(const ParseContext &context, const Field &field, const QString &text)
{
    switch (field.type) {
    case FieldType::User: return findUser(context.schema, text);
    case FieldType::List: return findListValue(context.schema, field, text);
    case FieldType::Stage: return findStage(context.schema, field.typeId, 0, text);
    case FieldType::Pipeline: return findPipeline(context.schema, field.typeId, text);
    case FieldType::Link: return context.findItem ? context.findItem(field.target, text) : 0;
    default: return 0;
    }
}

QString referenceKind(FieldType type)
{
    switch (type) {
    case FieldType::User: return Texts::tr("a user of this office");
    case FieldType::List: return Texts::tr("one of the values of the list");
    case FieldType::Stage: return Texts::tr("a stage");
    case FieldType::Pipeline: return Texts::tr("a pipeline");
    default: return Texts::tr("a number or an exact name");
    }
}

Result<Value> parseMembers(const ParseContext &context, const Field &field, const QString &text)
{
    DistinctMembers members;
    const QStringList parts = splitValues(text);
    for (const QString &part : parts) {
        const QString trimmed = part.trimmed();
        if (trimmed.isEmpty() || members.isTooMany())
            continue;
        Member member;
        if (holdsTexts(field.type)) {
            member = field.type == FieldType::Tags ? Member{.text = trimmed, .label = {}, .ref = {}, .key = {}}
                                                   : labelledMember(trimmed);
            if (field.type == FieldType::Phone && (member.text.size() > longestPhone || digitsOf(member.text).size() < 3))
                return notA(field, trimmed, Texts::tr("a phone number"));
            if (field.type == FieldType::Email
                && (!member.text.contains(u'@') || member.text.contains(u' ') || member.text.size() > longestEmail))
                return notA(field, trimmed, Texts::tr("an e-mail address"));
        } else {
            member.ref.id = findReference(context, field, trimmed);
            if (member.ref.id == 0)
                return notA(field, trimmed, referenceKind(field.type));
        }
        members.add(member);
    }
    return membersValue(members.members());
}

Result<Value> parseBoolean(const Field &field, const QString &text)
{
    static const QStringList yes{u"1"_s, u"true"_s, u"yes"_s, u"y"_s, u"да"_s, u"д"_s, u"+"_s};
    static const QStringList no{u"0"_s, u"false"_s, u"no"_s, u"n"_s, u"нет"_s, u"н"_s, u"-"_s};
    const QString folded = fold(text);
    if (yes.contains(folded))
        return Value(true);
    if (no.contains(folded))
        return Value(false);
    return notA(field, text, Texts::tr("yes or no"));
}

Result<Value> parseInteger(const ParseContext &context, const Field &field, const QString &text)
{
    const auto amount = splitAmount(text);
    // "2.000" is two or two thousand: no whole number of people is written so.
    if (amount && ambiguousPoint(*amount) == u'.' && context.numbers.dot == PointMeaning::Unknown)
        return notA(field, text, Texts::tr("a whole number"));
    const bool percent = amount && amount->unit == u"%" && isPercent(field);
    QString number = amount && (amount->unit.isEmpty() || percent) ? plainNumber(*amount, context.numbers, 0) : QString();
    while (number.contains(u'.') && (number.endsWith(u'0') || number.endsWith(u'.')))
        number.chop(1); // "50.0"
    bool ok = false;
    const qint64 value = number.toLongLong(&ok);
    if (!ok)
        return notA(field, text, Texts::tr("a whole number"));
    if (isPercent(field) && (value < 0 || value > 100))
        return notA(field, text, Texts::tr("between 0 and 100"));
    return Value(value);
}

Result<Value> parseNumber(const ParseContext &context, const Field &field, const QString &text)
{
    // As programs write it, 1e-7 too; then as people do.
    bool ok = false;
    double value = text.toDouble(&ok);
    const auto amount = splitAmount(text);
    if (amount && amount->unit.isEmpty() && (!ok || context.numbers != NumberStyle{})) {
        NumberStyle style = context.numbers;
        if (style.comma == PointMeaning::Unknown)
            style.comma = PointMeaning::Decimal;
        value = plainNumber(*amount, style, 12).toDouble(&ok);
    }
    return ok && qIsFinite(value) ? Result<Value>(Value(value)) : notA(field, text, Texts::tr("a number"));
}

} // namespace

Member labelledMember(const QString &text)
{
    Member member{.text = text.trimmed(), .label = {}, .ref = {}, .key = {}};
    const qsizetype colon = text.indexOf(u':');
    if (colon == 0)
        member.text = text.mid(1).trimmed();
    if (colon > 0 && labels().contains(text.left(colon).trimmed().toLower())) {
        member.label = text.left(colon).trimmed().toLower();
        member.text = text.mid(colon + 1).trimmed();
    }
    return member;
}

QString labelledText(const Member &member)
{
    if (!member.label.isEmpty())
        return member.label + u':' + member.text;
    // A colon in front keeps "home:8080" from being taken for a label.
    const bool misread = member.text.startsWith(u':') || !labelledMember(member.text).label.isEmpty();
    return misread ? u':' + member.text : member.text;
}

QStringList splitValues(const QString &text)
{
    QStringList values;
    QString value;
    qsizetype slashes = 0;
    for (const QChar c : text) {
        if (c == u'|') {
            value.chop(slashes - slashes / 2);
            if (slashes % 2 == 1) {
                value += c;
            } else {
                values << value;
                value.clear();
            }
            slashes = 0;
            continue;
        }
        slashes = c == u'\\' ? slashes + 1 : 0;
        value += c;
    }
    values << value;
    return values;
}

QString joinedValues(const QStringList &values)
{
    QString text;
    for (qsizetype i = 0; i < values.size(); ++i) {
        qsizetype slashes = 0;
        for (const QChar c : values[i]) {
            if (c == u'|')
                text += QString(slashes + 1, u'\\');
            slashes = c == u'\\' ? slashes + 1 : 0;
            text += c;
        }
        if (i + 1 < values.size())
            text += QString(slashes, u'\\') + u'|';
    }
    return text;
}

bool isPercent(const Field &field)
{
    return field.type == FieldType::Integer && field.code == Codes::probability;
}

qint64 findUser(const Schema &schema, const QString &text)
{
    const QString folded = fold(text);
    for (const User &user : schema.users()) {
        if (fold(user.name) == folded || (!user.login.isEmpty() && user.login == text.trimmed()))
            return user.id;
    }
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber && schema.user(id) ? id : 0;
}

qint64 findListValue(const Schema &schema, const Field &field, const QString &text)
{
    const QString folded = fold(text);
    const QList<ListValue> values = schema.listValues(field.id);
    for (const ListValue &value : values) {
        if (isNamed(knownNames(schema, value), folded))
            return value.id;
    }
    return 0;
}

qint64 findStage(const Schema &schema, qint64 typeId, qint64 pipeline, const QString &text)
{
    const QString folded = fold(text);
    QList<Pipeline> pipelines = schema.pipelines(typeId);
    std::stable_sort(pipelines.begin(), pipelines.end(),
                     [](const Pipeline &a, const Pipeline &b) { return a.isDefault > b.isDefault; });
    for (const Pipeline &p : std::as_const(pipelines)) {
        if (pipeline != 0 && p.id != pipeline)
            continue;
        const QList<Stage> stages = schema.stages(p.id);
        for (const Stage &stage : stages) {
            if (isNamed(knownNames(schema, stage), folded))
                return stage.id;
        }
    }
    return 0;
}

qint64 findPipeline(const Schema &schema, qint64 typeId, const QString &text)
{
    const QString folded = fold(text);
    const QList<Pipeline> pipelines = schema.pipelines(typeId);
    for (const Pipeline &p : pipelines) {
        if (isNamed(knownNames(p), folded))
            return p.id;
    }
    return 0;
}

const Field *findField(const Schema &schema, qint64 typeId, const QString &text)
{
    const QString folded = fold(text);
    const Field *former = nullptr; // a name that stands comes before one that was
    for (const Field &field : schema.fields(typeId)) {
        if (field.formerCodes.contains(text))
            former = former ? former : &field;
        else if (field.code == text || isNamed(knownNames(field), folded))
            return &field;
    }
    return former;
}

Result<Value> parseValue(const ParseContext &context, const Field &field, const QString &raw)
{
    const QString text = field.type == FieldType::Text ? raw : raw.trimmed();
    if (text.trimmed().isEmpty())
        return Value();
    if (field.type == FieldType::File) {
        return Error{ErrorCode::Refused,
                     Texts::tr("%1 holds a file, which is attached and not typed in.").arg(displayName(field)),
                     {},
                     field.code};
    }
    if (field.multiple || holdsTexts(field.type))
        return parseMembers(context, field, text);
    switch (field.type) {
    case FieldType::Integer: return parseInteger(context, field, text);
    case FieldType::Number: return parseNumber(context, field, text);
    case FieldType::Money: {
        const QString currency = context.currency.isEmpty() ? context.schema.baseCurrency() : context.currency;
        const auto money = parseMoney(text, currency, context.numbers);
        return money ? Result<Value>(toValue(*money)) : notA(field, text, Texts::tr("an amount of money"));
    }
    case FieldType::Boolean: return parseBoolean(field, text);
    case FieldType::Date: {
        // A date field also takes a date with a time, as exports write them.
        auto date = parseDate(text, context.dates);
        if (!date && text.contains(u':'))
            date = parseDate(text.section(u' ', 0, 0).section(u'T', 0, 0), context.dates);
        return date ? Result<Value>(Value(*date)) : notA(field, text, Texts::tr("a date"));
    }
    case FieldType::DateTime: {
        const auto instant = parseInstant(text, context.dates, context.zone);
        return instant ? Result<Value>(Value(*instant)) : notA(field, text, Texts::tr("a date and time"));
    }
    case FieldType::List:
    case FieldType::User:
    case FieldType::Stage:
    case FieldType::Pipeline:
    case FieldType::Link: {
        const qint64 id = findReference(context, field, text);
        return id != 0 ? Result<Value>(Value(id)) : notA(field, text, referenceKind(field.type));
    }
    default: return Value(text);
    }
}

} // namespace Kartoteka
