// SPDX-License-Identifier: GPL-3.0-or-later
// What reminds while no window is open, and what is asked before the last one is closed.
#include "app/desktop/background.h"
#include "app/desktop/reminder_tray.h"
#include "app/desktop/reminders.h"
#include "app/desktop/windows.h"
#include "core/activities/activity.h"
#include "core/people/user_acts.h"
#include "core/schema/language.h"
#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/card/card_panel.h"
#include "views/reminders/reminder_desk.h"
#include "views/reminders/reminder_window.h"
#include "views/settings/settings_window.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/settings_desk.h"
#include "views/widgets/ask_dialog.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestBackground : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_files;
    qint64 m_lead = 0;

    /// An activity that was due this minute; the program of the test goes by the clock of the computer.
    void plan(const QString &title)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.deadline = systemClock().now() - 1000;
        draft.items = {{m_files->typeId(u"lead"_s), m_lead, {}}};
        QVERIFY(m_files->store().commitAndWait(planActivity(m_files->schema(), draft)));
    }
    /// Answers the next question by the button of that name; empty: by Esc. @return what it said.
    static void answer(const QString &name, QString *asked = nullptr)
    {
        Person::whenShown<AskDialog>([name, asked](AskDialog *dialog) {
            if (asked)
                *asked = dialog->findChild<QLabel *>()->text();
            if (name.isEmpty())
                QTest::keyClick(dialog, Qt::Key_Escape);
            else
                Person::click(dialog->findChild<QPushButton *>(name));
        });
    }

private slots:
    void initTestCase() { installLanguage(u"en"_s); }
    void init()
    {
        m_files = std::make_unique<TestOffice>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_files->folder());
        QSettings().clear();
        QSettings().setValue(u"language"_s, u"en"_s);
        m_lead = m_files->create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
    }
    void cleanup() { m_files.reset(); }

    void whetherToGoOnIsAskedOnce()
    {
        QWidget window;
        window.show();
        answer({});
        QCOMPARE(askAboutBackground(&window, true, true), AfterLastWindow::Reopen);
        QString asked;
        answer(u"stay"_s, &asked);
        QCOMPARE(askAboutBackground(&window, true, true), AfterLastWindow::Stay);
        QCOMPARE(asked, u"Remind you while the window is closed?"_s);
        QCOMPARE(askAboutBackground(&window, true, true), AfterLastWindow::Stay);
        QCOMPARE(askAboutBackground(&window, true, false), AfterLastWindow::Stay);
        QSettings().remove(u"reminders/background"_s);
        QCOMPARE(askAboutBackground(&window, true, false), AfterLastWindow::Quit); // nothing to remind of
        answer(u"quit"_s);
        QCOMPARE(askAboutBackground(&window, true, true), AfterLastWindow::Quit);
        QCOMPARE(askAboutBackground(&window, true, true), AfterLastWindow::Quit);
        // What was chosen for the tray means nothing where there is none.
        QSettings().setValue(u"reminders/background"_s, u"stay"_s);
        QCOMPARE(askAboutBackground(&window, false, false), AfterLastWindow::Quit);
    }

    void withoutATrayItIsSaidThatRemindersStop()
    {
        plan(u"Call"_s);
        m_files->close();
        Windows windows;
        QVERIFY(!windows.reminders().tray()); // the platform of the tests has none
        QVERIFY(!windows.openHidden(m_files->path()));
        MainWindow *window = windows.open(m_files->path());
        QVERIFY(window->office());
        QTRY_VERIFY(windows.reminders().hasAny());
        QString said;
        answer({}, &said);
        QVERIFY(!window->close());
        QVERIFY(window->isVisible());
        QCOMPARE(said, u"Reminders stop when the window closes"_s);
        answer(u"close"_s);
        QVERIFY(window->close());
        QVERIFY(!window->isVisible());
        // Once on this computer.
        window = windows.open(m_files->path());
        QTRY_VERIFY(windows.reminders().hasAny());
        QVERIFY(window->close());
    }

    /// Two programs of one person remind once.
    void theWindowThatWritesReminds()
    {
        m_files->close(); // it would be the program that writes
        auto first = std::make_unique<Windows>();
        MainWindow *writing = first->open(m_files->path());
        QTRY_VERIFY(first->reminders().desk(writing->path()));
        Windows second;
        MainWindow *looking = second.open(m_files->path());
        QVERIFY(looking->office());
        QVERIFY(!second.reminders().desk(looking->path()));
        QString said;
        answer({}, &said);
        looking->findChild<QAction *>(u"reminders"_s)->trigger();
        QVERIFY(said.contains(u"can be changed"_s));
        first.reset();
        QTRY_VERIFY(second.reminders().desk(looking->path())); // nobody else does any more
    }

    /// Whoever begins to work in the window that reads is not the one whom the other reminds.
    void anotherPersonIsRemindedWhereTheyRead()
    {
        const auto hired = planUser(m_files->schema(), 0, {{u"name"_s, u"Boris"_s}}, m_files->store().user());
        QVERIFY(hired);
        const auto receipt = m_files->store().commitAndWait(*hired);
        QVERIFY(receipt);
        const qint64 boris = receipt->created.value(hired->changes.constFirst().uid);
        m_files->close();
        Windows first;
        QVERIFY(first.open(m_files->path())->office());
        Windows second;
        MainWindow *looking = second.open(m_files->path());
        QVERIFY(looking->office());
        QVERIFY(!second.reminders().desk(looking->path()));
        looking->office()->store().setUser(boris);
        QVERIFY(second.reminders().desk(looking->path()));
    }

    void openLeadsToTheItem()
    {
        plan(u"Call"_s);
        m_files->close();
        Windows windows;
        MainWindow *window = windows.open(m_files->path());
        QTRY_VERIFY(windows.reminders().desk(window->path()));
        ReminderWindow *reminders = windows.reminders().desk(window->path())->window();
        QTRY_VERIFY(reminders->isVisible());
        auto *list = reminders->findChild<QListView *>(u"reminderList"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(window->office()->card()->isVisible());
        QCOMPARE(window->office()->card()->item().id, m_lead);
        // Closed, it is found in the menu.
        reminders->close();
        auto *show = window->findChild<QAction *>(u"reminders"_s);
        QVERIFY(show);
        show->trigger();
        QVERIFY(reminders->isVisible());
        // Done there is done everywhere.
        QTest::keyClick(list, Qt::Key_Space);
        QTRY_VERIFY(!reminders->isVisible());
        QString said;
        Person::whenShown<AskDialog>([&said](AskDialog *dialog) {
            said = dialog->findChild<QLabel *>()->text();
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        show->trigger();
        QCOMPARE(said, u"There is nothing to remind you of now"_s);
        QVERIFY(window->close());
    }

    void twoWindowsOfAFileRemindOnce()
    {
        plan(u"Call"_s);
        m_files->close();
        Windows windows;
        MainWindow *first = windows.open(m_files->path());
        MainWindow *second = windows.open(m_files->path());
        QVERIFY(first->office() && second->office());
        QTRY_VERIFY(windows.reminders().hasAny());
        int shown = 0;
        for (QWidget *widget : QApplication::topLevelWidgets())
            shown += qobject_cast<ReminderWindow *>(widget) ? 1 : 0;
        QCOMPARE(shown, 1);
        QVERIFY(second->close()); // not the last one: nothing is asked
        answer(u"close"_s);
        QVERIFY(first->close());
    }

    /// Also where no window shows the file: whoever reminds of it says that it cannot.
    void aFileThatVanishesIsTold()
    {
        ReminderDesk desk(m_files->store(), nullptr);
        QSignalSpy stopped(&desk, &ReminderDesk::stopped);
        QVERIFY(QFile::remove(m_files->path()));
        ActivityDraft draft;
        draft.title = u"Call"_s;
        QVERIFY(!m_files->store().commitAndWait(planActivity(m_files->schema(), draft)));
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(stopped.constFirst().constFirst().value<Error>().message.contains(u"no longer there"_s));
        QVERIFY(stopped.constFirst().at(1).toBool());
    }

    void theTraySaysHowMuchWaitsAndWhatComes()
    {
        ReminderTray tray;
        QCOMPARE(tray.icon().toolTip(), u"Kartoteka"_s);
        const QImage plain = tray.icon().icon().pixmap(32).toImage();
        tray.setNumbers(3, 2);
        QCOMPARE(tray.icon().toolTip(), u"Kartoteka\nDue soon or overdue: 3\nWaiting for a reply: 2"_s);
        const QImage red = tray.icon().icon().pixmap(32).toImage();
        QVERIFY(red != plain);
        tray.setNumbers(0, 2);
        QVERIFY(tray.icon().icon().pixmap(32).toImage() != red);
        QVERIFY(!tray.menu().actions().constFirst()->isEnabled()); // none are coming
        tray.setComing({{u"10:00 · Tom & Co"_s, u"/a"_s, 1, 2}, {u"11:00 · Visit"_s, u"/a"_s, 1, 3}});
        QCOMPARE(tray.menu().actions().constFirst()->text(), u"10:00 · Tom && Co"_s);
        const QImage green = tray.icon().icon().pixmap(32).toImage();
        tray.setProblem(u"No reminders of “a”"_s);
        QVERIFY(tray.icon().icon().pixmap(32).toImage() != green);
        QCOMPARE(tray.icon().toolTip(), u"Kartoteka\nNo reminders of “a”\nWaiting for a reply: 2"_s);
        QSignalSpy open(&tray, &ReminderTray::openWanted);
        tray.menu().findChild<QAction *>(u"trayProblem"_s)->trigger();
        QCOMPARE(open.size(), 1);
        tray.setProblem({});
        QList<ReminderTray::Coming> chosen;
        connect(&tray, &ReminderTray::chosen, this, [&chosen](const ReminderTray::Coming &one) { chosen << one; });
        tray.menu().actions()[1]->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0].item, 3);
        QSignalSpy quit(&tray, &ReminderTray::quitWanted);
        tray.menu().findChild<QAction *>(u"trayQuit"_s)->trigger();
        QCOMPARE(quit.size(), 1);
    }

    void settingsSayWhatWorksHere()
    {
        m_files->close();
        Windows windows;
        MainWindow *window = windows.open(m_files->path());
        window->settings()->open(u"computer"_s);
        auto *settings = window->findChild<SettingsWindow *>();
        QVERIFY(settings);
        QVERIFY(settings->findChild<QWidget *>(u"setting_reminders_window"_s));
        QVERIFY(settings->findChild<QWidget *>(u"setting_reminders_bubbles"_s));
        QVERIFY(!settings->findChild<QWidget *>(u"setting_reminders_background"_s));
        QStringList said;
        for (const QLabel *label : settings->findChildren<QLabel *>())
            said << label->text();
        QVERIFY(said.join(u'\n').contains(u"This desktop has no tray"_s));
        window->settings()->open(u"activities"_s, u"quiet_hours"_s);
        auto *quiet = settings->findChild<QLineEdit *>(u"setting_quiet_hours"_s);
        QVERIFY(quiet);
        quiet->selectAll();
        QTest::keyClicks(quiet, u"20:00-8:00"_s);
        QTest::keyClick(quiet, Qt::Key_Return);
        QTRY_COMPARE(window->office()->store().schema()->setting(u"quiet_hours"_s), u"20:00-08:00"_s);
        QTRY_COMPARE(quiet->text(), u"20:00–08:00"_s);
        quiet->selectAll();
        QTest::keyClicks(quiet, u"nonsense"_s);
        QTest::keyClick(quiet, Qt::Key_Return);
        QTRY_COMPARE(quiet->text(), u"20:00–08:00"_s);
        QVERIFY(window->close());
    }
};

KARTOTEKA_UI_TEST(tst_background, TestBackground)

#include "tst_background.moc"
