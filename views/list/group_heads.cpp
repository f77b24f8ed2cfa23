// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/group_heads.h"

#include "core/schema/codes.h"
#include "models/list/item_table_model.h"
#include "views/theme/theme.h"
#include "views/widgets/dot.h"

#include <QHeaderView>
#include <QTableView>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

void paintHead(QPainter &painter, const QRect &rect, const QRect &amounts, const QModelIndex &head, const Schema &schema,
               const Theme &theme)
{
    painter.fillRect(rect, theme.colour(ColourRole::Window));
    painter.setPen(theme.colour(ColourRole::Line));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    const QFont base = painter.font();
    const QFont strong = Theme::strong(base);
    const QFontMetrics metrics(strong);
    int left = rect.left() + Space::s;
    if (const Stage *stage = schema.stage(head.data(ItemTableModel::StageRole).toLongLong())) {
        const int dot = scaled(8, metrics);
        paintDot(painter, QRect(left, rect.center().y() - dot / 2 + 1, dot, dot), QColor(stage->colour), theme);
        left += dot + Space::s;
    }
    const auto write = [&](const QString &text, ColourRole role) {
        painter.setPen(theme.colour(role));
        const QRect room(left, rect.top(), rect.right() - Space::s - left, rect.height());
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
        painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
        left += painter.fontMetrics().horizontalAdvance(shown) + Space::s;
    };
    painter.setFont(strong);
    write(head.data().toString(), ColourRole::Text);
    painter.setFont(base);
    write(QLocale().toString(head.data(ItemTableModel::GroupCountRole).toLongLong()), ColourRole::Muted);
    const QString sum = head.data(ItemTableModel::GroupSumRole).toString();
    const int width = metrics.horizontalAdvance(sum);
    painter.setFont(strong);
    if (amounts.isNull()) {
        write(sum, ColourRole::Text);
    } else if (amounts.right() - Space::s - width > left) {
        painter.setPen(theme.colour(ColourRole::Text));
        painter.drawText(QRect(amounts.right() + 1 - Space::s - width, rect.top(), width, rect.height()),
                         int(Qt::AlignRight | Qt::AlignVCenter), sum);
    }
    painter.setFont(base);
}

} // namespace

void paintGroupHeads(QTableView &view, const ItemTableModel &model, const Schema &schema)
{
    if (model.query().groupBy.isEmpty())
        return;
    const Theme &theme = Theme::of(view.palette());
    QPainter painter(view.viewport());
    painter.setFont(view.font());
    const int height = view.verticalHeader()->defaultSectionSize();
    const int column = model.columnOf(Codes::amount);
    const int first = qMax(0, view.rowAt(0));
    for (int row = first; row < model.rowCount(); ++row) {
        const int y = view.rowViewportPosition(row);
        if (y > view.viewport()->height())
            break;
        if (!model.isGroupHead(row))
            continue;
        QRect amounts;
        if (column >= 0)
            amounts = QRect(view.columnViewportPosition(column), y, view.columnWidth(column), height);
        paintHead(painter, QRect(0, y, view.viewport()->width(), height), amounts, model.index(row, 0), schema, theme);
    }
}

} // namespace Kartoteka
