// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/booking_choices.h"

#include "models/calendar/clash_watch.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_side.h"
#include "views/widgets/empty_state.h"

#include <QMenu>
#include <QSettings>

namespace Kartoteka {

BookingChoices::BookingChoices(Store &store, CalendarPane &pane, bool sideBySide, QObject *parent)
    : QObject(parent), m_pane(pane), m_clashes(new ClashWatch(store, this)), m_areSideBySide(sideBySide)
{
    connect(m_clashes, &ClashWatch::changed, this, &BookingChoices::tell);
    connect(pane.side(), &CalendarSide::onlyClashesWanted, this, &BookingChoices::setOnlyClashes);
    connect(pane.side(), &CalendarSide::clashWanted, this, [this](const CalendarEntry &clash) {
        emit resourcesWanted(clash.resources);
        m_pane.goTo(clash.first);
        m_pane.choose(EntryKey::of(clash), clash.first);
    });
}

const QStringList &BookingChoices::clashing() const
{
    return m_clashes->numbers();
}

void BookingChoices::setShown(bool shown)
{
    m_clashes->setShown(shown);
}

void BookingChoices::setTold(bool told)
{
    m_isTold = told;
    m_clashes->setShown(told);
    if (told)
        tell();
    else
        m_pane.side()->setClashes({}, false);
}

void BookingChoices::tell()
{
    if (m_isTold)
        m_pane.side()->setClashes(m_clashes->all(), m_onlyClashes);
}

void BookingChoices::setOnlyClashes(bool only)
{
    m_onlyClashes = only;
    tell();
    emit changed();
}

EmptyText BookingChoices::noClashes()
{
    EmptyText empty{Drawing::NoHit, tr("Nothing found"), tr("Nothing clashes in these days.")};
    empty.acts = {{u"emptyReset"_s, tr("Show everything"), {}, [this] { setOnlyClashes(false); }}};
    return empty;
}

void BookingChoices::addSideBySide(QMenu &menu)
{
    QAction *beside = menu.addAction(tr("Side by side in a day or week"), this, [this](bool on) {
        m_areSideBySide = on;
        emit changed();
    });
    beside->setObjectName(u"calendarSideBySide"_s);
    beside->setCheckable(true);
    beside->setChecked(m_areSideBySide);
}

void BookingChoices::addCard(QMenu &menu, qint64 resource)
{
    menu.addSeparator();
    menu.addAction(tr("Card and hours…"), this, [this, resource] { emit cardWanted(resource); })
        ->setObjectName(u"calendarChoiceCard"_s);
}

void BookingChoices::save(QSettings &settings, const QString &key) const
{
    settings.setValue(key, m_areSideBySide);
}

void BookingChoices::restore(const QSettings &settings, const QString &key)
{
    m_areSideBySide = settings.value(key, m_areSideBySide).toBool();
}

} // namespace Kartoteka
