// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/section_bookings.h"

#include "core/schema/resource_codes.h"
#include "views/calendar/booking_choices.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_side.h"

#include <QSettings>

namespace Kartoteka {

SectionBookings::SectionBookings(Store &store, CalendarPane &pane, QObject *parent)
    : QObject(parent), m_store(store), m_pane(pane), m_choices(new BookingChoices(store, pane, true, this))
{
    connect(pane.resources(), &CalendarResources::changed, this, &SectionBookings::apply);
    connect(m_choices, &BookingChoices::changed, this, &SectionBookings::apply);
    connect(m_choices, &BookingChoices::cardWanted, this, &SectionBookings::opened);
    connect(m_choices, &BookingChoices::resourcesWanted, this, [this](const QList<qint64> &resources) {
        for (const qint64 id : resources)
            m_unticked.remove(id);
        apply();
    });
    connect(pane.side(), &CalendarSide::choiceChanged, this, [this] {
        const QList<qint64> chosen = m_pane.side()->chosen();
        m_unticked.clear();
        for (const CalendarLane &lane : m_pane.resources()->filtered()) {
            if (!chosen.contains(lane.id))
                m_unticked.insert(lane.id);
        }
        apply();
    });
    connect(pane.side(), &CalendarSide::choiceMenuWanted, m_choices, &BookingChoices::addCard);
}

void SectionBookings::show(const ItemQuery &filter)
{
    m_isShown = true;
    m_pane.resources()->setFilter(filter);
    m_choices->setTold(true);
    apply();
}

void SectionBookings::leave()
{
    if (!m_isShown)
        return;
    m_isShown = false;
    m_choices->setTold(false);
    m_pane.side()->setChoices({}, {}, {});
    m_pane.setLanes({}, false);
    showEmptyText();
}

void SectionBookings::setActive(bool active)
{
    m_choices->setShown(active && m_isShown);
}

void SectionBookings::setEmptyText(const EmptyText &text)
{
    m_emptyText = text;
    showEmptyText();
}

void SectionBookings::showEmptyText()
{
    const CalendarResources &resources = *m_pane.resources();
    if (!m_isShown) {
        m_pane.setEmptyText(m_emptyText);
    } else if (resources.areRead() && resources.filtered().isEmpty()) {
        m_pane.setEmptyText(m_emptyText, true);
    } else if (m_choices->onlyClashes()) {
        m_pane.setEmptyText(m_choices->noClashes());
    } else {
        m_pane.setEmptyText({}); // a day without bookings is a day
    }
}

void SectionBookings::apply()
{
    if (!m_isShown)
        return;
    const QList<CalendarLane> &found = m_pane.resources()->filtered();
    QList<CalendarLane> lanes;
    QList<qint64> ids;
    for (const CalendarLane &lane : found) {
        if (m_unticked.contains(lane.id))
            continue;
        lanes << lane;
        ids << lane.id;
    }
    m_pane.side()->setChoices(tr("Resources"), found, ids);
    CalendarQuery query;
    query.mode = CalendarMode::Resources;
    query.items.typeId = m_store.schema()->type(u"activity"_s)->id;
    query.items.user = m_store.user();
    query.resources = ids.isEmpty() ? QList<qint64>{-1} : ids; // none are not all
    query.onlyClashes = m_choices->onlyClashes();
    m_pane.setLanes(m_choices->areSideBySide() ? lanes : QList<CalendarLane>(), true);
    m_pane.setQuery(query);
    showEmptyText();
}

void SectionBookings::fillMenu(QMenu &menu)
{
    m_choices->addSideBySide(menu);
}

void SectionBookings::save(QSettings &settings, const QString &prefix) const
{
    QVariantList unticked;
    for (const qint64 id : m_unticked)
        unticked << id;
    settings.setValue(prefix + u"calendar_unticked"_s, unticked);
    m_choices->save(settings, prefix + u"calendar_side_by_side"_s);
}

void SectionBookings::restore(const QSettings &settings, const QString &prefix)
{
    for (const QVariant &id : settings.value(prefix + u"calendar_unticked"_s).toList())
        m_unticked.insert(id.toLongLong());
    m_choices->restore(settings, prefix + u"calendar_side_by_side"_s);
}

} // namespace Kartoteka
