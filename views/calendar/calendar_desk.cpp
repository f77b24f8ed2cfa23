// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_desk.h"

#include "core/activities/kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/store/file/output_file.h"
#include "core/transfer/calendar_export.h"
#include "views/acts/activity_desk.h"
#include "views/acts/bulk_desk.h"
#include "views/calendar/calendar_acts.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_print.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_surface.h"
#include "views/calendar/entry_form.h"
#include "views/calendar/slot_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_text.h"

#include <QDrag>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QShortcut>
#include <QUrl>

namespace Kartoteka {

namespace {
constexpr int lastHour = 22; ///< in which an hour still ends on its day
const QTime usualMorning(9, 0);

/// An hour of a day: when work begins, the next one where it has begun.
CalendarPlace hourOn(const QDate &day, const Store &store)
{
    const QDateTime now = store.clock().localNow();
    QDateTime at(day, QTime(0, 0));
    if (day == now.date())
        at.setTime(QTime(qMin(lastHour, now.time().hour() + 1), 0));
    const QDateTime working = WorkCalendar(*store.schema()).nextWorkingMinute(at);
    return {day, working.date() == day ? working.time() : qMax(at.time(), usualMorning)};
}

CalendarPlace anHourAfter(const CalendarPlace &from)
{
    return {from.day, from.time.addSecs(3600)};
}
} // namespace

CalendarDesk::CalendarDesk(CalendarPane &pane, CalendarActs &acts, BulkDesk &bulk)
    : QObject(&pane)
    , m_pane(pane)
    , m_acts(acts)
    , m_bulk(bulk)
    , m_activities(new ActivityDesk(pane.scene().store, &pane))
    , m_print(new CalendarPrint(pane.scene(), &pane))
    , m_form(new EntryForm(pane.scene().store, &pane))
{
    connect(m_activities, &ActivityDesk::itemWanted, this, &CalendarDesk::opened);
    connect(m_activities, &ActivityDesk::done, this, &CalendarDesk::done);
    connect(m_activities, &ActivityDesk::failed, this, &CalendarDesk::failed);
    connect(m_print, &CalendarPrint::failed, this, &CalendarDesk::failed);
    connect(m_print, &CalendarPrint::told, this, &CalendarDesk::told);
    auto *print = new QShortcut(QKeySequence::Print, &pane);
    print->setContext(Qt::WidgetWithChildrenShortcut);
    connect(print, &QShortcut::activated, this, &CalendarDesk::print);
    connect(m_form, &EntryForm::made, this, &CalendarDesk::plan);
    connect(m_form, &EntryForm::moreWanted, this, &CalendarDesk::goOn);
    connect(m_form, &EntryForm::timeChanged, this, &CalendarDesk::showPlanned);
    connect(m_form, &EntryForm::closed, this, [this] {
        if (m_plannedOn)
            m_plannedOn->setPlanned({});
        m_pane.dismissPress();
        m_pane.focusView();
    });
}

void CalendarDesk::plan(const QHash<QString, Value> &values, const CalendarPlace &from, const CalendarPlace &until)
{
    const SchemaPtr schema = m_pane.scene().store.schema();
    // What is for none of a section's items does not stand in its calendar.
    const bool isSeen = m_pane.query().mode != CalendarMode::Activities || values.contains(u"items"_s);
    const QString said = isSeen ? tr("Planned: %1")
                                : tr("Planned: %1. It is not linked to anything in this section: see the office calendar.");
    QUuid uid;
    const ChangeSet changes = planCreateEntry(*schema, values, from, until, &uid);
    m_acts.commit(
        changes, said.arg(values.value(Codes::title).toString()),
        [this, uid, isSeen, type = schema->type(u"activity"_s)->id, day = from.day](const Result<Receipt> &receipt) {
            if (!receipt)
                showAgain(); // what was typed is not lost
            else if (isSeen)
                m_pane.choose({{type, receipt->created.value(uid), {}}}, day);
        });
}

/// In the whole dialog, with what was said already.
void CalendarDesk::goOn(const QHash<QString, Value> &values, const CalendarPlace &from, const CalendarPlace &until)
{
    Store &store = m_pane.scene().store;
    const QHash<QString, Value> times = activityTimes(*store.schema(), from, until);
    Activity activity = newActivity(*store.schema(), store.user(), store.clock().localNow());
    activity.title = values.value(Codes::title).toString();
    activity.kind = values.value(Codes::kind).toLongLong();
    activity.reminders = kindProperties(*store.schema(), activity.kind).reminders;
    activity.responsible = values.value(Codes::responsible).toLongLong();
    activity.items = values.value(u"items"_s).value<Members>();
    activity.deadline = times.value(Codes::deadline);
    activity.details.start = times.value(Codes::start);
    activity.details.allDay = times.value(Codes::allDay).toBool();
    activity.details.duration = times.value(Codes::duration).toInt();
    activity.details.resources = values.value(Codes::resources).value<Members>();
    m_activities->create(activity, times);
}

void CalendarDesk::make(const CalendarPlace &from, const CalendarPlace &until, qint64 lane)
{
    const CalendarScene &scene = m_pane.scene();
    if (!scene.canCreate) {
        emit failed({ErrorCode::ReadOnly, scene.store.access().reason, {}, {}});
        return;
    }
    if (m_maker) {
        m_maker(from, until);
        return;
    }
    EntryForm::Start start{from, until};
    if (!from.time.isValid() && from.day == until.day && scene.period.look != CalendarLook::Day) {
        // A day of a month has no hours to click on.
        start.from = hourOn(from.day, scene.store);
        start.until = anHourAfter(start.from);
    }
    // Without columns it is for whom, or what, alone is ticked.
    const CalendarQuery &query = m_pane.query();
    const bool isOfResources = query.mode == CalendarMode::Resources;
    const QList<qint64> ticked = isOfResources ? query.resources
        : query.mode == CalendarMode::People   ? query.people
                                               : QList<qint64>();
    const qint64 whose = lane != 0 ? lane : ticked.size() == 1 ? qMax(qint64(0), ticked.constFirst()) : 0;
    (isOfResources || scene.lanesAreResources ? start.resource : start.person) = whose;
    start.books = isOfResources;
    m_form->open(start, m_pane.resources()->all());
    m_form->showIn(m_pane.roomBeside(from, until, m_form->size()));
    // Among columns it stands in one, or in none as long as nobody said whose it is.
    m_plannedLane = scene.lanes.isEmpty() ? 0 : whose != 0 || scene.lanesAreResources ? whose : scene.store.user();
    m_plannedOn = scene.lanes.isEmpty() || m_plannedLane != 0 ? m_pane.surface() : nullptr;
    showPlanned(start.from, start.until);
    m_form->focusTitle();
}

/// Beside the form, for which time it asks.
void CalendarDesk::showPlanned(const CalendarPlace &from, const CalendarPlace &until)
{
    if (m_plannedOn)
        m_plannedOn->setPlanned(m_planned = m_plannedOn->newEntry(from, until), m_plannedLane);
}

void CalendarDesk::showAgain()
{
    m_form->showAgain();
    if (m_form->isVisible() && m_plannedOn)
        m_plannedOn->setPlanned(m_planned, m_plannedLane);
}

void CalendarDesk::makeOn(const QDate &day)
{
    const CalendarPlace from = m_maker ? CalendarPlace{day, {}} : hourOn(day, m_pane.scene().store);
    make(from, m_maker ? from : anHourAfter(from), 0);
}

void CalendarDesk::open(const CalendarEntry &entry)
{
    if (m_acts.isActivity(entry) && entry.isGhost && entry.isMovable)
        m_activities->changeAhead(entry.ref.id, entry.times.value(Codes::occurrence).toString());
    else if (m_acts.isActivity(entry))
        m_activities->change(entry.ref.id);
    else
        emit opened(entry.ref);
}

void CalendarDesk::showMenu(const EntryKey &key, const QDate &day, const QPoint &global)
{
    const CalendarEntry *entry = key.isNull() ? nullptr : m_pane.scene().entry(key);
    if (entry && !m_acts.isActivity(*entry)) {
        emit itemMenuWanted(entry->ref, global);
        return;
    }
    QMenu menu(&m_pane);
    menu.setObjectName(u"calendarMenu"_s);
    if (entry) {
        const ItemRef item = entry->item;
        menu.addAction(withKey(tr("Open"), Qt::Key_Return), this, [this, one = *entry] { open(one); });
        if (!item.isNull())
            menu.addAction(tr("Open the card: %1").arg(menuText(entry->detail)), this, [this, item] { emit opened(item); });
        if (!entry->isGhost)
            m_bulk.addTo(&menu, entry->ref.type, {entry->ref.id});
        else if (entry->isMovable)
            menu.addAction(withKey(tr("Delete"), Qt::Key_Delete), this, [this, one = *entry] { m_acts.remove(one); });
    } else {
        const auto makeHere = [this, day] { makeOn(day); };
        menu.addAction(withKey(tr("New here"), Qt::Key_N), this, makeHere)->setEnabled(m_pane.scene().canCreate);
        menu.addAction(withKey(tr("Go to a date…"), Qt::Key_G), &m_pane, &CalendarPane::askDay);
    }
    menu.exec(global);
}

void CalendarDesk::showMore(QWidget *button)
{
    const Theme &theme = Theme::of(m_pane.palette());
    QMenu menu(&m_pane);
    menu.setObjectName(u"calendarMoreMenu"_s);
    emit menuWanted(menu);
    m_pane.fillMenu(menu);
    menu.addAction(theme.icon(u"clock"_s, ColourRole::Muted), tr("Free times…"), this, &CalendarDesk::showFreeTimes)
        ->setObjectName(u"calendarFreeTimes"_s);
    QAction *print = menu.addAction(theme.icon(u"print"_s, ColourRole::Muted), withKey(tr("Print…"), QKeySequence::Print),
                                    this, &CalendarDesk::print);
    print->setObjectName(u"calendarPrint"_s);
    menu.exec(button->mapToGlobal(QPoint(0, button->height())));
}

void CalendarDesk::print()
{
    m_print->show(m_pane.scene().period.title());
}

void CalendarDesk::dragOut(const CalendarEntry &entry)
{
    Store &store = m_pane.scene().store;
    if (!m_acts.isActivity(entry))
        return;
    const auto events = calendarEvents(store.reader(), {entry.ref.id});
    if (!m_outbox)
        m_outbox = std::make_unique<QTemporaryDir>();
    static const QRegularExpression unfit(u"[^\\w\\- ]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString name = entry.title.left(60).remove(unfit).simplified();
    QFile file(m_outbox->filePath((name.isEmpty() ? tr("activity") : name) + u".ics"_s));
    if (!events || !file.open(QIODevice::WriteOnly) || file.write(calendarText(*events, store.clock().now())) < 0) {
        emit failed(events ? writeError(file.fileName(), file.errorString()) : events.error());
        return;
    }
    file.close();
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file.fileName())});
    auto *drag = new QDrag(&m_pane);
    drag->setMimeData(data);
    drag->setPixmap(Theme::of(m_pane.palette()).icon(u"calendar"_s, ColourRole::Accent).pixmap(32, 32));
    drag->exec(Qt::CopyAction);
}

/// Of those who are ticked at the side, else of the person at work.
void CalendarDesk::showFreeTimes()
{
    const CalendarScene &scene = m_pane.scene();
    QList<Who> who;
    for (const qint64 id : m_pane.query().people) {
        if (id > 0)
            who << Who{true, id};
    }
    for (const qint64 id : m_pane.query().resources)
        who << Who{false, id};
    if (who.isEmpty())
        who << Who{true, scene.store.user()};
    const bool isOfWeek = scene.period.look == CalendarLook::Week || scene.period.look == CalendarLook::WorkWeek;
    const QDate from = isOfWeek ? scene.period.first() : scene.at; // all days that are seen
    SlotDialog dialog(scene.store, m_pane.resources()->all(), who, qMax(from, scene.today()), &m_pane);
    connect(&dialog, &SlotDialog::told, this, &CalendarDesk::told);
    connect(&dialog, &SlotDialog::failed, this, &CalendarDesk::failed);
    connect(&dialog, &SlotDialog::commitWanted, &m_acts,
            [this](const ChangeSet &changes, const QString &said) { m_acts.commit(changes, said); });
    dialog.exec();
}

} // namespace Kartoteka
