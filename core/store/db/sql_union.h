// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// SQLite takes no more queries than these side by side in one.
constexpr qsizetype mostInUnion = 400;

/// All rows of several queries, however many: an office may have more types than SQLite takes side by side.
inline QString unionAll(const QStringList &queries)
{
    const QString mark = QStringLiteral(" UNION ALL ");
    if (queries.size() <= mostInUnion)
        return queries.join(mark);
    QStringList groups;
    for (qsizetype from = 0; from < queries.size(); from += mostInUnion)
        groups << QStringLiteral("SELECT * FROM (") + queries.mid(from, mostInUnion).join(mark) + u')';
    return unionAll(groups);
}

} // namespace Kartoteka
