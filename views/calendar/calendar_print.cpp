// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_print.h"

#include "core/schema/work_calendar.h"
#include "views/calendar/agenda_view.h"
#include "views/calendar/day_painter.h"
#include "views/calendar/month_view.h"
#include "views/render/print_document.h"
#include "views/render/print_preview.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int printedFont = 8;
constexpr int titleHeight = 26;
constexpr int leastRow = 60;
constexpr int rowHeight = 20;
constexpr int headHeight = 24;

QFont fontOfPaper()
{
    QFont font;
    font.setPixelSize(printedFont);
    return font;
}

/// What the pages of all looks have in common.
class CalendarSheet : public PrintBody
{
public:
    CalendarSheet(const CalendarScene &scene, QString title)
        : m_scene(scene)
        , m_title(std::move(title))
        , m_entries(fontOfPaper(), Theme::light().palette(), EntryPainter::Ground::Paper)
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
        QFont font = fontOfPaper();
        font.setPixelSize(printedFont * 3 / 2);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(Theme::light().colour(ColourRole::Text));
        painter.drawText(QRect(0, 0, m_page.width(), titleHeight), Qt::AlignLeft | Qt::AlignVCenter, m_title);
        draw(painter, page);
    }

protected:
    virtual int place() = 0;
    virtual void draw(QPainter &painter, int page) = 0;
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

/// The hours that are worked or taken, as high as the page.
class DaySheet final : public CalendarSheet
{
public:
    using CalendarSheet::CalendarSheet;

protected:
    int place() override
    {
        const auto [from, to] = hours();
        m_places.build(m_scene, {m_page, 0, 0, 1}, m_entries); // to learn what the heads leave
        const int hour = qMax(1, m_places.bodyRect().height() / (to - from));
        m_places.build(m_scene, {m_page, 0, from * hour, hour}, m_entries);
        return 1;
    }
    void draw(QPainter &painter, int) override
    {
        DayPainter(painter, m_places, m_scene, m_entries, m_noHit)
            .paint([this](const CalendarEntry &entry, const EntryPart &part) { return lookOf(entry, part); });
    }

private:
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

    DayPlaces m_places;
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
        const auto add = [&](int height, int needed, const Row &row) {
            if (y + needed > m_page.bottom()) {
                ++page;
                y = m_page.top();
            }
            m_rows << row;
            m_rows.last().page = page;
            m_rows.last().y = y;
            y += height;
        };
        const CalendarEntries &all = m_scene.shown();
        const QDate last = all.from.addDays(all.counts.size() - 1);
        for (QDate day = qMax(all.from, m_scene.at); day <= last; day = day.addDays(1)) {
            bool isFirst = true;
            for (int i = 0; i < all.entries.size(); ++i) {
                if (!all.entries[i].covers(day))
                    continue;
                if (std::exchange(isFirst, false))
                    add(headHeight, headHeight + rowHeight, {day, -1}); // no head alone at the foot of a page
                add(rowHeight, rowHeight, {day, i});
            }
        }
        return page + 1;
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

std::shared_ptr<PrintBody> pagesOf(const CalendarScene &scene, const QString &title)
{
    switch (scene.period.look) {
    case CalendarLook::Month: return std::make_shared<MonthSheet>(scene, title);
    case CalendarLook::Week:
    case CalendarLook::WorkWeek:
    case CalendarLook::Day: return std::make_shared<DaySheet>(scene, title);
    case CalendarLook::Agenda: return std::make_shared<AgendaSheet>(scene, title);
    case CalendarLook::Year: break; // a map of a year is for the screen
    }
    return {};
}

} // namespace

CalendarPrint::CalendarPrint(const CalendarScene &scene, QWidget *calendar)
    : QObject(calendar), m_scene(scene), m_calendar(calendar)
{}

bool CalendarPrint::mayPrint() const
{
    return m_scene.period.look != CalendarLook::Year;
}

void CalendarPrint::show(const QString &title)
{
    const std::shared_ptr<PrintBody> body = pagesOf(m_scene, title);
    if (!body)
        return;
    auto *preview = new PrintPreview(tr("Print the calendar"), m_calendar->window());
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &PrintPreview::failed, this, &CalendarPrint::failed);
    connect(preview, &PrintPreview::done, this, &CalendarPrint::told);
    const auto orientation = m_scene.period.look == CalendarLook::Agenda ? QPageLayout::Portrait : QPageLayout::Landscape;
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
