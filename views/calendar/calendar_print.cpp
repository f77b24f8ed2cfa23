// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_print.h"

#include "core/base/durations.h"
#include "core/schema/work_calendar.h"
#include "views/calendar/agenda_view.h"
#include "views/calendar/day_painter.h"
#include "views/calendar/mini_month.h"
#include "views/calendar/month_view.h"
#include "views/render/print_document.h"
#include "views/render/print_preview.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <memory>
#include <vector>

namespace Kartoteka {

namespace {

// Points. What has a page for itself is read from further away.
constexpr int usualFont = 8;
constexpr int largeFont = 10;
constexpr int titleHeight = 28;
constexpr int leastRow = 60;
constexpr int rowHeight = 22;
constexpr int headHeight = 28;
constexpr int mostColumns = 10; ///< of people or resources on one page

QFont fontOfPaper(int size)
{
    QFont font;
    font.setPixelSize(size);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// What the pages of all looks have in common.
class CalendarSheet : public PrintBody
{
public:
    CalendarSheet(const CalendarScene &scene, QString title, int font)
        : m_scene(scene)
        , m_title(std::move(title))
        , m_font(font)
        , m_entries(fontOfPaper(font), Theme::light().palette(), EntryPainter::Ground::Paper)
    {
        m_scene.current = {};
        m_scene.isFocused = false;
        m_scene.printed = std::make_shared<CalendarEntries>(scene.shown()); // whatever is committed meanwhile
    }

    int layOut(const QSizeF &page) override
    {
        m_page = QRect(0, titleHeight, int(page.width()), int(page.height()) - titleHeight);
        return place();
    }

    void paint(QPainter &painter, int page) override
    {
        QFont font = fontOfPaper(m_font * 3 / 2);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(Theme::light().colour(ColourRole::Text));
        const QRect line(0, 0, m_page.width(), titleHeight - 4);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, titleOf(page));
        paintLegend(painter, line.adjusted(painter.fontMetrics().horizontalAdvance(titleOf(page)) + Space::xl, 0, 0, 0));
        draw(painter, page);
    }

protected:
    virtual int place() = 0;
    virtual void draw(QPainter &painter, int page) = 0;
    virtual QString titleOf(int) const { return m_title; }
    /// What the colours mean, as far as it has room beside the title.
    void paintLegend(QPainter &painter, const QRect &room) const
    {
        const Theme &theme = Theme::light();
        painter.setFont(m_entries.small());
        const QFontMetrics metrics(m_entries.small());
        const int dot = metrics.height() / 2;
        QList<CalendarLane> told = m_scene.colours.legend(m_scene.entries());
        const auto widthOf = [&](const CalendarLane &one) {
            return dot + Space::xs + metrics.horizontalAdvance(one.name) + Space::m;
        };
        int width = 0;
        for (const CalendarLane &one : std::as_const(told))
            width += widthOf(one);
        while (!told.isEmpty() && width > room.width())
            width -= widthOf(told.takeLast());
        int x = room.right() - width + Space::m;
        painter.setRenderHint(QPainter::Antialiasing);
        for (const CalendarLane &one : std::as_const(told)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.mark(one.colour));
            painter.drawEllipse(QRect(x, room.center().y() - dot / 2, dot, dot));
            painter.setPen(theme.colour(ColourRole::Muted));
            painter.drawText(QRect(x + dot + Space::xs, room.top(), room.width(), room.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, one.name);
            x += widthOf(one);
        }
    }
    EntryLook lookOf(const CalendarEntry &entry, const EntryPart &part) const
    {
        EntryLook look;
        look.colour = m_scene.colours.of(entry);
        look.beginsHere = part.beginsHere;
        look.endsHere = part.endsHere;
        return look;
    }

    CalendarScene m_scene;
    QString m_title;
    int m_font;
    EntryPainter m_entries;
    QRect m_page;
    CalendarHit m_noHit;
};

class MonthSheet final : public CalendarSheet
{
public:
    using CalendarSheet::CalendarSheet;

protected:
    int place() override
    {
        m_places.build(m_scene.period, m_scene.shown(), m_page, 0, leastRow, m_entries);
        return 1;
    }
    void draw(QPainter &painter, int) override
    {
        paintMonth(painter, m_places, m_scene, m_entries, {},
                   [this](const CalendarEntry &entry, const EntryPart &part) { return lookOf(entry, part); });
    }

private:
    MonthPlaces m_places;
};

/// The hours that are worked or taken, as high as the page. Where people or resources have columns each day has a page of its own.
class DaySheet final : public CalendarSheet
{
public:
    using CalendarSheet::CalendarSheet;

protected:
    int place() override
    {
        m_sheets.clear();
        if (m_scene.lanes.isEmpty()) {
            add(m_scene.period, {});
            return 1;
        }
        const QList<QDate> days = m_scene.period.days();
        for (const QDate &day : days) {
            CalendarPeriod one = m_scene.period;
            one.look = CalendarLook::Day;
            one.day = day;
            for (qsizetype lane = 0; lane < m_scene.lanes.size(); lane += mostColumns)
                add(one, m_scene.lanes.mid(lane, mostColumns));
        }
        return int(m_sheets.size());
    }
    QString titleOf(int page) const override { return m_sheets[size_t(page)]->scene.period.title(); }
    void draw(QPainter &painter, int page) override
    {
        const Sheet &sheet = *m_sheets[size_t(page)];
        DayPainter(painter, sheet.places, sheet.scene, m_entries, m_noHit)
            .paint([this](const CalendarEntry &entry, const EntryPart &part) { return lookOf(entry, part); });
    }

private:
    struct Sheet
    {
        CalendarScene scene;
        DayPlaces places;
    };

    void add(const CalendarPeriod &period, const QList<CalendarLane> &lanes)
    {
        auto sheet = std::make_unique<Sheet>(Sheet{m_scene, {}});
        sheet->scene.period = period;
        sheet->scene.lanes = lanes;
        const auto [from, to] = hours();
        sheet->places.build(sheet->scene, {m_page, 0, 0, 1}, m_entries); // to learn what the heads leave
        const HourRows &rows = sheet->places.rows();
        const int seen = rows.rowOf(to * 60) - rows.rowOf(from * 60);
        const int hour = qMax(1, sheet->places.bodyRect().height() * 60 / qMax(1, seen));
        sheet->places.build(sheet->scene, {m_page, 0, rows.rowOf(from * 60) * hour / 60, hour}, m_entries);
        m_sheets.push_back(std::move(sheet));
    }
    QPair<int, int> hours() const
    {
        int from = 8 * 60;
        int to = 19 * 60;
        const WorkCalendar calendar(*m_scene.store.schema());
        const QList<QDate> days = m_scene.period.days();
        for (const QDate &day : days) {
            const WorkHours working = calendar.hours(day);
            if (!working.isEmpty()) {
                from = qMin(from, working.constFirst().from);
                to = qMax(to, working.constLast().to);
            }
            for (const CalendarEntry &entry : m_scene.entries()) {
                if (liesOverDays(entry) || !entry.covers(day))
                    continue;
                from = qMin(from, minutesOn(entry, day).from);
                to = qMax(to, minutesOn(entry, day).to);
            }
        }
        return {from / 60, qMin(24, (to + 59) / 60)};
    }

    std::vector<std::unique_ptr<Sheet>> m_sheets;
};

class AgendaSheet final : public CalendarSheet
{
public:
    using CalendarSheet::CalendarSheet;

protected:
    int place() override
    {
        m_rows.clear();
        int page = 0;
        int y = m_page.top();
        const auto add = [&](int height, const Row &row) {
            m_rows << row;
            m_rows.last().page = page;
            m_rows.last().y = y;
            y += height;
        };
        const CalendarEntries &all = m_scene.shown();
        const QDate last = all.from.addDays(all.counts.size() - 1);
        for (QDate day = qMax(all.from, m_scene.at); day <= last; day = day.addDays(1)) {
            bool hasHead = false;
            for (int i = 0; i < all.entries.size(); ++i) {
                if (!all.entries[i].covers(day))
                    continue;
                const int needed = hasHead ? rowHeight : headHeight + rowHeight; // no head alone at the foot of a page
                if (y + needed > m_page.bottom()) {
                    ++page;
                    y = m_page.top();
                    hasHead = false; // it is said once more
                }
                if (!std::exchange(hasHead, true))
                    add(headHeight, {day, -1});
                add(rowHeight, {day, i});
            }
        }
        if (m_rows.isEmpty())
            add(headHeight, {m_scene.at, -1});
        return page + 1;
    }
    QString titleOf(int) const override
    {
        const QDate from = m_rows.constFirst().day;
        const QDate to = m_rows.constLast().day;
        return from == to ? dayAndMonth(from, true)
                          : dayAndMonth(from, from.year() != to.year()) + u" – "_s + dayAndMonth(to, true);
    }
    void draw(QPainter &painter, int page) override
    {
        for (const Row &row : std::as_const(m_rows)) {
            if (row.page != page)
                continue;
            if (row.entry >= 0) {
                const CalendarEntry &entry = m_scene.entries()[row.entry];
                paintAgendaRow(painter, QRect(0, row.y, m_page.width(), rowHeight), entry, row.day, m_scene, m_entries,
                               lookOf(entry, {}));
                continue;
            }
            painter.setFont(Theme::strong(m_entries.base()));
            painter.setPen(Theme::light().colour(ColourRole::Text));
            const QRect head(0, row.y, m_page.width(), headHeight);
            QString words = QLocale().standaloneDayName(row.day.dayOfWeek()) + u", "_s + dayAndMonth(row.day, true);
            words[0] = words[0].toUpper();
            painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, words);
            painter.setPen(Theme::light().colour(ColourRole::QuietEdge));
            painter.drawLine(head.bottomLeft(), head.bottomRight());
        }
    }

private:
    struct Row
    {
        QDate day;
        int entry = -1; ///< the head of the day
        int page = 0;
        int y = 0;
    };
    QList<Row> m_rows;
};

/// Twelve months, each day as dark as it is full.
class YearSheet final : public CalendarSheet
{
public:
    using CalendarSheet::CalendarSheet;

protected:
    int place() override { return 1; }
    void draw(QPainter &painter, int) override
    {
        constexpr int across = 4;
        constexpr int down = 3;
        const QList<int> &counts = m_scene.shown().counts;
        m_most = counts.isEmpty() ? 0 : *std::ranges::max_element(counts);
        for (int month = 0; month < across * down; ++month) {
            const QRect room(m_page.left() + m_page.width() * (month % across) / across,
                             m_page.top() + m_page.height() * (month / across) / down, m_page.width() / across - 16,
                             m_page.height() / down - 10);
            drawMonth(painter, room, QDate(m_scene.period.day.year(), month + 1, 1));
        }
    }

private:
    void drawMonth(QPainter &painter, const QRect &room, const QDate &month) const
    {
        constexpr int rows = 8; // its name, the weekdays, six weeks
        const int width = room.width() / weekDays;
        const int height = room.height() / rows;
        const Theme &theme = Theme::light();
        painter.setFont(Theme::strong(m_entries.base()));
        painter.setPen(theme.colour(ColourRole::Text));
        painter.drawText(QRect(room.left(), room.top(), room.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         monthName(month).section(u' ', 0, -2));
        const QDate first = weekBegin(month, m_scene.period.weekStart);
        painter.setFont(m_entries.small());
        painter.setPen(theme.colour(ColourRole::Muted));
        for (int i = 0; i < weekDays; ++i) {
            painter.drawText(QRect(room.left() + i * width, room.top() + height, width, height), Qt::AlignCenter,
                             QLocale().standaloneDayName(first.addDays(i).dayOfWeek(), QLocale::ShortFormat).left(2));
        }
        for (QDate day = month; day.month() == month.month(); day = day.addDays(1)) {
            const int at = int(first.daysTo(day));
            const QRect cell(room.left() + at % weekDays * width, room.top() + (2 + at / weekDays) * height, width, height);
            const int entries = m_scene.shown().count(day);
            QColor text = theme.colour(ColourRole::Text);
            if (entries > 0) {
                const QColor heat = heatColour(theme, entries, m_most);
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(Qt::NoPen);
                painter.setBrush(heat);
                painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 2, 2);
                text = readableOn(text, heat);
            }
            painter.setPen(text);
            painter.drawText(cell, Qt::AlignCenter, QString::number(day.day()));
        }
    }

    int m_most = 0;
};

std::shared_ptr<PrintBody> pagesOf(const CalendarScene &scene, const QString &title)
{
    switch (scene.period.look) {
    case CalendarLook::Month: return std::make_shared<MonthSheet>(scene, title, usualFont);
    case CalendarLook::Week:
    case CalendarLook::WorkWeek: return std::make_shared<DaySheet>(scene, title, usualFont);
    case CalendarLook::Day: return std::make_shared<DaySheet>(scene, title, scene.lanes.isEmpty() ? largeFont : usualFont);
    case CalendarLook::Agenda: return std::make_shared<AgendaSheet>(scene, title, largeFont);
    case CalendarLook::Year: return std::make_shared<YearSheet>(scene, title, usualFont);
    }
    return {};
}

} // namespace

CalendarPrint::CalendarPrint(const CalendarScene &scene, QWidget *calendar)
    : QObject(calendar), m_scene(scene), m_calendar(calendar)
{}

void CalendarPrint::show(const QString &title)
{
    const std::shared_ptr<PrintBody> body = pagesOf(m_scene, title);
    auto *preview = new PrintPreview(tr("Print the calendar"), m_calendar->window());
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &PrintPreview::failed, this, &CalendarPrint::failed);
    connect(preview, &PrintPreview::done, this, &CalendarPrint::told);
    const CalendarLook look = m_scene.period.look;
    const bool isNarrow = look == CalendarLook::Agenda || (look == CalendarLook::Day && m_scene.lanes.isEmpty());
    const auto orientation = isNarrow ? QPageLayout::Portrait : QPageLayout::Landscape;
    m_scene.store
        .read<PrintHead>({},
                         [file = QFileInfo(m_scene.store.path()).completeBaseName(), person = m_scene.store.user()](
                             const ReadContext &context) { return readPrintHead(context, file, person); })
        .then(preview, [this, preview, body, title, orientation](const Result<PrintHead> &head) {
            if (!head) {
                emit failed(head.error());
                preview->close();
                return;
            }
            preview->setDocument({title, *head, orientation, body});
        });
    preview->open();
}

} // namespace Kartoteka
