// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/wrapped_text.h"

#include <QTextOption>

#include <functional>

namespace Kartoteka {

namespace {

QTextOption wrapping()
{
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

void drawWrapped(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(QRectF(rect), text, wrapping());
}

namespace {

/// Lays a text out as drawWrapped() draws it: @p each gets the number of the paragraph and the place of each of its lines.
qreal layOut(const QFont &font, const QString &text, int width, const std::function<void(int, const QRectF &)> &each = {})
{
    qreal height = 0;
    const QStringList paragraphs = text.isEmpty() ? QStringList() : text.split(QChar::LineFeed);
    for (int i = 0; i < paragraphs.size(); ++i) {
        QTextLayout layout(paragraphs[i], font);
        layout.setTextOption(wrapping());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (each)
                each(i, QRectF(0, height, line.naturalTextWidth(), line.height()));
            height += line.height();
        }
        layout.endLayout();
    }
    return height;
}

} // namespace

void drawWrapped(QPainter &painter, const QRect &rect, const QString &text, const QList<QTextLayout::FormatRange> &marks)
{
    qreal height = 0;
    int from = 0; // where a paragraph begins in the text
    for (const QString &paragraph : text.split(QChar::LineFeed)) {
        QTextLayout layout(paragraph, painter.font());
        layout.setTextOption(wrapping());
        QList<QTextLayout::FormatRange> here;
        for (QTextLayout::FormatRange mark : marks) {
            mark.start -= from;
            if (mark.start >= 0 && mark.start + mark.length <= paragraph.size())
                here << mark;
        }
        layout.setFormats(here);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(rect.width());
            line.setPosition({0, height});
            height += line.height();
        }
        layout.endLayout();
        layout.draw(&painter, rect.topLeft());
        from += int(paragraph.size()) + 1;
    }
}

int wrappedHeight(const QFont &font, const QString &text, int width)
{
    return qCeil(layOut(font, text, width));
}

int paragraphAt(const QFont &font, const QString &text, const QRect &rect, const QPoint &point)
{
    int found = -1;
    layOut(font, text, rect.width(), [&](int paragraph, const QRectF &line) {
        if (line.translated(rect.topLeft()).contains(point))
            found = paragraph;
    });
    return found;
}

QStringList wrappedLines(const QFont &font, const QString &text, int width, int most, bool *isCut)
{
    QStringList lines;
    bool cut = false;
    const QFontMetrics metrics(font);
    // A text can be megabytes: what cannot be seen is not laid out.
    const QString seen = text.left(qsizetype(qMax(width, 1)) * most);
    for (const QString &paragraph : seen.split(QChar::LineFeed)) {
        QTextLayout layout(paragraph, font);
        layout.setTextOption(wrapping());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (lines.size() == most) {
                cut = true;
                break;
            }
            lines << paragraph.mid(line.textStart(), line.textLength());
        }
        layout.endLayout();
        if (cut)
            break;
    }
    cut = cut || seen.size() < text.size();
    if (cut && !lines.isEmpty())
        lines.last() = metrics.elidedText(lines.constLast() + QChar(0x2026), Qt::ElideRight, width);
    if (isCut)
        *isCut = cut;
    return lines;
}

} // namespace Kartoteka
