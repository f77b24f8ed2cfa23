// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/year_view.h"

#include "views/calendar/mini_month.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int months = 12;
}

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
    m_layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    m_layout->setHorizontalSpacing(Space::xl);
    m_layout->setVerticalSpacing(Space::l);
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
    if (at.year() == period.day.year())
        ensureWidgetVisible(m_months[at.month() - 1], Space::l, Space::l);
}

/// As many beside one another as there is room for: four, three or two.
void YearView::place()
{
    const int wide = m_months.constFirst()->sizeHint().width() + Space::xl;
    const int room = qMax(1, (viewport()->width() - Space::xl) / wide);
    const int columns = room >= 6 ? 6 : room >= 4 ? 4 : room >= 3 ? 3 : room >= 2 ? 2 : 1;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (MiniMonth *month : std::as_const(m_months))
        m_layout->removeWidget(month);
    for (int i = 0; i < months; ++i)
        m_layout->addWidget(m_months[i], i / columns, i % columns, Qt::AlignHCenter | Qt::AlignTop);
    for (int row = 0; row < months; ++row)
        m_layout->setRowStretch(row, row == months / columns ? 1 : 0);
}

void YearView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

void YearView::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), Theme::of(palette()).colour(ColourRole::Surface));
    QScrollArea::paintEvent(event);
}

} // namespace Kartoteka
