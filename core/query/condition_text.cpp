// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition.h"

#include "core/base/texts.h"

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

QString quotedList(const QStringList &texts)
{
    QStringList list;
    for (const QString &text : texts)
        list << quoted(text);
    return u'(' + list.join(u", "_s) + u')';
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
    static const auto words = [](const QString &pattern) {
        return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
    };
    static const QRegularExpression isEmpty = words(u"^is\\s+(not\\s+)?empty$"_s);
    static const QRegularExpression in = words(u"^(not\\s+)?in\\s*\\((.*)\\)$"_s);
    static const QRegularExpression ever = words(u"^ever\\s*=\\s*(.+?)(?:\\s+during\\s+(.+))?$"_s);
    if (const auto match = isEmpty.match(rest); match.hasMatch()) {
        condition.comparison = match.captured(1).isEmpty() ? Comparison::Empty : Comparison::NotEmpty;
        return condition;
    }
    if (const auto match = in.match(rest); match.hasMatch()) {
        condition.comparison = match.captured(1).isEmpty() ? Comparison::In : Comparison::NotIn;
        condition.values = listValues(match.captured(2));
        condition.column = at + match.capturedStart(2);
        if (condition.values.isEmpty())
            return problem(Texts::tr("The list in brackets is empty"), condition.column);
        return condition;
    }
    if (const auto match = ever.match(rest); match.hasMatch()) {
        condition.comparison = Comparison::Ever;
        condition.values = {unquoted(match.captured(1))};
        if (!match.captured(2).isEmpty())
            condition.values << unquoted(match.captured(2));
        condition.column = at + match.capturedStart(1);
        return condition;
    }
    return problem(Texts::tr("Expected one of = != < <= > >= ~ !~ in, is empty, is not empty"), at);
}

/// One comparison that stands at column @p from of the whole text.
Result<Condition> parseComparison(const QString &text, qsizetype from)
{
    static const QRegularExpression word(u"^\\s*([\\w.]+)\\s*"_s, QRegularExpression::UseUnicodePropertiesOption);
    const auto head = word.match(text);
    if (!head.hasMatch())
        return problem(Texts::tr("Expected the name of a field"), from);
    Condition condition;
    condition.field = head.captured(1);
    const qsizetype at = head.capturedEnd();
    const QString rest = text.mid(at).trimmed();
    for (const Operator &op : operators()) {
        if (!rest.startsWith(op.text))
            continue;
        condition.comparison = op.comparison;
        condition.values = {unquoted(rest.mid(op.text.size()))};
        condition.column = from + at + op.text.size();
        if (condition.values.first().isEmpty())
            return problem(Texts::tr("A value is missing; for empty fields write “is empty”"), from + text.size());
        return condition;
    }
    return parseWordOperator(condition, rest, from + at);
}

// Beyond these the stack ends, and SQLite takes no expression: nobody writes so much, files of strangers may.
constexpr qsizetype longestCondition = 100'000;
constexpr int mostComparisons = 500;
constexpr int deepest = 50;

/// Reads and, or, not and brackets by recursive descent; what stands between them is a comparison.
class ExpressionReader
{
public:
    explicit ExpressionReader(const QString &text) : m_text(text) {}

    Result<Condition> read()
    {
        if (m_text.size() > longestCondition)
            return problem(Texts::tr("The condition is too long"), longestCondition);
        auto condition = either();
        if (!condition)
            return condition;
        skipSpace();
        if (m_at < m_text.size())
            return problem(Texts::tr("Expected “and” or “or”"), m_at);
        return condition;
    }

private:
    Result<Condition> either()
    {
        return joined(u"or"_s, Comparison::Any, [this] { return both(); });
    }
    Result<Condition> both()
    {
        return joined(u"and"_s, Comparison::All, [this] { return term(); });
    }

    template<typename Part>
    Result<Condition> joined(const QString &word, Comparison group, Part part)
    {
        Condition whole;
        whole.comparison = group;
        do {
            auto next = part();
            if (!next)
                return next;
            whole.parts.append(*next);
        } while (takeWord(word));
        return whole.parts.size() == 1 ? whole.parts.constFirst() : whole;
    }

    Result<Condition> term()
    {
        if (m_level >= deepest)
            return problem(Texts::tr("The condition has too many brackets within each other"), m_at);
        ++m_level;
        auto found = termWithin();
        --m_level;
        return found;
    }

    Result<Condition> termWithin()
    {
        skipSpace();
        if (takeWord(u"not"_s)) {
            auto inner = term();
            if (!inner)
                return inner;
            Condition neither;
            neither.comparison = Comparison::Neither;
            // "not (a or b)" and "neither a nor b" are one thing
            neither.parts = inner->comparison == Comparison::Any ? inner->parts : QList<Condition>{*inner};
            return neither;
        }
        if (m_at < m_text.size() && m_text[m_at] == u'(') {
            const qsizetype open = m_at++;
            ++m_depth;
            auto inner = either();
            if (!inner)
                return inner;
            skipSpace();
            if (m_at >= m_text.size() || m_text[m_at] != u')')
                return problem(Texts::tr("A bracket is not closed"), open);
            ++m_at;
            --m_depth;
            return inner;
        }
        if (++m_comparisons > mostComparisons)
            return problem(Texts::tr("The condition has more than %1 comparisons").arg(mostComparisons), m_at);
        const qsizetype from = m_at;
        m_at = endOfComparison();
        return parseComparison(m_text.mid(from, m_at - from), from);
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    /// True when a term begins at @p at: "and" in the midst of a text is part of it ("Tom and Jerry").
    bool isTermAt(qsizetype at) const
    {
        static const QRegularExpression begin(
            u"\\G\\s*(?:not\\b\\s*|\\(\\s*)*[\\w.]+\\s*(?:[=<>~!]|is\\s|in\\s*\\(|not\\s+in\\b|ever\\b)"_s,
            QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
        return begin.match(m_text, at).hasMatch();
    }

    bool isWordAt(qsizetype at, const QString &word) const
    {
        const auto isBoundary = [this](qsizetype i) {
            return i < 0 || i >= m_text.size() || m_text[i].isSpace() || m_text[i] == u'(' || m_text[i] == u')';
        };
        return QStringView(m_text).mid(at, word.size()).compare(word, Qt::CaseInsensitive) == 0 && isBoundary(at - 1)
            && isBoundary(at + word.size());
    }

    bool takeWord(const QString &word)
    {
        skipSpace();
        if (!isWordAt(m_at, word) || !isTermAt(m_at + word.size()))
            return false;
        m_at += word.size();
        return true;
    }

    qsizetype endOfComparison() const
    {
        QChar quote;
        int brackets = 0;
        for (qsizetype i = m_at; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            if (!quote.isNull()) {
                quote = c == quote ? QChar() : quote;
            } else if (c == u'"' || (c == u'\'' && (i == 0 || !m_text[i - 1].isLetter()))) {
                quote = c;
            } else if (c == u'(') {
                ++brackets;
            } else if (c == u')') {
                if (brackets == 0 && m_depth > 0)
                    return i;
                brackets = qMax(0, brackets - 1);
            } else if (brackets == 0 && i > m_at
                       && ((isWordAt(i, u"and"_s) && isTermAt(i + 3)) || (isWordAt(i, u"or"_s) && isTermAt(i + 2)))) {
                return i;
            }
        }
        return m_text.size();
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0; ///< of brackets
    int m_level = 0; ///< of what stands within something else
    int m_comparisons = 0;
};

QString groupText(const Condition &group)
{
    QStringList parts;
    for (const Condition &part : group.parts)
        parts << (part.isGroup() && part.comparison != Comparison::Neither ? u'(' + conditionText(part) + u')'
                                                                           : conditionText(part));
    if (group.comparison == Comparison::Neither)
        return u"not ("_s + parts.join(u" or "_s) + u')';
    return parts.join(group.comparison == Comparison::All ? u" and "_s : u" or "_s);
}

} // namespace

Result<Condition> parseCondition(const QString &text)
{
    return ExpressionReader(text).read();
}

QString conditionText(const Condition &condition)
{
    if (condition.isGroup())
        return groupText(condition);
    switch (condition.comparison) {
    case Comparison::Empty: return condition.field + u" is empty"_s;
    case Comparison::NotEmpty: return condition.field + u" is not empty"_s;
    case Comparison::Ever: {
        const QString period = condition.values.value(1);
        return condition.field + u" ever = "_s + quoted(condition.values.value(0))
            + (period.isEmpty() ? QString() : u" during "_s + quoted(period));
    }
    case Comparison::In: return condition.field + u" in "_s + quotedList(condition.values);
    case Comparison::NotIn: return condition.field + u" not in "_s + quotedList(condition.values);
    default: break;
    }
    for (const Operator &op : operators()) {
        if (op.comparison == condition.comparison)
            return condition.field + u' ' + op.text + u' ' + quoted(condition.values.value(0));
    }
    return {};
}

Result<QList<Condition>> parseConditions(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QList<Condition>{};
    auto condition = parseCondition(text);
    if (!condition)
        return condition.error();
    return condition->comparison == Comparison::All ? condition->parts : QList<Condition>{*condition};
}

QString conditionsText(const QList<Condition> &conditions)
{
    Condition all;
    all.comparison = Comparison::All;
    all.parts = conditions;
    return conditions.isEmpty()  ? QString()
        : conditions.size() == 1 ? conditionText(conditions.constFirst())
                                 : groupText(all);
}

} // namespace Kartoteka
