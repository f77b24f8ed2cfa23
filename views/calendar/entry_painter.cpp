// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/entry_painter.h"

#include "views/theme/focus_ring.h"
#include "views/theme/shadow.h"

#include <QLocale>

namespace Kartoteka {

namespace {

constexpr int edgeWidth = 3;
constexpr int leastDetail = 40; ///< width in which whom it is with is told
constexpr double heldOpacity = 0.6;
constexpr double leavingOpacity = 0.35;

/// The part of a rounded box that a piece shows: square where the entry goes on.
QPainterPath pieceOf(const QRectF &rect, double radius, const EntryLook &look)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, radius, radius);
    if (!look.beginsHere)
        path.addRect(QRectF(rect.topLeft(), QSizeF(radius, rect.height())));
    if (!look.endsHere)
        path.addRect(QRectF(rect.topRight() - QPointF(radius, 0), QSizeF(radius, rect.height())));
    return look.beginsHere && look.endsHere ? path : path.simplified();
}

/// When an entry begins, as short as it is read: "10:00", "10am", "10:30am".
QString beginText(const QTime &time)
{
    const QLocale locale;
    if (!locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive))
        return locale.toString(time, QLocale::ShortFormat);
    const QString half = time.hour() < 12 ? locale.amText() : locale.pmText();
    return locale.toString(time, time.minute() == 0 ? u"h ap"_s : u"h:mm ap"_s).section(u' ', 0, 0) + half.toLower();
}

/// As on the clock's face.
QString bareTime(const QTime &time)
{
    const QLocale locale;
    if (!locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive))
        return locale.toString(time, QLocale::ShortFormat);
    return locale.toString(time, u"h:mm ap"_s).section(u' ', 0, 0);
}

/// What fits, with dots where a letter stands before them: in a narrow block its first one says more.
QString fitted(const QString &text, const QFontMetrics &metrics, int width)
{
    const QString cut = metrics.elidedText(text, Qt::ElideRight, width);
    return cut.size() > 1 ? cut : text.left(1);
}

} // namespace

EntryPainter::EntryPainter(const QFont &base, const QPalette &palette, Ground ground)
    : m_ground(ground)
    , m_base(base)
    , m_small(ground == Ground::Paper ? base : Theme::small(base))
    , m_strong(Theme::strong(m_small))
    , m_palette(palette)
    , m_theme(Theme::of(palette))
    , m_metrics(base)
    , m_smallMetrics(m_small)
    , m_strongMetrics(m_strong)
{}

int EntryPainter::barHeight() const
{
    const int line = m_smallMetrics.height();
    return m_ground == Ground::Paper ? line + 1 : qMax(length(20), line + 3);
}

QString EntryPainter::timeText(const CalendarEntry &entry, bool withEnd)
{
    const QLocale locale;
    if (!entry.starts.isValid())
        return {};
    const QString begins = locale.toString(entry.starts.time(), QLocale::ShortFormat);
    if (!withEnd || entry.ends <= entry.starts)
        return begins;
    const QString ends = locale.toString(entry.ends.time(), QLocale::ShortFormat);
    // Of two hours before noon that is said once.
    const qsizetype half = begins.indexOf(u' ');
    const bool isSame = half > 0 && ends.endsWith(begins.mid(half)) && entry.starts.date() == entry.ends.date();
    return (isSame ? begins.left(half) : begins) + u'–' + ends;
}

const EntryPainter::Ink &EntryPainter::inkOf(const CalendarEntry &entry, const EntryLook &look) const
{
    const bool isFaint = entry.isDone || entry.isGhost || entry.isReleased;
    const bool isLifted = look.isHovered || look.isHeld;
    const bool clashes = look.clashes || entry.clashes;
    const QPair<QRgb, int> key(look.colour.rgb(), isFaint | isLifted << 1 | clashes << 2);
    if (const auto known = m_inks.constFind(key); known != m_inks.cend())
        return *known;
    Ink ink;
    ink.fill = isLifted ? m_theme.tint(look.colour, ColourRole::Hover) : m_theme.tint(look.colour);
    ink.edge = clashes ? m_theme.colour(ColourRole::Danger) : m_theme.mark(look.colour);
    ink.quiet = m_theme.colour(ColourRole::Muted);
    if (contrast(ink.quiet, ink.fill) < 4.5)
        ink.quiet = m_theme.colour(ColourRole::Text);
    ink.text = isFaint ? ink.quiet : m_theme.readable(look.colour);
    return *m_inks.insert(key, ink);
}

void EntryPainter::paintPlate(QPainter &painter, const QRectF &rect, const CalendarEntry &entry, const EntryLook &look,
                              const Ink &ink) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath plate = pieceOf(rect, Space::chipRadius, look);
    if (look.isHeld)
        paintShadow(painter, rect.toRect(), Space::chipRadius, Elevation::Raised, m_theme);
    painter.setPen(Qt::NoPen);
    painter.fillPath(plate, ink.fill);
    if (entry.isTentative && !entry.isReleased) { // others may still take the time
        QColor stripes = ink.edge;
        stripes.setAlphaF(0.22F);
        painter.fillPath(plate, QBrush(stripes, Qt::BDiagPattern));
    }
    if (look.beginsHere) {
        painter.save();
        painter.setClipRect(QRectF(rect.topLeft(), QSizeF(edgeWidth, rect.height())), Qt::IntersectClip);
        painter.fillPath(plate, ink.edge);
        painter.restore();
    }
    const bool isOutlined = entry.isTentative || entry.isGhost || look.clashes || entry.clashes || look.isHeld;
    if (isOutlined || m_theme.isStark()) {
        QPen line(ink.edge, look.isHeld ? 1.5 : 1);
        if (entry.isTentative || entry.isGhost)
            line.setStyle(Qt::DashLine);
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(pieceOf(rect.adjusted(0.5, 0.5, -0.5, -0.5), Space::chipRadius, look));
    }
    if (look.isCurrent) {
        painter.setPen(QPen(m_theme.colour(ColourRole::Accent), look.isFocused ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        const double inset = look.isFocused ? 1 : 0.5;
        painter.drawPath(pieceOf(rect.adjusted(inset, inset, -inset, -inset), Space::chipRadius, look));
    }
}

const QIcon &EntryPainter::icon(const QString &name, const QColor &colour) const
{
    QIcon &known = m_icons[name + colour.name()];
    if (known.isNull())
        known = m_theme.icon(name, colour);
    return known;
}

/// What tells of an entry by a picture: done, comes again, clashes. @return the width that they take at the right.
int EntryPainter::paintMarks(QPainter &painter, const QRect &line, const CalendarEntry &entry, const EntryLook &look,
                             const Ink &ink) const
{
    QStringList icons;
    if (entry.clashes || look.clashes)
        icons << u"alert"_s;
    if (entry.isDone)
        icons << u"check"_s;
    if (entry.repeats || entry.isGhost)
        icons << u"sync"_s;
    const int side = length(12);
    int right = line.right() - 2;
    for (const QString &icon : std::as_const(icons)) {
        if (right - side < line.left() + line.width() / 2)
            break; // the words come first
        const QRect at(right - side, line.center().y() - side / 2, side, side);
        this->icon(icon, icon == u"alert" ? m_theme.colour(ColourRole::Danger) : ink.quiet).paint(&painter, at);
        right -= side + 2;
    }
    return line.right() - right;
}

void EntryPainter::paintBar(QPainter &painter, const QRect &rect, const CalendarEntry &entry, const EntryLook &look) const
{
    if (!isExposed(rect))
        return;
    painter.save();
    if (look.isHeld) { // a line of text does not shine through a line of text
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(pieceOf(rect, Space::chipRadius, look), m_theme.colour(ColourRole::Surface));
    }
    painter.setOpacity(look.isLeaving ? leavingOpacity : look.isHeld ? heldOpacity : 1);
    const Ink ink = inkOf(entry, look); // a copy: another one may be made beside it
    paintPlate(painter, rect, entry, look, ink);
    painter.setOpacity(look.isLeaving ? leavingOpacity : 1);
    QRect line = rect.adjusted(look.beginsHere ? edgeWidth + 4 : 6, 0, -3, 0);
    line.setRight(line.right() - paintMarks(painter, line, entry, look, ink));
    QString time = look.beginsHere && entry.starts.isValid() ? beginText(entry.starts.time()) : QString();
    int timeWidth = time.isEmpty() ? 0 : m_strongMetrics.horizontalAdvance(time);
    if (line.width() <= 2 * timeWidth) { // its half of the day gives way before all of it
        time = bareTime(entry.starts.time());
        timeWidth = m_strongMetrics.horizontalAdvance(time);
    }
    if (!time.isEmpty() && line.width() > 2 * timeWidth) {
        painter.setFont(m_strong);
        painter.setPen(entry.isOverdue ? m_theme.colour(ColourRole::Danger) : ink.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, time);
        line.setLeft(line.left() + timeWidth + Space::xs);
    } else {
        time.clear();
    }
    QFont words = m_small;
    words.setStrikeOut(entry.isDone);
    painter.setFont(words);
    painter.setPen(entry.isOverdue && time.isEmpty() ? m_theme.colour(ColourRole::Danger) : ink.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     m_smallMetrics.elidedText(entry.title.left(300).simplified(), Qt::ElideRight, line.width()));
    painter.restore();
}

void EntryPainter::paintBlock(QPainter &painter, const QRect &rect, const CalendarEntry &entry, const EntryLook &look,
                              const std::function<void()> &onPlate) const
{
    if (!isExposed(rect))
        return;
    painter.save();
    painter.setOpacity(look.isLeaving ? leavingOpacity : look.isHeld ? heldOpacity : 1);
    const Ink ink = inkOf(entry, look); // a copy: another one may be made beside it
    EntryLook whole = look;
    whole.beginsHere = true; // its left edge is its colour, whichever day this is
    whole.endsHere = true;
    paintPlate(painter, rect, entry, whole, ink);
    painter.setOpacity(look.isLeaving ? leavingOpacity : 1);
    painter.setClipRect(rect, Qt::IntersectClip);
    if (onPlate)
        onPlate();
    const QFontMetrics &small = m_smallMetrics;
    const int line = small.height();
    QRect room = rect.adjusted(edgeWidth + 5, 2, -4, -1);
    const QString title = entry.title.left(300).simplified();
    const QString time = timeText(entry, room.height() >= 2 * line || look.isHeld);
    QFont words = m_strong;
    words.setStrikeOut(entry.isDone);
    const QColor timeColour = entry.isOverdue ? m_theme.colour(ColourRole::Danger) : ink.quiet;
    if (room.height() < 2 * line) { // all in one line
        room.setRight(room.right() - paintMarks(painter, room, entry, look, ink));
        const int titleWidth = m_strongMetrics.horizontalAdvance(title);
        painter.setFont(words);
        painter.setPen(ink.text);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, fitted(title, m_strongMetrics, room.width()));
        if (titleWidth + Space::s + small.horizontalAdvance(time) <= room.width()) {
            painter.setFont(m_small);
            painter.setPen(timeColour);
            painter.drawText(room.adjusted(titleWidth + Space::s, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, time);
        }
        painter.restore();
        return;
    }
    // Title over as many lines as leave one for the time, which is followed by whom it is with.
    const QRect head(room.left(), room.top(), room.width(), line);
    const int marks = paintMarks(painter, head, entry, look, ink);
    const QFontMetrics &strong = m_strongMetrics;
    const int titleLines = qMin(3, qMax(1, room.height() / line - 1));
    painter.setFont(words);
    painter.setPen(ink.text);
    QRect titleRoom(room.left(), room.top(), room.width() - marks, titleLines * line);
    const QRect needed = strong.boundingRect(titleRoom, Qt::AlignLeft | Qt::TextWordWrap, title);
    int used = line;
    if (titleLines > 1 && needed.height() > line && needed.width() <= titleRoom.width()) {
        used = qMin(titleLines, (needed.height() + line - 1) / line) * line;
        painter.save();
        painter.setClipRect(QRect(titleRoom.topLeft(), QSize(titleRoom.width(), used)));
        painter.drawText(titleRoom, Qt::AlignLeft | Qt::TextWordWrap, title);
        painter.restore();
    } else {
        painter.drawText(QRect(titleRoom.topLeft(), QSize(titleRoom.width(), line)), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted(title, strong, titleRoom.width()));
    }
    painter.setFont(m_small);
    QRect rest = room.adjusted(0, used, 0, 0);
    const auto write = [&](const QString &text, const QColor &colour) {
        if (text.isEmpty() || rest.height() < line - 2)
            return;
        painter.setPen(colour);
        painter.drawText(QRect(rest.topLeft(), QSize(rest.width(), line)), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted(text, small, rest.width()));
        rest.setTop(rest.top() + line);
    };
    // Half a time is none, and of whom it is with a letter says nothing.
    const QString told = small.horizontalAdvance(time) <= rest.width() ? time : timeText(entry, false);
    if (small.horizontalAdvance(told) <= rest.width())
        write(told, timeColour);
    if (rest.width() >= length(leastDetail))
        write(entry.detail.left(300).simplified(), ink.quiet);
    painter.restore();
}

void EntryPainter::paintMore(QPainter &painter, const QRect &rect, int count, bool isHovered) const
{
    if (!isExposed(rect))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.hover());
        painter.drawRoundedRect(rect, Space::chipRadius, Space::chipRadius);
    }
    painter.setFont(m_strong);
    painter.setPen(m_theme.colour(isHovered ? ColourRole::Accent : ColourRole::Muted));
    painter.drawText(rect.adjusted(6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, u'+' + QLocale().toString(count));
    painter.restore();
}

void EntryPainter::paintDayNumber(QPainter &painter, const QRect &rect, const QString &text, bool isToday,
                                  bool isMuted) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(isToday ? m_strong : m_small);
    if (isToday) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accentFill());
        const int side = qMin(rect.height(), qMax(length(22), m_strongMetrics.horizontalAdvance(text) + 8));
        const QRect circle(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
        painter.drawEllipse(circle);
        painter.setPen(Qt::white);
        painter.drawText(circle, Qt::AlignCenter, text);
    } else {
        painter.setPen(m_theme.colour(isMuted ? ColourRole::Muted : ColourRole::Text));
        painter.drawText(rect, Qt::AlignCenter, text);
    }
    painter.restore();
}

} // namespace Kartoteka
