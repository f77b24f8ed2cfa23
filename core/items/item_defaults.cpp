// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_defaults.h"

#include "core/base/texts.h"
#include "core/items/inherited_values.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Days from today of "today", "today+3", "today-1"; nothing of any other text.
std::optional<qint64> daysFromToday(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:today|сегодня)\\s*(?:([+-])\\s*(\\d{1,4}))?$"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 days = match.captured(2).toLongLong();
    return match.captured(1) == u"-" ? -days : days;
}

bool isMe(const QString &text)
{
    return text.compare(u"me"_s, Qt::CaseInsensitive) == 0 || text.compare(u"я"_s, Qt::CaseInsensitive) == 0;
}

bool isText(const Field &field)
{
    return field.type == FieldType::String || field.type == FieldType::Text;
}

/// A text in the form of what is taken over stands in quotation marks where it means itself.
QString unquoted(const QString &text)
{
    static const QStringList marks{u"\"\""_s, u"«»"_s, u"“”"_s};
    const QString inner = text.size() > 2 ? text.sliced(1, text.size() - 2) : QString();
    const bool isQuoted = isInheritingForm(inner) && marks.contains(QString(text.front()) + text.back());
    return isQuoted ? inner : text;
}

Result<Value> valueOf(const Schema &schema, const Field &field, const DefaultMoment &moment)
{
    const QString text = isText(field) ? unquoted(field.defaultValue) : field.defaultValue;
    if (field.type == FieldType::Date || field.type == FieldType::DateTime) {
        if (const auto days = daysFromToday(text)) {
            const QDateTime day = moment.now.addDays(*days);
            return field.type == FieldType::Date ? Value(day.date()) : Value(day.toMSecsSinceEpoch());
        }
    }
    if (field.type == FieldType::User && isMe(text)) {
        if (moment.user == 0)
            return Value();
        return field.multiple ? membersValue({{.text = {}, .label = {}, .ref = {0, moment.user, {}}, .key = {}}})
                              : Value(moment.user);
    }
    return parseValue({.schema = schema, .currency = {}, .findItem = {}}, field, text);
}

} // namespace

Result<void> checkDefault(const Schema &schema, const Field &field, const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto refused = [&](const QString &why) { return Error{ErrorCode::Usage, why, {}, u"default_value"_s}; };
    Field tried = field;
    tried.defaultValue = text;
    if (inheritedFrom(schema, tried))
        return {};
    if (isText(field) ? isInheritingForm(text) : isInheriting(text)) {
        const QString why = Texts::tr("“%1” names nothing that this field could take over: say “from”, a link of this type, "
                                      "a dot and a field of the same kind.")
                                .arg(text.left(80));
        return refused(isText(field) ? why + u' ' + Texts::tr("In quotation marks it is a text like any other.") : why);
    }
    if (!field.editable || field.type == FieldType::Link || field.type == FieldType::File)
        return refused(Texts::tr("A field of this kind has no default value."));
    if (field.type == FieldType::List && field.id == 0)
        return refused(Texts::tr("Add the values first, then choose the default."));
    auto value = valueOf(schema, tried, {0, QDateTime(QDate(2000, 1, 1), QTime(12, 0))});
    return value ? Result<void>() : Result<void>(refused(value.error().message));
}

Value defaultOf(const Schema &schema, const Field &field, const DefaultMoment &moment)
{
    if (field.defaultValue.isEmpty() || !field.editable || isInheritingForm(field.defaultValue)
        || inheritedFrom(schema, field))
        return {};
    auto value = valueOf(schema, field, moment);
    return value ? *value : Value();
}

QHash<QString, Value> withDefaults(const Schema &schema, qint64 typeId, QHash<QString, Value> values,
                                   const DefaultMoment &moment)
{
    for (const Field &field : schema.fields(typeId)) {
        if (values.contains(field.code))
            continue;
        if (const Value value = defaultOf(schema, field, moment); value.isValid())
            values.insert(field.code, value);
    }
    return values;
}

QList<FieldValue> newItemColumns(const Schema &schema, qint64 typeId, const QHash<QString, Value> &values,
                                 const DefaultMoment &moment)
{
    QList<FieldValue> columns;
    const QHash<QString, Value> all = withDefaults(schema, typeId, values, moment);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (const Field *field = schema.field(typeId, it.key()))
            columns.append({field->column, it.value()});
    }
    return columns;
}

} // namespace Kartoteka
