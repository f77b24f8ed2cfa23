// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/query/item_query.h"
#include "core/store/sql_name.h"

namespace Kartoteka {

namespace {

constexpr QStringView latinKeys = u"qwertyuiop[]asdfghjkl;'zxcvbnm,.";
constexpr QStringView russianKeys = u"йцукенгшщзхъфывапролджэячсмитьбю";

/// The same key presses on the other layout ("ghbdtn" is «привет»); empty when nothing changes.
QString otherLayout(const QString &folded)
{
    QString out;
    bool changed = false;
    const bool latin = std::any_of(folded.begin(), folded.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    const QStringView from = latin ? latinKeys : russianKeys;
    const QStringView to = latin ? russianKeys : latinKeys;
    for (const QChar c : folded) {
        const qsizetype at = from.indexOf(c);
        out += at < 0 ? c : to[at];
        changed = changed || at >= 0;
    }
    return changed ? fold(out) : QString();
}

/// The words one alternative must contain, all of them.
QStringList wordsOf(const QString &folded)
{
    return folded.split(u' ', Qt::SkipEmptyParts);
}

/// What to look for when the text may be a phone or the beginning of one; without the leading 8 or 7 that people
/// write or not.
QStringList phoneReadings(const QString &text)
{
    for (const QChar c : text) {
        if (!c.isDigit() && !QStringView(u" +-()./\u00a0").contains(c))
            return {};
    }
    QString digits = digitsOf(text);
    if (digits.size() < 3)
        return {};
    if (digits.size() >= 10 && (digits[0] == u'8' || digits[0] == u'7'))
        return {digits.mid(1)};
    // 8 is how numbers of the country +7 begin at home: as it is typed, the number is not whole yet.
    return digits[0] == u'8' ? QStringList{digits, u"+7"_s + digits.mid(1)} : QStringList{digits};
}

QString likePattern(const QString &word)
{
    QString escaped = word;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + escaped + u'%';
}

void addAlternative(const RecordTable &table, const QStringList &words, QStringList &alternatives, QVariantList &bound)
{
    QStringList parts;
    QStringList phrases;
    for (const QString &word : words) {
        if (word.size() >= 3)
            phrases << u'"' + QString(word).replace(u'"', u"\"\""_s) + u'"';
    }
    if (!phrases.isEmpty()) {
        parts << u"t.id IN (SELECT rowid FROM %1 WHERE %1 MATCH ?)"_s.arg(sqlName(table.name, u"_search"));
        bound << phrases.join(u" AND "_s);
    }
    for (const QString &word : words) {
        // A trigram index knows nothing shorter than three letters.
        if (word.size() >= 3)
            continue;
        parts << u"EXISTS (SELECT 1 FROM %1 x WHERE x.rowid = t.id AND x.text LIKE ? ESCAPE '\\')"_s.arg(
            sqlName(table.name, u"_search"));
        bound << likePattern(word);
    }
    if (!parts.isEmpty())
        alternatives << u'(' + parts.join(u" AND "_s) + u')';
}

} // namespace

QString otherKeyboardLayout(const QString &text)
{
    return otherLayout(fold(text));
}

Result<CompiledQuery> compileSearch(const RecordTable &table, const QString &text)
{
    CompiledQuery compiled;
    const QString folded = fold(text);
    if (folded.isEmpty())
        return compiled;
    QStringList alternatives;
    addAlternative(table, wordsOf(folded), alternatives, compiled.bound);
    for (const QString &phone : phoneReadings(text)) {
        if (phone != folded)
            addAlternative(table, {phone}, alternatives, compiled.bound);
    }
    if (const QString other = otherLayout(folded); other.size() >= 3)
        addAlternative(table, wordsOf(other), alternatives, compiled.bound);
    compiled.where = u'(' + alternatives.join(u" OR "_s) + u')';
    return compiled;
}

} // namespace Kartoteka
