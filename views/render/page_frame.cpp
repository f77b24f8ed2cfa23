// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/render/page_frame.h"

#include "views/theme/theme.h"

#include <QGraphicsRectItem>
#include <QGraphicsView>

namespace Kartoteka {

void framePages(QGraphicsView &view, const Theme &theme)
{
    const QList<QGraphicsItem *> pages = view.items();
    for (QGraphicsItem *page : pages) {
        const QRectF room = page->boundingRect();
        const double border = -room.left(); // free room that the toolkit leaves on all sides
        if (page->parentItem() || !page->childItems().isEmpty() || border <= 0)
            continue;
        const QRectF paper = room.adjusted(border, border, -border, -border);
        const QRectF right(paper.topRight(), QPointF(room.right(), room.bottom()));
        const QRectF below(paper.bottomLeft(), room.bottomRight());
        for (const QRectF &shadow : {right, below}) {
            auto *cover = new QGraphicsRectItem(shadow, page);
            cover->setPen(Qt::NoPen);
            cover->setBrush(theme.colour(ColourRole::Lane));
        }
        QPen hairline(theme.colour(ColourRole::Line));
        hairline.setCosmetic(true);
        (new QGraphicsRectItem(paper, page))->setPen(hairline);
    }
}

} // namespace Kartoteka
