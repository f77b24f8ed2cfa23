// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_page.h"

#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "models/filter/filter_model.h"
#include "views/calendar/booking_choices.h"
#include "views/calendar/calendar_bar.h"
#include "views/calendar/calendar_keys.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_side.h"
#include "views/calendar/colour_choices.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/empty_state.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype mostPeople = 1000;   ///< that have check boxes; nowhere else can one be chosen
constexpr qsizetype mostResources = 100; ///< …; the others are found in their section

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
    : QWidget(parent)
    , m_store(store)
    , m_filter(new FilterModel(store, store.schema()->type(u"activity"_s)->id, this))
    , m_pane(new CalendarPane(store, bulk, this))
    , m_choices(new BookingChoices(store, *m_pane, false, this))
    , m_people{store.user()}
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
        m_noThings = m_ofResources ? m_things.isEmpty() : m_noThings;
        apply();
    });
    connect(m_choices, &BookingChoices::changed, this, &CalendarPage::apply);
    connect(m_choices, &BookingChoices::cardWanted, this, [this](qint64 id) {
        if (const EntityType *type = m_store.schema()->type(Codes::resourceType))
            emit opened(ItemRef{type->id, id, {}});
    });
    connect(m_choices, &BookingChoices::resourcesWanted, this, [this](const QList<qint64> &resources) {
        for (const qint64 id : resources) {
            if (!m_things.contains(id))
                m_things << id;
        }
        m_noThings = false;
        showResources(true);
    });
    connect(m_pane->side(), &CalendarSide::switchWanted, this, &CalendarPage::showResources);
    connect(m_pane->side(), &CalendarSide::choiceMenuWanted, this, &CalendarPage::addToChoiceMenu);
    connect(m_pane->resources(), &CalendarResources::changed, this, [this] {
        const QList<CalendarLane> &there = m_pane->resources()->all();
        m_things.removeIf([&](qint64 id) { return std::ranges::find(there, id, &CalendarLane::id) == there.end(); });
        tickAllThings();
        fillChoices();
        apply();
    });
    connect(&store, &Store::userChanged, this, [this] {
        m_people = {m_store.user()};
        fillChoices();
        apply();
    });
    connect(&store, &Store::schemaChanged, this, &CalendarPage::fillChoices);
    makeFilter();
    fillChoices();
    apply();
}

/// The same bar as in a section of activities: conditions and words.
void CalendarPage::makeFilter()
{
    m_filterBar = new FilterBar(*m_filter, this, this);
    m_filterBar->panel()->setScope([this] { return m_pane->query().items; });
    m_pane->bar()->setFilter(m_filterBar);
    connect(m_filter, &FilterModel::changed, this, &CalendarPage::apply);
    connect(m_filter, &FilterModel::failed, this, &CalendarPage::failed);
}

KeyGroup CalendarPage::keys()
{
    return {tr("Calendar"), CalendarKeys::hints()};
}

void CalendarPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pane->setActive(true);
    m_choices->setTold(true);
    m_pane->focusView();
}

/// Here what is looked for is looked for here, and not in a section.
bool CalendarPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CalendarPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_filterBar->edit()->setFocus();
        m_filterBar->edit()->selectAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CalendarPage::hideEvent(QHideEvent *event)
{
    m_pane->setActive(false);
    m_choices->setShown(false);
    QWidget::hideEvent(event);
}

void CalendarPage::fillChoices()
{
    QList<CalendarLane> choices = m_pane->resources()->all();
    const qsizetype mostBoxes = m_ofResources ? mostResources : mostPeople;
    if (!m_ofResources) {
        choices = peopleLanes(*m_store.schema());
        choices.removeIf([this](const CalendarLane &lane) {
            const User *user = m_store.schema()->user(lane.id);
            return !(user && user->active) && !m_people.contains(lane.id);
        });
        // Oneself first.
        std::ranges::stable_partition(choices, [this](const CalendarLane &lane) { return lane.id == m_store.user(); });
    }
    m_pane->side()->setChoices(m_ofResources ? tr("Rooms and equipment") : tr("People"), choices,
                               m_ofResources ? m_things : m_people, mostBoxes);
    m_pane->side()->setSwitch(m_ofResources);
}

void CalendarPage::apply()
{
    const EntityType *activities = m_store.schema()->type(u"activity"_s);
    CalendarQuery query;
    query.mode = m_ofResources ? CalendarMode::Resources : CalendarMode::People;
    query.items.typeId = activities->id;
    query.items.conditions = m_filter->conditions();
    query.items.search = m_filter->search();
    query.items.user = m_store.user();
    query.withDone = m_withDone;
    query.onlyClashes = m_choices->onlyClashes();
    const QList<qint64> &chosen = m_ofResources ? m_things : m_people;
    (m_ofResources ? query.resources : query.people) = chosen.isEmpty() ? QList<qint64>{-1} : chosen; // none are not all
    m_pane->setColour(colour());
    QList<CalendarLane> lanes;
    if (m_choices->areSideBySide() && (m_ofResources || m_people.size() > 1)) {
        lanes = m_ofResources ? m_pane->resources()->all() : peopleLanes(*m_store.schema());
        lanes.removeIf([&](const CalendarLane &lane) { return !chosen.contains(lane.id); });
    }
    m_pane->setLanes(lanes, m_ofResources);
    m_pane->setQuery(query);
    setEmptyText();
}

CalendarColour CalendarPage::colour() const
{
    const CalendarColour usual = m_ofResources ? CalendarColour::Resource
        : m_people.size() > 1                  ? CalendarColour::Person
                                               : CalendarColour::Kind;
    return m_colour.value_or(usual);
}

ItemQuery CalendarPage::activities() const
{
    ItemQuery query = m_pane->query().items;
    const auto among = [](const QString &field, const QStringList &values) {
        return Condition{field, Comparison::In, values};
    };
    if (m_choices->onlyClashes()) // where none do, none are
        query.conditions << among(u"number"_s,
                                  m_choices->clashing().isEmpty() ? QStringList{u"0"_s} : m_choices->clashing());
    if (!m_withDone)
        query.conditions << Condition{u"done"_s, Comparison::Equal, {u"no"_s}};
    if (m_ofResources) {
        query.conditions << among(Codes::resources + u".number"_s, m_pane->resources()->numbers(m_things));
    } else {
        QStringList people;
        for (const qint64 id : m_people)
            people << QString::number(id);
        query.conditions << Condition{
            {}, Comparison::Any, {}, 0, {among(Codes::responsible, people), among(Codes::participants, people)}};
    }
    return query;
}

/// A calendar without entries is a calendar all the same, but not one in which something is looked for.
void CalendarPage::setEmptyText()
{
    EmptyText empty;
    const CalendarResources &resources = *m_pane->resources();
    const bool isVoid = m_ofResources && resources.areRead() && resources.all().isEmpty();
    if (isVoid) {
        empty = {Drawing::List, tr("Your rooms and equipment will be here"),
                 tr("Rooms, cars, people, services: whatever is booked by the hour. A name is enough to begin with.")};
        empty.acts = {{u"calendarFirstResource"_s, tr("New room or equipment…"), u"plus"_s, [this] { addResource(); }}};
    } else if (m_choices->onlyClashes()) {
        empty = m_choices->noClashes();
    } else if (!m_filter->isEmpty()) {
        empty = {Drawing::NoHit, tr("Nothing found"), tr("Nothing in these days matches the filter."), {}};
        empty.acts = {{u"emptyReset"_s, tr("Reset the filter"), {}, [this] { m_filter->clear(); }}};
    }
    m_pane->setEmptyText(empty, isVoid);
}

void CalendarPage::tickAllThings()
{
    if (!m_things.isEmpty() || m_noThings)
        return;
    for (const CalendarLane &lane : m_pane->resources()->all())
        m_things << lane.id;
}

void CalendarPage::showResources(bool resources)
{
    m_ofResources = resources;
    if (resources)
        tickAllThings();
    fillChoices();
    apply();
}

void CalendarPage::fillMenu(QMenu &menu)
{
    auto *one = new QActionGroup(&menu);
    for (const bool resources : {false, true}) {
        QAction *action = menu.addAction(resources ? tr("Rooms and equipment") : tr("People"), this,
                                         [this, resources] { showResources(resources); });
        action->setObjectName(resources ? u"calendarOfResources"_s : u"calendarOfPeople"_s);
        action->setCheckable(true);
        action->setChecked(m_ofResources == resources);
        one->addAction(action);
    }
    QAction *add = menu.addAction(tr("New room or equipment…"), this, &CalendarPage::addResource);
    add->setObjectName(u"calendarAddResource"_s);
    add->setEnabled(m_store.access().isWritable());
    menu.addSeparator();
    m_choices->addSideBySide(menu);
    QAction *done = menu.addAction(tr("Show what is done"), this, [this](bool on) {
        m_withDone = on;
        apply();
    });
    done->setCheckable(true);
    done->setChecked(m_withDone);
    addColourChoices(menu, {CalendarColour::Kind, CalendarColour::Stage, CalendarColour::Person, CalendarColour::Resource},
                     colour(), [this](CalendarColour by) {
                         m_colour = by;
                         apply();
                     });
    menu.addSeparator();
}

void CalendarPage::addToChoiceMenu(QMenu &menu, qint64 id)
{
    if (!m_ofResources)
        return;
    m_choices->addCard(menu, id);
    QAction *colour = menu.addAction(tr("Colour…"), this, [this, id] { setColour(id); });
    colour->setObjectName(u"calendarChoiceColour"_s);
    colour->setEnabled(m_store.access().isWritable());
}

void CalendarPage::commit(const ChangeSet &changes, const QString &said)
{
    m_store.commit(changes).then(this, [this, said](const Result<Receipt> &receipt) {
        if (receipt)
            emit done(said);
        else
            emit failed(receipt.error());
    });
}

void CalendarPage::setColour(qint64 resource)
{
    const auto &all = m_pane->resources()->all();
    const auto lane = std::ranges::find(all, resource, &CalendarLane::id);
    if (lane == all.end())
        return;
    const QString name = lane->name;
    const auto colour = askColour(this, tr("What colour should “%1” have?").arg(name), lane->colour);
    const EntityType *type = m_store.schema()->type(Codes::resourceType);
    if (!colour || !type)
        return;
    ChangeSet changes = ChangeSet::of(ActKinds::edit, name);
    changes.update(type->table, resource, {{u"colour"_s, colour->name()}});
    commit(changes, tr("Changed: %1").arg(name));
}

/// A name is enough to book it; all else is in its card.
void CalendarPage::addResource()
{
    const auto name = AskDialog::line(this, tr("What is the new room or equipment called?"), tr("Name"), tr("Create"));
    const SchemaPtr schema = m_store.schema(); // as it is once that is answered
    const EntityType *type = schema->type(Codes::resourceType);
    if (!type || !name)
        return;
    QUuid uid;
    const QHash<QString, Value> values = withDefaults(*schema, type->id, {{Codes::title, *name}},
                                                      {m_store.user(), m_store.clock().localNow()});
    const ChangeSet changes = planCreate(*schema, *type, values, &uid);
    m_store.commit(changes).then(this, [this, uid, name = *name](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        m_things << receipt->created.value(uid);
        m_noThings = false;
        showResources(true);
        emit done(tr("Created: %1").arg(name));
    });
}

void CalendarPage::save(QSettings &settings) const
{
    settings.setValue(u"calendar/look"_s, calendarLookName(m_pane->look()));
    settings.setValue(u"calendar/people"_s, variants(m_people));
    settings.setValue(u"calendar/things"_s, variants(m_things));
    settings.setValue(u"calendar/noThings"_s, m_noThings);
    settings.setValue(u"calendar/ofResources"_s, m_ofResources);
    m_choices->save(settings, u"calendar/sideBySide"_s);
    settings.setValue(u"calendar/withDone"_s, m_withDone);
    settings.setValue(u"calendar/colour"_s, m_colour ? calendarColourName(*m_colour) : QString());
    settings.setValue(u"calendar/filter"_s, m_filter->text());
    settings.setValue(u"calendar/pinned"_s, m_filterBar->panel()->pinned());
    settings.setValue(u"calendar/filterFields"_s, m_filterBar->panel()->shownFields());
}

void CalendarPage::restore(const QSettings &settings)
{
    if (!settings.contains(u"calendar/look"_s))
        return;
    m_people = idsOf(settings.value(u"calendar/people"_s).toList());
    m_things = idsOf(settings.value(u"calendar/things"_s).toList());
    m_noThings = m_things.isEmpty() && settings.value(u"calendar/noThings"_s).toBool();
    m_ofResources = settings.value(u"calendar/ofResources"_s).toBool();
    m_choices->restore(settings, u"calendar/sideBySide"_s);
    m_withDone = settings.value(u"calendar/withDone"_s, true).toBool();
    if (const QString colour = settings.value(u"calendar/colour"_s).toString(); !colour.isEmpty())
        m_colour = calendarColourFromName(colour);
    m_people.removeIf([this](qint64 id) { return m_store.schema()->user(id) == nullptr; });
    FilterPanel *panel = m_filterBar->panel();
    panel->setPinned(settings.value(u"calendar/pinned"_s).toString());
    if (const QStringList fields = settings.value(u"calendar/filterFields"_s).toStringList(); !fields.isEmpty())
        panel->setShownFields(fields);
    // As a section: with the pinned filter, else with the last one.
    if (const Preset *pinned = m_filter->preset(panel->pinned()))
        m_filter->use(*pinned);
    else if (const auto last = m_filter->setText(settings.value(u"calendar/filter"_s).toString()); !last)
        m_filter->clear(); // it names a field that is gone
    fillChoices();
    apply();
    m_pane->setLook(calendarLookFromName(settings.value(u"calendar/look"_s).toString()));
}

} // namespace Kartoteka
