// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/mini_month.h"

#include "core/base/durations.h"
#include "core/schema/work_calendar.h"
#include "models/calendar/calendar_period.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int rows = 6;
constexpr int cellAtUsual = 26;
} // namespace

QColor heatColour(const Theme &theme, int entries, int most)
{
    constexpr int busy = 4; // one entry is no busy day, though no other day has two
    const double part = 0.10 + 0.58 * std::sqrt(double(entries) / qMax(busy, most));
    const QColor fill = theme.accentFill();
    const QColor under = theme.colour(ColourRole::Surface);
    return QColor::fromRgbF(float(fill.redF() * part + under.redF() * (1 - part)),
                            float(fill.greenF() * part + under.greenF() * (1 - part)),
                            float(fill.blueF() * part + under.blueF() * (1 - part)));
}

QColor readableOn(const QColor &text, const QColor &ground)
{
    if (contrast(text, ground) >= 4.5)
        return text;
    return contrast(Qt::black, ground) > contrast(Qt::white, ground) ? Qt::black : Qt::white;
}

MiniMonth::MiniMonth(Store &store, Kind kind, QWidget *parent) : QWidget(parent), m_store(store), m_kind(kind)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMonth(store.clock().localNow().date());
}

int MiniMonth::cell() const
{
    return m_cell > 0 ? m_cell : scaled(cellAtUsual, fontMetrics());
}

void MiniMonth::setCell(int pixels)
{
    if (std::exchange(m_cell, pixels) == pixels)
        return;
    updateGeometry();
    update();
}

QSize MiniMonth::sizeWith(int cell) const
{
    return {cell * weekDays + 2, headRect().height() + cell * (rows + 1) + 2};
}

QSize MiniMonth::sizeHint() const
{
    return sizeWith(cell());
}

QRect MiniMonth::headRect() const
{
    return {0, 0, cell() * weekDays, scaled(28, fontMetrics())};
}

QRect MiniMonth::backRect() const
{
    return m_kind == Kind::Dots
        ? QRect(headRect().right() - 2 * headRect().height(), 0, headRect().height(), headRect().height())
        : QRect();
}

QRect MiniMonth::onRect() const
{
    return backRect().isNull() ? QRect() : backRect().translated(headRect().height(), 0);
}

QDate MiniMonth::first() const
{
    return weekBegin(m_month, m_weekStart);
}

QRect MiniMonth::cellRect(const QDate &day) const
{
    const int place = int(first().daysTo(day));
    if (place < 0 || place >= rows * weekDays)
        return {};
    return {place % weekDays * cell(), headRect().height() + (1 + place / weekDays) * cell(), cell(), cell()};
}

QDate MiniMonth::dayAt(const QPoint &point) const
{
    const int y = point.y() - headRect().height() - cell();
    const int column = point.x() / cell();
    if (y < 0 || y >= rows * cell() || column < 0 || column >= weekDays || point.x() < 0)
        return {};
    const QDate day = first().addDays(y / cell() * weekDays + column);
    return m_kind == Kind::Heat && day.month() != m_month.month() ? QDate() : day;
}

void MiniMonth::setMonth(const QDate &day)
{
    m_month = QDate(day.year(), day.month(), 1);
    name();
    update();
}

void MiniMonth::setCurrent(const QDate &day, const QDate &first, const QDate &last)
{
    m_current = day;
    m_seenFirst = first;
    m_seenLast = last;
    update();
}

void MiniMonth::setWeekStart(Qt::DayOfWeek day)
{
    m_weekStart = day;
    update();
}

void MiniMonth::setCounts(const QDate &from, const QList<int> &counts, int most)
{
    m_from = from;
    m_counts = counts;
    m_most = most;
    name();
    update();
}

/// For who hears it.
void MiniMonth::name()
{
    int all = 0;
    for (QDate day = m_month; day.month() == m_month.month(); day = day.addDays(1))
        all += count(day);
    setAccessibleName(tr("%1, entries: %2").arg(monthName(m_month), QLocale().toString(all)));
}

void MiniMonth::turn(int months)
{
    const QDate to = m_month.addMonths(months);
    if (to < earliestCalendarDay() || to > latestCalendarDay())
        return;
    setMonth(to);
    emit turned();
}

void MiniMonth::paintDay(QPainter &painter, const QDate &day)
{
    const Theme &theme = Theme::of(palette());
    const QRect rect = cellRect(day).adjusted(1, 1, -1, -1);
    const bool isOwn = day.month() == m_month.month();
    if (!isOwn && m_kind == Kind::Heat)
        return;
    const bool isToday = day == m_store.clock().localNow().date();
    const int entries = count(day);
    QColor text = theme.colour(isOwn ? ColourRole::Text : ColourRole::Muted);
    painter.setPen(Qt::NoPen);
    if (m_kind == Kind::Heat && entries > 0 && !isToday) { // or its corners would look out from under the disc
        const QColor heat = heatColour(theme, entries, m_most);
        painter.setBrush(heat);
        painter.drawRoundedRect(rect, Space::chipRadius, Space::chipRadius);
        text = readableOn(text, heat);
    }
    if (isToday) {
        painter.setBrush(theme.accentFill());
        painter.drawEllipse(rect);
        text = Qt::white;
    } else if (day == m_hovered) {
        painter.setBrush(m_kind == Kind::Heat ? QBrush(Qt::NoBrush) : QBrush(theme.hover()));
        painter.setPen(m_kind == Kind::Heat ? QPen(theme.colour(ColourRole::Accent)) : QPen(Qt::NoPen));
        painter.drawRoundedRect(rect, Space::chipRadius, Space::chipRadius);
    }
    if (day == m_current && m_kind == Kind::Heat) { // the day at hand
        painter.setPen(QPen(theme.colour(ColourRole::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(-0.25, -0.25, 0.25, 0.25), Space::chipRadius, Space::chipRadius);
    }
    const bool isDotted = m_kind == Kind::Dots || (isToday && entries > 0);
    painter.setPen(text);
    painter.drawText(rect.adjusted(0, 0, 0, isDotted ? -4 : 0), Qt::AlignCenter, QString::number(day.day()));
    if (isDotted && entries > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isToday ? QColor(Qt::white) : theme.colour(isOwn ? ColourRole::Accent : ColourRole::Muted));
        painter.drawEllipse(QPointF(rect.center().x() + 0.5, rect.bottom() - 3.5), 1.75, 1.75);
    }
    if (day == m_current && hasFocus())
        paintFocusRing(painter, QRectF(rect), Space::chipRadius, palette());
}

void MiniMonth::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::strong(font()));
    QString title = m_kind == Kind::Dots ? monthName(m_month) : monthName(m_month).section(u' ', 0, -2);
    painter.setPen(theme.colour(headRect().contains(m_pointer) && !m_pointer.isNull() && !backRect().contains(m_pointer)
                                        && !onRect().contains(m_pointer)
                                    ? ColourRole::Accent
                                    : ColourRole::Text));
    const QRect room = headRect().adjusted(Space::s, 0, backRect().isNull() ? 0 : -2 * headRect().height(), 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, room.width()));
    for (const auto &[rect, angle] : {std::pair(backRect(), 90), std::pair(onRect(), -90)}) {
        if (rect.isNull())
            continue;
        if (rect.contains(m_pointer)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.hover());
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), Space::controlRadius, Space::controlRadius);
        }
        painter.save();
        painter.translate(rect.center());
        painter.rotate(angle);
        theme.icon(u"chevron-down"_s, ColourRole::Muted).paint(&painter, QRect(-7, -7, 14, 14));
        painter.restore();
    }
    painter.setFont(Theme::caption(font()));
    painter.setPen(theme.colour(ColourRole::Muted));
    for (int column = 0; column < weekDays; ++column)
        painter.drawText(QRect(column * cell(), headRect().height(), cell(), cell()), Qt::AlignCenter,
                         QLocale().standaloneDayName(first().addDays(column).dayOfWeek(), QLocale::ShortFormat).left(2));
    painter.setFont(Theme::small(font()));
    if (m_kind == Kind::Dots && m_seenFirst.isValid()) { // the days that are seen beside it
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(ColourRole::Tint));
        for (int row = 0; row < rows; ++row) {
            const QDate begin = qMax(m_seenFirst, first().addDays(row * weekDays));
            const QDate end = qMin(m_seenLast, first().addDays(row * weekDays + weekDays - 1));
            const bool isDisc = begin == end && begin == m_store.clock().localNow().date(); // its corners would look out
            if (begin <= end && !isDisc)
                painter.drawRoundedRect(cellRect(begin).united(cellRect(end)).adjusted(0, 1, 0, -1), Space::controlRadius,
                                        Space::controlRadius);
        }
    }
    for (QDate day = first(); day <= last(); day = day.addDays(1))
        paintDay(painter, day);
}

void MiniMonth::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    if (backRect().contains(point))
        turn(-1);
    else if (onRect().contains(point))
        turn(1);
    else if (headRect().contains(point))
        emit monthChosen(m_month);
    else if (const QDate day = dayAt(point); day.isValid())
        emit dayChosen(day);
}

void MiniMonth::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().toPoint();
    m_hovered = dayAt(m_pointer);
    setCursor(m_hovered.isValid() || headRect().contains(m_pointer) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void MiniMonth::leaveEvent(QEvent *)
{
    m_hovered = {};
    m_pointer = {};
    update();
}

void MiniMonth::wheelEvent(QWheelEvent *event)
{
    if (m_kind != Kind::Dots) {
        event->ignore(); // the year scrolls
        return;
    }
    turn(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

void MiniMonth::keyPressEvent(QKeyEvent *event)
{
    static const QHash<int, int> steps{
        {Qt::Key_Left, -1}, {Qt::Key_Right, 1}, {Qt::Key_Up, -weekDays}, {Qt::Key_Down, weekDays}};
    const QDate at = m_current.isValid() && m_current.month() == m_month.month() ? m_current : m_month;
    if (const int step = steps.value(event->key()); step != 0) {
        emit dayChosen(at.addDays(step));
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        turn(event->key() == Qt::Key_PageUp ? -1 : 1);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit dayChosen(at);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool MiniMonth::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QDate day = dayAt(help->pos());
        if (day.isValid())
            QToolTip::showText(help->globalPos(), dayAndMonth(day, true) + u": "_s + tr("%n entries", nullptr, count(day)),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace Kartoteka
