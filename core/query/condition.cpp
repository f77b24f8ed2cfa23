// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition.h"
#include "core/base/texts.h"

#include "core/items/value_parse.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

Error problem(const QString &what, qsizetype column)
{
    return {ErrorCode::Usage, Texts::tr("%1 (column %2)").arg(what).arg(column + 1), {}, QString::number(column + 1)};
}

struct Operator
{
    QString text;
    Comparison comparison;
};

/// Longer ones first: "!=" before "=".
const QList<Operator> &operators()
{
    static const QList<Operator> list{{u"!="_s, Comparison::NotEqual},    {u"!~"_s, Comparison::NotContains},
                                      {u"<="_s, Comparison::LessOrEqual}, {u">="_s, Comparison::GreaterOrEqual},
                                      {u"="_s, Comparison::Equal},        {u"<"_s, Comparison::Less},
                                      {u">"_s, Comparison::Greater},      {u"~"_s, Comparison::Contains}};
    return list;
}

/// Takes off one pair of quotes; a doubled or escaped quote inside stands for itself.
QString unquoted(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() < 2 || (trimmed[0] != u'"' && trimmed[0] != u'\'') || trimmed.back() != trimmed[0])
        return trimmed;
    QString inner = trimmed.mid(1, trimmed.size() - 2);
    return inner.replace(QString(2, trimmed[0]), trimmed[0]).replace(u'\\' + QString(trimmed[0]), trimmed[0]);
}

QString quoted(const QString &text)
{
    static const QRegularExpression plain(u"^[\\w.:+@-]+$"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(text).hasMatch())
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

/// The values of "(a, "b, c", d)".
QStringList listValues(const QString &inner)
{
    QStringList values;
    QString current;
    QChar open;
    for (const QChar c : inner) {
        if (open.isNull() && c == u',') {
            values << unquoted(current);
            current.clear();
            continue;
        }
        if (open.isNull() && (c == u'"' || c == u'\''))
            open = c;
        else if (c == open)
            open = QChar();
        current += c;
    }
    values << unquoted(current);
    values.removeAll(QString());
    return values;
}

Result<Condition> parseWordOperator(Condition condition, const QString &rest, qsizetype at)
{
    static const QRegularExpression isEmpty(u"^is\\s+(not\\s+)?empty$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression in(u"^in\\s*\\((.*)\\)$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ever(u"^ever\\s*=\\s*(.+)$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto match = isEmpty.match(rest); match.hasMatch()) {
        condition.comparison = match.captured(1).isEmpty() ? Comparison::Empty : Comparison::NotEmpty;
        return condition;
    }
    if (const auto match = in.match(rest); match.hasMatch()) {
        condition.comparison = Comparison::In;
        condition.values = listValues(match.captured(1));
        condition.column = at + match.capturedStart(1);
        if (condition.values.isEmpty())
            return problem(Texts::tr("The list in brackets is empty"), condition.column);
        return condition;
    }
    if (const auto match = ever.match(rest); match.hasMatch()) {
        condition.comparison = Comparison::Ever;
        condition.values = {unquoted(match.captured(1))};
        condition.column = at + match.capturedStart(1);
        return condition;
    }
    return problem(Texts::tr("Expected one of = != < <= > >= ~ !~ in, is empty, is not empty"), at);
}

} // namespace

Result<Condition> parseCondition(const QString &text)
{
    static const QRegularExpression word(u"^\\s*([\\w.]+)\\s*"_s, QRegularExpression::UseUnicodePropertiesOption);
    const auto head = word.match(text);
    if (!head.hasMatch())
        return problem(Texts::tr("Expected the name of a field"), 0);
    Condition condition;
    condition.field = head.captured(1);
    const qsizetype at = head.capturedEnd();
    const QString rest = text.mid(at).trimmed();
    for (const Operator &op : operators()) {
        if (!rest.startsWith(op.text))
            continue;
        condition.comparison = op.comparison;
        condition.values = {unquoted(rest.mid(op.text.size()))};
        condition.column = at + op.text.size();
        if (condition.values.first().isEmpty())
            return problem(Texts::tr("A value is missing; for empty fields write “is empty”"), text.size());
        return condition;
    }
    return parseWordOperator(condition, rest, at);
}

QString conditionText(const Condition &condition)
{
    switch (condition.comparison) {
    case Comparison::Empty: return condition.field + u" is empty"_s;
    case Comparison::NotEmpty: return condition.field + u" is not empty"_s;
    case Comparison::Ever: return condition.field + u" ever = "_s + quoted(condition.values.value(0));
    case Comparison::In: {
        QStringList values;
        for (const QString &value : condition.values)
            values << quoted(value);
        return condition.field + u" in ("_s + values.join(u", "_s) + u')';
    }
    default: break;
    }
    for (const Operator &op : operators()) {
        if (op.comparison == condition.comparison)
            return condition.field + u' ' + op.text + u' ' + quoted(condition.values.value(0));
    }
    return {};
}

namespace {

QDate startOf(const QString &unit, const QDate &day, Qt::DayOfWeek firstDay)
{
    if (unit == u"week")
        return day.addDays(-((day.dayOfWeek() - int(firstDay) + 7) % 7));
    if (unit == u"month")
        return {day.year(), day.month(), 1};
    if (unit == u"quarter")
        return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
    return {day.year(), 1, 1};
}

QDate plus(const QString &unit, const QDate &start, int count)
{
    if (unit == u"week")
        return start.addDays(7 * count);
    return start.addMonths(count * (unit == u"month" ? 1 : unit == u"quarter" ? 3 : 12));
}

} // namespace

std::optional<DateSpan> parseDateSpan(const QString &raw, const QDate &today, Qt::DayOfWeek firstDay)
{
    const QString text = raw.trimmed().toLower().simplified();
    if (text == u"today")
        return DateSpan{today, today};
    if (text == u"yesterday")
        return DateSpan{today.addDays(-1), today.addDays(-1)};
    if (text == u"tomorrow")
        return DateSpan{today.addDays(1), today.addDays(1)};
    static const QRegularExpression period(u"^(this|last|next) (week|month|quarter|year)$"_s);
    if (const auto match = period.match(text); match.hasMatch()) {
        const QString unit = match.captured(2);
        const int shift = match.captured(1) == u"this" ? 0 : match.captured(1) == u"last" ? -1 : 1;
        const QDate first = plus(unit, startOf(unit, today, firstDay), shift);
        return DateSpan{first, plus(unit, first, 1).addDays(-1)};
    }
    static const QRegularExpression days(u"^(last|next) (\\d{1,5}) days?$"_s);
    if (const auto match = days.match(text); match.hasMatch()) {
        const int count = match.captured(2).toInt();
        // The last N days include today; the next N begin tomorrow (SPEC section 7).
        return match.captured(1) == u"last" ? DateSpan{today.addDays(1 - count), today}
                                            : DateSpan{today.addDays(1), today.addDays(count)};
    }
    static const QRegularExpression ago(u"^(more than )?(\\d{1,5}) days? (ago|ahead)$"_s);
    if (const auto match = ago.match(text); match.hasMatch()) {
        const bool open = !match.captured(1).isEmpty();
        const bool past = match.captured(3) == u"ago";
        const QDate day = today.addDays((past ? -1 : 1) * match.captured(2).toInt());
        if (!open)
            return DateSpan{day, day};
        return past ? DateSpan{{}, day.addDays(-1)} : DateSpan{day.addDays(1), {}};
    }
    if (const qsizetype dots = text.indexOf(u".."_s); dots >= 0) {
        const QString left = text.left(dots).trimmed();
        const QString right = text.mid(dots + 2).trimmed();
        const auto first = parseDate(left);
        const auto last = parseDate(right);
        if ((!left.isEmpty() && !first) || (!right.isEmpty() && !last) || (left.isEmpty() && right.isEmpty()))
            return std::nullopt;
        return DateSpan{first.value_or(QDate()), last.value_or(QDate())};
    }
    if (const auto date = parseDate(text))
        return DateSpan{*date, *date};
    return std::nullopt;
}

} // namespace Kartoteka
