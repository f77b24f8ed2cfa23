// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/agenda_view.h"

#include "core/schema/work_calendar.h"
#include "views/theme/focus_ring.h"
#include "views/widgets/dot.h"
#include "views/widgets/initials.h"

#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace Kartoteka {

namespace {
constexpr int weeksBefore = 2;
constexpr int weeksAfter = 8;
constexpr int moreWeeks = 8; ///< that are read when an end comes near
constexpr int rowAtUsual = 36;
constexpr int headAtUsual = 40;
constexpr int widest = 880; ///< of what is read in one line
} // namespace

AgendaView::AgendaView(CalendarScene &scene, QWidget *parent) : CalendarSurface(scene, parent)
{
    setObjectName(u"calendarAgenda"_s);
    setAccessibleName(tr("Agenda"));
}

int AgendaView::rowHeight() const
{
    return painter().length(rowAtUsual + (sizes().control - 32));
}

int AgendaView::headHeight() const
{
    return painter().length(headAtUsual);
}

void AgendaView::start(const QDate &day)
{
    m_top = day;
    m_intoTop = 0;
    m_first = qMax(earliestCalendarDay(), day.addDays(-7 * weeksBefore));
    m_last = qMin(latestCalendarDay(), day.addDays(7 * weeksAfter));
    emit daysWanted(m_first, m_last);
}

/// Days with entries, and today; the one on top stays there.
void AgendaView::layOut()
{
    m_groups.clear();
    const QList<CalendarEntry> &entries = scene().entries();
    QMap<QDate, QList<int>> byDay;
    for (int i = 0; i < entries.size(); ++i) {
        for (QDate day = qMax(entries[i].first, m_first); day <= qMin(entries[i].last, m_last); day = day.addDays(1))
            byDay[day] << i;
    }
    if (const QDate today = scene().today(); today >= m_first && today <= m_last)
        byDay[today];
    int top = 0;
    for (auto day = byDay.cbegin(); day != byDay.cend(); ++day) {
        m_groups << Group{day.key(), top, day.value()};
        top += headHeight() + qMax(1, int(day.value().size())) * rowHeight() + Space::s;
    }
    m_height = top;
    m_isPlacing = true;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    // There is room below the last day, so that any can be on top.
    verticalScrollBar()->setRange(0, qMax(0, m_height - (m_groups.isEmpty() ? 0 : viewport()->height() / 3)));
    const auto on = std::ranges::find_if(m_groups, [this](const Group &group) { return group.day >= m_top; });
    if (on != m_groups.end())
        verticalScrollBar()->setValue(on->top + (on->day == m_top ? m_intoTop : 0));
    m_isPlacing = false;
}

QDate AgendaView::topDay() const
{
    const int y = verticalScrollBar()->value();
    const auto behind = std::ranges::find_if(m_groups, [y](const Group &group) { return group.top > y; });
    return m_groups.isEmpty() ? m_top : behind == m_groups.begin() ? behind->day : std::prev(behind)->day;
}

void AgendaView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_isPlacing)
        return;
    const QDate top = topDay();
    const auto on = std::ranges::find(m_groups, top, &Group::day);
    m_intoTop = on == m_groups.end() ? 0 : verticalScrollBar()->value() - on->top;
    if (std::exchange(m_top, top) != top)
        emit topChanged(top);
    growNearEnds();
}

void AgendaView::growNearEnds()
{
    const int page = viewport()->height();
    const QScrollBar &bar = *verticalScrollBar();
    const QDate first = m_first;
    const QDate last = m_last;
    if (bar.value() < page / 2)
        m_first = qMax(earliestCalendarDay(), m_first.addDays(-7 * moreWeeks));
    if (bar.value() > m_height - 2 * page)
        m_last = qMin(latestCalendarDay(), m_last.addDays(7 * moreWeeks));
    if (m_first.daysTo(m_last) >= longestCalendarDays) { // what lies far behind is let go
        if (m_first != first)
            m_last = m_first.addDays(longestCalendarDays - 1);
        else
            m_first = m_last.addDays(1 - longestCalendarDays);
    }
    if (first != m_first || last != m_last)
        emit daysWanted(m_first, m_last);
}

QList<EntryPart> AgendaView::parts() const
{
    QList<EntryPart> all;
    const int left = Space::l;
    const int width = qMin(viewport()->width() - 2 * Space::l, painter().length(widest));
    for (const Group &group : m_groups) {
        for (int i = 0; i < group.entries.size(); ++i) {
            const CalendarEntry &entry = scene().entries()[group.entries[i]];
            all << EntryPart{
                QRect(left, group.top + headHeight() + i * rowHeight() - verticalScrollBar()->value(), width, rowHeight()),
                group.entries[i], entry.first == group.day, entry.last == group.day};
        }
    }
    return all;
}

CalendarHit AgendaView::hitAt(const QPoint &point) const
{
    const int y = point.y() + verticalScrollBar()->value();
    for (const Group &group : m_groups) {
        const int row = (y - group.top - headHeight()) / rowHeight();
        if (y < group.top || y >= group.top + headHeight() + qMax(1, int(group.entries.size())) * rowHeight())
            continue;
        if (y < group.top + headHeight())
            return {CalendarHit::Kind::Day, -1, group.day};
        if (row < group.entries.size())
            return {CalendarHit::Kind::Entry, group.entries[row], group.day};
        return {CalendarHit::Kind::Spot, -1, group.day};
    }
    return {};
}

void AgendaView::revealDay(const QDate &day)
{
    const auto on = std::ranges::find(m_groups, day, &Group::day);
    if (day < m_first || day > m_last) {
        start(day);
    } else if (on != m_groups.end()) {
        reveal(QRect(0, on->top - verticalScrollBar()->value(), 1, headHeight() + rowHeight()));
    }
}

/// "Today, Monday, 2 March 2026".
QString AgendaView::dayWords(const QDate &day) const
{
    const qint64 ahead = scene().today().daysTo(day);
    QString words = QLocale().standaloneDayName(day.dayOfWeek()) + u", "_s + dayAndMonth(day, true);
    if (ahead == 0)
        words = tr("Today, %1").arg(words);
    else if (ahead == 1)
        words = tr("Tomorrow, %1").arg(words);
    else if (ahead == -1)
        words = tr("Yesterday, %1").arg(words);
    else if (!words.isEmpty())
        words[0] = words[0].toUpper();
    if (const QString name = scene().dayName(day); !name.isEmpty())
        words += u" · "_s + name;
    return words;
}

void paintAgendaRow(QPainter &painter, const QRect &rect, const CalendarEntry &entry, const QDate &day,
                    const CalendarScene &scene, const EntryPainter &entries, const EntryLook &look)
{
    const Theme &theme = entries.theme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.isCurrent || look.isHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.isCurrent ? theme.colour(ColourRole::Tint) : theme.hover());
        painter.drawRoundedRect(rect, Space::controlRadius, Space::controlRadius);
    }
    QRect line = rect.adjusted(Space::m, 0, -Space::m, 0);
    QString when = EntryPainter::timeText(entry, true);
    if (entry.days() > 1 && (!entry.starts.isValid() || (entry.first < day && entry.last > day)))
        when = AgendaView::tr("day %1/%2", "of an entry of several days").arg(entry.first.daysTo(day) + 1).arg(entry.days());
    else if (!entry.starts.isValid())
        when = AgendaView::tr("all day");
    else if (entry.first < day)
        when = AgendaView::tr("until %1").arg(QLocale().toString(entry.ends.time(), QLocale::ShortFormat));
    painter.setFont(entries.base());
    const int timeWidth = painter.fontMetrics().horizontalAdvance(QLocale().toString(QTime(22, 22), QLocale::ShortFormat)
                                                                  + u'–'
                                                                  + QLocale().toString(QTime(22, 22), QLocale::ShortFormat))
        + Space::s;
    painter.setPen(theme.colour(entry.isOverdue ? ColourRole::Danger : ColourRole::Muted));
    painter.drawText(QRect(line.left(), line.top(), timeWidth, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(when, Qt::ElideRight, timeWidth));
    const int dot = entries.length(8);
    paintDot(painter, QRect(line.left() + timeWidth + Space::xs, line.center().y() - dot / 2, dot, dot),
             theme.mark(look.colour), theme);
    line.setLeft(line.left() + timeWidth + dot + Space::l);
    const int face = entries.length(20);
    if (const User *person = scene.store.schema()->user(entry.person)) {
        paintInitials(painter, QRect(line.right() - face, line.center().y() - face / 2, face, face), *person);
        line.setRight(line.right() - face - Space::s);
    }
    QFont words = Theme::strong(entries.base());
    words.setStrikeOut(entry.isDone);
    painter.setFont(words);
    painter.setPen(theme.colour(entry.isDone || entry.isGhost ? ColourRole::Muted : ColourRole::Text));
    const QString title = painter.fontMetrics().elidedText(entry.title.left(300).simplified(), Qt::ElideRight,
                                                           entry.detail.isEmpty() ? line.width() : line.width() * 3 / 5);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(title) + Space::m);
    painter.setFont(entries.small());
    painter.setPen(theme.colour(ColourRole::Muted));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(entry.detail.left(300).simplified(), Qt::ElideRight, line.width()));
    painter.restore();
}

void AgendaView::paintGroup(QPainter &painter, const Group &group)
{
    const Theme &theme = this->painter().theme();
    const int top = group.top - verticalScrollBar()->value();
    const QRect head(Space::l + Space::m, top, viewport()->width() - 2 * Space::l, headHeight());
    const bool isToday = group.day == scene().today();
    painter.setFont(Theme::strong(font()));
    painter.setPen(theme.colour(isToday ? ColourRole::Accent : ColourRole::Text));
    QString words = dayWords(group.day);
    if (const qsizetype more = scene().shown().count(group.day) - group.entries.size(); more > 0)
        words += u" · +"_s + QLocale().toString(more);
    painter.drawText(head.adjusted(0, Space::s, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
    painter.setPen(theme.colour(ColourRole::Line));
    const int width = qMin(viewport()->width() - 2 * Space::l, this->painter().length(widest));
    painter.drawLine(Space::l, head.bottom(), Space::l + width, head.bottom());
    if (group.entries.isEmpty()) {
        painter.setFont(font());
        painter.setPen(theme.colour(ColourRole::Muted));
        painter.drawText(QRect(head.left(), head.bottom(), head.width(), rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Nothing planned"));
    }
}

void AgendaView::paintContent(QPainter &painter)
{
    painter.fillRect(viewport()->rect(), this->painter().theme().colour(ColourRole::Surface));
    const QRect seen = viewport()->rect();
    if (m_groups.isEmpty() && scene().model.isRead()) {
        painter.setFont(font());
        painter.setPen(this->painter().theme().colour(ColourRole::Muted));
        painter.drawText(seen, Qt::AlignCenter, tr("Nothing is planned here"));
    }
    for (const Group &group : std::as_const(m_groups)) {
        const int top = group.top - verticalScrollBar()->value();
        const int height = headHeight() + qMax(1, int(group.entries.size())) * rowHeight();
        if (top > seen.bottom() || top + height < seen.top())
            continue;
        paintGroup(painter, group);
        const int width = qMin(viewport()->width() - 2 * Space::l, this->painter().length(widest));
        for (int i = 0; i < group.entries.size(); ++i) {
            const QRect rect(Space::l, top + headHeight() + i * rowHeight(), width, rowHeight());
            const CalendarEntry &entry = scene().entries()[group.entries[i]];
            if (rect.intersects(seen))
                paintAgendaRow(painter, rect, entry, group.day, scene(), this->painter(),
                               lookOf(entry, {rect, group.entries[i]}));
        }
    }
}

} // namespace Kartoteka
