// SPDX-License-Identifier: GPL-3.0-or-later
// What is open of a card is seen and ticked off where the card tells the next of it.
#include "core/activities/activity.h"
#include "core/activities/activity_queries.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/acts/bulk_desk.h"
#include "views/card/card_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Kartoteka;

class TestOpenActs final : public SixLeads
{
    Q_OBJECT

    qint64 planFor(qint64 lead, const QString &title, int hours)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.deadline = QDateTime::currentDateTime().addSecs(hours * 3600).toMSecsSinceEpoch();
        draft.items = {{leadType(), lead, {}}};
        const ChangeSet changes = planActivity(*store().schema(), draft);
        const auto receipt = store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    qint64 open(qint64 lead) { return *countPlanned(store().reader(), {leadType(), lead, {}}); }
    QWidget *popup()
    {
        QWidget *shown = QApplication::activePopupWidget();
        return shown && shown->objectName() == u"openActs" ? shown : nullptr;
    }
    void clickNextAct(qint64 lead)
    {
        const auto [column, row] = board().find(lead);
        QVERIFY(column >= 0);
        Person::click(view().viewport(), view().places().nextActRect(column, row).center());
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void whatIsOpenIsTickedOff()
    {
        const qint64 late = planFor(m_leads[0], u"Позвонить"_s, -30);
        const qint64 next = planFor(m_leads[0], u"Отправить предложение"_s, 48);
        QTRY_COMPARE(open(m_leads[0]), 2);
        Person::settle();
        clickNextAct(m_leads[0]);
        QTRY_VERIFY(popup());
        picture(m_window.get(), u"open-acts"_s);
        QCOMPARE(popup()->findChildren<QCheckBox *>().size(), 2);
        Person::press(QApplication::focusWidget(), Qt::Key_Space); // the first has the focus
        QTRY_VERIFY(readActivity(store().reader(), late)->done);
        QTRY_COMPARE(open(m_leads[0]), 1);
        QVERIFY(popup());
        QCheckBox *left = nullptr;
        for (QCheckBox *box : popup()->findChildren<QCheckBox *>())
            left = box->isVisible() ? box : left;
        QVERIFY(left);
        Person::click(left);
        QTRY_VERIFY(readActivity(store().reader(), next)->done);
        QTRY_VERIFY(!popup()); // nothing is open any more
        office().undo();
        QTRY_COMPARE(open(m_leads[0]), 1);
    }

    void aMenuOffersWhatCanBe()
    {
        const qint64 one = planFor(m_leads[0], u"Позвонить"_s, 2);
        const qint64 other = planFor(m_leads[0], u"Отправить предложение"_s, 48);
        const auto offers = [this](const QList<qint64> &ids) {
            QMenu menu;
            office().bulk()->addTo(&menu, typeId(u"activity"_s), ids);
            return std::pair(menu.findChild<QAction *>(u"activitiesDone"_s) != nullptr,
                             menu.findChild<QAction *>(u"activitiesReopen"_s) != nullptr);
        };
        QCOMPARE(offers({one}), std::pair(true, false));
        QVERIFY(store().commitAndWait(planComplete(*readActivity(store().reader(), one), true)));
        QCOMPARE(offers({one}), std::pair(false, true));
        QCOMPARE(offers({one, other}), std::pair(true, true));
    }

    void aTimeIsPutOffAndAnotherOneIsPlanned()
    {
        const qint64 late = planFor(m_leads[0], u"Позвонить"_s, -30);
        Person::settle();
        clickNextAct(m_leads[0]);
        QTRY_VERIFY(popup());
        const Value before = readActivity(store().reader(), late)->deadline;
        Person::whenNamed(u"activityMenu"_s, [](QWidget *menu) {
            menu->findChild<QAction *>(u"postponeDay"_s)->trigger();
            menu->close();
        });
        Person::click(popup()->findChild<QToolButton *>(u"openActTime"_s));
        QTRY_VERIFY(readActivity(store().reader(), late)->deadline != before);
        QVERIFY(!popup());
        Person::settle();
        clickNextAct(m_leads[0]);
        QTRY_VERIFY(popup());
        Person::click(popup()->findChild<QPushButton *>(u"openActsPlan"_s));
        QTRY_VERIFY(office().card()->isVisible());
        QVERIFY(!popup());
    }

    void tomorrowIsSaidWithItsHour()
    {
        const qint64 call = planFor(m_leads[0], u"Позвонить"_s, 24);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(readActivity(store().reader(), call)->deadline.toLongLong());
        Person::settle();
        clickNextAct(m_leads[0]);
        QTRY_VERIFY(popup());
        QVERIFY(popup()
                    ->findChild<QToolButton *>(u"openActTime"_s)
                    ->text()
                    .contains(QLocale().toString(at.time(), QLocale::ShortFormat)));
    }

    void keysDoTheSame()
    {
        const qint64 late = planFor(m_leads[0], u"Позвонить"_s, -30);
        Person::settle();
        view().setCurrentCard(m_leads[0]);
        Person::press(&view(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(popup());
        Person::press(QApplication::focusWidget(), Qt::Key_Tab);
        bool isShown = false;
        Person::whenNamed(u"activityMenu"_s, [&isShown](QWidget *menu) {
            isShown = true;
            menu->close();
        });
        Person::press(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(isShown);
        Person::press(&view(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(popup());
        Person::press(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(readActivity(store().reader(), late)->done);
    }

    void whereNothingIsOpenOneIsPlannedAtOnce()
    {
        clickNextAct(m_leads[1]);
        QTRY_VERIFY(office().card()->isVisible());
        QVERIFY(!popup());
        QCOMPARE(office().card()->item().id, m_leads[1]);
    }
};

KARTOTEKA_UI_TEST(tst_open_acts, TestOpenActs)
#include "tst_open_acts.moc"
