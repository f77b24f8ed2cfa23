// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/definition_list.h"

#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/empty_line.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowPixels = 40;
constexpr int iconSide = 18;
constexpr int dotSide = 10;

/// Where the parts of a row stand.
struct Places
{
    QRect handle;
    QRect dot;
    QRect text;
    QRect menu;

    Places(const QRect &row, const Definition &definition, const QFontMetrics &metrics)
    {
        const int icon = scaled(iconSide, metrics);
        const int side = scaled(dotSide, metrics);
        int left = row.left() + Space::s + definition.depth * Space::xl;
        handle = QRect(left, row.center().y() - icon / 2 + 1, icon, icon);
        left += definition.isHeading ? 0 : icon + Space::s;
        if (definition.colour.isValid()) {
            dot = QRect(left, row.center().y() - side / 2 + 1, side, side);
            left += side + Space::s;
        }
        const int square = scaled(rowPixels - Space::s, metrics);
        menu = QRect(row.right() - Space::xs - square, row.center().y() - square / 2, square, square);
        text = QRect(QPoint(left, row.top()), QPoint(menu.left() - Space::s, row.bottom()));
    }
};

class RowDelegate final : public QStyledItemDelegate
{
public:
    explicit RowDelegate(DefinitionList *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, scaled(rowPixels, option.fontMetrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Definition &definition = m_list->definitions()[index.row()];
        const Theme &theme = Theme::of(option.palette);
        const Places places(option.rect, definition, option.fontMetrics);
        const bool hasKeys = index == m_list->currentIndex() && m_list->hasFocus();
        const bool isCurrent = hasKeys || (index == m_list->currentIndex() && m_list->showsCurrent());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || option.state & QStyle::State_MouseOver) {
            painter->setPen(hasKeys ? QPen(theme.colour(ColourRole::Accent)) : QPen(Qt::NoPen));
            painter->setBrush(isCurrent ? theme.colour(ColourRole::Tint) : theme.hover());
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), Space::controlRadius,
                                     Space::controlRadius);
        }
        if (definition.canMove && !definition.isHeading)
            theme.icon(u"grip"_s, ColourRole::Muted).paint(painter, places.handle);
        else if (!definition.picture.isNull())
            definition.picture.paint(painter, places.handle.adjusted(-1, -1, 1, 1));
        if (definition.colour.isValid())
            paintDot(*painter, places.dot, definition.colour, theme);
        theme.icon(u"more"_s, ColourRole::Muted)
            .paint(painter, places.menu.adjusted(Space::s, Space::s, -Space::s, -Space::s));
        QRect room = places.text;
        painter->setFont(Theme::small(option.font));
        painter->setPen(theme.colour(ColourRole::Muted));
        if (!definition.note.isEmpty()) {
            const int width = qMin(room.width() / 2, painter->fontMetrics().horizontalAdvance(definition.note) + 2);
            const QRect place(room.right() - width, room.top(), width, room.height());
            painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(definition.note, Qt::ElideRight, width));
            room.setRight(place.left() - Space::m);
        }
        painter->setFont(definition.isHeading ? Theme::strong(option.font) : option.font);
        if (!definition.isQuiet)
            painter->setPen(theme.colour(ColourRole::Text));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(definition.name, Qt::ElideRight, room.width()));
        painter->restore();
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *line = new QLineEdit(parent);
        line->setObjectName(u"definitionName"_s);
        line->setAccessibleName(DefinitionList::tr("Name"));
        return line;
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Places places(option.rect, m_list->definitions()[index.row()], option.fontMetrics);
        editor->setGeometry(places.text.adjusted(-Space::s, Space::xs, 0, -Space::xs));
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QLineEdit *>(editor)->setText(m_list->definitions()[index.row()].name);
    }

    /// The name stands in the list once it stands in the file.
    void setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const override
    {
        const Definition definition = m_list->definitions()[index.row()];
        const QString name = static_cast<QLineEdit *>(editor)->text().trimmed();
        if (!name.isEmpty() && name != definition.name)
            emit m_list->renamed(definition.id, name);
    }

private:
    DefinitionList *m_list;
};

} // namespace

DefinitionList::DefinitionList(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setProperty("plain", true);
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    setItemDelegate(new RowDelegate(this));
    setMouseTracking(true);
    setEditTriggers(EditKeyPressed);
    setSelectionMode(SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setUniformItemSizes(true);
    viewport()->setAutoFillBackground(false);
}

void DefinitionList::setDefinitions(const QList<Definition> &definitions)
{
    const qint64 kept = current();
    const int row = currentIndex().row();
    stopDrag();
    m_definitions = definitions;
    m_model->clear();
    for (const Definition &definition : m_definitions) {
        auto *item = new QStandardItem(definition.name);
        item->setData(definition.note, Qt::AccessibleDescriptionRole);
        item->setToolTip(definition.name);
        item->setEditable(definition.canRename);
        m_model->appendRow(item);
    }
    updateGeometry();
    setFixedHeight(sizeHint().height());
    setAccessibleDescription(m_definitions.isEmpty() ? m_emptyText : QString());
    const int again = rowOf(kept) >= 0 ? rowOf(kept) : qMin(row, int(m_definitions.size()) - 1);
    if (again >= 0)
        setCurrentIndex(m_model->index(again, 0));
}

int DefinitionList::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_definitions, id, &Definition::id);
    return found == m_definitions.end() ? -1 : int(found - m_definitions.begin());
}

int DefinitionList::rowHeight() const
{
    return scaled(rowPixels, fontMetrics());
}

QSize DefinitionList::sizeHint() const
{
    return {scaled(400, fontMetrics()), int(qMax(qsizetype(1), m_definitions.size())) * rowHeight() + 2 * frameWidth()};
}

qint64 DefinitionList::current() const
{
    return m_definitions.value(currentIndex().row()).id;
}

void DefinitionList::setCurrent(qint64 id)
{
    setCurrentIndex(m_model->index(rowOf(id), 0));
}

void DefinitionList::editName(qint64 id)
{
    setCurrent(id);
    if (m_definitions.value(currentIndex().row()).canRename)
        edit(currentIndex());
}

/// The list is as high as its rows: it is the page that scrolls.
void DefinitionList::bringIntoView(qint64 id)
{
    const QRect place = visualRect(m_model->index(rowOf(id), 0));
    for (QWidget *up = parentWidget(); place.isValid() && up; up = up->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(up);
        if (!area)
            continue;
        const QPoint at = viewport()->mapTo(area->widget(), place.center());
        area->ensureVisible(at.x(), at.y(), 0, place.height());
    }
}

void DefinitionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (hasFocus())
        bringIntoView(this->current());
    emit currentChosen(this->current());
}

bool DefinitionList::mayStand(int row, int before) const
{
    const Definition moved = m_definitions.value(row);
    if (row < 0 || !moved.canMove || moved.isHeading || before < 0 || before > m_definitions.size())
        return false;
    if (before == 0 && m_definitions.first().isHeading)
        return false;
    // Between two of its group, or at one end of it.
    const bool isAbove = before > 0 && m_definitions[before - 1].group == moved.group;
    const bool isBelow = before < m_definitions.size() && m_definitions[before].group == moved.group;
    return isAbove || isBelow;
}

void DefinitionList::move(int row, int before)
{
    if (!mayStand(row, before) || before == row || before == row + 1)
        return;
    QList<qint64> ids;
    for (const Definition &definition : std::as_const(m_definitions))
        ids << definition.id;
    ids.move(row, before > row ? before - 1 : before);
    emit ordered(ids);
}

void DefinitionList::askMenu(int row)
{
    if (row < 0)
        return;
    const QRect place = visualRect(m_model->index(row, 0));
    const Places places(place, m_definitions[row], fontMetrics());
    emit menuWanted(m_definitions[row].id, viewport()->mapToGlobal(places.menu.bottomLeft()));
}

void DefinitionList::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        if (!isAlt)
            break;
        move(row, row - 1);
        return;
    case Qt::Key_Down:
        if (!isAlt)
            break;
        move(row, row + 2);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0 && state() != EditingState)
            emit opened(current());
        return;
    case Qt::Key_Escape:
        if (!m_dragging)
            break;
        stopDrag();
        return;
    default: break;
    }
    QListView::keyPressEvent(event);
}

void DefinitionList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()).row() : -1;
    m_pressedAt = event->pos();
}

void DefinitionList::mouseMoveEvent(QMouseEvent *event)
{
    const bool isHeld = event->buttons() & Qt::LeftButton && m_pressed >= 0;
    if (!isHeld) {
        QListView::mouseMoveEvent(event);
        return;
    }
    if (!m_dragging && (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    const int before = qBound(0, (event->pos().y() + rowHeight() / 2) / rowHeight(), int(m_definitions.size()));
    m_dragging = true;
    m_before = mayStand(m_pressed, before) ? before : -1;
    viewport()->setCursor(m_before >= 0 ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
    viewport()->update();
}

void DefinitionList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const int row = std::exchange(m_pressed, -1);
    if (m_dragging) {
        const int before = m_before;
        stopDrag();
        move(row, before);
        return;
    }
    if (row < 0 || row != indexAt(event->pos()).row())
        return;
    const Places places(visualRect(m_model->index(row, 0)), m_definitions[row], fontMetrics());
    constexpr int near = 4; // a dot is small
    if (places.menu.contains(event->pos()))
        askMenu(row);
    else if (places.dot.adjusted(-near, -near, near, near).contains(event->pos()))
        emit colourWanted(m_definitions[row].id);
}

void DefinitionList::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int row = indexAt(event->pos()).row(); row >= 0 && event->button() == Qt::LeftButton)
        emit opened(m_definitions[row].id);
}

void DefinitionList::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        askMenu(currentIndex().row());
        return;
    }
    if (const int row = indexAt(event->pos()).row(); row >= 0)
        emit menuWanted(m_definitions[row].id, event->globalPos());
}

void DefinitionList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_definitions.isEmpty())
        paintEmptyLine(*this, m_emptyText);
    if (m_before < 0)
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(Theme::of(palette()).colour(ColourRole::Accent), 2));
    const int y = qBound(1, m_before * rowHeight(), viewport()->height() - 1);
    painter.drawLine(0, y, viewport()->width(), y);
}

void DefinitionList::stopDrag()
{
    m_dragging = false;
    m_before = -1;
    m_pressed = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

} // namespace Kartoteka
