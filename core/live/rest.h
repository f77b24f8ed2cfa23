// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <algorithm>

namespace Kartoteka {

/// A list without some of its rows, which are few.
template<typename Row>
class Rest
{
public:
    /// @p without: ascending.
    Rest(const QList<Row> &rows, const QList<qsizetype> &without) : m_rows(rows), m_without(without) {}

    qsizetype size() const { return m_rows.size() - m_without.size(); }
    const Row &at(qsizetype place) const
    {
        for (const qsizetype row : m_without)
            place += row <= place ? 1 : 0;
        return m_rows[place];
    }

private:
    const QList<Row> &m_rows;
    const QList<qsizetype> &m_without;
};

/// Rows at which the ids @p wanted stand, ascending. @p idOf: of a row.
template<typename Row, typename IdOf>
QList<qsizetype> rowsOf(const QList<Row> &list, const QSet<qint64> &wanted, IdOf idOf)
{
    constexpr qsizetype oneByOne = 8; // so many searches are faster than as many lookups as there are rows
    QList<qsizetype> found;
    if (wanted.size() <= oneByOne) {
        for (const qint64 id : wanted) {
            const auto at = std::ranges::find(list, id, idOf);
            if (at != list.end())
                found.append(at - list.begin());
        }
        std::sort(found.begin(), found.end());
        return found;
    }
    for (qsizetype row = 0; row < list.size(); ++row) {
        if (wanted.contains(idOf(list[row])))
            found.append(row);
    }
    return found;
}

} // namespace Kartoteka
