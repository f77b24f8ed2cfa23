// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/section_bookings.h"

#include "core/schema/resource_codes.h"
#include "models/calendar/clash_watch.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_side.h"

#include <QMenu>
#include <QSettings>

namespace Kartoteka {

SectionBookings::SectionBookings(Store &store, CalendarPane &pane, QObject *parent)
    : QObject(parent), m_store(store), m_pane(pane), m_clashes(new ClashWatch(store, this))
{
    connect(pane.resources(), &CalendarResources::changed, this, &SectionBookings::apply);
    connect(m_clashes, &ClashWatch::changed, this, &SectionBookings::tellClashes);
    connect(pane.side(), &CalendarSide::choiceChanged, this, [this] {
        const QList<qint64> chosen = m_pane.side()->chosen();
        m_unticked.clear();
        for (const CalendarLane &lane : m_pane.resources()->filtered()) {
            if (!chosen.contains(lane.id))
                m_unticked.insert(lane.id);
        }
        apply();
    });
    connect(pane.side(), &CalendarSide::clashWanted, this, &SectionBookings::showClash);
    connect(pane.side(), &CalendarSide::onlyClashesWanted, this, &SectionBookings::setOnlyClashes);
    connect(pane.side(), &CalendarSide::choiceMenuWanted, this, [this](QMenu &menu, qint64 id) {
        menu.addSeparator();
        menu.addAction(tr("Card and hours…"), this, [this, id] { emit opened(id); })->setObjectName(u"calendarChoiceCard"_s);
    });
}

void SectionBookings::show(const ItemQuery &filter)
{
    m_isShown = true;
    m_pane.resources()->setFilter(filter);
    m_clashes->setShown(true);
    apply();
    tellClashes();
}

void SectionBookings::leave()
{
    if (!m_isShown)
        return;
    m_isShown = false;
    m_clashes->setShown(false);
    m_pane.side()->setChoices({}, {}, {});
    m_pane.side()->setClashes({}, false);
    m_pane.setLanes({}, false);
    showEmptyText();
}

void SectionBookings::setActive(bool active)
{
    m_clashes->setShown(active && m_isShown);
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
    } else if (m_onlyClashes) {
        EmptyText empty{Drawing::NoHit, tr("Nothing found"), tr("Nothing clashes in these days.")};
        empty.acts = {{u"emptyReset"_s, tr("Show everything"), {}, [this] { setOnlyClashes(false); }}};
        m_pane.setEmptyText(empty);
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
    query.onlyClashes = m_onlyClashes;
    m_pane.setLanes(m_sideBySide ? lanes : QList<CalendarLane>(), true);
    m_pane.setQuery(query);
    showEmptyText();
}

void SectionBookings::tellClashes()
{
    if (m_isShown)
        m_pane.side()->setClashes(m_clashes->all(), m_onlyClashes);
}

void SectionBookings::setOnlyClashes(bool only)
{
    m_onlyClashes = only;
    tellClashes();
    apply();
}

/// With the resources that it has beside one another.
void SectionBookings::showClash(const CalendarEntry &clash)
{
    for (const qint64 id : clash.resources)
        m_unticked.remove(id);
    apply();
    m_pane.goTo(clash.first);
    m_pane.choose(EntryKey::of(clash), clash.first);
}

void SectionBookings::fillMenu(QMenu &menu)
{
    QAction *beside = menu.addAction(tr("Side by side in a day or week"), this, [this](bool on) {
        m_sideBySide = on;
        apply();
    });
    beside->setObjectName(u"calendarSideBySide"_s);
    beside->setCheckable(true);
    beside->setChecked(m_sideBySide);
}

void SectionBookings::save(QSettings &settings, const QString &prefix) const
{
    QVariantList unticked;
    for (const qint64 id : m_unticked)
        unticked << id;
    settings.setValue(prefix + u"calendar_unticked"_s, unticked);
    settings.setValue(prefix + u"calendar_side_by_side"_s, m_sideBySide);
}

void SectionBookings::restore(const QSettings &settings, const QString &prefix)
{
    for (const QVariant &id : settings.value(prefix + u"calendar_unticked"_s).toList())
        m_unticked.insert(id.toLongLong());
    m_sideBySide = settings.value(prefix + u"calendar_side_by_side"_s, true).toBool();
}

} // namespace Kartoteka
