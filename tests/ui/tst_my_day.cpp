// SPDX-License-Identifier: GPL-3.0-or-later
// A day worked through by keys alone.
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/timeline/timeline.h"
#include "tests/support/hands.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/card/card_panel.h"
#include "views/day/day_page.h"
#include "views/dialogs/activity_dialog.h"
#include "views/shell/own_pages.h"
#include "views/shell/sidebar.h"
#include "views/widgets/toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace Kartoteka;

class TestMyDay final : public WindowTest
{
    Q_OBJECT

    QList<qint64> m_leads;
    qint64 m_late = 0;
    qint64 m_today = 0;
    qint64 m_letter = 0;

    DayPage &day() { return *office().own()->day(); }
    QWidget *queue() { return person().find(u"dayQueue"_s); }
    qint64 plan(qsizetype lead, const QString &title, const QDateTime &deadline, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.incoming = incoming;
        if (!incoming)
            draft.deadline = deadline.toMSecsSinceEpoch();
        draft.items = {{m_office->typeId(u"lead"_s), m_leads[lead], {}}};
        ChangeSet changes = planActivity(m_office->schema(), draft);
        const QUuid uid = changes.changes.first().uid;
        const auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? receipt->created.value(uid) : 0;
    }
    Activity activity(qint64 id) { return *readActivity(store().reader(), id); }
    QList<qint64> waiting()
    {
        QList<qint64> ids;
        for (int row = 0; row < day().queue().rowCount(); ++row)
            ids << day().queue().at(row).activity.id;
        return ids;
    }
    bool isAsking() { return day().findChild<QWidget *>(u"nextStepBar"_s)->isVisible(); }
    void press(int key) { Person::press(queue(), key); }
    void lookAgain()
    {
        press(Qt::Key_Down);
        press(Qt::Key_Up);
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_leads.clear();
        for (const QString &title : {u"Окна"_s, u"Двери"_s, u"Крыша"_s})
            m_leads << m_office->create(u"lead"_s, {{u"title"_s, title}, {u"phone"_s, textMembers({u"+79131234567"_s})}});
        const QDateTime now = QDateTime::currentDateTime();
        m_today = plan(0, u"Позвонить"_s, QDateTime(now.date(), QTime(23, 59)));
        m_late = plan(1, u"Отправить счёт"_s, now.addDays(-2));
        m_letter = plan(2, u"Ответить на письмо"_s, {}, true);
        plan(2, u"Не сегодня"_s, now.addDays(2));
        openWindow();
        person().shortcut(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(waiting(), (QList<qint64>{m_late, m_letter, m_today}));
        Person::press(queue(), Qt::Key_Down);
        QTRY_VERIFY(day().current() && day().current()->activity.id == m_letter);
    }
    void cleanup() { clear(); }

    void whatIsDoneGoesWithItsNote()
    {
        QVERIFY(day().current());
        QCOMPARE(day().current()->activity.id, m_letter);
        QTRY_VERIFY(!person().find(u"dayPage"_s)->findChildren<QWidget *>(u"dayItem"_s).isEmpty());
        picture(m_window.get(), u"my-day"_s);
        press(Qt::Key_T);
        auto *note = person().find<QLineEdit>(u"dayNote"_s);
        QTRY_VERIFY(note->hasFocus());
        Person::type(note, u"Ответила, ждут договор"_s);
        Person::press(note, Qt::Key_Return);
        QTRY_VERIFY(activity(m_letter).done);
        const auto page = readTimeline(store().reader(), {typeId(u"lead"_s), m_leads[2], {}}, {}, 10);
        QVERIFY(std::ranges::any_of(page->entries, [](const TimelineEntry &one) {
            return one.kind == EntryKind::Comment && one.text == u"Ответила, ждут договор"_s;
        }));
        // Somebody was answered: what comes next is asked.
        QTRY_VERIFY(isAsking());
        picture(m_window.get(), u"my-day-next"_s);
        press(Qt::Key_1);
        QTRY_VERIFY(!isAsking());
        QTRY_COMPARE(*countPlanned(store().reader(), {typeId(u"lead"_s), m_leads[2], {}}), 2);
        QTRY_COMPARE(day().current()->activity.id, m_today); // the next one is at hand
        // One undo for the plan, one for what was done, its note included.
        office().undo();
        office().undo();
        QTRY_VERIFY(!activity(m_letter).done);
        QTRY_COMPARE(waiting(), (QList<qint64>{m_late, m_letter, m_today}));
        QTRY_COMPARE(day().current()->activity.id, m_letter); // what came back is at hand
    }

    void clientsOfOneNameAreReachedByTheirOwnNumbers()
    {
        const auto contact = [this](const QString &phone) {
            QUuid uid;
            const auto made = store().commitAndWait(
                planCreate(*store().schema(), *store().schema()->type(u"contact"_s),
                           {{u"title"_s, u"Анна Белова"_s}, {u"phone"_s, textMembers({phone})}}, &uid));
            return made ? made->created.value(uid) : 0;
        };
        const qint64 anna = contact(u"+79131111111"_s);
        Member other;
        other.ref = {typeId(u"contact"_s), contact(u"+79132222222"_s), {}};
        const auto lead = readItem(store().reader(), {typeId(u"lead"_s), m_leads[2], {}});
        QVERIFY(lead && anna != 0 && other.ref.id != 0);
        QVERIFY(store().commitAndWait(planEdit(*store().schema(), *lead,
                                               {{Codes::clientContact, anna},
                                                {u"contacts"_s, membersValue({other})},
                                                {Codes::email, textMembers({u"ask@a.example"_s})}})));
        lookAgain();
        QTRY_COMPARE(day().findChildren<QWidget *>(u"dayReach"_s).size(), 4); // each her own, and the lead's two
    }

    /// However much was said since, what happened is told.
    void whatHappenedLastStandsBelowManyComments()
    {
        const ItemRef lead{typeId(u"lead"_s), m_leads[2], {}};
        const auto told = [this](const QString &text) {
            return std::ranges::count_if(day().findChildren<QLabel *>(),
                                         [&](const QLabel *label) { return label->text().contains(text); });
        };
        for (int i = 0; i < 6; ++i)
            QVERIFY(store().commitAndWait(planComment(lead, u"Звонок %1"_s.arg(i))));
        lookAgain();
        QTRY_COMPARE(told(u"Звонок 5"_s), 1);
        QVERIFY(told(u"Не сегодня"_s) > 0); // it was planned before
    }

    void undoTakesBackTheQuestionToo()
    {
        press(Qt::Key_Space);
        QTRY_VERIFY(isAsking());
        office().undo();
        QTRY_VERIFY(!isAsking());
        QTRY_VERIFY(day().current() && day().current()->activity.id == m_letter);
        press(Qt::Key_N); // the keys go on in the card
        QTRY_COMPARE(office().card()->item().id, m_leads[2]);
        QTRY_VERIFY(office().card()->isAncestorOf(m_window->focusWidget()));
    }

    /// What matters most goes before all; the whole day is worked through by keys, and the last two steps are taken back.
    void aDayIsWorkedThroughByKeys()
    {
        const Schema &schema = *store().schema();
        const Field &priority = *schema.field(typeId(u"activity"_s), Codes::priority);
        const auto high = planChangeActivity(schema, activity(m_today),
                                             {{Codes::priority, findListValue(schema, priority, u"high"_s)}});
        QVERIFY(high && store().commitAndWait(*high));
        QTRY_COMPARE(waiting(), (QList<qint64>{m_today, m_late, m_letter}));
        Person::press(queue(), Qt::Key_Home);
        QTRY_COMPARE(day().current()->activity.id, m_today);
        for (const qint64 next : {m_today, m_late, m_letter}) {
            QTRY_VERIFY(day().current() && day().current()->activity.id == next);
            press(Qt::Key_Space);
            QTRY_VERIFY(isAsking());
            press(Qt::Key_2); // in three days
            QTRY_VERIFY(!isAsking());
        }
        QTRY_VERIFY(waiting().isEmpty());
        const ItemRef last{typeId(u"lead"_s), m_leads[2], {}};
        QTRY_COMPARE(*countPlanned(store().reader(), last), 2); // with what was planned before
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(*countPlanned(store().reader(), last), 1);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(waiting(), QList<qint64>{m_letter});
        QVERIFY(!activity(m_letter).done);
        // At the end of the day any of it can be taken back.
        press(Qt::Key_Space);
        QTRY_VERIFY(isAsking());
        press(Qt::Key_Escape);
        QTRY_VERIFY(waiting().isEmpty() && !isAsking());
        QTRY_VERIFY(day().findChild<QWidget *>(u"dayUndo"_s) && day().findChild<QWidget *>(u"dayUndo"_s)->isVisible());
        press(Qt::Key_Tab);
        QTRY_VERIFY(day().findChild<QWidget *>(u"dayUndo"_s)->hasFocus());
        Person::whenNamed(u"dayUndoMenu"_s, [](QWidget *shown) {
            auto *menu = qobject_cast<QMenu *>(shown);
            const auto acts = menu->actions();
            const auto sent = std::ranges::find_if(
                acts, [](const QAction *one) { return one->text().contains(u"Отправить счёт"_s); });
            QVERIFY(sent != acts.cend());
            menu->setActiveAction(*sent);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        Person::click(day().findChild<QWidget *>(u"dayUndo"_s));
        QTRY_COMPARE(waiting(), QList<qint64>{m_late});
        QVERIFY(!activity(m_late).done);
        QTRY_VERIFY(office().toast()->text().contains(u"Отправить счёт"_s));
    }

    void whatBelongsToTheBinIsNotOfTheDay()
    {
        const EntityType lead = *store().schema()->type(u"lead"_s);
        QVERIFY(store().commitAndWait(planDelete(lead, {m_leads[2]}, {}, store().clock().now())));
        Person::press(queue(), Qt::Key_Down);
        office().showSection(lead.id);
        office().showOwn(Sidebar::day);
        QTRY_COMPARE(waiting(), (QList<qint64>{m_late, m_today}));
    }

    void aTakenRoomIsAskedAbout()
    {
        ChangeSet hall;
        hall.create(Codes::resourceType, {{Codes::title, u"Зал"_s}, {Codes::resourceActive, true}});
        const QUuid uid = hall.changes.constFirst().uid;
        const auto made = store().commitAndWait(hall);
        QVERIFY(made);
        Member room;
        room.ref = {0, made->created.value(uid), {}};
        const Value rooms = toValue(Members{room});
        ActivityDraft fitting;
        fitting.title = u"Примерка"_s;
        fitting.items = {{typeId(u"lead"_s), m_leads[0], {}}};
        fitting.deadline = QDateTime::currentMSecsSinceEpoch() + 23 * 3'600'000;
        ChangeSet booked = planActivity(*store().schema(), fitting);
        booked.changes.first().values << FieldValue{Codes::start, fitting.deadline} << FieldValue{Codes::duration, 180}
                                      << FieldValue{Codes::resources, rooms};
        booked.update(u"activity"_s, m_late,
                      {{Codes::start, activity(m_late).deadline}, {Codes::duration, 60}, {Codes::resources, rooms}});
        QVERIFY(store().commitAndWait(booked));
        QTRY_COMPARE(waiting(), (QList<qint64>{m_late, m_letter, m_today}));
        Person::press(queue(), Qt::Key_Home);
        QTRY_COMPARE(day().current()->activity.id, m_late);
        const qint64 before = activity(m_late).deadline.toLongLong();
        bool isAsked = false;
        Person::whenOffered(u"bookAnyway"_s, [&isAsked](QWidget *box) {
            isAsked = true;
            Person::click(box->findChild<QWidget *>(u"askCancel"_s));
        });
        press(Qt::Key_2);
        QTRY_VERIFY(isAsked);
        QCOMPARE(activity(m_late).deadline.toLongLong(), before);
        Person::whenOffered(u"bookAnyway"_s,
                            [](QWidget *box) { Person::click(box->findChild<QWidget *>(u"bookAnyway"_s)); });
        press(Qt::Key_2);
        QTRY_VERIFY(activity(m_late).deadline.toLongLong() > before);
        QCOMPARE(activity(m_late).details.start, activity(m_late).deadline); // moved as a whole
    }

    void keysPutOffPutAsideAndPassOver()
    {
        press(Qt::Key_K); // the letter waits till the end
        QCOMPARE(waiting(), (QList<qint64>{m_late, m_today, m_letter}));
        QTRY_COMPARE(day().current()->activity.id, m_today); // the next one is at hand
        press(Qt::Key_Home);
        QTRY_COMPARE(day().current()->activity.id, m_late);
        const qint64 before = activity(m_late).deadline.toLongLong();
        press(Qt::Key_2);
        QTRY_VERIFY(activity(m_late).deadline.toLongLong() > before);
        QTRY_COMPARE(waiting(), (QList<qint64>{m_today, m_letter}));
        QTRY_COMPARE(day().current()->activity.id, m_today);
        turnOnce(store(), person(), Qt::Key_Z); // what comes back is at hand
        QTRY_COMPARE(waiting(), (QList<qint64>{m_late, m_today, m_letter}));
        QTRY_COMPARE(day().current()->activity.id, m_late);
        QCOMPARE(activity(m_late).deadline.toLongLong(), before);
        press(Qt::Key_2);
        QTRY_COMPARE(waiting(), (QList<qint64>{m_today, m_letter}));
        QTRY_COMPARE(day().current()->activity.id, m_today);
        press(Qt::Key_Backspace);
        QTRY_COMPARE(waiting(), QList<qint64>{m_letter});
        const auto written = store().undoStep();
        QAction *undo = m_window->action(u"undo"_s);
        QVERIFY(office().nextTurn(false).contains(activity(m_today).title));
        undo->trigger(); // what was passed by, not the act before it
        QTRY_COMPARE(waiting(), (QList<qint64>{m_today, m_letter}));
        QTRY_COMPARE(day().current()->activity.id, m_today);
        QCOMPARE(store().undoStep()->act, written->act);
        press(Qt::Key_Backspace);
        QTRY_COMPARE(waiting(), QList<qint64>{m_letter});
        press(Qt::Key_Return);
        QTRY_COMPARE(office().card()->item().id, m_leads[2]);
        Person::press(office().card(), Qt::Key_Escape);
        press(Qt::Key_Space);
        QTRY_VERIFY(isAsking());
        press(Qt::Key_Escape);
        QTRY_VERIFY(waiting().isEmpty());
        picture(m_window.get(), u"my-day-over"_s);
    }

    void anEmptyDayOffersAnActivity()
    {
        clear();
        makeOffice();
        openWindow();
        person().shortcut(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(day().findChild<QWidget *>(u"dayCreate"_s));
        bool isOpen = false;
        Person::whenShown<ActivityDialog>([&isOpen](ActivityDialog *dialog) {
            isOpen = true;
            dialog->reject();
        });
        Person::click(day().findChildren<QWidget *>(u"dayCreate"_s).constLast());
        QTRY_VERIFY(isOpen);
    }
};

KARTOTEKA_UI_TEST(tst_my_day, TestMyDay)
#include "tst_my_day.moc"
