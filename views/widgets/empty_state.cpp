// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/empty_state.h"

#include "views/theme/shadow.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken_role.h"
#include "views/widgets/tab_order.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int plateWidth = 440;
constexpr int shadowRoom = 16;
constexpr int radius = 12;

/// Lines of one length: the narrowest room in which a text takes no more lines than in all of it.
void balance(QLabel &label, int room)
{
    const QMargins now = label.contentsMargins();
    const auto heightIn = [&](int width) { return label.heightForWidth(width + now.left() + now.right()); };
    const int lines = heightIn(room);
    int fits = room;
    for (int width = room / 2; width < fits; width += Space::s) {
        if (heightIn(width) <= lines)
            fits = width;
    }
    const int side = (room - fits) / 2;
    if (now != QMargins(side, 0, side, 0))
        label.setContentsMargins(side, 0, side, 0); // asks for another layout, which comes here again
}
} // namespace

EmptyState::EmptyState(QWidget *view, bool plate) : QFrame(view), m_plate(plate)
{
    setObjectName(u"emptyState"_s);
    speakAs(*this, QAccessible::Grouping);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(marginsOf(Room::Ample));
    layout->setSpacing(0);
    const auto addText = [&](const QFont &font, const char *property) {
        auto *label = new QLabel(this);
        label->setFont(font);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        if (property)
            label->setProperty(property, true);
        layout->addWidget(label);
        return label;
    };
    m_title = addText(Theme::title(font()), nullptr);
    layout->addSpacing(Space::xs);
    m_words = addText(font(), "muted");
    layout->addSpacing(Space::l);
    m_acts = new QHBoxLayout;
    m_acts->setSpacing(Space::s);
    m_acts->addStretch(1);
    m_acts->addStretch(1);
    layout->addLayout(m_acts);
    layout->addSpacing(Space::m);
    m_note = addText(Theme::small(font()), "muted");
    view->installEventFilter(this);
    walkAfter(*this);
    hide();
}

void EmptyState::setText(const EmptyText &text)
{
    const auto isSame = [](const EmptyText::Act &a, const EmptyText::Act &b) {
        return a.name == b.name && a.text == b.text;
    };
    if (text.title == m_text.title && text.text == m_text.text && std::ranges::equal(text.acts, m_text.acts, isSame))
        return; // it is said at every change of what is counted
    m_text = text;
    m_title->setText(text.title);
    m_words->setText(text.text);
    m_note->setText(text.note);
    m_note->setVisible(m_room != Room::Least && !text.note.isEmpty());
    setAccessibleName(text.title);
    setAccessibleDescription(text.text);
    for (QWidget *button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // one of them may be what was pressed
    }
    m_buttons.clear();
    for (const EmptyText::Act &act : text.acts) {
        auto *button = new QPushButton(act.text, this);
        button->setObjectName(act.name);
        if (m_buttons.isEmpty()) {
            makePrimary(button);
            if (!act.icon.isEmpty())
                button->setIcon(Theme::of(palette()).icon(act.icon, QColor(Qt::white)));
        }
        m_buttons << button;
        m_acts->insertWidget(int(m_buttons.size()), button); // between the two stretches
        connect(button, &QPushButton::clicked, this, [run = act.run] { run(); });
    }
    place();
    update();
}

QMargins EmptyState::marginsOf(Room room) const
{
    const int margin = shadowRoom + Space::xl;
    if (room == Room::Ample)
        return {margin, margin + scaled(drawingSize.height(), fontMetrics()) + Space::s, margin, margin};
    const int edge = m_plate ? margin : Space::s;
    return {margin, edge, margin, edge};
}

/// How much of it there is room for: the drawing gives way first, then what is said beside the title.
EmptyState::Room EmptyState::roomIn(const QSize &size, int inner) const
{
    int acts = 0;
    for (const QWidget *button : m_buttons)
        acts = qMax(acts, button->sizeHint().height());
    const int needed = m_title->heightForWidth(inner) + Space::xs + Space::l + acts + Space::m;
    int beside = m_words->heightForWidth(inner);
    if (!m_text.note.isEmpty())
        beside += m_note->heightForWidth(inner);
    const auto fits = [&](Room room, int height) {
        return height + marginsOf(room).top() + marginsOf(room).bottom() <= size.height();
    };
    return fits(Room::Ample, needed + beside) ? Room::Ample
        : fits(Room::Little, needed + beside) ? Room::Little
                                              : Room::Least;
}

void EmptyState::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(scaled(plateWidth, fontMetrics()) + 2 * shadowRoom, room.width());
    const QMargins margins = layout()->contentsMargins();
    const int inner = width - margins.left() - margins.right();
    for (QLabel *label : {m_words, m_note})
        balance(*label, inner);
    if (const Room now = roomIn(room, inner); now != m_room) {
        m_room = now;
        layout()->setContentsMargins(marginsOf(now));
        m_words->setVisible(now != Room::Least);
        m_note->setVisible(now != Room::Least && !m_text.note.isEmpty());
        update();
    }
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const int height = qMin(wanted, room.height());
    setGeometry((room.width() - width) / 2, qMax(0, (room.height() - height) / 2), width, height);
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

/// A button that has just been made counts in the height only when it is shown, a moment later.
bool EmptyState::event(QEvent *event)
{
    const bool handled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return handled;
}

void EmptyState::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    place();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect plate = rect().adjusted(shadowRoom, shadowRoom, -shadowRoom, -shadowRoom);
    if (m_plate) {
        paintShadow(painter, plate, radius, Elevation::Raised, theme);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(ColourRole::Surface));
        painter.drawRoundedRect(plate, radius, radius);
    }
    if (m_room != Room::Ample)
        return;
    const QSizeF size(scaled(drawingSize.width(), fontMetrics()), scaled(drawingSize.height(), fontMetrics()));
    paintDrawing(painter, QRectF(QPointF(plate.center().x() - size.width() / 2, plate.top() + Space::xl), size),
                 m_text.drawing, theme);
}

} // namespace Kartoteka
