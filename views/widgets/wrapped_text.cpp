// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/wrapped_text.h"

#include <QTextLayout>
#include <QTextOption>

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

int wrappedHeight(const QFont &font, const QString &text, int width)
{
    qreal height = 0;
    const QStringList paragraphs = text.isEmpty() ? QStringList() : text.split(QChar::LineFeed);
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        layout.setTextOption(wrapping());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            height += line.height();
        }
        layout.endLayout();
    }
    return qCeil(height);
}

} // namespace Kartoteka
