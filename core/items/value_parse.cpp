// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/value_parse.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/schema/builtin_names.h"

#include <QDateTime>

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
    default: return Texts::tr("the number or exact name of an item");
    }
}

Result<Value> parseMembers(const ParseContext &context, const Field &field, const QString &text)
{
    Members members;
    const QStringList parts = text.split(u'|', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString trimmed = part.trimmed();
        if (trimmed.isEmpty())
            continue;
        Member member;
        if (holdsTexts(field.type)) {
            member = field.type == FieldType::Tags ? Member{.text = trimmed, .label = {}, .ref = {}, .key = {}}
                                                   : labelledMember(trimmed);
            if (field.type == FieldType::Phone && digitsOf(member.text).size() < 3)
                return notA(field, trimmed, Texts::tr("a phone number"));
            if (field.type == FieldType::Email && (!member.text.contains(u'@') || member.text.contains(u' ')))
                return notA(field, trimmed, Texts::tr("an e-mail address"));
        } else {
            member.ref.id = findReference(context, field, trimmed);
            if (member.ref.id == 0)
                return notA(field, trimmed, referenceKind(field.type));
        }
        if (!members.contains(member))
            members.append(member);
    }
    return membersValue(members);
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

/// The numbers of a text and what stands between them.
class Digits
{
public:
    struct Group
    {
        int value = 0;
        int width = 0;
    };

    explicit Digits(QStringView text)
    {
        bool inNumber = false;
        for (const QChar c : text) {
            if (c < u'0' || c > u'9') {
                m_between += c;
                inNumber = false;
                continue;
            }
            if (!inNumber)
                m_groups.append(Group{});
            inNumber = true;
            Group &group = m_groups.last();
            group.value = qMin(group.value, 99'999'999) * 10 + (c.unicode() - u'0'); // a longer one is no date
            ++group.width;
        }
    }

    const QList<Group> &groups() const { return m_groups; }
    /// Whether just these signs stand between the numbers, one between two.
    bool isOnly(QStringView between) const { return m_between == between && m_groups.size() == between.size() + 1; }
    int value(int group) const { return group < m_groups.size() ? m_groups[group].value : 0; }

private:
    QList<Group> m_groups;
    QString m_between;
};

QString withoutSpaces(const QString &text)
{
    QString out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](QChar c) { return !c.isSpace(); });
    return out;
}

/// 9:05, 09:05:30, 9:05 PM; invalid when it is none.
QTime parseTime(const QString &text)
{
    const QString suffix = text.right(2).toUpper();
    const bool halfDay = suffix == u"AM" || suffix == u"PM";
    const Digits digits(halfDay ? QStringView(text).chopped(2).trimmed() : QStringView(text));
    if (!digits.isOnly(u":") && !digits.isOnly(u"::"))
        return {};
    int hour = digits.value(0);
    if (halfDay) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (suffix == u"PM" ? 12 : 0);
    }
    return {hour, digits.value(1), digits.value(2)};
}

} // namespace

Member labelledMember(const QString &text)
{
    Member member{.text = text.trimmed(), .label = {}, .ref = {}, .key = {}};
    const qsizetype colon = text.indexOf(u':');
    if (colon > 0 && labels().contains(text.left(colon).trimmed().toLower())) {
        member.label = text.left(colon).trimmed().toLower();
        member.text = text.mid(colon + 1).trimmed();
    }
    return member;
}

std::optional<QDate> parseDate(const QString &text, bool dayFirst)
{
    // Read by hand: formats one after another in QDate::fromString cost more than writing the row.
    const Digits digits(text.trimmed());
    const QList<Digits::Group> &groups = digits.groups();
    QDate date;
    if (digits.isOnly({}) && groups[0].width == 8) {
        const int number = groups[0].value;
        date = QDate(number / 10000, number / 100 % 100, number % 100);
    } else if (groups.size() == 3 && groups[0].width == 4 && (digits.isOnly(u"--") || digits.isOnly(u"//"))) {
        date = QDate(groups[0].value, groups[1].value, groups[2].value);
    } else if (groups.size() == 3 && groups[2].width == 4) {
        const bool dots = digits.isOnly(u"..");
        if (dots || ((digits.isOnly(u"//") || digits.isOnly(u"--")) && dayFirst))
            date = QDate(groups[2].value, groups[1].value, groups[0].value);
        else if (digits.isOnly(u"//") || digits.isOnly(u"--"))
            date = QDate(groups[2].value, groups[0].value, groups[1].value);
    }
    return date.isValid() && date.year() >= 1800 ? std::optional(date) : std::nullopt;
}

std::optional<qint64> parseInstant(const QString &text, bool dayFirst, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    if (trimmed.contains(u'T')) {
        const QDateTime iso = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
        return iso.isValid() ? std::optional(iso.toMSecsSinceEpoch()) : std::nullopt;
    }
    const qsizetype space = trimmed.indexOf(u' ');
    const auto date = parseDate(space < 0 ? trimmed : trimmed.left(space), dayFirst);
    const auto time = space < 0 ? QTime(0, 0) : parseTime(trimmed.mid(space + 1).trimmed());
    if (!date || !time.isValid())
        return std::nullopt;
    return QDateTime(*date, time, zone).toMSecsSinceEpoch();
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
    for (const Field &field : schema.fields(typeId)) {
        if (field.code == text || isNamed(knownNames(field), folded))
            return &field;
    }
    return nullptr;
}

Result<Value> parseValue(const ParseContext &context, const Field &field, const QString &raw)
{
    const QString text = field.type == FieldType::Text ? raw : raw.trimmed();
    if (text.trimmed().isEmpty())
        return Value();
    if (field.multiple || holdsTexts(field.type))
        return parseMembers(context, field, text);
    bool ok = false;
    switch (field.type) {
    case FieldType::Integer: {
        const qint64 number = withoutSpaces(text).toLongLong(&ok);
        return ok ? Result<Value>(Value(number)) : notA(field, text, Texts::tr("a whole number"));
    }
    case FieldType::Number: {
        QString plain = withoutSpaces(text);
        plain.replace(u',', u'.');
        const double number = plain.toDouble(&ok);
        return ok ? Result<Value>(Value(number)) : notA(field, text, Texts::tr("a number"));
    }
    case FieldType::Money: {
        const QString currency = context.currency.isEmpty() ? context.schema.baseCurrency() : context.currency;
        const auto money = parseMoney(text, currency);
        return money ? Result<Value>(toValue(*money)) : notA(field, text, Texts::tr("an amount of money"));
    }
    case FieldType::Boolean: return parseBoolean(field, text);
    case FieldType::Date: {
        // A date field also takes a date with a time, as exports write them.
        const auto date = parseDate(text.section(u' ', 0, 0).section(u'T', 0, 0), context.dayFirst);
        return date ? Result<Value>(Value(*date)) : notA(field, text, Texts::tr("a date"));
    }
    case FieldType::DateTime: {
        const auto instant = parseInstant(text, context.dayFirst, context.zone);
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
