// SPDX-License-Identifier: GPL-3.0-or-later
// A type of the office's own in the calendar: by one date of it, and from one to another; the calendar's own filter, what will
// follow in a series there, and the form of something new.
#include "core/activities/checklist.h"
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/people/user_acts.h"
#include "core/schema/repeat_rule.h"
#include "models/filter/filter_model.h"
#include "tests/support/calendar_test.h"
#include "tests/support/ui_test.h"
#include "views/calendar/calendar_desk.h"
#include "views/calendar/calendar_side.h"
#include "views/calendar/entry_form.h"
#include "views/dialogs/activity_dialog.h"
#include "views/dialogs/checklist_editor.h"
#include "views/filter/filter_bar.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QTimeEdit>
#include <QToolButton>

using namespace Kartoteka;

class TestCalendarTypes final : public CalendarTest
{
    Q_OBJECT

    qint64 m_lease = 0; ///< from the day to the second after it

    bool m_isWhole = false; ///< the office's calendar is seen, not that of a section

    CalendarPane &pane() override { return m_isWhole ? *whole().pane() : CalendarTest::pane(); }
    void showWhole(const QDate &day)
    {
        openWindow();
        person().click(u"calendarEntry"_s);
        m_isWhole = true;
        QTRY_VERIFY(pane().isVisible());
        pane().setLook(CalendarLook::Week);
        pane().goTo(day);
    }
    /// What stands on a day in the series that is tested.
    const CalendarEntry *talkOn(const QDate &day)
    {
        const QList<CalendarEntry> &all = pane().scene().entries();
        const auto found = std::ranges::find_if(
            all, [&day](const CalendarEntry &one) { return one.title == u"Планёрка" && one.first == day; });
        return found == all.end() ? nullptr : &*found;
    }
    qint64 type() { return file().schema()->type(u"lease"_s)->id; }
    void define(const Result<ChangeSet> &changes) { QVERIFY(changes && file().commitAndWait(*changes)); }
    void addDate(const QString &code, const QString &name)
    {
        NewField field;
        field.code = code;
        field.name = name;
        field.type = FieldType::Date;
        define(planAddField(*file().schema(), *file().schema()->type(u"lease"_s), field));
    }
    QDate dateOf(const QString &code) { return readItem(store().reader(), {type(), m_lease, {}})->value(code).toDate(); }
    /// Chooses from the calendar's own menu.
    void choose(const QString &name)
    {
        Person::whenShown<QMenu>([name](QMenu *menu) {
            auto *action = menu->findChild<QAction *>(name);
            QVERIFY(action);
            action->trigger();
            menu->close();
        });
        Person::click(pane().findChild<QToolButton *>(u"calendarMore"_s));
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_isWhole = false;
        m_day = weekBegin(QDate::currentDate(), Qt::Monday).addDays(2);
        NewType lease;
        lease.code = u"lease"_s;
        lease.name = u"Аренда"_s;
        lease.plural = u"Аренда"_s;
        define(planAddType(m_office->schema(), lease));
        addDate(u"handed_over"_s, u"Выдано"_s);
        addDate(u"returned"_s, u"Вернуть"_s);
        m_lease = m_office->create(
            u"lease"_s, {{u"title"_s, u"Станок"_s}, {u"handed_over"_s, m_day}, {u"returned"_s, m_day.addDays(2)}});
    }
    void cleanup() { clear(); }

    void anOwnTypeStandsByADateOfItsOwn()
    {
        openWindow();
        office().showSection(type())->setView(u"calendar"_s);
        pane().goTo(m_day);
        QTRY_COMPARE(stands(m_lease), u"0..0"_s); // by its first date, as long as nobody chooses
        choose(u"calendarBy_returned"_s);
        QTRY_COMPARE(stands(m_lease), u"2..2"_s);
        choose(u"calendarBy_handed_over"_s); // and what was chosen is seen, not an empty page
        QTRY_COMPARE(stands(m_lease), u"0..0"_s);
        picture(m_window.get(), u"calendar-own-type"_s);
        const int day = as<MonthView>().places().cellRect(m_day).width();
        drag(seen(m_lease).center(), seen(m_lease).center() - QPoint(day, 0));
        QTRY_COMPARE(dateOf(u"handed_over"_s), m_day.addDays(-1));
        QCOMPARE(dateOf(u"returned"_s), m_day.addDays(2)); // the other date is not touched
        office().undo();
        QTRY_COMPARE(stands(m_lease), u"0..0"_s);
    }

    /// Wherever in its day it was begun, and never over the words of what is there.
    void whatIsNewFollowsWhatItsDayHolds()
    {
        openWindow();
        office().showSection(type())->setView(u"calendar"_s);
        pane().goTo(m_day);
        QTRY_COMPARE(stands(m_lease), u"0..0"_s);
        const MonthPlaces &places = as<MonthView>().places();
        CalendarEntry made;
        made.first = made.last = m_day;
        const QList<EntryPart> below = places.piecesOf(made, places.cellRect(m_day).bottom());
        QCOMPARE(below.size(), 1);
        QVERIFY(below.first().rect.top() > seen(m_lease).bottom());
        made.first = made.last = m_day.addDays(1); // with nothing in it
        QCOMPARE(places.piecesOf(made, places.cellRect(made.first).bottom()).first().rect.top(), seen(m_lease).top());
    }

    void anOwnTypeStandsFromOneDateToAnother()
    {
        openWindow();
        office().showSection(type())->setView(u"calendar"_s);
        section().setFields(u"handed_over"_s, u"returned"_s);
        pane().goTo(m_day);
        QTRY_COMPARE(stands(m_lease), u"0..2"_s);
        const int day = as<MonthView>().places().cellRect(m_day).width();
        const QRect bar = seen(m_lease);
        drag({bar.right() - 1, bar.center().y()}, {bar.right() - 1 - day, bar.center().y()});
        QTRY_COMPARE(stands(m_lease), u"0..1"_s);
        QTRY_COMPARE(dateOf(u"returned"_s), m_day.addDays(1));
        const QPoint onFirst(seen(m_lease).left() + day / 2, seen(m_lease).center().y()); // not between two days
        drag(onFirst, onFirst + QPoint(day, 0));
        QTRY_COMPARE(dateOf(u"handed_over"_s), m_day.addDays(1));
        QCOMPARE(dateOf(u"returned"_s), m_day.addDays(2));
        // A span that is dragged out is shown as long as its form asks, and is the item's.
        const QRect first = as<MonthView>().places().cellRect(m_day.addDays(-2));
        const QPoint from(first.center().x(), first.bottom() - 4);
        drag(from, from + QPoint(day, 0));
        auto *form = pane().findChild<QWidget *>(u"calendarNewItem"_s);
        QTRY_VERIFY(form && form->isVisible());
        QVERIFY(view().planned());
        QCOMPARE(view().planned()->first, m_day.addDays(-2));
        QCOMPARE(view().planned()->last, m_day.addDays(-1));
        Person::press(form, Qt::Key_Escape);
        QTRY_VERIFY(!form->isVisible());
        QVERIFY(!view().planned());
    }

    /// What was planned for a while in a form is seen where it would stand.
    void aSpanStaysInSightWhileItsFormAsks()
    {
        openWindow();
        person().click(u"calendarEntry"_s);
        CalendarPane &whole = *this->whole().pane();
        QTRY_VERIFY(whole.isVisible());
        whole.setLook(CalendarLook::Week);
        whole.goTo(m_day);
        whole.makeAtHand();
        QTRY_VERIFY(whole.desk()->form()->isVisible());
        QVERIFY(whole.surface()->planned());
        QCOMPARE(whole.surface()->planned()->first, m_day);
        picture(m_window.get(), u"calendar-planned"_s);
        Person::press(whole.desk()->form(), Qt::Key_Escape);
        QTRY_VERIFY(!whole.desk()->form()->isVisible());
        QVERIFY(!whole.surface()->planned());
    }

    /// Before there is a row of it.
    void whatWillFollowIsMovedAndDeletedByHand()
    {
        const QDate monday = weekBegin(QDate::currentDate(), Qt::Monday).addDays(7);
        const QHash<QString, Value> daily{
            {Codes::title, u"Планёрка"_s}, {Codes::responsible, file().user()}, {Codes::recurrence, u"FREQ=DAILY"_s}};
        QVERIFY(
            file().commitAndWait(planCreateEntry(*file().schema(), daily, {monday, QTime(10, 0)}, {monday, QTime(11, 0)})));
        showWhole(monday);
        const QDate wednesday = monday.addDays(2);
        QTRY_VERIFY(talkOn(wednesday) && talkOn(wednesday)->isGhost);
        static_cast<DayGrid &>(view()).showWorkingHours();
        const auto answer = [](const QString &scope) {
            Person::whenOffered(scope, [scope](QWidget *asked) { Person::click(asked->findChild<QWidget *>(scope)); });
        };
        const auto blockOn = [this](const QDate &day) {
            const QList<EntryPart> parts = view().parts();
            const auto part = std::ranges::find_if(
                parts, [&](const EntryPart &one) { return &pane().scene().entries()[one.entry] == talkOn(day); });
            return part == parts.end() ? QRect() : part->rect;
        };
        const int hour = as<DayGrid>().places().hourHeight();
        answer(u"seriesThis"_s);
        drag(blockOn(wednesday).center(), blockOn(wednesday).center() + QPoint(0, hour));
        QTRY_VERIFY(talkOn(wednesday) && !talkOn(wednesday)->isGhost);
        QCOMPARE(talkOn(wednesday)->starts.time(), QTime(11, 0));
        QVERIFY(talkOn(wednesday.addDays(1))->isGhost);

        pane().choose(EntryKey::of(*talkOn(wednesday.addDays(1))), wednesday.addDays(1));
        answer(u"seriesThis"_s);
        press(Qt::Key_Delete);
        QTRY_VERIFY(!talkOn(wednesday.addDays(1)));
        office().undo();
        QTRY_VERIFY(talkOn(wednesday.addDays(1)));

        const QDate friday = wednesday.addDays(2);
        answer(u"seriesFollowing"_s);
        drag(QPoint(blockOn(friday).center().x(), blockOn(friday).bottom() - 1),
             QPoint(blockOn(friday).center().x(), blockOn(friday).bottom() - 1 + hour));
        QTRY_VERIFY(talkOn(friday) && !talkOn(friday)->isGhost && talkOn(friday.addDays(1)));
        QCOMPARE(talkOn(friday.addDays(1))->ends.time(), QTime(12, 0));
        QCOMPARE(talkOn(monday)->ends.time(), QTime(11, 0));
    }

    /// What is ticked in one that will follow is done there, and not in the open one.
    void stepsOfWhatWillFollowAreItsOwn()
    {
        const QDate monday = weekBegin(QDate::currentDate(), Qt::Monday).addDays(7);
        QUuid uid;
        ChangeSet changes = planCreateEntry(
            *file().schema(),
            {{Codes::title, u"Планёрка"_s}, {Codes::responsible, file().user()}, {Codes::recurrence, u"FREQ=DAILY"_s}},
            {monday, QTime(10, 0)}, {monday, QTime(11, 0)}, &uid);
        Checklist steps(2);
        steps[0].text = u"Повестка"_s;
        steps[0].done = true;
        steps[1].text = u"Протокол"_s;
        changes.changes += planChecklist(QVariant::fromValue(uid), {}, steps, 0);
        const auto made = file().commitAndWait(changes);
        QVERIFY(made);
        const qint64 open = made->created.value(uid);
        showWhole(monday);
        const QDate tuesday = monday.addDays(1);
        QTRY_VERIFY(talkOn(tuesday) && talkOn(tuesday)->isGhost);
        pane().choose(EntryKey::of(*talkOn(tuesday)), tuesday);
        Person::whenOffered(u"seriesThis"_s,
                            [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"seriesThis"_s)); });
        Person::whenShown<ActivityDialog>([](ActivityDialog *dialog) {
            Checklist shown = dialog->findChild<ChecklistEditor *>()->steps();
            QCOMPARE(shown.size(), 2);
            QVERIFY(!shown[0].done && !shown[1].done); // as it begins
            shown[1].done = true;
            dialog->findChild<ChecklistEditor *>()->setSteps(shown);
            dialog->accept();
        });
        press(Qt::Key_Return);
        QTRY_VERIFY(talkOn(tuesday) && !talkOn(tuesday)->isGhost);
        const auto marks = [this](qint64 activity) {
            QString all;
            const auto read = readChecklist(store().reader(), activity);
            for (const ChecklistItem &step : *read)
                all += step.text + (step.done ? u"+"_s : u"-"_s);
            return all;
        };
        QCOMPARE(marks(open), u"Повестка+Протокол-"_s);
        QCOMPARE(marks(talkOn(tuesday)->ref.id), u"Повестка-Протокол+"_s);
        office().undo();
        QTRY_VERIFY(talkOn(tuesday) && talkOn(tuesday)->isGhost);
    }

    void theFormOfSomethingNewHasItsTime()
    {
        showWhole(m_day);
        pane().makeAtHand();
        auto *form = pane().desk()->form();
        QTRY_VERIFY(form->isVisible());
        const QDateTime begins = view().planned()->starts;
        auto *from = form->findChild<QTimeEdit *>(u"entryFrom"_s);
        from->setSelectedSection(QDateTimeEdit::MinuteSection);
        Person::press(from, Qt::Key_Up);
        QCOMPARE(view().planned()->starts, begins.addSecs(15 * 60));
        QCOMPARE(view().planned()->ends, begins.addSecs(75 * 60));
        auto *to = form->findChild<QTimeEdit *>(u"entryTo"_s);
        to->setSelectedSection(QDateTimeEdit::MinuteSection);
        Person::press(to, Qt::Key_Up);
        QCOMPARE(view().planned()->ends, begins.addSecs(90 * 60));
        picture(m_window.get(), u"calendar-form"_s);
        // A click is enough to type over what stands there.
        auto *line = from->findChild<QLineEdit *>();
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(4, line->height() / 2));
        QTRY_COMPARE(line->selectedText().toInt(), from->time().hour());
        QTest::keyClicks(from, u"11"_s);
        QCOMPARE(view().planned()->starts.time().hour() % 12, 11);
        Person::click(form->findChild<QWidget *>(u"entryAllDay"_s));
        auto *last = form->findChild<QDateEdit *>(u"entryLast"_s);
        QVERIFY(view().planned()->allDay && last->isVisible() && !to->isVisible());
        last->setSelectedSection(QDateTimeEdit::DaySection);
        Person::press(last, Qt::Key_Up);
        auto *title = form->findChild<QLineEdit *>(u"entryTitle"_s);
        Person::type(title, u"Выставка"_s);
        Person::press(title, Qt::Key_Return);
        QTRY_COMPARE(pane().scene().entries().size(), 1);
        const CalendarEntry made = pane().scene().entries().constFirst();
        QVERIFY(made.allDay);
        QCOMPARE(made.first, m_day);
        QCOMPARE(made.last, m_day.addDays(1));
    }

    void theOfficesCalendarIsFilteredAsASectionIs()
    {
        const qint64 talk = plan(u"Переговоры"_s, {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)});
        const qint64 fair = plan(u"Выставка"_s, {m_day}, {m_day});
        openWindow();
        person().click(u"calendarEntry"_s);
        CalendarPane &pane = *whole().pane();
        pane.setLook(CalendarLook::Week);
        pane.goTo(m_day);
        const auto shown = [&pane] {
            QList<qint64> ids;
            for (const CalendarEntry &one : pane.scene().entries())
                ids << one.ref.id;
            std::ranges::sort(ids);
            return ids;
        };
        QTRY_COMPARE(shown(), (QList<qint64>{talk, fair}));
        // What is exported from here are these, and not the items of a section.
        QVERIFY(office().own()->query());
        QCOMPARE(queryIds(store().reader(), *office().own()->query())->size(), 2);
        Person::press(pane.surface(), Qt::Key_F, Qt::ControlModifier); // heeded by who has the focus, before the window
        QLineEdit *words = whole().filterBar()->edit();
        QTRY_VERIFY(words->hasFocus());
        Person::type(words, u"перегов"_s);
        QTRY_COMPARE(shown(), QList<qint64>{talk});
        picture(m_window.get(), u"calendar-filtered"_s);
        // A year lists nothing, and has it all the same.
        pane.setLook(CalendarLook::Year);
        QTRY_COMPARE(pane.model()->shown().count(m_day), 1);
        QVERIFY(!whole().findChild<QWidget *>(u"emptyReset"_s)
                || !whole().findChild<QWidget *>(u"emptyReset"_s)->isVisible());
        pane.setLook(CalendarLook::Week);
        QTRY_COMPARE(shown(), QList<qint64>{talk});
        words->clear();
        QTRY_COMPARE(shown(), (QList<qint64>{talk, fair}));
        QVERIFY(whole().findChild<FilterModel *>()->setText(u"all_day = yes"_s));
        QTRY_COMPARE(shown(), QList<qint64>{fair});
        QVERIFY(whole().findChild<FilterModel *>()->setText(u"title = \"нет такого\""_s));
        QTRY_VERIFY(whole().findChild<QWidget *>(u"emptyReset"_s)
                    && whole().findChild<QWidget *>(u"emptyReset"_s)->isVisible());
        auto *reset = whole().findChild<QWidget *>(u"emptyReset"_s);
        const QPoint middle = reset->mapTo(&whole(), reset->rect().center());
        QCOMPARE(whole().childAt(middle), reset); // nothing lies over it
        Person::click(reset);
        QTRY_COMPARE(shown(), (QList<qint64>{talk, fair}));
    }

    void oneOfManyPeopleIsFoundByName()
    {
        for (int i = 1; i <= 15; ++i)
            define(planUser(*file().schema(), 0, {{u"name"_s, u"Agent %1"_s.arg(i)}}, file().user()));
        define(planUser(*file().schema(), 0, {{u"name"_s, u"Olga Bell"_s}}, file().user()));
        showWhole(QDate::currentDate());
        CalendarSide &side = *pane().side();
        const auto boxes = [&side] { return side.findChildren<QCheckBox *>(); };
        const QList<qint64> before = side.chosen();
        QTRY_COMPARE(boxes().size(), 17);
        auto *find = side.findChild<QLineEdit *>(u"calendarFind"_s);
        QVERIFY(find->isVisible());
        Person::type(find, u"olga"_s);
        QTRY_COMPARE(boxes().size(), 1);
        QCOMPARE(side.chosen(), before); // what is not seen stays as it was
        boxes().constFirst()->click();
        QCOMPARE(side.chosen().size(), before.size() + 1);
        find->clear();
        QTRY_COMPARE(boxes().size(), 17);
        QCOMPARE(side.chosen().size(), before.size() + 1);
    }
};

KARTOTEKA_UI_TEST(tst_calendar_types, TestCalendarTypes)
#include "tst_calendar_types.moc"
