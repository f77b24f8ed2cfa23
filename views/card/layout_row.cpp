// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/layout_row.h"

#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/spoken_role.h"
#include "views/widgets/tip_text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int headingHeight = 36;
constexpr int fieldHeight = 32;
constexpr int iconSide = 16;

} // namespace

LayoutRow::LayoutRow(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    m_menu = makeIconButton(this, u"layoutMenu"_s, u"more"_s, tr("Menu (Enter)"));
    m_menu->setFocusPolicy(Qt::NoFocus); // Enter on the row opens the same
    m_menu->setCursor(Qt::ArrowCursor);
    connect(m_menu, &QToolButton::clicked, this, [this] { emit menuWanted(menuPlace()); });
    speakAs(*this, QAccessible::ListItem, [this] { emit menuWanted(menuPlace()); });
}

void LayoutRow::setEntry(const LayoutEntry &entry)
{
    m_entry = entry;
    setObjectName((entry.isHeading() ? u"layoutSection_"_s + entry.name
                                     : u"layoutField_"_s + QString::number(entry.fields.constFirst())));
    setAccessibleName(entry.isHeading() ? tr("Section %1").arg(entry.name) : entry.name);
    setAccessibleDescription(entry.note);
    setToolTip(tipText({entry.name}));
    update();
}

int LayoutRow::wantedHeight() const
{
    return scaled(m_entry.isHeading() ? headingHeight : fieldHeight, fontMetrics());
}

void LayoutRow::setLifted(bool lifted)
{
    m_lifted = lifted;
    setCursor(lifted ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    if (lifted)
        raise();
    update();
}

QPoint LayoutRow::menuPlace() const
{
    return mapToGlobal(m_menu->geometry().bottomLeft());
}

QRect LayoutRow::nameRect() const
{
    const int left = Space::s + scaled(iconSide, fontMetrics()) + Space::s;
    return {left, 0, m_menu->x() - Space::s - left, height()};
}

void LayoutRow::editName()
{
    if (m_line)
        return;
    m_line = new QLineEdit(m_entry.name, this);
    m_line->setObjectName(u"layoutName"_s);
    m_line->setAccessibleName(tr("Name"));
    m_line->setProperty("inCell", true);
    m_line->setGeometry(nameRect().adjusted(-Space::s, 2, 0, -2));
    m_line->installEventFilter(this);
    m_line->show();
    m_line->setFocus();
    m_line->selectAll();
}

void LayoutRow::endNaming(bool isWanted)
{
    if (!m_line)
        return;
    QLineEdit *line = std::exchange(m_line, nullptr);
    const QString name = line->text().trimmed();
    const bool hadFocus = line->hasFocus();
    line->hide();
    line->deleteLater();
    if (hadFocus)
        setFocus();
    if (isWanted && !name.isEmpty() && name != m_entry.name)
        emit renamed(name);
}

bool LayoutRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            endNaming(key != Qt::Key_Escape);
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        endNaming(true);
    return QWidget::eventFilter(watched, event);
}

void LayoutRow::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton;
    m_pressedAt = event->pos();
}

void LayoutRow::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed || !(event->buttons() & Qt::LeftButton))
        return;
    if (!m_isDragging && (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    emit dragged(event->globalPosition().toPoint());
}

void LayoutRow::mouseReleaseEvent(QMouseEvent *)
{
    m_pressed = false;
    if (std::exchange(m_isDragging, false))
        emit dropped();
}

void LayoutRow::mouseDoubleClickEvent(QMouseEvent *)
{
    editName();
}

void LayoutRow::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuWanted(event->reason() == QContextMenuEvent::Keyboard ? menuPlace() : event->globalPos());
}

void LayoutRow::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void LayoutRow::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void LayoutRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LayoutRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void LayoutRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QSize size = m_menu->sizeHint();
    m_menu->setGeometry(width() - Space::xs - size.width(), (height() - size.height()) / 2, size.width(), size.height());
    if (m_line)
        m_line->setGeometry(nameRect().adjusted(-Space::s, 2, 0, -2));
}

void LayoutRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (m_lifted || m_hovered || hasFocus()) {
        painter.setPen(m_lifted || hasFocus() ? QPen(theme.colour(ColourRole::Accent), hasFocus() ? 2 : 1)
                                              : QPen(Qt::NoPen));
        painter.setBrush(m_lifted ? theme.colour(ColourRole::Raised) : m_hovered ? theme.hover() : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(frame, Space::controlRadius, Space::controlRadius);
    }
    const int icon = scaled(iconSide, fontMetrics());
    theme.icon(u"grip"_s, ColourRole::Muted).paint(&painter, QRect(Space::s, (height() - icon) / 2, icon, icon));
    QRect room = nameRect();
    if (!m_entry.note.isEmpty()) {
        painter.setFont(Theme::small(font()));
        painter.setPen(theme.colour(ColourRole::Muted));
        const int width = qMin(room.width() / 2, painter.fontMetrics().horizontalAdvance(m_entry.note) + 2);
        const QRect place(room.right() - width, 0, width, height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_entry.note, Qt::ElideRight, width));
        room.setRight(place.left() - Space::s);
    }
    painter.setFont(m_entry.isHeading() ? Theme::strong(font()) : font());
    painter.setPen(theme.colour(ColourRole::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_entry.name, Qt::ElideRight, room.width()));
}

} // namespace Kartoteka
