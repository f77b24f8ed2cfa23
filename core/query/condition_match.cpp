// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_match.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/items/value_parse.h"
#include "core/query/condition_values.h"
#include "core/schema/relations.h"
#include "core/store/record/folded_text.h"

#include <algorithm>
#include <compare>

namespace Kartoteka {

namespace {

Match toMatch(bool yes)
{
    return yes ? Match::Yes : Match::No;
}

Match opposite(Match match)
{
    return match == Match::Yes ? Match::No : match == Match::No ? Match::Yes : match;
}

/// Whether one holds of several.
template<typename List, typename Ask>
Match anyOf(const List &list, Ask ask)
{
    Match found = Match::No;
    for (const auto &one : list) {
        const Match match = ask(one);
        if (match == Match::Yes)
            return match;
        found = match == Match::NeedsDatabase ? match : found;
    }
    return found;
}

bool compares(Comparison comparison, std::partial_ordering order)
{
    switch (comparison) {
    case Comparison::Less: return order < 0;
    case Comparison::LessOrEqual: return order <= 0;
    case Comparison::Greater: return order > 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    default: return order == 0;
    }
}

std::partial_ordering orderOf(const QString &left, const QString &right)
{
    return left.compare(right) <=> 0;
}

/// Compares one field of an item as condition_values.cpp has SQL do it.
class FieldMatch
{
public:
    FieldMatch(const Schema &schema, const Field &field, const Condition &condition, const Item &item,
               const QueryMoment &moment)
        : m_schema(schema)
        , m_field(field)
        , m_condition(condition)
        , m_item(item)
        , m_moment(moment)
        , m_value(item.value(field.code))
    {}

    Match ask() const
    {
        const Comparison comparison = m_condition.comparison;
        const bool isRelation = inverseOf(m_schema, m_field) != nullptr;
        if (comparison == Comparison::Ever || m_field.type == FieldType::File || m_field.type == FieldType::Link
            || isRelation)
            return Match::NeedsDatabase;
        if (comparison == Comparison::Empty || comparison == Comparison::NotEmpty) {
            // Of a yes or no that was never said the item has a no.
            return m_field.type == FieldType::Boolean ? Match::NeedsDatabase
                                                      : toMatch(m_value.isValid() == (comparison == Comparison::NotEmpty));
        }
        if (m_field.multiple || holdsTexts(m_field.type))
            return isOrdering(comparison) ? Match::NeedsDatabase : signedMatch(&FieldMatch::hasMember);
        switch (m_field.type) {
        case FieldType::String:
        case FieldType::Text:
        case FieldType::Address: return signedMatch(&FieldMatch::isText);
        case FieldType::Date:
        case FieldType::DateTime: return isContaining(comparison) ? Match::NeedsDatabase : signedMatch(&FieldMatch::isDay);
        case FieldType::Stage:
            return isContaining(comparison) || isOrdering(comparison) ? Match::NeedsDatabase
                                                                      : signedMatch(&FieldMatch::isStage);
        default:
            return isContaining(comparison) || (isOrdering(comparison) && holdsReference(m_field.type))
                ? Match::NeedsDatabase
                : signedMatch(&FieldMatch::isValue);
        }
    }

private:
    /// One of the values holds, or none of them where the condition denies.
    Match signedMatch(Match (FieldMatch::*one)(const QString &) const) const
    {
        const Match match = anyOf(m_condition.values, [&](const QString &text) { return (this->*one)(text); });
        return isNegative(m_condition.comparison) ? opposite(match) : match;
    }

    std::optional<Value> parsed(const QString &text) const
    {
        if (m_field.type == FieldType::User && text.compare(u"me"_s, Qt::CaseInsensitive) == 0)
            return Value(m_moment.user);
        Field single = m_field;
        single.multiple = false;
        const auto value = parseValue({.schema = m_schema, .currency = {}, .findItem = {}}, single, text);
        return value ? std::optional(*value) : std::nullopt;
    }

    Match isText(const QString &text) const
    {
        if (!m_value.isValid())
            return Match::No;
        const QString key = foldedText(m_value.toString());
        const QString wanted = fold(text);
        return toMatch(isContaining(m_condition.comparison) ? key.contains(wanted)
                                                            : compares(m_condition.comparison, orderOf(key, wanted)));
    }

    Match hasMember(const QString &text) const
    {
        const Members members = m_value.value<Members>();
        if (!holdsTexts(m_field.type)) {
            const auto value = parsed(text);
            if (!value)
                return Match::NeedsDatabase;
            return toMatch(std::ranges::any_of(members, [&](const Member &m) { return m.ref.id == value->toLongLong(); }));
        }
        const bool isPhone = m_field.type == FieldType::Phone;
        const QString part = isPhone ? digitsOf(text) : fold(text);
        const QString exact = isPhone ? normalizePhone(text, m_schema.phoneRegion()) : part;
        return toMatch(std::ranges::any_of(members, [&](const Member &member) {
            return isContaining(m_condition.comparison) ? member.key.contains(part)
                                                        : member.key == (exact.isEmpty() ? part : exact);
        }));
    }

    Match isDay(const QString &text) const
    {
        const Comparison comparison = m_condition.comparison;
        const bool isInstant = m_field.type == FieldType::DateTime;
        if (isInstant && text.contains(u':') && !text.contains(u".."_s)) {
            const auto ms = parseInstant(text);
            return !ms ? Match::NeedsDatabase
                       : toMatch(m_value.isValid() && compares(comparison, m_value.toLongLong() <=> *ms));
        }
        const auto span = parseDateSpan(text, m_moment.today(), m_moment.firstDay);
        if (!span)
            return Match::NeedsDatabase;
        if (!m_value.isValid())
            return Match::No;
        const QDate day = isInstant ? QDateTime::fromMSecsSinceEpoch(m_value.toLongLong()).date() : m_value.toDate();
        const bool begins = span->first.isValid();
        const bool ends = span->last.isValid();
        switch (comparison) {
        case Comparison::Less: return toMatch(begins && day < span->first);
        case Comparison::LessOrEqual: return toMatch(ends && day <= span->last);
        case Comparison::Greater: return toMatch(ends && day > span->last);
        case Comparison::GreaterOrEqual: return toMatch(begins && day >= span->first);
        default: return toMatch((begins || ends) && (!begins || day >= span->first) && (!ends || day <= span->last));
        }
    }

    Match isStage(const QString &text) const
    {
        const QList<qint64> stages = stagesNamed(m_schema, m_item.typeId, text);
        return stages.isEmpty() ? Match::NeedsDatabase : toMatch(m_value.isValid() && stages.contains(m_value.toLongLong()));
    }

    /// Numbers, amounts, references and yes or no.
    Match isValue(const QString &text) const
    {
        const bool isNumber = m_field.type == FieldType::Money || m_field.type == FieldType::Integer
            || m_field.type == FieldType::Number;
        if (const qsizetype dots = text.indexOf(u".."_s); isNumber && dots >= 0)
            return isWithin(text.left(dots).trimmed(), text.mid(dots + 2).trimmed());
        const auto value = parsed(text);
        if (!value)
            return Match::NeedsDatabase;
        if (m_field.type == FieldType::Boolean)
            return toMatch(m_value.toBool() == value->toBool());
        if (!m_value.isValid() || !value->isValid())
            return Match::No;
        if (m_field.type == FieldType::Money) {
            const auto money = value->value<Money>();
            const bool isNamed = money.currency != m_schema.baseCurrency()
                || text.contains(money.currency, Qt::CaseInsensitive);
            if (isNamed && money.currency != m_value.value<Money>().currency)
                return Match::No;
        }
        return toMatch(compares(m_condition.comparison, order(*value)));
    }

    Match isWithin(const QString &first, const QString &last) const
    {
        const auto from = parsed(first);
        const auto to = parsed(last);
        if (!from || !to || (first.isEmpty() && last.isEmpty()))
            return Match::NeedsDatabase;
        return toMatch(m_value.isValid() && (first.isEmpty() || order(*from) >= 0) && (last.isEmpty() || order(*to) <= 0));
    }

    /// How the item's value stands to another.
    std::partial_ordering order(const Value &other) const
    {
        switch (m_field.type) {
        case FieldType::Money: return m_value.value<Money>().minor <=> other.value<Money>().minor;
        case FieldType::Number: return m_value.toDouble() <=> other.toDouble();
        default: return m_value.toLongLong() <=> other.toLongLong();
        }
    }

    const Schema &m_schema;
    const Field &m_field;
    const Condition &m_condition;
    const Item &m_item;
    const QueryMoment &m_moment;
    Value m_value;
};

} // namespace

Match matches(const Schema &schema, const QList<Condition> &conditions, const Item &item, const QueryMoment &moment)
{
    return opposite(anyOf(conditions, [&](const Condition &one) { return opposite(matches(schema, one, item, moment)); }));
}

Match matches(const Schema &schema, const Condition &condition, const Item &item, const QueryMoment &moment)
{
    if (condition.comparison == Comparison::All)
        return matches(schema, condition.parts, item, moment);
    if (condition.isGroup()) {
        const Match any = anyOf(condition.parts, [&](const Condition &one) { return matches(schema, one, item, moment); });
        return condition.comparison == Comparison::Any ? any : opposite(any);
    }
    const Field *field = findField(schema, item.typeId, condition.field);
    return field ? FieldMatch(schema, *field, condition, item, moment).ask() : Match::NeedsDatabase;
}

} // namespace Kartoteka
