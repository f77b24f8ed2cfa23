// SPDX-License-Identifier: GPL-3.0-or-later
// Rooms and equipment in the calendar of the office, by mouse and keys.
#include "core/activities/overlap.h"
#include "core/calendar/busy.h"
#include "core/calendar/resource_acts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "models/filter/filter_model.h"
#include "tests/support/calendar_test.h"
#include "tests/support/ui_test.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_side.h"
#include "views/card/card_panel.h"
#include "views/card/resource_hours_tab.h"
#include "views/dialogs/activity_dialog.h"
#include "views/widgets/file_chooser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace Kartoteka;

class TestCalendarRooms final : public CalendarTest
{
    Q_OBJECT

    qint64 m_hall = 0;
    qint64 m_car = 0;
    qint64 m_taken = 0; ///< of the hall, 10:00–11:00

    CalendarPane &pane() override { return *whole().pane(); }

    /// As it was left when the program was closed.
    void showRooms(const QString &look, bool sideBySide)
    {
        QSettings settings(m_office->folder() + u"/calendar.ini"_s, QSettings::IniFormat);
        settings.setValue(u"calendar/look"_s, look);
        settings.setValue(u"calendar/ofResources"_s, true);
        settings.setValue(u"calendar/things"_s, QVariantList{m_hall, m_car});
        settings.setValue(u"calendar/sideBySide"_s, sideBySide);
        whole().restore(settings);
        person().click(u"calendarEntry"_s);
        QTRY_VERIFY(pane().resources()->areRead());
        pane().goTo(m_day);
        QTRY_COMPARE(stands(m_taken), u"0 10:00-11:00"_s);
        if (auto *days = qobject_cast<DayGrid *>(pane().surface()))
            days->showWorkingHours();
    }
    QList<qint64> roomsOf(qint64 activity)
    {
        QList<qint64> ids;
        for (const Member &one :
             readItem(store().reader(), {typeId(u"activity"_s), activity, {}})->members(Codes::resources))
            ids << one.ref.id;
        return ids;
    }
    QHash<int, WorkHours> hoursOf(qint64 resource)
    {
        return readResources(store().reader(), {resource})->value(resource).hours;
    }
    void openHours(ResourceHoursTab **hours)
    {
        showRooms(u"week"_s, false);
        office().openItem({typeId(Codes::resourceType), m_hall, {}});
        auto *card = m_window->findChild<CardPanel *>();
        QTRY_VERIFY(card && card->isVisible());
        auto *tabs = card->findChild<QTabBar *>(u"cardTabs"_s);
        QTRY_VERIFY(tabs->count() > 1);
        int at = 0;
        while (at < tabs->count() && !tabs->tabText(at).startsWith(u"Hours"_s))
            ++at;
        QVERIFY(at < tabs->count());
        tabs->setCurrentIndex(at);
        QTRY_VERIFY((*hours = card->findChild<ResourceHoursTab *>()) && (*hours)->isVisible());
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_day = weekBegin(QDate::currentDate(), Qt::Monday).addDays(9); // a Wednesday that is still to come
        m_hall = m_office->create(Codes::resourceType, {{Codes::title, u"Зал"_s}, {Codes::resourceActive, true}});
        m_car = m_office->create(Codes::resourceType, {{Codes::title, u"Фургон"_s}, {Codes::resourceActive, true}});
        m_taken = plan(u"Примерка"_s, {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)}, 0, {m_hall});
        openWindow();
    }
    void cleanup() { clear(); }

    void roomsAreShownAgainWhenTheProgramIsStarted()
    {
        showRooms(u"week"_s, false);
        QCOMPARE(pane().query().mode, CalendarMode::Resources);
        QCOMPARE(pane().look(), CalendarLook::Week);
        QCOMPARE(*queryIds(store().reader(), *office().own()->query()), QList<qint64>{m_taken}); // what is exported
        QVERIFY(person().find<QCheckBox>(u"calendarOf_%1"_s.arg(m_hall))->isChecked());
        person().find<QCheckBox>(u"calendarOf_%1"_s.arg(m_hall))->click();
        QTRY_COMPARE(pane().scene().entries().size(), 0);
        QVERIFY(person().find<QCheckBox>(u"calendarOf_%1"_s.arg(m_car))->isChecked());
        person().find<QCheckBox>(u"calendarOf_%1"_s.arg(m_car))->click(); // none is none, and not all
        QTRY_VERIFY(pane().model()->isRead());
        QCOMPARE(pane().scene().entries().size(), 0);
        QCOMPARE(*queryIds(store().reader(), *office().own()->query()), QList<qint64>());
        // Nor when one of them is changed, or the program is started again.
        QSignalSpy read(pane().resources(), &CalendarResources::changed);
        ChangeSet renamed;
        renamed.update(store().schema()->type(Codes::resourceType)->table, m_car, {{Codes::title, u"Машина"_s}});
        QVERIFY(store().commitAndWait(renamed));
        QTRY_VERIFY(!read.isEmpty());
        const auto isTicked = [this](qint64 id) {
            return person().find<QCheckBox>(u"calendarOf_%1"_s.arg(id))->isChecked();
        };
        QVERIFY(!isTicked(m_hall) && !isTicked(m_car));
        QSettings settings(m_office->folder() + u"/calendar.ini"_s, QSettings::IniFormat);
        whole().save(settings);
        whole().restore(settings);
        QSignalSpy again(pane().resources(), &CalendarResources::changed);
        renamed.changes.clear();
        renamed.update(store().schema()->type(Codes::resourceType)->table, m_car, {{Codes::title, u"Фургон"_s}});
        QVERIFY(store().commitAndWait(renamed));
        QTRY_VERIFY(!again.isEmpty());
        QVERIFY(!isTicked(m_hall) && !isTicked(m_car));
    }

    /// Whatever the rooms are called, and without what is done where that is not shown.
    void whatIsShownIsExported()
    {
        const QString table = store().schema()->type(Codes::resourceType)->table;
        const auto exported = [this] { return *queryIds(store().reader(), *office().own()->query()); };
        ChangeSet renamed;
        renamed.update(table, m_hall, {{Codes::title, u"2"_s}}); // the number of the van
        QVERIFY(store().commitAndWait(renamed));
        const auto made = store().commitAndWait(planCreate(*store().schema(), *store().schema()->type(Codes::resourceType),
                                                           {{Codes::title, u"2"_s}, {Codes::resourceActive, true}}));
        QVERIFY(made);
        const qint64 twin = made->created.cbegin().value();
        const qint64 other = plan(u"Урок"_s, {m_day, QTime(12, 0)}, {m_day, QTime(13, 0)}, 0, {twin});
        const qint64 ride = plan(u"Доставка"_s, {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)}, 0, {m_car});
        QVERIFY(other != 0 && ride != 0);
        showRooms(u"week"_s, false);
        person().find<QCheckBox>(u"calendarOf_%1"_s.arg(m_car))->click();
        QCOMPARE(exported(), QList<qint64>{m_taken});
        person().find<QCheckBox>(u"calendarOf_%1"_s.arg(twin))->click();
        QCOMPARE(exported(), (QList<qint64>{other, m_taken}));
        ChangeSet done;
        done.update(u"activity"_s, other, {{u"done"_s, true}});
        QVERIFY(store().commitAndWait(done));
        QCOMPARE(exported(), (QList<qint64>{other, m_taken}));
        QSettings settings(m_office->folder() + u"/calendar.ini"_s, QSettings::IniFormat);
        whole().save(settings);
        settings.setValue(u"calendar/withDone"_s, false);
        whole().restore(settings);
        QCOMPARE(exported(), QList<qint64>{m_taken});
        QString proposed;
        setFileAnswerer([&proposed](const FileQuestion &question) {
            proposed = question.proposed;
            return QStringList();
        });
        office().askExport();
        setFileAnswerer({});
        QVERIFY2(proposed.endsWith(u".ics"), qPrintable(proposed));
    }

    /// Those for whom there is no check box stay chosen when another one is unticked.
    void oneOfManyIsUntickedAlone()
    {
        QList<CalendarLane> many;
        QList<qint64> ids;
        for (int id = 1; id <= 120; ++id) {
            many << CalendarLane{id, u"Комната %1"_s.arg(id), Qt::red};
            ids << id;
        }
        CalendarSide &side = *pane().side();
        const QSignalBlocker quiet(side); // they are nobody's
        side.setChoices(u"Rooms"_s, many, ids);
        side.findChild<QCheckBox *>(u"calendarOf_3"_s)->click();
        ids.removeOne(3);
        QCOMPARE(side.chosen(), ids);
        side.setChoices(u"Rooms"_s, many, {120});
        QCOMPARE(side.chosen(), QList<qint64>{120});
    }

    void aBookingIsDraggedIntoAnotherRoomsColumn()
    {
        showRooms(u"day"_s, true);
        picture(m_window.get(), u"calendar-lanes"_s);
        const DayPlaces &places = as<DayGrid>().places();
        QCOMPARE(places.columns().size(), 2);
        QCOMPARE(places.columns()[0].lane, m_hall);
        const QPoint across(places.columnRect(1).left() - places.columnRect(0).left(), 0);
        // Over a room that something else has, that is said, and not of the one that it leaves.
        const qint64 other = plan(u"Погрузка"_s, {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)}, 2, {m_car});
        QTRY_VERIFY(entry(other));
        drag(seen(m_taken).center(), seen(m_taken).center() + across, Qt::NoModifier, false);
        QVERIFY(view().gesture().clash().contains(u"Погрузка"_s));
        Person::press(&view(), Qt::Key_Escape);
        QVERIFY(!view().gesture().isActive());
        office().undo();
        QTRY_VERIFY(!entry(other));
        drag(seen(m_taken).center(), seen(m_taken).center() + across);
        QTRY_COMPARE(roomsOf(m_taken), QList<qint64>{m_car});
        QTRY_VERIFY(entry(m_taken) && entry(m_taken)->resources == QList<qint64>{m_car});
        QCOMPARE(stands(m_taken), u"0 10:00-11:00"_s);
        office().undo();
        QTRY_COMPARE(roomsOf(m_taken), QList<qint64>{m_hall});
    }

    void whatIsNotShownIsSaidToo()
    {
        const qint64 ride = plan(u"Доставка"_s, {m_day, QTime(12, 0)}, {m_day, QTime(13, 0)}, 2, {m_car, m_hall});
        showRooms(u"week"_s, false);
        person().find<QCheckBox>(u"calendarOf_%1"_s.arg(m_hall))->click();
        QTRY_VERIFY(entry(ride) && !entry(m_taken));
        const DayPlaces &places = as<DayGrid>().places();
        const QPoint earlier(0, places.minuteY(10 * 60 + 30) - places.minuteY(12 * 60));
        drag(seen(ride).center(), seen(ride).center() + earlier, Qt::NoModifier, false);
        QTRY_VERIFY(view().gesture().clash().contains(u"Примерка"_s));
        Person::press(&view(), Qt::Key_Escape);
        QVERIFY(view().gesture().clash().isEmpty());
    }

    void placesOfASharedRoomAreSaidWhileItIsDragged()
    {
        ChangeSet shared;
        shared.update(store().schema()->type(Codes::resourceType)->table, m_hall,
                      {{Codes::overlap, true}, {Codes::capacity, 1}});
        QVERIFY(store().commitAndWait(shared));
        const qint64 talk = plan(u"Беседа"_s, {m_day, QTime(12, 0)}, {m_day, QTime(13, 0)}, 2, {m_hall});
        showRooms(u"week"_s, false);
        QTRY_VERIFY(entry(talk));
        const DayPlaces &places = as<DayGrid>().places();
        const QPoint earlier(0, places.minuteY(10 * 60 + 30) - places.minuteY(12 * 60));
        drag(seen(talk).center(), seen(talk).center() + earlier, Qt::NoModifier, false);
        QTRY_COMPARE(view().gesture().clash(), u"more people than places: 2 of 1"_s);
        move(seen(talk).center() + 2 * earlier); // before the other one
        QCOMPARE(view().gesture().clash(), QString());
        Person::press(&view(), Qt::Key_Escape);
    }

    void aTakenRoomIsAskedAboutAndNothingTypedIsLost()
    {
        showRooms(u"day"_s, true);
        const DayPlaces &places = as<DayGrid>().places();
        const int x = places.columnRect(0).right() - 3;
        drag({x, places.minuteY(10 * 60 + 32)}, {x, places.minuteY(11 * 60 + 28)}, Qt::NoModifier, false);
        QVERIFY(view().gesture().clash().contains(u"Примерка"_s)); // said before it is let go
        drag({x, places.minuteY(10 * 60 + 32)}, {x, places.minuteY(11 * 60 + 28)});
        auto *title = person().find<QLineEdit>(u"entryTitle"_s);
        QTRY_VERIFY(title->hasFocus());
        Person::type(title, u"Приём"_s);
        bool isAsked = false;
        Person::whenOffered(u"bookAnyway"_s, [&isAsked](QWidget *box) {
            QVERIFY(box->findChild<QPushButton *>(u"askCancel"_s)->isDefault());
            picture(box, u"calendar-taken"_s);
            isAsked = true;
            Person::click(box->findChild<QWidget *>(u"askCancel"_s));
        });
        Person::press(title, Qt::Key_Return);
        QTRY_VERIFY(isAsked);
        QTRY_VERIFY(title->isVisible());
        QCOMPARE(title->text(), u"Приём"_s);
        Person::whenOffered(u"bookAnyway"_s,
                            [](QWidget *box) { Person::click(box->findChild<QWidget *>(u"bookAnyway"_s)); });
        Person::press(title, Qt::Key_Return);
        QTRY_VERIFY(pane().scene().currentEntry() && pane().scene().currentEntry()->title == u"Приём");
        const CalendarEntry made = *pane().scene().currentEntry();
        QCOMPARE(made.resources, QList<qint64>{m_hall});
        QCOMPARE(stands(made.ref.id), u"0 10:30-11:30"_s);
        QVERIFY(made.clashes);
    }

    void aTakenRoomIsBookedAtATimeThatIsFree()
    {
        showRooms(u"day"_s, true);
        const DayPlaces &places = as<DayGrid>().places();
        const int x = places.columnRect(0).right() - 3;
        drag({x, places.minuteY(10 * 60 + 2)}, {x, places.minuteY(10 * 60 + 58)});
        auto *title = person().find<QLineEdit>(u"entryTitle"_s);
        QTRY_VERIFY(title->hasFocus());
        Person::type(title, u"Приём"_s);
        QString offered;
        Person::whenOffered(u"bookAt1"_s, [&offered](QWidget *box) {
            auto *time = box->findChild<QPushButton *>(u"bookAt1"_s);
            offered = time->text();
            Person::click(time);
        });
        Person::press(title, Qt::Key_Return);
        QTRY_VERIFY(pane().scene().currentEntry() && pane().scene().currentEntry()->title == u"Приём");
        const CalendarEntry made = *pane().scene().currentEntry();
        QCOMPARE(made.resources, QList<qint64>{m_hall});
        QVERIFY(!made.clashes);
        QCOMPARE(spanText({made.starts.toMSecsSinceEpoch(), made.ends.toMSecsSinceEpoch()}), offered);
    }

    void peopleAndRoomsAreGoneOverToAtTheSide()
    {
        person().click(u"calendarEntry"_s);
        QTRY_VERIFY(pane().resources()->areRead());
        QTRY_VERIFY(pane().findChild<QWidget *>(u"calendarSideRooms"_s)->isVisible());
        person().click(u"calendarSideRooms"_s);
        QTRY_COMPARE(pane().query().mode, CalendarMode::Resources);
        const auto hall = [this] { return pane().findChild<QCheckBox *>(u"calendarOf_%1"_s.arg(m_hall)); };
        QTRY_VERIFY(hall() && hall()->isVisible() && hall()->isChecked());
        person().click(u"calendarSidePeople"_s);
        QTRY_COMPARE(pane().query().mode, CalendarMode::People);
    }

    /// Their section shows what books them, each in a column of its own, and makes bookings.
    void theSectionOfResourcesShowsTheirBookings()
    {
        office().showSection(typeId(Codes::resourceType));
        page().setView(u"calendar"_s);
        CalendarPane &here = *section().pane();
        QTRY_COMPARE(here.look(), CalendarLook::Day);
        QTRY_VERIFY(here.resources()->areRead());
        here.goTo(m_day);
        QTRY_COMPARE(here.scene().entries().size(), 1);
        auto &days = static_cast<DayGrid &>(*here.surface());
        QTRY_COMPARE(days.places().columns().size(), 2);
        QCOMPARE(days.places().columns()[0].laneName, u"Зал"_s);
        days.showWorkingHours();
        picture(m_window.get(), u"calendar-of-resources"_s);
        // Made in the van's column it books the van.
        const QRect van = days.places().columnRect(1);
        QTest::mouseClick(days.viewport(), Qt::LeftButton, {}, {van.right() - 3, days.places().minuteY(13 * 60 + 10)});
        QTRY_VERIFY(person().find<QLineEdit>(u"entryTitle"_s) && person().find<QLineEdit>(u"entryTitle"_s)->hasFocus());
        Person::type(person().find<QLineEdit>(u"entryTitle"_s), u"Доставка"_s);
        Person::press(person().find<QLineEdit>(u"entryTitle"_s), Qt::Key_Return);
        QTRY_COMPARE(here.scene().entries().size(), 2);
        QTRY_VERIFY(here.scene().currentEntry() && here.scene().currentEntry()->title == u"Доставка");
        QCOMPARE(here.scene().currentEntry()->resources, QList<qint64>{m_car});
        // The filter of the section says which ones are seen.
        QVERIFY(page().filter()->setText(u"title = Зал"_s));
        QTRY_COMPARE(here.scene().entries().size(), 1);
        QTRY_COMPARE(days.places().columns().size(), 1);
        QVERIFY(page().filter()->setText(u"title = Подвал"_s));
        QTRY_VERIFY(here.findChild<QWidget *>(u"emptyReset"_s) && here.findChild<QWidget *>(u"emptyReset"_s)->isVisible());
        page().filter()->clear();
        QTRY_COMPARE(here.scene().entries().size(), 2);
    }

    void clashesAloneAreShown()
    {
        // Two places, and three who want one; a van that nobody else wants.
        const EntityType &type = *store().schema()->type(Codes::resourceType);
        ChangeSet shared;
        shared.update(type.table, m_hall, {{Codes::overlap, true}, {Codes::capacity, 2}});
        QVERIFY(store().commitAndWait(shared));
        QVERIFY(plan(u"Показ"_s, {m_day, QTime(10, 30)}, {m_day, QTime(11, 30)}, 0, {m_hall}) != 0);
        QUuid uid;
        Member hall;
        hall.ref = {0, m_hall, {}};
        const ChangeSet third = planCreateEntry(*store().schema(),
                                                {{Codes::title, u"Лишний"_s}, {Codes::resources, toValue(Members{hall})}},
                                                {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)}, &uid);
        QVERIFY(!store().commitAndWait(third));
        QVERIFY(store().commitAndWait(acceptingOverlap(third)));
        QVERIFY(plan(u"Доставка"_s, {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)}, 0, {m_car}) != 0);
        showRooms(u"day"_s, true);
        QTRY_COMPARE(pane().scene().entries().size(), 4);
        QCOMPARE(entry(m_taken)->taken, 3);
        QCOMPARE(entry(m_taken)->places, 2);
        QCOMPARE(entry(m_taken)->overfull.size(), 1); // as core counts them, whatever the filter shows
        QCOMPARE(entry(m_taken)->overfull.constFirst().resource, m_hall);
        QVERIFY(view().wordsOf(*entry(m_taken)).join(u' ').contains(u"3 of 2"_s));
        picture(m_window.get(), u"calendar-overfull"_s);
        const auto clashes = [this] { return pane().findChild<QToolButton *>(u"calendarClashes"_s); };
        QTRY_VERIFY(clashes()->isVisible());
        const auto toggle = [&] {
            Person::whenNamed(u"calendarClashMenu"_s, [](QWidget *menu) {
                menu->findChild<QAction *>(u"calendarOnlyClashes"_s)->trigger();
                menu->close();
            });
            Person::click(clashes());
        };
        const auto exported = [this] { return queryIds(store().reader(), *office().own()->query())->size(); };
        QTRY_COMPARE(exported(), 4);
        toggle();
        QTRY_COMPARE(pane().scene().entries().size(), 3);
        QTRY_COMPARE(exported(), 3);
        pane().goTo(m_day.addDays(1));
        QTRY_VERIFY(pane().findChild<QWidget *>(u"emptyReset"_s)
                    && pane().findChild<QWidget *>(u"emptyReset"_s)->isVisible());
        pane().goTo(m_day);
        QTRY_COMPARE(pane().scene().entries().size(), 3);
        toggle();
        QTRY_COMPARE(pane().scene().entries().size(), 4);
    }

    void anActivitysFormSaysWhatItBooks()
    {
        const auto activity = readActivity(store().reader(), m_taken);
        ActivityDialog dialog(store(), *activity, m_window.get());
        auto *rooms = dialog.findChild<QWidget *>(u"block_resources"_s);
        QVERIFY(rooms && !rooms->isHidden());
        dialog.findChild<QAbstractButton *>(u"blockRemove_resources"_s)->click();
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const auto freed = store().commitAndWait(dialog.changes());
        QVERIFY(freed);
        QVERIFY(readActivity(store().reader(), m_taken)->details.resources.isEmpty());
    }

    void whatTheProgramKeepsStaysOnItsDayAndSaysWhy()
    {
        const qint64 lead = file()
                                .commitAndWait(planCreate(*store().schema(), *store().schema()->type(u"lead"_s),
                                                          {{Codes::title, u"Окна"_s}}))
                                ->created.cbegin()
                                .value();
        page().setView(u"calendar"_s);
        CalendarSection &leads = section();
        leads.setFields(u"created_at"_s);
        CalendarPane &here = *leads.pane();
        const Item made = *readItem(store().reader(), {typeId(u"lead"_s), lead, {}});
        here.goTo(QDateTime::fromMSecsSinceEpoch(made.value(Codes::createdAt).toLongLong()).date());
        const auto isHere = [&] {
            return std::ranges::any_of(here.surface()->parts(), [&](const EntryPart &part) {
                return here.scene().entries()[part.entry].ref.id == lead;
            });
        };
        QTRY_VERIFY(isHere());
        QSignalSpy refused(&here, &CalendarPane::failed);
        const QPoint at = here.surface()->parts().constFirst().rect.center();
        QWidget *under = here.surface()->viewport();
        for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseMove, QEvent::MouseButtonRelease}) {
            const QPointF point(type == QEvent::MouseButtonPress ? at : at + QPoint(0, 60));
            QMouseEvent event(type, point, under->mapToGlobal(point),
                              type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(under, &event);
        }
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0][0].value<Error>().message.contains(u"Окна"_s));
    }

    void hoursAreChangedInTheCardAndTakenBack()
    {
        ResourceHoursTab *hours = nullptr;
        openHours(&hours);
        auto *monday = hours->findChild<QComboBox *>(u"resourceDay1"_s);
        QTRY_VERIFY(monday->isEnabled());
        Person::press(monday, Qt::Key_Down); // hours of its own
        QTRY_VERIFY(hoursOf(m_hall).contains(1));
        auto *line = hours->findChild<QLineEdit *>(u"resourceHours1"_s);
        QTRY_VERIFY(line->isVisible());
        line->selectAll();
        Person::type(line, u"8-12, 13"_s);
        Person::press(line, Qt::Key_Return);
        QVERIFY(hours->findChild<QWidget *>(u"resourceHoursProblem"_s)->isVisible());
        line->selectAll();
        Person::type(line, u"8-12"_s);
        Person::press(line, Qt::Key_Return);
        QTRY_COMPARE(hoursOf(m_hall).value(1), (WorkHours{{480, 720}}));
        picture(m_window.get(), u"resource-hours"_s);
        Person::click(hours->findChild<QWidget *>(u"resourceHoursSame"_s));
        QTRY_COMPARE(hoursOf(m_hall).size(), 5);
        office().undo(); // one act
        QTRY_COMPARE(hoursOf(m_hall).size(), 1);
        office().undo();
        office().undo();
        QTRY_COMPARE(hoursOf(m_hall).size(), 0);
        QTRY_COMPARE(monday->currentIndex(), 0);
    }

    void hoursBeingWrittenStayWhenOthersAreChanged()
    {
        ResourceHoursTab *hours = nullptr;
        openHours(&hours);
        auto *monday = hours->findChild<QComboBox *>(u"resourceDay1"_s);
        QTRY_VERIFY(monday->isEnabled());
        Person::press(monday, Qt::Key_Down); // hours of its own
        auto *line = hours->findChild<QLineEdit *>(u"resourceHours1"_s);
        QTRY_VERIFY(line->isVisible());
        QTRY_VERIFY(hoursOf(m_hall).contains(1));
        line->selectAll();
        Person::type(line, u"8-1"_s);
        const auto hall = readItem(store().reader(), {typeId(Codes::resourceType), m_hall, {}});
        QVERIFY(hall);
        QVERIFY(store().commit(planResourceHours(*hall, Qt::Tuesday, WorkHours())).result());
        QTRY_COMPARE(hours->findChild<QComboBox *>(u"resourceDay2"_s)->currentIndex(), 2);
        QCOMPARE(line->text(), u"8-1"_s);
        Person::type(line, u"2"_s);
        Person::press(line, Qt::Key_Return);
        QTRY_COMPARE(hoursOf(m_hall).value(1), (WorkHours{{480, 720}}));
        office().undo();
        QTRY_VERIFY(hoursOf(m_hall).value(1) != (WorkHours{{480, 720}}));
        QTRY_COMPARE(line->text(), workHoursText(hoursOf(m_hall).value(1)));
    }
};

KARTOTEKA_UI_TEST(tst_calendar_rooms, TestCalendarRooms)
#include "tst_calendar_rooms.moc"
