// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/search_query.h"
#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/items/item_queries.h"
#include "core/store/db/sql_name.h"

#include <algorithm>

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

/// Longer words and more of them narrow nothing down any more, and each sign of them is looked up.
constexpr qsizetype longestPhrase = 64;
constexpr qsizetype mostPhrases = 24;
constexpr qsizetype trigram = 3; ///< the search index knows nothing shorter

QString phrase(const QString &word)
{
    return u'"' + word.left(longestPhrase).replace(u'"', u"\"\""_s) + u'"';
}

/// What the index is asked for words that are all too short for it, every sign of whose places it knows: each text ends
/// with a sign of its own. Empty where one of them is too frequent.
QString shortPhrases(const QStringList &words, const ShortWords &lookUp)
{
    // Stands in no text.
    static const QString nothing = phrase(QString(trigram, QChar(0xfffe)));
    QStringList parts;
    for (const QString &word : words) {
        const auto longer = lookUp ? lookUp(word) : std::nullopt;
        if (!longer)
            return {};
        QStringList phrases;
        for (const QString &one : *longer)
            phrases << phrase(one);
        parts << (phrases.isEmpty() ? nothing : u'(' + phrases.join(u" OR "_s) + u')');
    }
    return u'(' + parts.join(u" AND "_s) + u')';
}

/// One way to find the text: all these words.
void addAlternative(QStringList words, SearchTerms &terms, QStringList &matches, const ShortWords &lookUp)
{
    words.removeDuplicates();
    if (words.isEmpty())
        return;
    // Of many the longest, which are the rarest.
    QStringList known = words;
    known.removeIf([](const QString &word) { return word.size() < trigram; });
    std::stable_sort(known.begin(), known.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    known = known.mid(0, mostPhrases);
    const bool allShort = known.isEmpty();
    terms.exact = terms.exact && (allShort || (known.size() == words.size() && known.constFirst().size() <= longestPhrase));
    QStringList phrases;
    for (const QString &word : std::as_const(known))
        phrases << phrase(word);
    matches << (allShort ? shortPhrases(words, lookUp) : u'(' + phrases.join(u" AND "_s) + u')');
    QStringList tests;
    for (const QString &word : std::as_const(words)) {
        tests << u"instr(x.c0, ?) > 0"_s;
        terms.texts << word;
    }
    terms.tests += (terms.tests.isEmpty() ? u"("_s : u" OR ("_s) + tests.join(u" AND "_s) + u')';
}

} // namespace

QString otherKeyboardLayout(const QString &text)
{
    return otherLayout(fold(text));
}

namespace {

/// Whether a page of what contains a word is found among the newest texts, so far as some of them tell.
bool isFrequent(const ReadContext &context, const RecordTable &table, const QString &word)
{
    constexpr int sample = 300; // a tenth of a millisecond
    constexpr int some = 3;
    auto found = context.connection.scalar(
        u"SELECT count(*) FROM (SELECT c0 FROM %1 ORDER BY id DESC LIMIT %2) WHERE instr(c0, ?) > 0"_s.arg(
            sqlName(table.name, u"_search_content"), QString::number(sample)),
        {word});
    return found && found->toInt() >= some;
}

} // namespace

ShortWords shortWords(const ReadContext &context, const RecordTable &table)
{
    return [&context, &table](const QString &word) -> std::optional<QStringList> {
        if (isFrequent(context, table, word))
            return std::nullopt;
        constexpr int mostPlaces = 5'000; // some milliseconds
        constexpr int mostWords = 400;
        const QString places = u"temp."_s + sqlName(table.name, u"_places");
        auto made = context.connection.run(
            u"CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5vocab('main', %2, 'instance')"_s.arg(
                places, sqlName(table.name, u"_search")));
        if (!made)
            return std::nullopt;
        auto cursor = context.connection.query(u"SELECT term FROM %1 WHERE term BETWEEN ? AND ? LIMIT ?"_s.arg(places),
                                               {word, word + QString::fromUcs4(U"\U0010ffff"), mostPlaces});
        if (!cursor)
            return std::nullopt;
        QStringList words;
        int seen = 0;
        for (; cursor->next(); ++seen) {
            if (const QString one = cursor->text(0); words.isEmpty() || words.constLast() != one)
                words << one;
        }
        return seen < mostPlaces && words.size() <= mostWords ? std::optional(words) : std::nullopt;
    };
}

Result<SearchTerms> searchTerms(const ReadContext &context, const RecordTable &table, const QString &text, bool scan)
{
    constexpr qsizetype longestNumber = 40;
    const QString typed = text.trimmed();
    const bool mayBeNumber = table.typeId != 0 && !typed.isEmpty() && typed.size() <= longestNumber && typed.back().isDigit()
        && !typed.contains(u' ');
    auto number = mayBeNumber ? numberInPlaceOf(context, table, typed.toUpper()) : Result<QString>(QString());
    if (!number)
        return number.error();
    return searchTerms(text, scan ? ShortWords() : shortWords(context, table), *number);
}

SearchTerms searchTerms(const QString &text, const ShortWords &lookUp, const QString &number)
{
    SearchTerms terms;
    const QString folded = fold(text);
    if (folded.isEmpty())
        return terms;
    terms.exact = true;
    QStringList matches;
    addAlternative(wordsOf(folded), terms, matches, lookUp);
    for (const QString &phone : phoneReadings(text)) {
        if (phone != folded)
            addAlternative({phone}, terms, matches, lookUp);
    }
    if (const QString other = otherLayout(folded); other.size() >= trigram)
        addAlternative(wordsOf(other), terms, matches, lookUp);
    if (!number.isEmpty()) // which ends a line of what is looked through
        addAlternative({fold(number) + u'\n'}, terms, matches, lookUp);
    terms.tests = u'(' + terms.tests + u')';
    if (matches.contains(QString()))
        terms.exact = false;
    else
        terms.match = matches.join(u" OR "_s);
    return terms;
}

Result<bool> isFoundOften(const ReadContext &context, const RecordTable &table, const SearchTerms &terms)
{
    constexpr int often = 5'000; // some milliseconds
    if (terms.match.isEmpty())
        return true;
    auto found = context.connection.scalar(u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %1 MATCH ? LIMIT %2)"_s.arg(
                                               sqlName(table.name, u"_search"), QString::number(often)),
                                           {terms.match});
    return found ? Result<bool>(found->toInt() >= often) : Result<bool>(found.error());
}

CompiledQuery searchSource(const RecordTable &table, const SearchTerms &terms)
{
    const QString rows = sqlName(table.name);
    const QString index = sqlName(table.name, u"_search");
    const QString texts = sqlName(table.name, u"_search_content");
    CompiledQuery source;
    if (terms.match.isEmpty()) {
        source.from = u"%2 x CROSS JOIN %1 t ON t.id = x.id"_s.arg(rows, texts);
        source.rowId = textsRowId;
        source.where = terms.tests;
        source.bound = terms.texts;
        return source;
    }
    source.rowId = u"s.rowid"_s;
    source.where = u"s.%1 MATCH ?"_s.arg(index);
    source.bound << terms.match;
    if (terms.exact) {
        source.from = u"%2 s CROSS JOIN %1 t ON t.id = s.rowid"_s.arg(rows, index);
        return source;
    }
    source.from = u"%2 s CROSS JOIN %3 x ON x.id = s.rowid CROSS JOIN %1 t ON t.id = s.rowid"_s.arg(rows, index, texts);
    source.where += u" AND "_s + terms.tests;
    source.bound += terms.texts;
    return source;
}

CompiledQuery searchTest(const RecordTable &table, const SearchTerms &terms)
{
    CompiledQuery test;
    test.where = u"EXISTS (SELECT 1 FROM %1 x WHERE x.id = t.id AND %2)"_s.arg(sqlName(table.name, u"_search_content"),
                                                                               terms.tests);
    test.bound = terms.texts;
    return test;
}

} // namespace Kartoteka
