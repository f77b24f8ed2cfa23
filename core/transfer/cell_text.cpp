// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/cell_text.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/items/distinct_members.h"
#include "core/items/value_parse.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

const QString tripleColon = u":::"_s; // Google

/// An extension behind a number, with what separates it.
const QRegularExpression &extension()
{
    static const QRegularExpression expression(
        u"^\\s*[,;]?\\s*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?|x|#)[.:=\\s]*\\d{1,8}\\s*[.)]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

bool isPhone(const QString &text, const QString &region)
{
    if (text.isEmpty() || text.size() > longestPhone || isSpoiltNumber(text))
        return false;
    qsizetype digits = 0;
    bool others = false;
    bool zeros = true;
    for (const QChar c : text) {
        if (c.isDigit()) {
            ++digits;
            zeros = zeros && c == u'0';
        } else if (!c.isSpace() && !QStringView(u"+-().‐‑‒–—/*").contains(c)) {
            others = true;
        }
    }
    if (digits < 3 || zeros)
        return false;
    if (!others)
        return digits <= 17;
    // Letters stand in extensions and in numbers such as 1-800-FLOWERS.
    return !normalizePhone(text, region).isEmpty();
}

/// A phone as a person would write it: without "tel:" and the point of a number.
QString tidyPhone(QString text)
{
    static const QRegularExpression asNumber(u"^\\+?\\d{5,}\\.0+$"_s);
    static const QRegularExpression uriExtension(u";ext=(\\d+)$"_s, QRegularExpression::CaseInsensitiveOption);
    text = text.trimmed();
    if (text.startsWith(u'\''))
        text = text.mid(1).trimmed();
    if (text.startsWith(u"tel:"_s, Qt::CaseInsensitive))
        text = text.mid(4).trimmed();
    if (text.contains(u'.') && asNumber.match(text).hasMatch())
        text = text.section(u'.', 0, 0);
    return text.contains(u'=') ? text.replace(uriExtension, u" ext. \\1"_s) : text;
}

/// The parts of a text between the signs of which @p parts says that they do; what is empty is no part.
template<typename Parts>
QStringList partsBetween(const QString &text, Parts parts)
{
    QStringList found;
    QString part;
    const QString whole = text.contains(tripleColon) ? QString(text).replace(tripleColon, u"|"_s) : text;
    for (const QChar c : whole) {
        if (parts(c)) {
            found << part;
            part.clear();
        } else {
            part += c;
        }
    }
    found << part;
    found.removeIf([](const QString &p) { return p.trimmed().isEmpty(); });
    return found;
}

/// The parts of a text between any of some signs.
QStringList partsOf(const QString &text, const QString &signs)
{
    return partsBetween(text, [&](QChar c) { return c == u'|' || c == u'\n' || c == u'\r' || signs.contains(c); });
}

/// The address of "Ann <a@x.example>", "mailto:a@x.example" or "a@x.example"; empty when there is none.
QString addressOf(const QString &part)
{
    QString text = part.trimmed();
    const qsizetype open = text.lastIndexOf(u'<');
    const qsizetype close = text.indexOf(u'>', open);
    if (open >= 0 && close > open)
        text = text.mid(open + 1, close - open - 1).trimmed();
    if (text.startsWith(u"mailto:"_s, Qt::CaseInsensitive))
        text = text.mid(7);
    return isEmailAddress(text) ? text : QString();
}

/// Parts between commas, semicolons and bars that stand neither in quotes nor in angle brackets.
QStringList mailboxes(const QString &text)
{
    bool quoted = false;
    bool angled = false;
    const bool balanced = text.count(u'"') % 2 == 0;
    return partsBetween(text, [&](QChar c) {
        quoted = quoted != (balanced && c == u'"');
        angled = c == u'<' || (angled && c != u'>');
        return !quoted && !angled && QStringView(u",;|\n\r").contains(c);
    });
}

bool looksLikeLink(const QString &text)
{
    static const QRegularExpression link(u"^(?:[a-z][a-z0-9+.-]*:\\S+|(?:[\\w-]+\\.)+[a-zа-яё]{2,}(?:[/?#:]\\S*)?|@\\w+)$"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::UseUnicodePropertiesOption);
    return link.match(text.trimmed()).hasMatch();
}

/// Apostrophes at the beginning.
qsizetype apostrophes(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] == u'\'')
        ++at;
    return at;
}

/// Whether spreadsheets may run it. Programs differ in what they pass over before the sign and which signs they take.
bool mayRun(QStringView text)
{
    constexpr QChar zeroWidth(0x200b);
    if (text.startsWith(u'\t') || text.startsWith(u'\r'))
        return true;
    const auto sign = std::ranges::find_if_not(
        text, [](QChar c) { return c.isSpace() || c == QChar::ByteOrderMark || c == zeroWidth || c.isNull(); });
    return sign != text.end() && QStringView(u"=+-@＝＋－＠").contains(*sign);
}

} // namespace

QString guarded(const QString &text)
{
    static const QRegularExpression harmless(u"^\\s*[+-]?[\\d\\s().,-]+$"_s);
    // An apostrophe that is the text's own gets another one, so that reading takes one away.
    const qsizetype at = apostrophes(text);
    return !mayRun(QStringView(text).mid(at)) || (at == 0 && harmless.match(text).hasMatch()) ? text : u'\'' + text;
}

QString withoutGuard(const QString &text)
{
    if (text.startsWith(u'\''))
        return mayRun(QStringView(text).mid(apostrophes(text))) ? text.mid(1) : text;
    if (text.size() > 3 && text.startsWith(u"=\""_s) && text.endsWith(u'"') && text.count(u'"') == 2)
        return text.mid(2, text.size() - 3);
    return text;
}

bool isPlaceholder(const QString &text)
{
    static const QSet<QString> words{
        u"нет"_s,        u"нету"_s,    u"n/a"_s,         u"na"_s,           u"n.a."_s,      u"none"_s,       u"null"_s,
        u"nil"_s,        u"nan"_s,     u"no"_s,          u"н/д"_s,          u"нд"_s,        u"empty"_s,      u"пусто"_s,
        u"(null)"_s,     u"#n/a"_s,    u"#н/д"_s,        u"<null>"_s,       u"x"_s,         u"xx"_s,         u"xxx"_s,
        u"unknown"_s,    u"tbd"_s,     u"х"_s,           u"ххх"_s,          u"не указан"_s, u"не указано"_s, u"-//-"_s,
        u"\\n"_s,        u"none."_s,   u"отсутствует"_s, u"неизвестно"_s,   u"не задано"_s, u"не указана"_s, u"undefined"_s,
        u"нет данных"_s, u"no data"_s, u"not set"_s,     u"not specified"_s};
    const QString trimmed = text.trimmed();
    if (trimmed.size() > 20)
        return false;
    // Nothing but signs or zeros.
    const bool signs = std::all_of(trimmed.begin(), trimmed.end(),
                                   [](QChar c) { return !c.isLetterOrNumber() || c == u'0'; });
    return signs || words.contains(fold(trimmed));
}

bool isNoDate(const QString &text)
{
    static const QRegularExpression never(
        u"^(?:0{1,2}[./-]0{1,2}[./-](?:0{2}|0{4}|1899|1900)|0{4}[./-]00[./-]00|30\\.12\\.1899|1899-12-30|12/30/1899|"
        "0?1[./-]0?1[./-](?:0001|1601|4501)|(?:0001|1601|4501)[./-]0?1[./-]0?1|1900-01-00|0?1/0/1900)"
        "(?:[T\\s]+0?0:00(?::00)?(?:\\.0+)?(?:\\s*(?:Z|[+-]\\d\\d:?\\d\\d))?|[T\\s]+12:00(?::00)?\\s*AM)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = text.trimmed();
    const bool counts = std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c > u'0' && c <= u'9'; });
    if (!counts)
        return isPlaceholder(trimmed) || never.match(trimmed).hasMatch();
    const bool maybe = trimmed.contains(u"1899") || trimmed.contains(u"1900") || trimmed.contains(u"0001")
        || trimmed.contains(u"1601") || trimmed.contains(u"4501");
    return maybe && trimmed.size() < 40 && never.match(trimmed).hasMatch();
}

bool isSpoiltNumber(const QString &text)
{
    static const QRegularExpression exponent(u"^[+-]?\\d+(?:[.,]\\d+)?[eE]\\+?\\d+$"_s);
    return (text.contains(u'E') || text.contains(u'e')) && exponent.match(text.trimmed()).hasMatch();
}

bool isEmailAddress(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 1 || at + 1 >= text.size() || text.size() > longestEmail || text.count(u'@') != 1)
        return false;
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.isSpace() || QStringView(u"<>\"(),;:|\\").contains(c); })
        && !text.endsWith(u'.') && text[at + 1] != u'.';
}

CellValues phonesIn(const QString &text, const QString &region)
{
    CellValues values;
    DistinctMembers found;
    const auto add = [&](const QString &part) {
        Member member = labelledMember(part.trimmed());
        member.text = tidyPhone(member.text);
        const bool phone = isPhone(member.text, region);
        if (phone)
            found.add(member);
        values.hasRest = values.hasRest || (!phone && !isPlaceholder(part));
        return phone;
    };
    // Most cells hold one phone and nothing else.
    const bool simple = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return QStringView(u"|,;\n\r").contains(c); })
        && !text.contains(tripleColon);
    if (simple || text.startsWith(u"tel:"_s, Qt::CaseInsensitive)) {
        add(text);
        values.members = found.members();
        return values;
    }
    static const QRegularExpression beforeSign(u"(?=[,;])"_s);
    QStringList parts;
    for (const QString &part : partsOf(text, {})) {
        QString current;
        for (const QString &piece : part.split(beforeSign, Qt::SkipEmptyParts)) {
            if (!current.isEmpty() && extension().match(piece).hasMatch()) {
                current += piece;
                continue;
            }
            if (!current.isEmpty())
                parts << current;
            current = piece.startsWith(u',') || piece.startsWith(u';') ? piece.mid(1) : piece;
        }
        parts << current;
    }
    for (const QString &part : std::as_const(parts)) {
        if (!part.trimmed().isEmpty() && !found.isTooMany())
            add(part);
    }
    values.members = found.members();
    return values;
}

CellValues emailsIn(const QString &text)
{
    CellValues values;
    DistinctMembers found;
    for (const QString &part : mailboxes(text)) {
        if (found.isTooMany())
            break;
        Member member = labelledMember(part.trimmed());
        QStringList addresses{addressOf(member.text)};
        if (addresses.first().isEmpty()) {
            addresses = member.text.split(u' ', Qt::SkipEmptyParts);
            if (!std::all_of(addresses.begin(), addresses.end(), isEmailAddress))
                addresses.clear();
        }
        for (const QString &address : std::as_const(addresses))
            found.add({.text = address, .label = member.label, .ref = {}, .key = {}});
        values.hasRest = values.hasRest || (addresses.isEmpty() && !isPlaceholder(part));
    }
    values.members = found.members();
    return values;
}

CellValues linksIn(const QString &text)
{
    DistinctMembers found;
    for (const QString &part : partsOf(text, {})) {
        QStringList pieces = partsOf(part, u",; \t"_s);
        if (pieces.size() > 1 && !std::all_of(pieces.begin(), pieces.end(), looksLikeLink))
            pieces = {part};
        for (const QString &piece : std::as_const(pieces)) {
            if (!isPlaceholder(piece) && !found.isTooMany())
                found.add(labelledMember(piece.trimmed()));
        }
    }
    return {found.members(), false};
}

CellValues tagsIn(const QString &text)
{
    DistinctMembers found;
    for (const QString &part : partsOf(text, u",;"_s)) {
        if (!found.isTooMany())
            found.add({.text = part.trimmed(), .label = {}, .ref = {}, .key = {}});
    }
    return {found.members(), false};
}

} // namespace Kartoteka
