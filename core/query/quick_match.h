// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// A few letters that a person typed to name something: the beginnings of its words, a piece of it, or the first letters of
/// its words ("nfd": New file with demo data), in either keyboard layout.
class QuickMatch
{
public:
    explicit QuickMatch(const QString &typed);

    bool isEmpty() const { return m_ways.isEmpty(); }
    /// How well a text answers: 0 not at all, 100 word by word.
    int score(const QString &text) const;
    /// From here on words begin with what was typed; below, letters are merely found in the text.
    static constexpr int good = 60;

private:
    /// What was typed, then the same keys on the other layout; folded.
    QStringList m_ways;
};

} // namespace Kartoteka
