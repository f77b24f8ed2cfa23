// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/highlight.h"

#include "core/query/item_query.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

namespace {

/// The same length as the text, unlike a folded key: positions in it are positions in the text.
QString comparable(const QString &text)
{
    QString out = text.toLower();
    return out.size() == text.size() ? out.replace(u'ё', u'е') : text;
}

} // namespace

QList<QTextLayout::FormatRange> highlightsOf(const QString &text, const QString &search, const Theme &theme)
{
    QList<QTextLayout::FormatRange> ranges;
    const QString haystack = comparable(text);
    QTextCharFormat format;
    QColor mark = theme.accentFill();
    mark.setAlpha(60);
    format.setBackground(mark);
    QStringList words = comparable(search.simplified()).split(u' ', Qt::SkipEmptyParts);
    words += comparable(otherKeyboardLayout(search)).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : std::as_const(words)) {
        for (qsizetype at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + word.size()))
            ranges.append({int(at), int(word.size()), format});
    }
    return ranges;
}

void drawHighlighted(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
                     const QString &search, const Theme &theme)
{
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    if (search.isEmpty()) {
        painter.drawText(rect, int(alignment), shown);
        return;
    }
    const int left = alignment & Qt::AlignRight ? rect.right() + 1 - metrics.horizontalAdvance(shown) : rect.left();
    for (const QTextLayout::FormatRange &range : highlightsOf(shown, search, theme)) {
        const int from = metrics.horizontalAdvance(shown.left(range.start));
        const int width = metrics.horizontalAdvance(shown.left(range.start + range.length)) - from;
        painter.fillRect(QRect(left + from, rect.center().y() - metrics.height() / 2, width, metrics.height()),
                         range.format.background());
    }
    painter.drawText(rect, int(alignment), shown);
}

} // namespace Kartoteka
