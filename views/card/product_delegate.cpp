// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/product_delegate.h"

#include "models/card/product_model.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/number_line.h"
#include "views/widgets/tip_text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace Kartoteka {

using namespace Qt::StringLiterals;

void ProductDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const int column = index.column();
    const bool isHovered = index.row() == m_hovered;
    painter->save();
    painter->fillRect(option.rect,
                      theme.colour(option.state & QStyle::State_Selected ? ColourRole::Tint
                                       : isHovered                       ? ColourRole::Hover
                                                                         : ColourRole::Surface));
    painter->setPen(theme.colour(ColourRole::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    // The cross has the margin to itself, so that sums end where the head of the card does.
    const QRect cell = column == ProductModel::Remove ? option.rect : option.rect.adjusted(Space::s, 0, -Space::s, 0);
    const bool isIcon = isHovered && (column == ProductModel::Handle || column == ProductModel::Remove);
    if (isIcon) {
        const int side = scaled(16, option.fontMetrics);
        const int left = column == ProductModel::Remove ? cell.center().x() - side / 2 : cell.right() - side + 1;
        const QRect place(left, cell.center().y() - side / 2 + 1, side, side);
        theme.icon(column == ProductModel::Handle ? u"grip"_s : u"close"_s, ColourRole::Muted).paint(painter, place);
    } else {
        const bool isMuted = column == ProductModel::Handle || column == ProductModel::Unit
            || index.data(ProductModel::ForeignRole).toBool();
        painter->setFont(column == ProductModel::Sum ? Theme::strong(option.font) : option.font);
        painter->setPen(theme.colour(isMuted ? ColourRole::Muted : ColourRole::Text));
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(cell, index.data(Qt::TextAlignmentRole).toInt(),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, option.rect.adjusted(0, 0, 0, -1), Space::chipRadius, option.palette);
    painter->restore();
}

QWidget *ProductDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isWords = index.column() == ProductModel::Name || index.column() == ProductModel::Unit;
    QLineEdit *line = isWords ? new QLineEdit(parent) : new NumberLine(parent);
    line->setProperty("inCell", true); // a ring around its cell (kartoteka.qss)
    line->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (index.column() == ProductModel::Discount)
        line->setPlaceholderText(tr("4%, 100, =90"));
    return line;
}

void ProductDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line || line->property("filled").toBool())
        return; // a commit elsewhere must not overwrite what is being typed
    line->setText(index.data(Qt::EditRole).toString());
    line->selectAll();
    line->setProperty("filled", true);
}

void ProductDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

bool ProductDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tipText({index.data(Qt::ToolTipRole).toString()}), view->viewport(), option.rect);
    return true;
}

} // namespace Kartoteka
