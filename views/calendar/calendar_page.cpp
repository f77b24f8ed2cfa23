// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_page.h"

#include "core/calendar/busy.h"
#include "core/schema/resource_codes.h"
#include "views/calendar/calendar_keys.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_side.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype mostLanes = 20; ///< side by side

QVariantList variants(const QList<qint64> &ids)
{
    return {ids.begin(), ids.end()};
}

QList<qint64> idsOf(const QVariantList &values)
{
    QList<qint64> ids;
    for (const QVariant &value : values)
        ids << value.toLongLong();
    return ids;
}

} // namespace

CalendarPage::CalendarPage(Store &store, BulkDesk &bulk, QWidget *parent)
    : QWidget(parent), m_store(store), m_pane(new CalendarPane(store, bulk, this)), m_people{store.user()}
{
    setObjectName(u"calendarPage"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    connect(m_pane, &CalendarPane::opened, this, &CalendarPage::opened);
    connect(m_pane, &CalendarPane::done, this, &CalendarPage::done);
    connect(m_pane, &CalendarPane::told, this, &CalendarPage::told);
    connect(m_pane, &CalendarPane::failed, this, &CalendarPage::failed);
    connect(m_pane, &CalendarPane::menuWanted, this, &CalendarPage::fillMenu);
    connect(m_pane->side(), &CalendarSide::choiceChanged, this, [this] {
        (m_ofResources ? m_things : m_people) = m_pane->side()->chosen();
        apply();
    });
    connect(&store, &Store::userChanged, this, [this] {
        m_people = {m_store.user()};
        fillChoices();
        apply();
    });
    connect(&store, &Store::schemaChanged, this, &CalendarPage::fillChoices);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const EntityType *type = m_store.schema()->type(Codes::resourceType);
        if (type && notice.concerns(type->id))
            readResources();
    });
    fillChoices();
    apply();
}

KeyGroup CalendarPage::keys()
{
    return {tr("Calendar"), CalendarKeys::hints()};
}

void CalendarPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readResources();
    m_pane->setActive(true);
    m_pane->focusView();
}

void CalendarPage::hideEvent(QHideEvent *event)
{
    m_pane->setActive(false);
    QWidget::hideEvent(event);
}

void CalendarPage::readResources()
{
    m_load.cancel();
    m_load = CancelToken();
    m_store
        .read<QList<CalendarLane>>(m_load,
                                   [](const ReadContext &context) -> Result<QList<CalendarLane>> {
                                       auto found = Kartoteka::readResources(context, {});
                                       if (!found)
                                           return found.error();
                                       QList<CalendarLane> lanes;
                                       for (const Resource &one : std::as_const(*found))
                                           lanes << CalendarLane{one.id, one.title, {}};
                                       return lanes;
                                   })
        .then(this, [this, token = m_load](const Result<QList<CalendarLane>> &found) {
            if (token.isCancelled() || !found)
                return;
            m_resources = *found;
            std::ranges::sort(m_resources, [](const CalendarLane &a, const CalendarLane &b) {
                return a.name.localeAwareCompare(b.name) < 0;
            });
            for (CalendarLane &lane : m_resources) // the same on every day, whatever others there are
                lane.colour = Theme::personColour(QUuid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, uchar(lane.id)));
            m_pane->setResources(m_resources);
            fillChoices();
            apply();
        });
}

void CalendarPage::fillChoices()
{
    if (m_ofResources && m_resources.isEmpty())
        m_ofResources = false;
    QList<CalendarLane> choices = m_resources;
    if (!m_ofResources) {
        choices.clear();
        for (const User &user : m_store.schema()->users()) {
            if (user.active || m_people.contains(user.id))
                choices << CalendarColours::laneOf(user);
        }
        // Oneself first.
        std::ranges::stable_partition(choices, [this](const CalendarLane &lane) { return lane.id == m_store.user(); });
    }
    m_pane->side()->setChoices(m_ofResources ? tr("Rooms and equipment") : tr("People"), choices,
                               m_ofResources ? m_things : m_people);
}

void CalendarPage::apply()
{
    const EntityType *activities = m_store.schema()->type(u"activity"_s);
    CalendarQuery query;
    query.mode = m_ofResources ? CalendarMode::Resources : CalendarMode::People;
    query.items.typeId = activities->id;
    query.people = m_people;
    query.resources = m_ofResources ? m_things : QList<qint64>();
    query.withDone = m_withDone;
    const bool ofNobody = !m_ofResources && m_people.isEmpty();
    if (ofNobody)
        query.people = {-1}; // none at all would be everybody
    const bool tellsApart = m_ofResources || m_people.size() > 1;
    m_pane->setColour(m_ofResources ? CalendarColour::Resource : tellsApart ? CalendarColour::Person : CalendarColour::Kind);
    QList<CalendarLane> lanes;
    if (m_sideBySide && m_ofResources) {
        for (const CalendarLane &lane : std::as_const(m_resources)) {
            if (m_things.isEmpty() || m_things.contains(lane.id))
                lanes << lane;
        }
    } else if (m_sideBySide && m_people.size() > 1) {
        for (const qint64 id : std::as_const(m_people)) {
            if (const User *user = m_store.schema()->user(id))
                lanes << CalendarColours::laneOf(*user);
        }
    }
    m_pane->setLanes(lanes.mid(0, mostLanes), m_ofResources);
    m_pane->setQuery(query);
}

void CalendarPage::fillMenu(QMenu &menu)
{
    auto *one = new QActionGroup(&menu);
    for (const bool resources : {false, true}) {
        QAction *action = menu.addAction(resources ? tr("Rooms and equipment") : tr("People"), this, [this, resources] {
            m_ofResources = resources;
            fillChoices();
            apply();
        });
        action->setObjectName(resources ? u"calendarOfResources"_s : u"calendarOfPeople"_s);
        action->setCheckable(true);
        action->setChecked(m_ofResources == resources);
        action->setEnabled(!resources || !m_resources.isEmpty());
        if (!action->isEnabled())
            action->setText(tr("Rooms and equipment: none yet"));
        one->addAction(action);
    }
    menu.addSeparator();
    QAction *beside = menu.addAction(tr("Side by side in a day or week"), this, [this](bool on) {
        m_sideBySide = on;
        apply();
    });
    beside->setObjectName(u"calendarSideBySide"_s);
    beside->setCheckable(true);
    beside->setChecked(m_sideBySide);
    QAction *done = menu.addAction(tr("Show what is done"), this, [this](bool on) {
        m_withDone = on;
        apply();
    });
    done->setCheckable(true);
    done->setChecked(m_withDone);
    menu.addSeparator();
}

void CalendarPage::save(QSettings &settings) const
{
    settings.setValue(u"calendar/look"_s, calendarLookName(m_pane->look()));
    settings.setValue(u"calendar/people"_s, variants(m_people));
    settings.setValue(u"calendar/things"_s, variants(m_things));
    settings.setValue(u"calendar/ofResources"_s, m_ofResources);
    settings.setValue(u"calendar/sideBySide"_s, m_sideBySide);
    settings.setValue(u"calendar/withDone"_s, m_withDone);
}

void CalendarPage::restore(const QSettings &settings)
{
    if (!settings.contains(u"calendar/look"_s))
        return;
    m_people = idsOf(settings.value(u"calendar/people"_s).toList());
    m_things = idsOf(settings.value(u"calendar/things"_s).toList());
    m_ofResources = settings.value(u"calendar/ofResources"_s).toBool();
    m_sideBySide = settings.value(u"calendar/sideBySide"_s).toBool();
    m_withDone = settings.value(u"calendar/withDone"_s, true).toBool();
    m_people.removeIf([this](qint64 id) { return m_store.schema()->user(id) == nullptr; });
    fillChoices();
    apply();
    m_pane->setLook(calendarLookFromName(settings.value(u"calendar/look"_s).toString()));
}

} // namespace Kartoteka
