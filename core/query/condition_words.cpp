// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_words.h"

#include "core/base/texts.h"
#include "core/items/field_path.h"
#include "core/items/value_parse.h"
#include "core/query/condition_values.h"
#include "core/query/month_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

QString dayWords(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString groupName(const QString &group)
{
    if (group == u"won")
        return Texts::tr("won", "stage group");
    return group == u"lost" ? Texts::tr("lost", "stage group") : Texts::tr("in progress", "stage group");
}

/// One value as people read it.
QString valueWords(const Schema &schema, const Field *field, const QString &value)
{
    if (!field)
        return value;
    switch (field->type) {
    case FieldType::Stage: {
        if (value.startsWith(u"group "))
            return groupName(value.mid(6));
        const QList<qint64> stages = stagesNamed(schema, field->typeId, value);
        const Stage *stage = stages.isEmpty() ? nullptr : schema.stage(stages.constFirst());
        return stage ? displayName(schema, *stage) : value;
    }
    case FieldType::List: {
        const ListValue *one = schema.listValue(findListValue(schema, *field, value));
        return one ? displayName(schema, *one) : value;
    }
    case FieldType::User: {
        if (value == u"me")
            return Texts::tr("me");
        const User *user = schema.user(findUser(schema, value));
        return user ? user->name : value;
    }
    case FieldType::Pipeline: {
        const Pipeline *pipeline = schema.pipeline(findPipeline(schema, field->typeId, value));
        return pipeline ? displayName(*pipeline) : value;
    }
    case FieldType::Boolean:
        return value == u"true" || value == u"1" || value == u"yes" ? Texts::tr("yes") : Texts::tr("no");
    case FieldType::Date:
    case FieldType::DateTime: return periodWords(value);
    default: return value;
    }
}

QString planWords(const QString &value)
{
    static const QHash<QString, const char *> words{
        {u"none"_s, QT_TRANSLATE_NOOP("Kartoteka", "none planned")},
        {u"any"_s, QT_TRANSLATE_NOOP("Kartoteka", "planned")},
        {u"overdue"_s, QT_TRANSLATE_NOOP("Kartoteka", "overdue")},
        {u"due"_s, QT_TRANSLATE_NOOP("Kartoteka", "due soon or overdue")},
        {u"today"_s, QT_TRANSLATE_NOOP("Kartoteka", "today")},
        {u"my due"_s, QT_TRANSLATE_NOOP("Kartoteka", "my own, due soon or overdue")},
        {u"my incoming"_s, QT_TRANSLATE_NOOP("Kartoteka", "my own, incoming")},
        {u"incoming"_s, QT_TRANSLATE_NOOP("Kartoteka", "incoming")},
        {u"clash"_s, QT_TRANSLATE_NOOP("Kartoteka", "clashing bookings")}};
    const char *text = words.value(value);
    return text ? Texts::tr(text) : value;
}

QString groupWords(const Schema &schema, qint64 typeId, const Condition &group)
{
    QStringList parts;
    for (const Condition &part : group.parts) {
        const QString words = conditionWords(schema, typeId, part);
        parts << (part.isGroup() && group.parts.size() > 1 ? u'(' + words + u')' : words);
    }
    switch (group.comparison) {
    case Comparison::All: return parts.join(Texts::tr(" and ", "between conditions"));
    case Comparison::Any: return parts.join(Texts::tr(" or ", "between conditions"));
    default: return Texts::tr("not: %1").arg(parts.join(Texts::tr(" or ", "between conditions")));
    }
}

} // namespace

const Field *conditionField(const Schema &schema, qint64 typeId, const QString &path)
{
    const QString rest = path.section(u'.', 1);
    if (!rest.isEmpty() && path.section(u'.', 0, 0) == u"activity")
        return findPath(schema, schema.type(u"activity"_s)->id, rest).field;
    return findPath(schema, typeId, path).field;
}

QString subjectWords(const Schema &schema, qint64 typeId, const QString &path)
{
    const QString head = path.section(u'.', 0, 0);
    if (head == u"activity") {
        const Field *field = path == head ? nullptr : conditionField(schema, typeId, path);
        const QString activity = displayName(*schema.type(head));
        return field ? Texts::tr("%1: %2").arg(activity, displayName(*field)) : activity;
    }
    if (const FieldPath found = findPath(schema, typeId, path))
        return found.name();
    return head == u"number" || head == u"id" ? numberSign() : head;
}

QString periodWords(const QString &text)
{
    static const QHash<QString, const char *> words{{u"today"_s, QT_TRANSLATE_NOOP("Kartoteka", "today")},
                                                    {u"yesterday"_s, QT_TRANSLATE_NOOP("Kartoteka", "yesterday")},
                                                    {u"tomorrow"_s, QT_TRANSLATE_NOOP("Kartoteka", "tomorrow")},
                                                    {u"this week"_s, QT_TRANSLATE_NOOP("Kartoteka", "this week")},
                                                    {u"last week"_s, QT_TRANSLATE_NOOP("Kartoteka", "last week")},
                                                    {u"next week"_s, QT_TRANSLATE_NOOP("Kartoteka", "next week")},
                                                    {u"this month"_s, QT_TRANSLATE_NOOP("Kartoteka", "this month")},
                                                    {u"last month"_s, QT_TRANSLATE_NOOP("Kartoteka", "last month")},
                                                    {u"next month"_s, QT_TRANSLATE_NOOP("Kartoteka", "next month")},
                                                    {u"this quarter"_s, QT_TRANSLATE_NOOP("Kartoteka", "this quarter")},
                                                    {u"last quarter"_s, QT_TRANSLATE_NOOP("Kartoteka", "last quarter")},
                                                    {u"next quarter"_s, QT_TRANSLATE_NOOP("Kartoteka", "next quarter")},
                                                    {u"this year"_s, QT_TRANSLATE_NOOP("Kartoteka", "this year")},
                                                    {u"last year"_s, QT_TRANSLATE_NOOP("Kartoteka", "last year")},
                                                    {u"next year"_s, QT_TRANSLATE_NOOP("Kartoteka", "next year")}};
    if (const char *word = words.value(text))
        return Texts::tr(word);
    static const QRegularExpression counted(
        u"^(?:(last|next) (\\d+) days?|(more than )?(\\d+) days? (ago|ahead)|in (\\d+) days?)$"_s);
    if (const auto match = counted.match(text); match.hasMatch()) {
        const int days = (match.captured(2) + match.captured(4) + match.captured(6)).toInt();
        if (!match.captured(1).isEmpty())
            return match.captured(1) == u"last" ? Texts::tr("last %n day(s)", nullptr, days)
                                                : Texts::tr("next %n day(s)", nullptr, days);
        const bool past = match.captured(5) == u"ago";
        if (!match.captured(3).isEmpty())
            return past ? Texts::tr("more than %n day(s) ago", nullptr, days)
                        : Texts::tr("more than %n day(s) ahead", nullptr, days);
        return past ? Texts::tr("%n day(s) ago", nullptr, days) : Texts::tr("in %n day(s)", nullptr, days);
    }
    static const QRegularExpression month(u"^(\\d{4})-(\\d{2})$"_s);
    if (const auto match = month.match(text); match.hasMatch())
        return monthText(QDate(match.captured(1).toInt(), match.captured(2).toInt(), 1));
    static const QRegularExpression quarter(u"^(\\d{4})-[qQ]([1-4])$"_s);
    if (const auto match = quarter.match(text); match.hasMatch())
        return Texts::tr("quarter %1 of %2").arg(match.captured(2), match.captured(1));
    if (const qsizetype dots = text.indexOf(u".."_s); dots >= 0) {
        const auto first = parseDate(text.left(dots));
        const auto last = parseDate(text.mid(dots + 2));
        if (first && last)
            return dayWords(*first) + u" – "_s + dayWords(*last);
        if (first)
            return Texts::tr("from %1").arg(dayWords(*first));
        return last ? Texts::tr("until %1").arg(dayWords(*last)) : text;
    }
    const auto day = parseDate(text);
    return day ? dayWords(*day) : text;
}

QString conditionWords(const Schema &schema, qint64 typeId, const Condition &condition)
{
    if (condition.isGroup())
        return groupWords(schema, typeId, condition);
    const Field *field = conditionField(schema, typeId, condition.field);
    // Of a linked item its title is what people mean by it.
    const bool byTitle = condition.field.endsWith(u".title") && !condition.field.startsWith(u"activity.");
    const QString subject = subjectWords(schema, typeId, byTitle ? condition.field.chopped(6) : condition.field);
    const bool isPlan = condition.field == u"activity";
    QStringList values;
    for (const QString &value : condition.values)
        values << (isPlan ? planWords(value) : valueWords(schema, field, value));
    const QString list = values.join(u", "_s);
    const bool dates = field && (field->type == FieldType::Date || field->type == FieldType::DateTime);
    switch (condition.comparison) {
    case Comparison::Equal:
    case Comparison::In: return Texts::tr("%1: %2").arg(subject, list);
    case Comparison::NotEqual:
    case Comparison::NotIn: return Texts::tr("%1: not %2").arg(subject, list);
    case Comparison::Contains: return Texts::tr("%1: “%2”").arg(subject, list);
    case Comparison::NotContains: return Texts::tr("%1: without “%2”").arg(subject, list);
    case Comparison::Less: return (dates ? Texts::tr("%1: before %2") : Texts::tr("%1: less than %2")).arg(subject, list);
    case Comparison::LessOrEqual:
        return (dates ? Texts::tr("%1: until %2", "a day") : Texts::tr("%1: at most %2")).arg(subject, list);
    case Comparison::Greater: return (dates ? Texts::tr("%1: after %2") : Texts::tr("%1: more than %2")).arg(subject, list);
    case Comparison::GreaterOrEqual:
        return (dates ? Texts::tr("%1: from %2", "a day") : Texts::tr("%1: at least %2")).arg(subject, list);
    case Comparison::Empty: return Texts::tr("%1: empty").arg(subject);
    case Comparison::NotEmpty: return Texts::tr("%1: filled in").arg(subject);
    case Comparison::Ever: {
        const QString stage = values.value(0);
        const QString period = condition.values.size() > 1 ? u", "_s + periodWords(condition.values[1]) : QString();
        return Texts::tr("%1: has been “%2”%3", "stage, period").arg(subject, stage, period);
    }
    default: return conditionText(condition);
    }
}

} // namespace Kartoteka
