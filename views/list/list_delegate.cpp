// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/list_delegate.h"

#include "core/schema/builtin_names.h"
#include "models/item_table_model.h"
#include "views/fields/field_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/highlight.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>

namespace Kartoteka {

namespace {

/// A dot in the stage's colour before its name: what stands on a tint would vanish on a selected row.
void paintStage(QPainter &painter, const QRect &cell, const QString &text, const QColor &colour, const Theme &theme)
{
    const QFontMetrics metrics(painter.font());
    const int dot = scaled(8, metrics);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRect(cell.left() + Space::s, cell.center().y() - dot / 2 + 1, dot, dot));
    painter.setPen(theme.colour(ColourRole::Text));
    const QRect name = cell.adjusted(Space::s + dot + 6, 0, -Space::s, 0);
    painter.drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter), metrics.elidedText(text, Qt::ElideRight, name.width()));
}

} // namespace

ListDelegate::ListDelegate(Store &store, QObject *parent) : QStyledItemDelegate(parent), m_store(store)
{}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + Space::l, option.fontMetrics.height() + Space::l};
}

QWidget *ListDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ItemTableModel *>(index.model());
    const Field *field = model
        ? m_store.schema()->field(model->query().typeId, index.data(ItemTableModel::FieldRole).toString())
        : nullptr;
    if (!field)
        return nullptr;
    FieldEditor *editor = makeFieldEditor(m_store, *field, parent);
    editor->setAutoFillBackground(true);
    editor->setFocusProxy(editor->input());
    connect(editor, &FieldEditor::finished, this, [this, editor] {
        auto *self = const_cast<ListDelegate *>(this); // Qt's editor functions are const
        emit self->commitData(editor);
        emit self->closeEditor(editor);
    });
    return editor;
}

void ListDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *fieldEditor = qobject_cast<FieldEditor *>(editor); fieldEditor && !fieldEditor->property("filled").toBool()) {
        fieldEditor->setValue(index.data(ItemTableModel::ValueRole));
        if (auto *line = qobject_cast<QLineEdit *>(fieldEditor->input()))
            line->selectAll();
        fieldEditor->setProperty("filled", true); // a commit elsewhere must not overwrite what is being typed
    }
}

void ListDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *fieldEditor = qobject_cast<FieldEditor *>(editor);
    auto value = fieldEditor ? fieldEditor->value() : Result<Value>(Value());
    if (!fieldEditor)
        return;
    if (value)
        model->setData(index, *value, Qt::EditRole);
    else
        emit editFailed(value.error());
}

void ListDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = qMax(option.rect.height(), editor->sizeHint().height());
    const int width = qMax(option.rect.width(), qMin(editor->sizeHint().width(), scaled(260, option.fontMetrics)));
    editor->setGeometry(option.rect.left(), option.rect.center().y() - height / 2, width, height);
}

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool hovered = view && view->viewport()->underMouse() && view->property("hoveredRow").toInt() == index.row() + 1;
    painter->fillRect(option.rect,
                      selected      ? theme.colour(ColourRole::Tint)
                          : hovered ? theme.hover()
                                    : theme.colour(ColourRole::Surface));
    painter->setPen(theme.colour(ColourRole::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!index.data(ItemTableModel::LoadedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(ColourRole::Line));
        const int height = option.fontMetrics.height() / 2;
        painter->drawRoundedRect(
            QRect(option.rect.left() + Space::s, option.rect.center().y() - height / 2, option.rect.width() / 2, height),
            Space::xs, Space::xs);
    } else if (const Stage *stage = m_store.schema()->stage(index.data(ItemTableModel::StageRole).toLongLong())) {
        paintStage(*painter, option.rect, displayName(*m_store.schema(), *stage), QColor(stage->colour), theme);
    } else {
        painter->setPen(theme.colour(index.column() == 0 ? ColourRole::Muted : ColourRole::Text));
        const QRect cell = option.rect.adjusted(Space::s, 0, -Space::s, 0);
        const auto *model = qobject_cast<const ItemTableModel *>(index.model());
        drawHighlighted(*painter, cell, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                        QString(text).replace(u'\n', u' '), model ? model->query().search.trimmed() : QString(), theme);
    }
    if ((option.state & QStyle::State_HasFocus) && index.column() == 1) {
        painter->setPen(QPen(theme.colour(ColourRole::Accent), 2));
        painter->drawLine(option.rect.left() + 1, option.rect.top() + Space::s, option.rect.left() + 1,
                          option.rect.bottom() - Space::s);
    }
    painter->restore();
}

} // namespace Kartoteka
