// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tip_text.h"

#include <QTextBoundaryFinder>

namespace Kartoteka {

namespace {

constexpr int widest = 72; ///< signs of a row
constexpr int mostRows = 4;

/// Where a row that begins at @p from ends: between two words, else between two signs as people see them.
qsizetype endOfRow(const QString &line, qsizetype from)
{
    if (line.size() - from <= widest)
        return line.size();
    const qsizetype space = line.lastIndexOf(u' ', from + widest);
    if (space > from)
        return space + 1;
    QTextBoundaryFinder signs(QTextBoundaryFinder::Grapheme, line);
    signs.setPosition(from + widest);
    const qsizetype before = signs.isAtBoundary() ? signs.position() : signs.toPreviousBoundary();
    return before > from ? before : from + widest;
}

} // namespace

QString tipText(const QStringList &lines)
{
    QStringList rows;
    for (const QString &line : lines) {
        qsizetype from = 0;
        int row = 0;
        do {
            const qsizetype to = endOfRow(line, from);
            rows << line.mid(from, to - from).trimmed();
            from = to;
        } while (++row < mostRows && from < line.size());
        if (from < line.size())
            rows.last() += u'…';
    }
    return rows.join(u'\n');
}

} // namespace Kartoteka
