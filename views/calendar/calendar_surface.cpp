// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_surface.h"

#include "core/activities/recurrence.h"
#include "core/schema/builtin_names.h"
#include "views/calendar/calendar_accessible.h"
#include "views/theme/shadow.h"
#include "views/widgets/tip_text.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <utility>

namespace Kartoteka {

CalendarSurface::CalendarSurface(CalendarScene &scene, QWidget *parent)
    : QAbstractScrollArea(parent), m_scene(scene), m_gesture(*this, scene)
{
    CalendarAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    horizontalScrollBar()->setFocusPolicy(Qt::NoFocus);
    m_painter.emplace(font(), palette());
    connect(&m_gesture, &CalendarGesture::changed, viewport(), qOverload<>(&QWidget::update));
}

void CalendarSurface::setLook()
{
    m_painter.emplace(font(), palette());
    relayout();
    viewport()->update();
}

CalendarEntry CalendarSurface::newEntry(const CalendarPlace &from, const CalendarPlace &until) const
{
    CalendarEntry made;
    made.title = tr("New");
    made.first = from.day;
    made.last = until.day;
    if (from.time.isValid()) {
        // In an hour that the clock skips it is what will be made: the one after it.
        const auto momentOf = [](const CalendarPlace &at) {
            return QDateTime::fromMSecsSinceEpoch(instantOfWall(QDateTime(at.day, at.time, Qt::UTC)));
        };
        made.starts = momentOf(from);
        made.ends = momentOf(until);
        made.last = made.ends.time() == QTime(0, 0) ? from.day : until.day;
    } else {
        made.allDay = true;
    }
    made.person = m_scene.store.user();
    return made;
}

void CalendarSurface::setPlanned(const std::optional<CalendarEntry> &entry, qint64 lane)
{
    m_planned = entry;
    m_plannedLane = lane;
    viewport()->update();
}

void CalendarSurface::dismissPress()
{
    m_dismisses = true;
    QMetaObject::invokeMethod(
        this, [this] { m_dismisses = false; }, Qt::QueuedConnection); // the press was for somebody else
}

EntryLook CalendarSurface::lookOf(const CalendarEntry &entry, const EntryPart &part) const
{
    EntryLook look;
    look.colour = m_scene.colours.of(entry);
    look.isCurrent = m_scene.current == EntryKey::of(entry);
    look.isFocused = hasFocus();
    look.isHovered = m_hovered.isOfEntry() && m_hovered.entry == part.entry;
    const CalendarEntry *held = m_gesture.isCopying() ? nullptr : m_gesture.held();
    look.isLeaving = held && EntryKey::of(*held) == EntryKey::of(entry);
    look.beginsHere = part.beginsHere;
    look.endsHere = part.endsHere;
    return look;
}

QStringList CalendarSurface::wordsOf(const CalendarEntry &entry) const
{
    const QLocale locale;
    const QString day = locale.toString(entry.first, QLocale::LongFormat);
    QString when = entry.days() > 1 ? day + u" – "_s + locale.toString(entry.last, QLocale::LongFormat) : day;
    if (entry.starts.isValid())
        when += u", "_s + EntryPainter::timeText(entry, true);
    QStringList words{entry.title, when, entry.detail};
    const SchemaPtr schema = m_scene.store.schema();
    if (const ListValue *kind = schema->listValue(entry.kind))
        words << displayName(*schema, *kind);
    if (const Stage *stage = entry.kind == 0 ? schema->stage(entry.stage) : nullptr)
        words << displayName(*schema, *stage);
    if (const User *person = schema->user(entry.person))
        words << person->name;
    if (entry.isDone)
        words << tr("done");
    if (entry.isOverdue)
        words << tr("overdue");
    if (entry.isReleased)
        words << tr("the hold is over, the time is free");
    else if (entry.isTentative)
        words << tr("tentative");
    if (entry.taken > 0)
        words << tr("more people than places: %1 of %2").arg(entry.taken).arg(entry.places);
    else if (entry.clashes)
        words << tr("the same resource is already booked at this time");
    if (entry.isGhost)
        words << tr("not created yet");
    words.removeAll(QString());
    return words;
}

QStringList CalendarSurface::wordsAt(const QPoint &point) const
{
    const CalendarHit hit = hitAt(point);
    const QString name = hit.day.isValid() ? m_scene.dayName(hit.day) : QString();
    return name.isEmpty() ? QStringList() : QStringList{name};
}

void CalendarSurface::reveal(const QRect &rect)
{
    const QRect zone = scrollZone();
    QScrollBar &down = *verticalScrollBar();
    QScrollBar &along = *horizontalScrollBar();
    if (rect.top() < zone.top() || rect.height() > zone.height())
        down.setValue(down.value() + rect.top() - zone.top() - Space::s);
    else if (rect.bottom() > zone.bottom())
        down.setValue(down.value() + rect.bottom() - zone.bottom() + Space::s);
    if (rect.left() < zone.left())
        along.setValue(along.value() + rect.left() - zone.left());
    else if (rect.right() > zone.right())
        along.setValue(along.value() + rect.right() - zone.right());
}

void CalendarSurface::relayout()
{
    m_still = {};
    m_hovered = {}; // until the pointer moves: something else may stand there now
    layOut();
    viewport()->update();
}

void CalendarSurface::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    if (m_gesture.isActive()) {
        paintStill(painter);
        paintHeld(painter);
        return;
    }
    m_still = {};
    m_painter->setExposed(event->region());
    paintContent(painter);
    m_painter->setExposed({});
    paintPlanned(painter);
}

/// Nothing of it changes while something is held over it.
void CalendarSurface::paintStill(QPainter &painter)
{
    if (m_still.isNull() || std::exchange(m_stillCopies, m_gesture.isCopying()) != m_gesture.isCopying()) {
        m_still = QPixmap(viewport()->size() * devicePixelRatio());
        m_still.setDevicePixelRatio(devicePixelRatio());
        QPainter under(&m_still);
        under.setFont(font());
        paintContent(under);
    }
    painter.drawPixmap(0, 0, m_still);
}

/// The edge at which the page is about to be turned.
void CalendarSurface::paintTurning(QPainter &painter)
{
    const int step = m_gesture.turning();
    if (step == 0)
        return;
    const Theme &theme = m_painter->theme();
    const QRect zone = viewport()->rect();
    const int width = m_painter->length(28);
    const QRect edge(step < 0 ? zone.left() : zone.right() - width + 1, zone.top(), width, zone.height());
    QColor fill = theme.accentFill();
    fill.setAlphaF(0.16F);
    painter.fillRect(edge, fill);
    const int side = m_painter->length(20);
    painter.save();
    painter.translate(edge.center());
    painter.rotate(step < 0 ? 90 : -90);
    theme.icon(u"chevron-down"_s, ColourRole::Accent).paint(&painter, QRect(-side / 2, -side / 2, side, side));
    painter.restore();
}

void CalendarSurface::paintPieces(QPainter &painter, const CalendarEntry &entry, const QList<EntryPart> &pieces,
                                  bool clashes)
{
    for (const EntryPart &part : pieces) {
        EntryLook look = lookOf(entry, part);
        look.isCurrent = false;
        look.isLeaving = false;
        look.isHeld = true;
        look.clashes = clashes;
        if (part.isBlock)
            m_painter->paintBlock(painter, part.rect, entry, look);
        else
            m_painter->paintBar(painter, part.rect, entry, look);
    }
}

/// As long as its form is open it is seen for which time that asks.
void CalendarSurface::paintPlanned(QPainter &painter)
{
    if (!m_planned)
        return;
    const CalendarPlace day{m_planned->first, {}};
    painter.save();
    painter.setClipRect(m_planned->starts.isValid() ? scrollZone() : viewport()->rect());
    paintPieces(painter, *m_planned, partsOf(*m_planned, m_plannedLane, spanRect(day, day).bottom()), false);
    painter.restore();
}

/// What is held, where it would stand, and beside the pointer in words.
void CalendarSurface::paintHeld(QPainter &painter)
{
    paintTurning(painter);
    const CalendarEntry &ghost = *m_gesture.ghost();
    painter.save();
    if (ghost.starts.isValid()) // hours of the next day that are scrolled away lie under the heads
        painter.setClipRect(scrollZone());
    paintPieces(painter, ghost, partsOf(ghost, m_gesture.lane(), m_gesture.at().y()), !m_gesture.clash().isEmpty());
    painter.restore();
    QString words = shortDay(ghost.first);
    if (ghost.last != ghost.first && !ghost.starts.isValid())
        words += u" – "_s + dayAndMonth(ghost.last, false);
    if (ghost.starts.isValid())
        words += u" · "_s + EntryPainter::timeText(ghost, true);
    if (m_gesture.isCopying())
        words = tr("Copy: %1").arg(words);
    if (!m_gesture.clash().isEmpty())
        words += u" · "_s + m_gesture.clash();
    const Theme &theme = m_painter->theme();
    const QFontMetrics metrics(m_painter->small());
    const int widest = viewport()->width() - 2 * Space::l;
    words = metrics.elidedText(words, Qt::ElideRight, widest - 2 * Space::s);
    const QSize size(metrics.horizontalAdvance(words) + 2 * Space::s, metrics.height() + Space::s);
    QRect plate(m_gesture.at() + QPoint(Space::l, Space::l), size);
    plate.moveRight(qMin(plate.right(), viewport()->width() - Space::xs));
    plate.moveBottom(qMin(plate.bottom(), viewport()->height() - Space::xs));
    painter.setRenderHint(QPainter::Antialiasing);
    paintShadow(painter, plate, Space::controlRadius, Elevation::Raised, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_gesture.clash().isEmpty() ? theme.colour(ColourRole::Raised) : theme.dangerFill());
    painter.drawRoundedRect(plate, Space::controlRadius, Space::controlRadius);
    painter.setPen(m_gesture.clash().isEmpty() ? theme.colour(ColourRole::Text) : QColor(Qt::white));
    painter.setFont(m_painter->small());
    painter.drawText(plate, Qt::AlignCenter, words);
}

void CalendarSurface::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void CalendarSurface::mousePressEvent(QMouseEvent *event)
{
    m_pressDismissed = std::exchange(m_dismisses, false);
    const QPoint point = event->position().toPoint();
    m_pressed = hitAt(point);
    if (event->button() != Qt::LeftButton)
        return;
    if (m_pressed.isOfEntry())
        emit chosen(EntryKey::of(m_scene.entries()[m_pressed.entry]), m_pressed.day);
    else if (m_pressed.day.isValid())
        emit chosen({}, m_pressed.day);
    m_gesture.press(point, m_pressDismissed && !m_pressed.isOfEntry() ? CalendarHit() : m_pressed);
}

void CalendarSurface::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton)
        m_gesture.move(point, event->modifiers());
    else
        hover(point);
}

void CalendarSurface::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || m_gesture.release(point, event->modifiers()))
        return;
    const CalendarHit hit = hitAt(point);
    if (hit != m_pressed || m_pressDismissed)
        return;
    if (hit.kind == CalendarHit::Kind::More || hit.kind == CalendarHit::Kind::Day) {
        emit dayWanted(hit.day);
    } else if (hit.kind == CalendarHit::Kind::Spot && m_scene.canCreate) {
        if (const auto spot = spotAt(point)) {
            const auto [from, until] = clickSpan(spot->place);
            emit makeWanted(from, until, spot->lane);
        }
    }
}

void CalendarSurface::mouseDoubleClickEvent(QMouseEvent *event)
{
    const CalendarHit hit = hitAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && hit.isOfEntry())
        emit opened(EntryKey::of(m_scene.entries()[hit.entry]));
}

void CalendarSurface::contextMenuEvent(QContextMenuEvent *event)
{
    m_gesture.cancel();
    if (event->reason() != QContextMenuEvent::Mouse) { // of the entry at which the keys are
        const QList<EntryPart> all = parts();
        for (const EntryPart &part : all) {
            if (EntryKey::of(m_scene.entries()[part.entry]) == m_scene.current) {
                emit menuWanted(m_scene.current, m_scene.at, viewport()->mapToGlobal(part.rect.center()));
                return;
            }
        }
    }
    const CalendarHit hit = hitAt(event->pos());
    const EntryKey key = hit.isOfEntry() ? EntryKey::of(m_scene.entries()[hit.entry]) : EntryKey();
    if (hit.day.isValid())
        emit chosen(key, hit.day);
    emit menuWanted(key, hit.day.isValid() ? hit.day : m_scene.at, event->globalPos());
}

void CalendarSurface::scrollContentsBy(int, int)
{
    relayout();
    viewport()->update();
}

void CalendarSurface::hover(const QPoint &point)
{
    const CalendarHit hit = hitAt(point);
    const CalendarHit before = std::exchange(m_hovered, hit);
    if (before == hit)
        return;
    viewport()->update(regionOf(before) | regionOf(hit));
    const bool isOverBar = std::ranges::any_of(parts(), [&](const EntryPart &part) {
        return part.entry == hit.entry && !part.isBlock && part.rect.contains(point);
    });
    const CalendarEntry *entry = hit.isOfEntry() ? &m_scene.entries()[hit.entry] : nullptr;
    const bool stretches = entry && hit.kind != CalendarHit::Kind::Entry && entry->isStretchable;
    const bool isLink = hit.kind == CalendarHit::Kind::More || hit.kind == CalendarHit::Kind::Day;
    viewport()->setCursor(stretches             ? (isOverBar ? Qt::SizeHorCursor : Qt::SizeVerCursor)
                              : entry || isLink ? Qt::PointingHandCursor
                                                : Qt::ArrowCursor);
}

/// What looks otherwise when the pointer is there.
QRegion CalendarSurface::regionOf(const CalendarHit &hit) const
{
    if (hit.kind == CalendarHit::Kind::None || hit.kind == CalendarHit::Kind::Spot)
        return {};
    if (!hit.isOfEntry())
        return viewport()->rect();
    QRegion region;
    const QList<EntryPart> all = parts();
    for (const EntryPart &part : all) {
        if (part.entry == hit.entry)
            region |= part.rect;
    }
    return region;
}

bool CalendarSurface::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && std::exchange(m_hovered, {}) != CalendarHit())
        viewport()->update();
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const CalendarHit hit = hitAt(help->pos());
        const QStringList words = hit.isOfEntry() ? wordsOf(m_scene.entries()[hit.entry]) : wordsAt(help->pos());
        if (words.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tipText(words), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CalendarSurface::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        setLook();
}

void CalendarSurface::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_scene.isFocused = true;
    viewport()->update();
}

void CalendarSurface::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.isFocused = false;
    viewport()->update();
}

} // namespace Kartoteka
