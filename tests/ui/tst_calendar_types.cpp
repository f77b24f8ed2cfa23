// SPDX-License-Identifier: GPL-3.0-or-later
// A type of the office's own in the calendar: by one date of it, and from one to another; and the calendar's own filter.
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "models/filter/filter_model.h"
#include "tests/support/calendar_test.h"
#include "tests/support/ui_test.h"
#include "views/calendar/calendar_desk.h"
#include "views/calendar/entry_form.h"
#include "views/filter/filter_bar.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Kartoteka;

class TestCalendarTypes final : public CalendarTest
{
    Q_OBJECT

    qint64 m_lease = 0; ///< from the day to the second after it

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
};

int main(int argc, char **argv)
{
    return runUiTest<TestCalendarTypes>(argc, argv);
}
#include "tst_calendar_types.moc"
