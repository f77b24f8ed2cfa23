// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/list_delegate.h"

#include "core/schema/builtin_names.h"
#include "models/base/short_sum.h"
#include "models/list/item_table_model.h"
#include "views/fields/field_editor.h"
#include "views/fields/members_editor.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/highlight.h"
#include "views/widgets/initials.h"
#include "views/widgets/next_act_look.h"
#include "views/widgets/tip_text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace Kartoteka {

namespace {

constexpr int dotSide = 8;
constexpr int iconGap = 6;
constexpr int overRows = 4; ///< around what lies on the rows

/// Where the dot of a cell stands, before its text.
QRect dotIn(const QRect &cell, const QFontMetrics &metrics)
{
    const int side = scaled(dotSide, metrics);
    return {cell.left(), cell.center().y() - side / 2 + 1, side, side};
}

/// Whether the cell shows already all that @p tip would tell.
bool showsAll(const QString &tip, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    bool hasPicture = false;
    for (const int role : {int(ItemTableModel::StageRole), int(ItemTableModel::PersonRole), int(ItemTableModel::NextActRole),
                           int(Qt::DecorationRole)})
        hasPicture |= index.data(role).isValid();
    const int picture = hasPicture ? scaled(20, option.fontMetrics) + iconGap : 0;
    const int room = option.rect.width() - 2 * Space::s - picture;
    return tip == index.data(Qt::DisplayRole).toString() && option.fontMetrics.horizontalAdvance(tip) <= room;
}

void paintPlaceholder(QPainter &painter, const QRect &cell, const Theme &theme)
{
    const int height = painter.fontMetrics().height() / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(ColourRole::Line));
    painter.drawRoundedRect(QRect(cell.left(), cell.center().y() - height / 2, cell.width() / 2, height), Space::xs,
                            Space::xs);
}

void paintPerson(QPainter &painter, const QRect &cell, const User &user, const Theme &theme)
{
    const int side = qMin(cell.height() - Space::s, scaled(20, painter.fontMetrics()));
    paintInitials(painter, QRect(cell.left(), cell.center().y() - side / 2 + 1, side, side), user);
    painter.setPen(theme.colour(ColourRole::Text));
    const QRect name = cell.adjusted(side + iconGap, 0, 0, 0);
    painter.drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(user.name, Qt::ElideRight, name.width()));
}

void paintNextAct(QPainter &painter, const QRect &cell, const NextAct &act, const Theme &theme)
{
    const QFont font = act.isUrgent() ? Theme::strong(painter.font()) : painter.font();
    const int side = scaled(14, painter.fontMetrics());
    theme.icon(iconOf(act.kind), roleOf(act.kind))
        .paint(&painter, QRect(cell.left(), cell.center().y() - side / 2 + 1, side, side));
    painter.setFont(font);
    painter.setPen(theme.colour(roleOf(act.kind)));
    const QRect words = cell.adjusted(side + Space::xs, 0, 0, 0); // a picture has room of its own around it
    painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter),
                     QFontMetrics(font).elidedText(act.text, Qt::ElideRight, words.width()));
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
    // The same text in the same place, with a ring around its cell (kartoteka.qss).
    editor->setProperty("inCell", true);
    const QList<QWidget *> inputs = editor->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (auto *input : editor->findChildren<QWidget *>()) {
        input->setProperty("inCell", true);
        input->setProperty("paired", inputs.size() > 1); // the ring is around the one with the focus
    }
    // What has several lines lies on the rows below, and is seen to.
    const bool isOverRows = qobject_cast<MembersEditor *>(editor);
    if (isOverRows) {
        editor->setProperty("overRows", true);
        editor->setAttribute(Qt::WA_StyledBackground);
        editor->layout()->setContentsMargins(overRows, overRows, overRows, overRows);
    }
    editor->setAutoFillBackground(!isOverRows);
    editor->setFocusProxy(editor->input());
    if (auto *line = qobject_cast<QLineEdit *>(editor->input()))
        line->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
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
        // What holds several values has made its lines by now, and is as high as they are many.
        editor->setFocusProxy(fieldEditor->input());
        if (const auto *view = qobject_cast<QAbstractItemView *>(editor->parentWidget()->parentWidget())) {
            QStyleOptionViewItem option;
            option.rect = view->visualRect(index);
            option.fontMetrics = view->fontMetrics();
            updateEditorGeometry(editor, option, index);
        }
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
    const QRect cell = option.rect.adjusted(0, 0, 0, -1); // its hairline stays
    const int height = qMax(cell.height(), editor->minimumSizeHint().height());
    const bool isOneLine = height < 2 * cell.height();
    const int enough = scaled(260, option.fontMetrics);
    const int hint = isOneLine ? qMax(editor->minimumSizeHint().width(), editor->sizeHint().width()) : enough;
    const int width = qMax(cell.width(), qMin(hint, enough));
    const QSize room = editor->parentWidget()->size();
    const int before = isOneLine ? 0 : overRows;
    const int left = qMin(cell.left() - before, qMax(0, room.width() - width));
    const int top = isOneLine ? cell.top() + (cell.height() - height) / 2
                              : qMax(0, qMin(cell.top() - before, room.height() - height));
    editor->setGeometry(left, top, width, height);
}

bool ListDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString tip = index.data(Qt::ToolTipRole).toString();
    const QString text = showsAll(tip, option, index) ? QString() : tipText(tip.split(u'\n'));
    QToolTip::showText(event->globalPos(), text, view->viewport(), option.rect); // an empty one hides what is shown
    return true;
}

QColor ListDelegate::background(int row, bool selected, const Theme &theme) const
{
    return theme.colour(selected ? ColourRole::Tint : row == m_hovered ? ColourRole::Hover : ColourRole::Surface);
}

QRect ListDelegate::stageRect(const QRect &cell, const QString &name, const QFont &font) const
{
    const QFontMetrics metrics(font);
    const int width = scaled(dotSide, metrics) + iconGap + metrics.horizontalAdvance(name) + Space::xs + scaled(12, metrics)
        + 2 * Space::s;
    return {cell.left(), cell.top(), qMin(width, cell.width()), cell.height()};
}

/// A dot in the stage's colour before its name: what stands on a tint would vanish on a selected row.
void ListDelegate::paintStage(QPainter &painter, const QRect &cell, const Stage &stage, bool hovered,
                              const Theme &theme) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int dot = scaled(dotSide, metrics);
    paintDot(painter, dotIn(cell, metrics), QColor(stage.colour), theme);
    painter.setPen(theme.colour(ColourRole::Text));
    const int arrow = scaled(12, metrics);
    const QRect name = cell.adjusted(dot + iconGap, 0, hovered ? -(arrow + Space::xs) : 0, 0);
    const QString shown = metrics.elidedText(displayName(*m_store.schema(), stage), Qt::ElideRight, name.width());
    painter.drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    if (hovered) {
        const int left = name.left() + metrics.horizontalAdvance(shown) + Space::xs;
        theme.icon(u"chevron-down"_s, ColourRole::Muted)
            .paint(&painter, QRect(left, cell.center().y() - arrow / 2 + 1, arrow, arrow));
    }
}

void ListDelegate::paintText(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme) const
{
    QString text = index.data(Qt::DisplayRole).toString();
    const bool isMissing = text.isEmpty() && index.data(ItemTableModel::IsMoneyRole).toBool();
    if (isMissing)
        text = u"—"_s;
    const QVariant value = index.data(ItemTableModel::ValueRole);
    if (value.metaType() == QMetaType::fromType<Money>() && painter.fontMetrics().horizontalAdvance(text) > rect.width())
        text = shortSum(value.value<Money>()); // half of a number would be another one
    painter.setPen(theme.colour(index.column() == 0 || isMissing                      ? ColourRole::Muted
                                    : index.data(ItemTableModel::IsLateRole).toBool() ? ColourRole::Danger
                                                                                      : ColourRole::Text));
    const auto *model = qobject_cast<const ItemTableModel *>(index.model());
    drawHighlighted(painter, rect, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()), text.replace(u'\n', u' '),
                    model && !isMissing ? model->query().search.trimmed() : QString(), theme);
}

void ListDelegate::paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index, const Theme &theme) const
{
    if (!index.data(ItemTableModel::LoadedRole).toBool()) {
        index.data(Qt::DisplayRole); // asks for it
        paintPlaceholder(painter, rect, theme);
        return;
    }
    const SchemaPtr schema = m_store.schema();
    if (const Stage *stage = schema->stage(index.data(ItemTableModel::StageRole).toLongLong())) {
        paintStage(painter, rect, *stage, index.row() == m_hovered, theme);
        return;
    }
    if (const User *user = schema->user(index.data(ItemTableModel::PersonRole).toLongLong())) {
        paintPerson(painter, rect, *user, theme);
        return;
    }
    if (const QVariant act = index.data(ItemTableModel::NextActRole); act.isValid()) {
        if (const auto next = act.value<NextAct>(); next.kind != NextAct::Kind::Nothing)
            paintNextAct(painter, rect, next, theme);
        return;
    }
    const QColor colour(index.data(Qt::DecorationRole).toString());
    if (colour.isValid())
        paintDot(painter, dotIn(rect, painter.fontMetrics()), colour, theme);
    paintText(painter, colour.isValid() ? rect.adjusted(scaled(dotSide, painter.fontMetrics()) + iconGap, 0, 0, 0) : rect,
              index, theme);
}

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    painter->save();
    painter->fillRect(option.rect, background(index.row(), option.state & QStyle::State_Selected, theme));
    painter->setPen(theme.colour(ColourRole::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setFont(option.font);
    paintCell(*painter, option.rect.adjusted(Space::s, 0, -Space::s, 0), index, theme);
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, option.rect.adjusted(0, 0, 0, -1), Space::chipRadius, option.palette);
    painter->restore();
}

} // namespace Kartoteka
