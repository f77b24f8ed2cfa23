// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/quick_match.h"

#include "core/base/fold.h"
#include "core/query/item_query.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace Kartoteka {

namespace {

/// Nothing that is named in a few words is longer.
constexpr qsizetype longestText = 200;
constexpr qsizetype longestTyped = 60;
constexpr int otherLayoutLess = 5;

bool beginsWord(QStringView text, qsizetype at)
{
    return text[at].isLetterOrNumber() && (at == 0 || !text[at - 1].isLetterOrNumber());
}

/// A word that begins with @p typed at or behind @p from; -1: none.
qsizetype wordThatBegins(QStringView text, QStringView typed, qsizetype from)
{
    qsizetype at = text.indexOf(typed, from);
    while (at >= 0 && !beginsWord(text, at))
        at = text.indexOf(typed, at + 1);
    return at;
}

/// Whether the letters stand in the text one behind another, each the next of a word or the first of a later one.
bool isChain(QStringView text, QStringView letters)
{
    // fits[i]: the letters from j on can be laid with the j-th at i; walked from the last letter back.
    std::vector<char> fits(size_t(text.size()) + 1, 0);
    for (qsizetype j = letters.size() - 1; j >= 0; --j) {
        std::vector<char> next(fits.size(), 0);
        bool laterWord = false;
        for (qsizetype i = text.size() - 1; i >= 0; --i) {
            const bool goesOn = j == letters.size() - 1 || fits[size_t(i) + 1] != 0 || laterWord;
            next[size_t(i)] = text[i] == letters[j] && goesOn;
            laterWord = laterWord || (fits[size_t(i)] != 0 && beginsWord(text, i));
        }
        fits = next;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (fits[size_t(i)] != 0 && beginsWord(text, i))
            return true;
    }
    return false;
}

/// A word without its ending, which the one that a text has may differ in: «неделя» finds «первый день недели».
QString stemOf(const QString &word)
{
    static const QRegularExpression ending(
        u"(иями|ями|ами|ием|ов|ев|ей|ах|ях|ам|ям|ом|ем|ую|юю|ых|их|ый|ий|ая|яя|ое|ее|ия|ии|[аеийоуыьэюя]|s)$"_s);
    constexpr qsizetype shortest = 4;
    const auto match = ending.match(word);
    return match.hasMatch() && match.capturedStart() >= shortest ? word.left(match.capturedStart()) : word;
}

int scoreOf(const QString &text, const QString &typed)
{
    if (text == typed)
        return 100;
    if (text.startsWith(typed))
        return 90;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    qsizetype from = 0;
    for (const QString &word : words) {
        const qsizetype at = from < 0 ? -1 : wordThatBegins(text, word, from);
        from = at < 0 ? -1 : at + word.size();
    }
    if (from >= 0)
        return 80;
    if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return wordThatBegins(text, word, 0) >= 0; }))
        return 70;
    if (std::all_of(words.begin(), words.end(),
                    [&](const QString &word) { return wordThatBegins(text, stemOf(word), 0) >= 0; }))
        return QuickMatch::good;
    if (isChain(text, QString(typed).remove(u' ')))
        return 40;
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); }) ? 30 : 0;
}

} // namespace

QuickMatch::QuickMatch(const QString &typed)
{
    const QString folded = fold(QStringView(typed).trimmed().left(longestTyped));
    if (folded.isEmpty())
        return;
    m_ways << folded;
    if (const QString other = otherKeyboardLayout(folded); !other.isEmpty())
        m_ways << other;
}

int QuickMatch::score(const QString &text) const
{
    const QString folded = fold(QStringView(text).left(longestText));
    int best = 0;
    for (qsizetype i = 0; i < m_ways.size(); ++i) {
        if (const int one = scoreOf(folded, m_ways[i]); one > 0)
            best = qMax(best, one - (i > 0 ? otherLayoutLess : 0));
    }
    return best;
}

} // namespace Kartoteka
