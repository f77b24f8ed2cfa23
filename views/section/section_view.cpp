// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/section_view.h"

#include "core/store/store.h"
#include "views/section/activity_section.h"
#include "views/section/board_section.h"
#include "views/section/calendar_section.h"
#include "views/section/list_section.h"

#include <QWidget>

#include <utility>

namespace Kartoteka {

void SectionView::setQuery(const ItemQuery &query)
{
    m_wanted = query;
    queryChanged();
    refresh();
}

void SectionView::turnTo(qint64 now)
{
    m_wanted.now = now;
    if (!m_stale) // else it is read when it is seen
        turned();
}

void SectionView::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    becameActive(active);
    if (active && std::exchange(m_stale, false))
        show();
}

void SectionView::refresh()
{
    m_stale = !m_active;
    if (m_active)
        show();
}

void SectionView::focus()
{
    widget()->setFocus();
}

QList<SectionView *> makeSectionViews(const SectionContext &context, QWidget *page)
{
    QList<SectionView *> views;
    if (context.store.schema()->type(context.typeId)->hasStages)
        views << new BoardSection(context, page);
    views << new ListSection(context, page);
    if (context.store.schema()->type(context.typeId)->hasActivities)
        views << new ActivitySection(context, page);
    views << new CalendarSection(context, page);
    return views;
}

} // namespace Kartoteka
