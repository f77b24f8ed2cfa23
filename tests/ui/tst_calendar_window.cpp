// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar by mouse and keys on the real window, on whatever day it is.
#include "core/activities/activity.h"
#include "core/activities/kinds.h"
#include "core/items/item_queries.h"
#include "tests/support/calendar_test.h"
#include "tests/support/speech.h"
#include "tests/support/ui_test.h"
#include "views/calendar/calendar_bar.h"
#include "views/calendar/calendar_import_dialog.h"
#include "views/calendar/calendar_side.h"
#include "views/calendar/mini_month.h"
#include "views/calendar/slot_dialog.h"
#include "views/dialogs/activity_dialog.h"
#include "views/render/print_preview.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Kartoteka;

class TestCalendarWindow final : public CalendarTest
{
    Q_OBJECT

    qint64 m_meeting = 0; ///< on the day, 10:00–11:00
    qint64 m_fair = 0;    ///< whole days, from it to the next

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_day = weekBegin(QDate::currentDate(), Qt::Monday).addDays(2);
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Окна для школы"_s}});
        m_meeting = plan(u"Показать образцы"_s, {m_day, QTime(10, 0)}, {m_day, QTime(11, 0)});
        m_fair = plan(u"Выставка"_s, {m_day}, {m_day.addDays(1)});
        openWindow();
        person().shortcut(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(view().isVisible());
        pane().goTo(m_day);
        QTRY_COMPARE(pane().scene().entries().size(), 2);
    }
    void cleanup() { clear(); }

    void aMonthIsWalkedAndChangedByKeys()
    {
        picture(m_window.get(), u"calendar-month"_s);
        view().setFocus();
        QTRY_VERIFY(view().hasFocus());
        QCOMPARE(pane().scene().current.ref.id, m_fair); // what lies over days comes first
        press(Qt::Key_Down);
        QCOMPARE(pane().scene().current.ref.id, m_meeting);
        press(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(stands(m_meeting), u"1 10:00-11:00"_s);
        QTRY_COMPARE(pane().scene().current.ref.id, m_meeting);
        press(Qt::Key_Down, Qt::AltModifier); // a week in a month
        QTRY_COMPARE(stands(m_meeting), u"8 10:00-11:00"_s);
        QTRY_VERIFY(readActivity(store().reader(), m_meeting)->details.duration == 60);
        office().undo();
        office().undo();
        pane().goTo(m_day); // it may have been another month
        QTRY_COMPARE(stands(m_meeting), u"0 10:00-11:00"_s);
        press(Qt::Key_W);
        QCOMPARE(pane().look(), CalendarLook::Week);
        pane().choose(EntryKey::of(*entry(m_meeting)), m_day);
        press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(stands(m_meeting), u"0 10:15-11:15"_s);
        press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(stands(m_meeting), u"0 10:15-11:30"_s);
        press(Qt::Key_Delete);
        QTRY_COMPARE(stands(m_meeting), u"-"_s);
        office().undo();
        QTRY_COMPARE(stands(m_meeting), u"0 10:15-11:30"_s);
        for (const auto &[key, look] : {std::pair(Qt::Key_D, CalendarLook::Day), std::pair(Qt::Key_A, CalendarLook::Agenda),
                                        std::pair(Qt::Key_K, CalendarLook::WorkWeek)}) {
            press(key);
            QCOMPARE(pane().look(), look);
        }
        QKeyEvent cyrillic(QEvent::KeyPress, 0x42C, Qt::NoModifier, u"ь"_s); // stands where M does
        QApplication::sendEvent(&view(), &cyrillic);
        QCOMPARE(pane().look(), CalendarLook::Month);
    }

    void keysTurnThePeriodMakeAndOpen()
    {
        QTRY_VERIFY(view().hasFocus());
        const QDate day = pane().scene().at;
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(pane().scene().at, day.addMonths(1));
        press(Qt::Key_PageUp);
        QCOMPARE(pane().scene().at, day.addMonths(1).addMonths(-1));
        press(Qt::Key_Home);
        QCOMPARE(pane().scene().at, QDate(day.year(), day.month(), 1));
        press(Qt::Key_End);
        QCOMPARE(pane().scene().at, QDate(day.year(), day.month(), day.daysInMonth()));
        press(Qt::Key_Y);
        QCOMPARE(pane().look(), CalendarLook::Year);
        pane().goTo(m_day);
        auto *year = person().find(u"calendarYear"_s);
        QVERIFY(year->hasFocus());
        Person::press(year, Qt::Key_Down); // a week in the map, too
        QCOMPARE(pane().scene().at, m_day.addDays(7));
        QTRY_VERIFY(year->accessibleDescription().contains(QString::number(m_day.addDays(7).day())));
        picture(m_window.get(), u"calendar-year-at"_s);
        Person::press(year, Qt::Key_Up);
        Person::press(year, Qt::Key_Return);
        QCOMPARE(pane().look(), CalendarLook::Day);
        QCOMPARE(pane().scene().at, m_day);
        QTRY_VERIFY(entry(m_meeting));
        pane().choose(EntryKey::of(*entry(m_meeting)), m_day);
        bool isOpen = false;
        Person::whenShown<ActivityDialog>([&isOpen](ActivityDialog *dialog) {
            isOpen = true;
            dialog->reject();
        });
        press(Qt::Key_Return);
        QTRY_VERIFY(isOpen);
        QApplication::setActiveWindow(m_window.get()); // which the desktop does
        press(Qt::Key_Insert);
        auto *title = person().find<QLineEdit>(u"entryTitle"_s);
        QTRY_VERIFY(title->hasFocus());
        Person::press(title, Qt::Key_Escape);
        QTRY_VERIFY(!title->isVisible());
        QTRY_VERIFY(view().hasFocus());
    }

    void pagesTurnWhileSomethingIsHeldAtTheEdge()
    {
        const CalendarPeriod before = pane().scene().period;
        const QPoint edge(view().viewport()->width() - 4, view().viewport()->height() / 2);
        drag(seen(m_meeting).center(), edge, Qt::NoModifier, false);
        QCOMPARE(view().gesture().turning(), 1);
        picture(m_window.get(), u"calendar-turning"_s);
        QTRY_VERIFY(pane().scene().period.day > before.day);
        QVERIFY(view().gesture().isActive());
        press(Qt::Key_Escape);
        QCOMPARE(pane().scene().period.day, before.day);
        QTRY_COMPARE(stands(m_meeting), u"0 10:00-11:00"_s);

        drag(seen(m_meeting).center(), edge, Qt::NoModifier, false);
        QTRY_VERIFY(pane().scene().period.day > before.day);
        const QPoint middle = view().viewport()->rect().center();
        move(middle);
        QCOMPARE(view().gesture().turning(), 0);
        const QDate there = view().spotAt(middle)->place.day;
        QVERIFY(there > before.last());
        release(middle);
        QTRY_VERIFY(entry(m_meeting) && entry(m_meeting)->first == there);
        QTRY_VERIFY(readActivity(store().reader(), m_meeting)->details.duration == 60);
        office().undo();
        pane().goTo(m_day);
        QTRY_COMPARE(stands(m_meeting), u"0 10:00-11:00"_s);
    }

    void whatIsSeenIsPrinted()
    {
        for (int i = 0; i < 40; ++i)
            plan(u"Дело %1"_s.arg(i), {m_day.addDays(i % 30), QTime(9, 0)}, {m_day.addDays(i % 30), QTime(9, 30)});
        for (const CalendarLook look :
             {CalendarLook::Month, CalendarLook::Week, CalendarLook::Day, CalendarLook::Agenda, CalendarLook::Year}) {
            show(look);
            QTRY_VERIFY(look == CalendarLook::Year ? pane().model()->shown().count(m_day) > 0
                                                   : pane().scene().entries().size() > 3);
            if (look == CalendarLook::Week) {
                person().shortcut(Qt::Key_P, Qt::ControlModifier);
            } else {
                Person::whenNamed(u"calendarMoreMenu"_s, [](QWidget *menu) {
                    menu->findChild<QAction *>(u"calendarPrint"_s)->trigger();
                    menu->close();
                });
                person().click(u"calendarMore"_s);
            }
            PrintPreview *preview = nullptr;
            QTRY_VERIFY((preview = m_window->findChild<PrintPreview *>()));
            QTRY_VERIFY(look == CalendarLook::Agenda ? preview->pageCount() > 1 : preview->pageCount() == 1);
            picture(preview, u"calendar-print-"_s + calendarLookName(look));
            const QString path = m_office->folder() + u'/' + calendarLookName(look) + u".pdf"_s;
            Person::chooseFile(path);
            Person::click(preview->findChild<QWidget *>(u"printPdf"_s));
            QTRY_VERIFY(QFile::exists(path));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
            QTRY_VERIFY(!m_window->findChild<PrintPreview *>());
        }
    }

    void theLookThatIsShownStaysInTheBar()
    {
        QWidget window;
        CalendarBar bar(&window);
        window.setVisible(true);
        auto *one = bar.findChild<QToolButton *>(u"calendarLooks"_s);
        for (const CalendarLook look : {CalendarLook::WorkWeek, CalendarLook::Year}) {
            CalendarPeriod period = pane().scene().period;
            period.look = look;
            bar.show(period);
            auto *shown = bar.findChild<QToolButton *>(u"calendar_"_s + calendarLookName(look));
            for (int width = 1600; width == 1600 || one->isHidden(); width -= 20) {
                bar.resize(width, 48);
                QVERIFY2(shown->isVisible() || one->isVisible(), qPrintable(QString::number(width)));
            }
        }
    }

    void aNarrowBarHasItsLooksInOneMenu()
    {
        QWidget window; // where nothing else says how wide it is
        CalendarBar bar(&window);
        bar.show(pane().scene().period);
        bar.resize(1600, 48);
        window.setVisible(true);
        auto *title = bar.findChild<QToolButton *>(u"calendarTitle"_s);
        auto *one = bar.findChild<QToolButton *>(u"calendarLooks"_s);
        auto *year = bar.findChild<QToolButton *>(u"calendar_year"_s);
        QVERIFY(one->isHidden() && year->isVisible());
        QCOMPARE(title->text(), pane().scene().period.title());
        bar.resize(bar.minimumSizeHint().width(), 48);
        QVERIFY(one->isVisible() && !year->isVisible());
        QVERIFY(title->text().endsWith(u'…'));
        QVERIFY(title->accessibleName().startsWith(pane().scene().period.title()));
        QSignalSpy wanted(&bar, &CalendarBar::lookWanted);
        Person::whenNamed(u"calendarLooksMenu"_s, [](QWidget *menu) {
            QCOMPARE(menu->actions().size(), 6);
            menu->actions().constLast()->trigger();
            menu->close();
        });
        Person::click(one);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<CalendarLook>(), CalendarLook::Year);
    }

    void aWideWeekOpensAtItsDay()
    {
        QList<CalendarLane> lanes;
        for (int i = 0; i < 12; ++i)
            lanes << CalendarLane{i + 1, u"Комната %1"_s.arg(i + 1), Qt::red};
        pane().setLanes(lanes, true);
        pane().setLook(CalendarLook::Week);
        const DayPlaces &places = as<DayGrid>().places();
        QVERIFY(view().horizontalScrollBar()->maximum() > 0);
        const int left = places.columnRect(places.columnOf(m_day)).left();
        QVERIFY(left >= view().scrollZone().left() && left < view().scrollZone().right());
    }

    void aDateIsGoneToInWords()
    {
        press(Qt::Key_G);
        auto *words = person().find<QLineEdit>(u"goToWords"_s);
        QTRY_VERIFY(words->hasFocus());
        Person::type(words, u"5 march 2019"_s);
        QVERIFY(person().find<QLabel>(u"goToAnswer"_s)->text().contains(u"2019"_s));
        Person::press(words, Qt::Key_Return);
        QCOMPARE(pane().scene().at, QDate(2019, 3, 5));
        QTRY_VERIFY(view().hasFocus());
        press(Qt::Key_PageDown);
        QCOMPARE(pane().scene().at, QDate(2019, 4, 5));
        press(Qt::Key_T);
        QCOMPARE(pane().scene().at, QDate::currentDate());
    }

    void barsAreMovedAndStretchedByDays()
    {
        const QPoint bar = seen(m_fair).topLeft() + QPoint(30, 8); // in its first day
        const int day = as<MonthView>().places().cellRect(m_day).width();
        drag(bar, bar + QPoint(day, 0));
        QTRY_COMPARE(stands(m_fair), u"1..2"_s);
        const QRect there = seen(m_fair);
        drag(QPoint(there.right() - 1, there.center().y()), QPoint(there.right() - 1 + day, there.center().y()));
        QTRY_COMPARE(stands(m_fair), u"1..3"_s);
        // What has a time keeps it.
        drag(seen(m_meeting).center(), seen(m_meeting).center() + QPoint(2 * day, 0));
        QTRY_COMPARE(stands(m_meeting), u"2 10:00-11:00"_s);
        office().undo();
        office().undo();
        office().undo();
        QTRY_COMPARE(stands(m_fair), u"0..1"_s);
        QTRY_COMPARE(stands(m_meeting), u"0 10:00-11:00"_s);
    }

    void hoursAreMovedStretchedCopiedAndLetGo()
    {
        show(CalendarLook::Week);
        static_cast<DayGrid &>(view()).showWorkingHours();
        picture(m_window.get(), u"calendar-week"_s);
        const int hour = as<DayGrid>().places().hourHeight();
        QRect block = seen(m_meeting);
        drag(block.center(), block.center() + QPoint(0, hour * 2 + 7)); // to the next quarter
        QTRY_COMPARE(stands(m_meeting), u"0 12:15-13:15"_s);
        block = seen(m_meeting);
        drag(QPoint(block.center().x(), block.bottom() - 1), QPoint(block.center().x(), block.bottom() - 1 + hour));
        QTRY_COMPARE(stands(m_meeting), u"0 12:15-14:15"_s);
        drag(block.center(), block.center() + QPoint(0, hour), Qt::NoModifier, false);
        QVERIFY(view().gesture().isActive());
        picture(m_window.get(), u"calendar-held"_s);
        press(Qt::Key_Escape);
        QVERIFY(!view().gesture().isActive());
        QCOMPARE(stands(m_meeting), u"0 12:15-14:15"_s);
        const qsizetype before = pane().scene().entries().size();
        drag(seen(m_meeting).center(), seen(m_meeting).center() + QPoint(0, 3 * hour), Qt::ControlModifier);
        QTRY_COMPARE(pane().scene().entries().size(), before + 1);
        QCOMPARE(stands(m_meeting), u"0 12:15-14:15"_s);
    }

    void anEmptySpanMakesSomething()
    {
        office().showSection(typeId(u"activity"_s))->setView(u"calendar"_s);
        show(CalendarLook::Week);
        static_cast<DayGrid &>(view()).showWorkingHours();
        const QDate friday = m_day.addDays(2);
        drag(pointOf(friday, QTime(13, 2)), pointOf(friday, QTime(14, 28)));
        auto *title = person().find<QLineEdit>(u"entryTitle"_s);
        QTRY_VERIFY(title->hasFocus());
        picture(m_window.get(), u"calendar-new"_s);
        Person::press(title, Qt::Key_Return);
        QVERIFY(person().find<QLabel>(u"entryProblem"_s)->isVisible()); // it wants a name
        Person::type(title, u"Замер"_s);
        Person::press(title, Qt::Key_Return);
        picture(m_window.get(), u"calendar-made"_s);
        QTRY_COMPARE(pane().scene().entries().size(), 3);
        const CalendarEntry made = pane().scene().entries().constLast();
        QCOMPARE(made.title, u"Замер"_s);
        QCOMPARE(stands(made.ref.id), u"2 13:00-14:30"_s);
        QTRY_COMPARE(pane().scene().current.ref.id, made.ref.id);
        QCOMPARE(readActivity(store().reader(), made.ref.id)->reminders,
                 kindProperties(*store().schema(), made.kind).reminders);
        // A click beside what was opened shuts it, and makes nothing.
        Person::click(view().viewport(), pointOf(friday, QTime(9, 0)));
        QTRY_VERIFY(person().find(u"entryForm"_s));
        Person::click(view().viewport(), pointOf(m_day.addDays(-1), QTime(12, 0)));
        QVERIFY(m_window->findChild<QWidget *>(u"entryForm"_s)->isHidden());
        // By a key it is an hour, of a day too that shows its hours.
        press(Qt::Key_D);
        press(Qt::Key_N);
        QTRY_VERIFY(person().find(u"entryForm"_s));
        QVERIFY(!person().find<QLabel>(u"entryWhen"_s)->text().contains(u"all day"_s));
        // What was typed is not lost without a question.
        title = person().find<QLineEdit>(u"entryTitle"_s);
        Person::type(title, u"Обед"_s);
        for (const QString &answer : {u"askCancel"_s, u"unsavedDiscard"_s}) {
            QVERIFY(title->isVisible() && title->text() == u"Обед"_s);
            Person::whenOffered(u"unsavedSave"_s,
                                [answer](QWidget *question) { Person::click(question->findChild<QWidget *>(answer)); });
            Person::press(title, Qt::Key_Escape);
            QCOMPARE(title->isVisible(), answer == u"askCancel"_s);
        }
    }

    void freeTimesAreCopiedAndAnAnswerIsBooked()
    {
        const QDate monday = weekBegin(QDate::currentDate(), Qt::Monday).addDays(7);
        SlotDialog dialog(store(), {}, {{true, store().user()}}, monday, m_window.get());
        connect(&dialog, &SlotDialog::commitWanted, this,
                [this](const ChangeSet &changes) { QVERIFY(store().commitAndWait(changes)); });
        dialog.setVisible(true);
        QTRY_COMPARE(dialog.ticked().size(), 5); // the days of a week on which it is worked
        picture(&dialog, u"calendar-slots"_s);
        Person::click(dialog.findChild<QWidget *>(u"slotCopy"_s));
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
        // As slots that begin every half hour they overlap, and are not held.
        auto *step = dialog.findChild<QComboBox *>(u"slotStep"_s);
        QSignalSpy refused(&dialog, &SlotDialog::failed);
        Person::press(step, Qt::Key_Down);
        Person::press(step, Qt::Key_Down);
        QCOMPARE(step->currentData().toInt(), 30);
        QTRY_VERIFY(dialog.ticked().size() > 50);
        QCOMPARE(dialog.ticked().constFirst().ends - dialog.ticked().constFirst().starts, 3'600'000);
        Person::click(dialog.findChild<QWidget *>(u"slotHold"_s));
        QCOMPARE(refused.size(), 1);
        step->setFocus();
        Person::press(step, Qt::Key_Home);
        QTRY_COMPARE(dialog.ticked().size(), 5);
        // Held until a day that is chosen, they are free no more.
        auto *spans = dialog.findChild<QListWidget *>(u"slotSpans"_s);
        for (int row = 2; row < spans->count(); ++row) {
            if (spans->item(row)->flags() & Qt::ItemIsUserCheckable)
                spans->item(row)->setCheckState(Qt::Unchecked);
        }
        QCOMPARE(dialog.ticked().size(), 1);
        auto *until = dialog.findChild<QDateEdit *>(u"slotUntil"_s);
        until->setDate(monday.addDays(20));
        Person::click(dialog.findChild<QWidget *>(u"slotHold"_s));
        QTRY_COMPARE(spans->count(), 8);     // four days with their heads
        QCOMPARE(dialog.ticked().size(), 0); // what was not ticked is not now
        auto *reply = dialog.findChild<QPlainTextEdit *>(u"slotReply"_s);
        Person::type(reply, u"давайте %1 15:00"_s.arg(monday.addDays(1).toString(Qt::ISODate)));
        auto *book = dialog.findChild<QWidget *>(u"slotBook"_s);
        QVERIFY(book->isEnabled());
        Person::click(book);
        page().setView(u"list"_s);
        person().click(u"calendarEntry"_s);
        CalendarPane &whole = *office().own()->calendar()->pane();
        whole.goTo(monday.addDays(1));
        QTRY_VERIFY(std::ranges::any_of(whole.scene().entries(), [&](const CalendarEntry &one) {
            return one.starts == QDateTime(monday.addDays(1), QTime(15, 0)) && one.starts.secsTo(one.ends) == 3600;
        }));
    }

    void aCalendarFileIsShownAndTakenIn()
    {
        const QString path = m_office->folder() + u"/fair.ics"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray day = m_day.toString(u"yyyyMMdd"_s).toLatin1();
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\nUID:fair@example\r\n"
                   "DTSTAMP:20260101T000000Z\r\nDTSTART:"
                   + day + "T140000\r\nDTEND:" + day + "T153000\r\nSUMMARY:Ярмарка\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        file.close();
        Person::whenShown<CalendarImportDialog>([](CalendarImportDialog *dialog) {
            QVERIFY(dialog->findChild<QLabel *>(u"calendarImportSummary"_s)->text() == u"1 new");
            picture(dialog, u"calendar-import"_s);
            dialog->accept();
        });
        office().importFrom(path);
        office().showOwn(Sidebar::calendar);
        CalendarPane &whole = *office().own()->calendar()->pane();
        whole.goTo(m_day);
        QTRY_VERIFY(std::ranges::any_of(whole.scene().entries(), [](const CalendarEntry &one) {
            return one.title == u"Ярмарка" && one.starts.time() == QTime(14, 0);
        }));
    }

    void datesOfItemsMoveByWholeDays()
    {
        clear();
        makeOffice();
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Поставка"_s}, {u"close_date"_s, m_day}});
        openWindow();
        office().showSection(typeId(u"deal"_s))->setView(u"calendar"_s);
        section().setFields(u"close_date"_s);
        pane().goTo(m_day);
        QTRY_COMPARE(stands(deal), u"0..0"_s);
        const int day = as<MonthView>().places().cellRect(m_day).width();
        drag(seen(deal).center(), seen(deal).center() + QPoint(day, 0));
        QTRY_COMPARE(stands(deal), u"1..1"_s);
        QTRY_COMPARE(readItem(store().reader(), {typeId(u"deal"_s), deal, {}})->value(u"close_date"_s).toDate(),
                     m_day.addDays(1));
        drag(seen(deal).center(), seen(deal).center() - QPoint(day, 0), Qt::ControlModifier);
        QTRY_COMPARE(pane().scene().entries().size(), 2);
        QCOMPARE(stands(deal), u"1..1"_s);
        QCOMPARE(pane().scene().entries().constFirst().title, u"Поставка"_s);
        QCOMPARE(pane().scene().entries().constFirst().first, m_day);
    }

    void theOfficesCalendarShowsWhomOneTicks()
    {
        person().click(u"calendarEntry"_s);
        CalendarPage &calendar = *office().own()->calendar();
        QTRY_VERIFY(calendar.isVisible());
        calendar.pane()->goTo(m_day);
        QTRY_COMPARE(calendar.pane()->scene().entries().size(), 2);
        auto *me = person().find<QAbstractButton>(u"calendarOf_%1"_s.arg(store().user()));
        me->click();
        QTRY_COMPARE(calendar.pane()->scene().entries().size(), 0);
        me->click();
        QTRY_COMPARE(calendar.pane()->scene().entries().size(), 2);
        for (const auto &[key, look] :
             {std::pair(Qt::Key_W, CalendarLook::Week), std::pair(Qt::Key_M, CalendarLook::Month)}) {
            me->setFocus();
            Person::press(me, key);
            QCOMPARE(calendar.pane()->look(), look);
        }
        QTRY_COMPARE(calendar.pane()->scene().entries().size(), 2);
        picture(m_window.get(), u"calendar-page"_s);
        QMenu menu;
        emit calendar.pane()->menuWanted(menu);
        QVERIFY(menu.findChild<QAction *>(u"calendarColour_kind"_s)->isChecked());
        menu.findChild<QAction *>(u"calendarColour_person"_s)->trigger();
        QCOMPARE(calendar.pane()->scene().colours.by(), CalendarColour::Person);
        QTRY_COMPARE(calendar.pane()->side()->month()->count(m_day), 2);
        // It is heard, too.
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(calendar.pane()->surface());
        QVERIFY(heard);
        QCOMPARE(heard->role(), QAccessible::List);
        QCOMPARE(heard->childCount(), 2);
        QVERIFY(heard->child(1)->text(QAccessible::Name).startsWith(u"Показать образцы"_s));
        calendar.pane()->setLook(CalendarLook::Year);
        picture(m_window.get(), u"calendar-year"_s);
        calendar.pane()->setLook(CalendarLook::Agenda);
        QTRY_VERIFY(calendar.pane()->model()->isRead());
        picture(m_window.get(), u"calendar-agenda"_s);
    }
};

KARTOTEKA_UI_TEST(tst_calendar_window, TestCalendarWindow)
#include "tst_calendar_window.moc"
