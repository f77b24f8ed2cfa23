// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/year_view.h"

#include "views/calendar/mini_month.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int months = 12;
constexpr int usualCell = 26;
constexpr int leastCell = 20; ///< in which two digits stand apart
} // namespace

YearView::YearView(Store &store, QWidget *parent) : QScrollArea(parent), m_inside(new QWidget(this))
{
    setObjectName(u"calendarYear"_s);
    setAccessibleName(tr("Year"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setWidgetResizable(true);
    viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    m_layout = new QGridLayout(m_inside);
    m_layout->setHorizontalSpacing(Space::l);
    m_layout->setVerticalSpacing(Space::s);
    for (int i = 0; i < months; ++i) {
        auto *month = new MiniMonth(store, MiniMonth::Kind::Heat, m_inside);
        month->setObjectName(u"yearMonth%1"_s.arg(i + 1));
        month->setFocusPolicy(Qt::NoFocus); // the keys of the year go through all of them
        connect(month, &MiniMonth::dayChosen, this, &YearView::dayWanted);
        connect(month, &MiniMonth::monthChosen, this, &YearView::monthWanted);
        m_months << month;
    }
    setWidget(m_inside);
    m_inside->setAutoFillBackground(false); // which that has set
    place();
}

void YearView::show(const CalendarPeriod &period, const CalendarEntries &entries, const QDate &at)
{
    const int most = entries.counts.isEmpty() ? 0 : *std::ranges::max_element(entries.counts);
    for (int i = 0; i < months; ++i) {
        m_months[i]->setWeekStart(period.weekStart);
        m_months[i]->setMonth(QDate(period.day.year(), i + 1, 1));
        m_months[i]->setCounts(entries.from, entries.counts, most);
        m_months[i]->setCurrent(at, {}, {});
    }
    const QString words =
        tr("%1: %2", "a day: what is on it").arg(dayAndMonth(at, true), tr("%n entries", nullptr, entries.count(at)));
    if (std::exchange(m_at, at) == at && accessibleDescription() == words)
        return;
    setAccessibleDescription(words); // for who hears it: the arrows go from day to day
    reveal();
}

/// The whole year in sight where that can be, with days no smaller than they are read; else as many months beside one another as
/// there is room for.
YearView::Fit YearView::wantedFit() const
{
    const MiniMonth &month = *m_months.constFirst();
    const int usual = scaled(usualCell, fontMetrics());
    const QSize room = viewport()->size() - QSize(2 * Space::xl, 2 * Space::l);
    const auto sizeOf = [&](int columns, int cell) {
        const QSize one = month.sizeWith(cell);
        const int rows = months / columns;
        return QSize(columns * one.width() + (columns - 1) * Space::l, rows * one.height() + (rows - 1) * Space::s);
    };
    for (int cell = usual; cell >= scaled(leastCell, fontMetrics()); --cell) {
        for (const int columns : {4, 6, 3}) {
            const QSize size = sizeOf(columns, cell);
            if (size.width() <= room.width() && size.height() <= room.height())
                return {columns, cell};
        }
    }
    for (const int columns : {6, 4, 3, 2}) {
        if (sizeOf(columns, usual).width() <= room.width())
            return {columns, usual};
    }
    return {1, usual};
}

void YearView::place()
{
    const Fit fit = wantedFit();
    if (std::exchange(m_fit, fit) != fit) {
        for (MiniMonth *month : std::as_const(m_months)) {
            m_layout->removeWidget(month);
            month->setCell(fit.cell);
        }
        for (int i = 0; i < months; ++i)
            m_layout->addWidget(m_months[i], i / fit.columns, i % fit.columns, Qt::AlignHCenter | Qt::AlignTop);
        for (int row = 0; row < months; ++row)
            m_layout->setRowStretch(row, row == months / fit.columns ? 1 : 0);
    }
    // Also the last rows can be scrolled to where the first of them begins the page.
    const int rows = months / fit.columns;
    const int below = seenRows() < rows ? viewport()->height() - seenRows() * rowPitch() : 0;
    m_layout->setContentsMargins(Space::xl, Space::l, Space::xl, qMax<int>(Space::l, below));
}

int YearView::rowPitch() const
{
    return m_months.constFirst()->sizeWith(m_fit.cell).height() + Space::s;
}

int YearView::seenRows() const
{
    return qMax(1, viewport()->height() / rowPitch());
}

/// Scrolls by whole rows of months until that of the day at hand is seen.
void YearView::reveal()
{
    if (m_at.year() != m_months.constFirst()->month().year())
        return;
    m_layout->activate();
    const int pitch = rowPitch();
    const int row = (m_at.month() - 1) / m_fit.columns;
    const int first = (verticalScrollBar()->value() - Space::l + pitch - 1) / pitch; // of those that are seen whole
    const int wanted = row < first ? row : qMax(first, row - seenRows() + 1);
    if (wanted != first)
        verticalScrollBar()->setValue(wanted == 0 ? 0 : wanted * pitch + Space::l - Space::s);
}

void YearView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
    reveal();
}

void YearView::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), Theme::of(palette()).colour(ColourRole::Surface));
    QScrollArea::paintEvent(event);
}

} // namespace Kartoteka
