// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/scheduler.h"
#include "core/schema/language.h"
#include "models/activities/reminder_model.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/reminders/autostart.h"
#include "views/reminders/reminder_window.h"
#include "views/theme/theme.h"

#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Kartoteka;

namespace {
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
} // namespace

/// The reminder window, worked as a person works it.
class TestReminderWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<ReminderModel> m_model;
    std::unique_ptr<ReminderWindow> m_window;

    Store &store() { return m_office->store(); }
    qint64 now() { return m_office->clock().now(); }
    qint64 plan(const QString &title, qint64 deadline)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.kind = u"call"_s;
        draft.deadline = deadline;
        draft.reminders = u"0,15"_s;
        draft.items = {{m_office->typeId(u"lead"_s), m_lead, {}}};
        const ChangeSet changes = planActivity(m_office->schema(), draft);
        const auto receipt = store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    void open()
    {
        m_model = std::make_unique<ReminderModel>(store());
        m_window = std::make_unique<ReminderWindow>(store(), *m_model);
        connect(m_model.get(), &ReminderModel::fired, m_window.get(), &ReminderWindow::pop);
    }
    QListView *list() { return m_window->findChild<QListView *>(u"reminderList"_s); }
    QPushButton *button(const QString &name) { return m_window->findChild<QPushButton *>(name); }
    QString title() { return m_window->findChild<QLabel *>(u"reminderTitle"_s)->text(); }
    void press(int key) { QTest::keyClick(list(), Qt::Key(key)); }
    /// Presses the left button in the middle of a row.
    void click(int row)
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(m_model->index(row)).center());
    }
    qint64 snoozedUntil(qint64 activity)
    {
        return store()
            .reader()
            .connection.scalar(u"SELECT until FROM reminder_snooze WHERE activity = ?"_s, {activity})
            ->toLongLong();
    }
    bool isDone(qint64 id) { return readActivity(store().reader(), id)->done; }

    qint64 m_lead = 0;

private slots:
    void initTestCase()
    {
        installLanguage(u"en"_s);
        applyAppearance(*qApp, Appearance::Light);
    }
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Pipes for the north"_s}});
    }
    void cleanup()
    {
        m_window.reset();
        m_model.reset();
        m_office.reset();
    }

    /// What was put off is found again, and due at once where somebody wants that.
    void whatWasPutOffIsListed()
    {
        const qint64 call = plan(u"Call & ask"_s, now() + 15 * minute);
        open();
        QVERIFY(!m_window->showOnDemand()); // nothing was read yet, and so nothing is known
        QTRY_VERIFY(m_window->isVisible());
        QVERIFY(button(u"reminderPutOff"_s)->isHidden());
        press(Qt::Key_2);
        QTRY_VERIFY(!m_window->isVisible());
        QTRY_COMPARE(m_model->putOff().size(), 1);
        QVERIFY(m_window->showOnDemand());
        QTRY_VERIFY(m_window->isVisible());
        QCOMPARE(title(), u"Nothing is due now"_s);
        QVERIFY(!list()->isVisible());
        QVERIFY(!button(u"reminderDone"_s)->isVisible());
        QCOMPARE(button(u"reminderPutOff"_s)->text(), u"Snoozed: 1…"_s);
        QTimer::singleShot(0, this, [this] {
            auto *menu = m_window->findChild<QMenu *>(u"reminderPutOffMenu"_s);
            QVERIFY(menu);
            QVERIFY(menu->actions().constLast()->text().endsWith(u"Call && ask"_s));
            menu->setActiveAction(menu->actions().constLast());
            QTest::keyClick(menu, Qt::Key_Return);
        });
        button(u"reminderPutOff"_s)->click();
        QTRY_VERIFY(list()->isVisible());
        QCOMPARE(m_model->rows().constFirst().activity.id, call);
        QVERIFY(button(u"reminderPutOff"_s)->isHidden());
    }

    void comesByItselfAndTakesNoFocus()
    {
        plan(u"Call"_s, now() + hour);
        QLineEdit written;
        written.show();
        written.activateWindow();
        written.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&written));
        open();
        QVERIFY(!m_window->isVisible());
        m_office->clock().advance(45 * minute);
        Scheduler::of(store()).wake();
        QTRY_VERIFY(m_window->isVisible());
        QVERIFY(m_window->testAttribute(Qt::WA_ShowWithoutActivating));
        QVERIFY(m_window->windowFlags() & Qt::WindowStaysOnTopHint);
        QTest::keyClicks(&written, u"still typing"_s);
        QCOMPARE(written.text(), u"still typing"_s);
        QVERIFY(!isDone(1));
        QCOMPARE(title(), u"1 reminder"_s);
        // At the lower right of the screen.
        const QRect room = m_window->screen()->availableGeometry();
        QVERIFY(room.contains(m_window->frameGeometry()));
        QVERIFY(m_window->geometry().center().x() > room.center().x());
        QVERIFY(m_window->geometry().center().y() > room.center().y());
        // … and it goes when there is nothing to be reminded of.
        QVERIFY(store().commitAndWait(planComplete(*readActivity(store().reader(), 1))));
        QTRY_VERIFY(!m_window->isVisible());
    }

    /// What asks a person is never covered, and what was in its way is not lost.
    void givesWayToWhatAsks()
    {
        plan(u"Call"_s, now() - hour);
        open();
        QTRY_VERIFY(m_window->isVisible());
        const QRect home = m_window->frameGeometry();
        QWidget behind;
        behind.resize(100, 100);
        behind.show();
        QDialog question(&behind);
        question.setWindowModality(Qt::WindowModal);
        question.setGeometry(home);
        question.show();
        QTRY_VERIFY(m_window->isVisible() && !m_window->frameGeometry().intersects(question.frameGeometry()));
        question.close();
        QTRY_COMPARE(m_window->frameGeometry().topLeft(), home.topLeft());
        // One that shuts all windows out leaves none that cannot be used.
        question.setWindowModality(Qt::ApplicationModal);
        question.show();
        QTRY_VERIFY(!m_window->isVisible());
        question.close();
        QTRY_VERIFY(m_window->isVisible());
        // Whoever shuts it is not asked again.
        press(Qt::Key_Escape);
        question.show();
        question.close();
        QCoreApplication::processEvents();
        QVERIFY(!m_window->isVisible());
    }

    /// A question over a page is no window, and takes no focus.
    void givesWayToAQuestionOverAPage()
    {
        plan(u"Call"_s, now() - hour);
        open();
        QTRY_VERIFY(m_window->isVisible());
        const QRect home = m_window->frameGeometry();
        QWidget page;
        page.setGeometry(home);
        page.show();
        QFrame bar(&page);
        bar.setProperty("question", true);
        bar.hide();
        bar.setGeometry(0, 0, 100, 40);
        bar.show();
        const QRect asked(bar.mapToGlobal(QPoint()), bar.size());
        QTRY_VERIFY(m_window->isVisible() && !m_window->frameGeometry().intersects(asked));
        bar.hide();
        QTRY_COMPARE(m_window->frameGeometry().topLeft(), home.topLeft());
    }

    void rowsAreOfOneHeightAndScroll()
    {
        for (int i = 0; i < 300; ++i)
            plan(u"Call %1"_s.arg(i), now() - i * minute);
        open();
        QTRY_VERIFY(m_window->isVisible());
        QCOMPARE(m_model->rowCount(), 300);
        QCOMPARE(title(), u"While you were away: 300"_s);
        QCOMPARE(list()->visualRect(m_model->index(0)).height(), list()->visualRect(m_model->index(1)).height());
        QVERIFY(m_window->height() < 600);
        press(Qt::Key_End);
        QVERIFY(list()->viewport()->rect().intersects(list()->visualRect(m_model->index(299))));
    }

    void keysOpenCompletePutOffAndDismiss()
    {
        QList<qint64> ids;
        for (int i = 0; i < 7; ++i)
            ids << plan(u"Call %1"_s.arg(i), now() - i * minute); // the first one stands on top
        open();
        QTRY_COMPARE(m_model->rowCount(), 7);
        QSignalSpy wanted(m_window.get(), &ReminderWindow::openWanted);
        click(0);
        press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toLongLong(), ids[0]);
        press(Qt::Key_Space);
        QTRY_COMPARE(m_model->rowCount(), 6);
        QVERIFY(isDone(ids[0]));
        const QDateTime at = m_office->clock().localNow();
        const QList<std::pair<int, QDateTime>> steps{{Qt::Key_1, at.addSecs(15 * 60)},
                                                     {Qt::Key_2, at.addSecs(3600)},
                                                     {Qt::Key_3, at.addDays(1)},
                                                     {Qt::Key_4, QDateTime(at.date().addDays(1), QTime(9, 0))}};
        for (int i = 0; i < steps.size(); ++i) {
            press(steps[i].first);
            QTRY_COMPARE(m_model->rowCount(), 5 - i);
            QCOMPARE(snoozedUntil(ids[i + 1]), steps[i].second.toMSecsSinceEpoch());
        }
        press(Qt::Key_Delete);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(!isDone(ids[5]));
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
        QCOMPARE(m_model->rowCount(), 1);
    }

    void buttonsDoTheSame()
    {
        QList<qint64> ids;
        for (int i = 0; i < 4; ++i)
            ids << plan(u"Call %1"_s.arg(i), now() - i * minute);
        open();
        QTRY_COMPARE(m_model->rowCount(), 4);
        QSignalSpy wanted(m_window.get(), &ReminderWindow::openWanted);
        click(2);
        QTest::mouseClick(button(u"reminderOpen"_s), Qt::LeftButton);
        QCOMPARE(wanted[0][0].toLongLong(), ids[2]);
        QTest::mouseClick(button(u"reminderDone"_s), Qt::LeftButton);
        QTRY_COMPARE(m_model->rowCount(), 3);
        QVERIFY(isDone(ids[2]));
        click(1);
        QTest::mouseClick(button(u"reminderSnooze"_s), Qt::LeftButton);
        auto *menu = m_window->findChild<QMenu *>(u"reminderSnoozeMenu"_s);
        QTRY_VERIFY(menu->isVisible());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().constFirst()).center());
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(snoozedUntil(ids[1]), now() + 15 * minute);
        QCOMPARE(m_window->focusWidget(), list()); // the keys are still the list's
        QTest::mouseClick(button(u"reminderDismissAll"_s), Qt::LeftButton);
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_window->isVisible());
        QVERIFY(!isDone(ids[0]));
    }

    void severalAtOnce()
    {
        for (int i = 0; i < 5; ++i)
            plan(u"Call %1"_s.arg(i), now() - i * minute);
        open();
        QTRY_COMPARE(m_model->rowCount(), 5);
        click(0);
        QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Space);
        QTRY_COMPARE(m_model->rowCount(), 2);
    }

    void saysAllOfARowToAScreenReader()
    {
        plan(u"Call"_s, now() - 2 * hour);
        open();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0).data(Qt::AccessibleTextRole).toString(),
                 u"Call, Call, Pipes for the north, overdue by 2 h"_s);
    }

    void theProgramStartsWithTheSession()
    {
#ifdef Q_OS_WIN
        QSKIP("The Run key is the person's own");
#else
        const QTemporaryDir home;
        const Autostart autostart(u"/opt/my $tools/kartoteka"_s, home.path());
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
        QDirIterator entries(home.path(), QDir::Files, QDirIterator::Subdirectories);
        QFile entry(entries.next());
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QByteArray text = entry.readAll();
        QVERIFY(text.contains("--background"));
#ifdef Q_OS_LINUX
        QVERIFY(text.contains("Exec=\"/opt/my \\\\$tools/kartoteka\" --background\n"));
#endif
        QVERIFY(autostart.set(false));
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(false)); // it is off already
#endif
    }
};

KARTOTEKA_UI_TEST(tst_reminder_window, TestReminderWindow)

#include "tst_reminder_window.moc"
