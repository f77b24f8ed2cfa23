// SPDX-License-Identifier: GPL-3.0-or-later
// What comes next is asked where nothing is planned, until somebody does not want to be asked.
#include "core/activities/activity.h"
#include "core/activities/next_step.h"
#include "core/items/item_acts.h"
#include "core/people/user_acts.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/acts/next_step_bar.h"
#include "views/card/card_panel.h"
#include "views/settings/activities_page.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Kartoteka;

class TestNextStep final : public WindowTest
{
    Q_OBJECT

    qint64 m_lead = 0;
    qint64 m_lost = 0;
    qint64 m_call = 0;

    ItemRef lead() { return {typeId(u"lead"_s), m_lead, {}}; }
    NextStepBar &bar() { return *m_window->findChild<NextStepBar *>(u"nextStepBar"_s); }
    void closeCardOf(const ItemRef &ref)
    {
        office().openItem(ref);
        QTRY_COMPARE(office().card()->item(), ref);
        Person::press(office().card(), Qt::Key_Escape);
        QTRY_VERIFY(!office().card()->isVisible());
    }
    ItemRef makeFor(qint64 responsible, const QString &title)
    {
        QUuid uid;
        const auto made = store().commitAndWait(planCreate(*store().schema(), *store().schema()->type(u"lead"_s),
                                                           {{u"title"_s, title}, {u"responsible"_s, responsible}}, &uid));
        return {typeId(u"lead"_s), made ? made->created.value(uid) : 0, {}};
    }
    qint64 planned() { return *countPlanned(store().reader(), lead()); }
    void completeTheCall()
    {
        const auto activity = readActivity(store().reader(), m_call);
        QVERIFY(activity && store().commitAndWait(planComplete(*activity)));
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Окна"_s}});
        m_lost = m_office->create(u"lead"_s, {{u"title"_s, u"Двери"_s}});
        m_office->move(u"lead"_s, m_lost, u"junk"_s);
        ActivityDraft call;
        call.title = u"Позвонить"_s;
        call.items = {{m_office->typeId(u"lead"_s), m_lead, {}}};
        ChangeSet changes = planActivity(m_office->schema(), call);
        const QUuid uid = changes.changes.first().uid;
        m_call = m_office->store().commitAndWait(changes)->created.value(uid);
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { clear(); }

    void theLastOneDoneAsks()
    {
        completeTheCall();
        QTRY_VERIFY(bar().isVisible());
        picture(m_window.get(), u"next-step"_s);
        // The Undo of a message that comes meanwhile is to be reached.
        auto *message = m_window->findChild<Toast *>();
        message->show(u"Выполнено: Позвонить клиенту"_s, true);
        QVERIFY(!bar().geometry().intersects(message->home()));
        m_window->resize(m_window->width() / 2, m_window->height());
        QTRY_VERIFY(!bar().geometry().intersects(message->home()));
        Person::click(bar().findChild<QWidget *>(u"nextStep2"_s));
        QTRY_COMPARE(planned(), 1);
        QVERIFY(!bar().isVisible());
        office().undo();
        QTRY_COMPARE(planned(), 0);
    }

    void whatSomebodyElseWorksOnAsksOnceItIsChanged()
    {
        const auto hired = planUser(*store().schema(), 0, {{u"name"_s, u"Пётр"_s}}, store().user());
        QVERIFY(hired);
        const QUuid uid = hired->changes.first().uid;
        const auto receipt = store().commitAndWait(*hired);
        QVERIFY(receipt);
        const ItemRef item = makeFor(receipt->created.value(uid), u"Крыша"_s);
        QVERIFY(item.id != 0);
        closeCardOf(item); // this person made it
        QTRY_VERIFY(bar().isVisible());
        Person::click(bar().findChild<QWidget *>(u"nextStepClose"_s));
        QVERIFY(!bar().isVisible());
        closeCardOf(item);
        const ItemRef gate = makeFor(receipt->created.value(uid), u"Ворота"_s);
        closeCardOf(lead()); // the call is planned, and the gate was not looked at yet
        closeCardOf(gate);
        QTRY_VERIFY(bar().isVisible());
        Person::click(bar().findChild<QWidget *>(u"nextStepClose"_s));
        QVERIFY(!bar().isVisible());
        office().openItem(lead()); // what is asked of one closed card is known when the next has been read
        QTRY_COMPARE(office().card()->item(), lead());
        QVERIFY(!bar().isVisible());
        Person::press(office().card(), Qt::Key_Escape);
        completeTheCall();
        QTRY_VERIFY(bar().isVisible());
    }

    void aClosedCardAsksWhereNothingIsPlanned()
    {
        closeCardOf(lead()); // the call is planned
        completeTheCall();
        QTRY_VERIFY(bar().isVisible());
        Person::click(bar().findChild<QWidget *>(u"nextStepEsc"_s));
        QVERIFY(!bar().isVisible());
        closeCardOf({typeId(u"lead"_s), m_lost, {}}); // nobody works on it
        closeCardOf(lead());
        QTRY_VERIFY(bar().isVisible());
        QVERIFY(bar().findChild<QWidget *>(u"nextStepText"_s)->isVisible());
        Person::whenNamed(u"nextStepMuteMenu"_s, [](QWidget *menu) {
            qobject_cast<QMenu *>(menu)->actions().at(1)->trigger(); // for a week
            menu->close();
        });
        Person::click(bar().findChild<QWidget *>(u"nextStepMute"_s));
        QTRY_VERIFY(!bar().isVisible());
        const auto asks = [this](qint64 now) {
            return missingNextStep(store().reader(), lead(), store().user(), now)->has_value();
        };
        QTRY_VERIFY(!asks(store().clock().now()));
        QVERIFY(!asks(store().clock().now() + 6 * 86'400'000LL));
        QVERIFY(asks(store().clock().now() + 8 * 86'400'000LL));
    }

    void whoWantsToBeAskedAgainSaysSoInTheSettings()
    {
        completeTheCall();
        QTRY_VERIFY(bar().isVisible());
        Person::whenNamed(u"nextStepMuteMenu"_s, [](QWidget *menu) {
            qobject_cast<QMenu *>(menu)->actions().at(3)->trigger(); // for good
            menu->close();
        });
        Person::click(bar().findChild<QWidget *>(u"nextStepMute"_s));
        QTRY_VERIFY(!bar().isVisible());
        auto *message = m_window->findChild<Toast *>();
        QTRY_VERIFY(message->text().contains(u"Settings"_s));
        QVERIFY(!message->findChild<QPushButton *>()->isVisible()); // it would undo what was done before
        const auto asks = [this] {
            return missingNextStep(store().reader(), lead(), store().user(), store().clock().now())->has_value();
        };
        QVERIFY(!asks());
        ActivitiesPage page(store(), m_window.get());
        page.setVisible(true);
        auto *asking = page.findChild<ChoiceButton *>(u"setting_nextStep"_s);
        QVERIFY(asking);
        QCOMPARE(asking->values(), QStringList{u"deal"_s});
        QTest::keyClick(asking, Qt::Key_Down);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Space, Qt::Key_Escape})
            QTest::keyClick(popup->findChild<QListWidget *>(), key);
        QTRY_VERIFY(asks());
        QTRY_COMPARE(asking->values(), (QStringList{u"lead"_s, u"deal"_s}));
    }

    void aCardInAWindowOfItsOwnAsksToo()
    {
        completeTheCall();
        QTRY_VERIFY(bar().isVisible());
        Person::click(bar().findChild<QWidget *>(u"nextStepClose"_s));
        office().openItem(lead());
        QTRY_COMPARE(office().card()->item(), lead());
        emit office().card()->windowWanted(lead());
        QWidget *window = nullptr;
        const auto isThere = [&] {
            for (QWidget *one : QApplication::topLevelWidgets())
                window = one->objectName() == u"cardWindow" && one->isVisible() ? one : window;
            return window != nullptr;
        };
        QTRY_VERIFY(isThere());
        Person::settle();
        QVERIFY(!bar().isVisible()); // it was not left
        window->close();
        QTRY_VERIFY(bar().isVisible());
    }
};

KARTOTEKA_UI_TEST(tst_next_step, TestNextStep)
#include "tst_next_step.moc"
