// SPDX-License-Identifier: GPL-3.0-or-later
// Several windows of one program, and a second start that hands its files to the first.
#include "app/desktop/single_instance.h"
#include "app/desktop/windows.h"
#include "core/items/item_acts.h"
#include "core/items/item_link.h"
#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/palette/menu_entries.h"
#include "views/section/board_section.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/shell/sidebar.h"
#include "views/shell/welcome_page.h"
#include "views/theme/theme.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestWindows final : public QObject
{
    Q_OBJECT

    static QList<MainWindow *> shown()
    {
        QList<MainWindow *> windows;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
                windows << window;
        }
        return windows;
    }

    std::unique_ptr<TestOffice> m_files;

private slots:
    void init()
    {
        m_files = std::make_unique<TestOffice>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_files->folder());
        QSettings().clear();
        m_files->create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
        m_files->close();
    }
    void cleanup() { m_files.reset(); }

    void windowsOfOneFileAreInStep()
    {
        Windows windows;
        MainWindow *first = windows.open(m_files->path());
        QVERIFY(first->office());
        first->action(u"window"_s)->trigger();
        QTRY_COMPARE(shown().size(), 2);
        MainWindow *second = shown().constFirst() == first ? shown().constLast() : shown().constFirst();
        QTRY_VERIFY(second->office());
        QCOMPARE(&second->office()->store(), &first->office()->store());
        Store &store = first->office()->store();
        QVERIFY(store.commitAndWait(
            planCreate(*store.schema(), *store.schema()->type(u"lead"_s), {{u"title"_s, u"Both see it"_s}})));
        for (const MainWindow *window : {first, second}) {
            const BoardModel *board = window->office()->section()->part<BoardSection>()->model();
            QTRY_VERIFY(board->columnCount() > 0 && board->card(0, 0) && board->card(0, 0)->title == u"Both see it");
        }
        QVERIFY(first->close());
        // The file stays open for the other window.
        QVERIFY(second->office()->store().commitAndWait(
            planCreate(*store.schema(), *store.schema()->type(u"lead"_s), {{u"title"_s, u"Still open"_s}})));
        QVERIFY(second->close());
    }

    void anotherLookIsTakenOnAtOnce()
    {
        Windows windows;
        windows.open(m_files->path());
        const auto window = [] { return shown().value(0); };
        const auto choose = [&](const QString &text) {
            for (const MenuEntry &entry : menuEntries(*window()->menuBar())) {
                if (entry.action->text() == text)
                    entry.action->trigger();
            }
        };
        const qint64 deals = window()->office()->store().schema()->type(u"deal"_s)->id;
        const ItemRef lead{window()->office()->store().schema()->type(u"lead"_s)->id, 1, {}};
        window()->office()->openItem(lead);
        window()->office()->sidebar()->setCollapsed(true);
        QCOMPARE(window()->action(u"undo"_s)->text(), u"Undo"_s);
        choose(u"Русский"_s);
        QTRY_VERIFY(window() && window()->office() && window()->action(u"undo"_s)->text() == u"Отменить"_s);
        QCOMPARE(shown().size(), 1);
        QCOMPARE(window()->path(), m_files->path());
        QVERIFY(window()->office()->card()->isVisible());
        QCOMPARE(window()->office()->card()->item(), lead);
        QVERIFY(window()->office()->sidebar()->isCollapsed());
        // Nor is what is shown lost with the colours.
        window()->office()->card()->close();
        window()->office()->showSection(deals);
        choose(u"Тёмное"_s);
        QTRY_VERIFY(window() && window()->office() && Theme::of(window()->palette()).isDark());
        QCOMPARE(window()->office()->section()->typeId(), deals);
        choose(u"English"_s);
        QTRY_VERIFY(window() && window()->office() && window()->action(u"undo"_s)->text() == u"Undo"_s);
        QVERIFY(window()->close());
    }

    void theStartPageIsUsedByKeys()
    {
        const QString gone = m_files->folder() + u"/gone.kartoteka"_s;
        QSettings().setValue(u"recent"_s, QStringList{gone, m_files->path()});
        Windows windows;
        MainWindow *window = windows.open({});
        const auto rows = [window] { return window->findChildren<QPushButton *>(u"recentFile"_s); };
        const auto enter = [](QPushButton *button) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
        };
        QTRY_VERIFY(rows().size() == 2 && rows()[0]->accessibleDescription().endsWith(u"no longer there"));
        enter(rows()[0]);
        auto *forget = window->findChild<QPushButton *>(u"welcomeForget"_s);
        QTRY_VERIFY(forget->isVisible());
        enter(forget);
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY(!forget->isVisible());
        enter(rows()[0]);
        QTRY_COMPARE(window->path(), m_files->path());
        QVERIFY(window->close());
    }

    void anotherFileGetsAWindowOfItsOwn()
    {
        const QString other = m_files->folder() + u"/other.kartoteka"_s;
        QVERIFY(QFile::copy(m_files->path(), other));
        Windows windows;
        MainWindow *first = windows.open(m_files->path());
        windows.openPaths({m_files->path()});
        QCOMPARE(shown().size(), 1);
        windows.openPaths({other});
        QCOMPARE(shown().size(), 2);
        QVERIFY(first->path() == m_files->path());
        for (MainWindow *window : shown())
            QVERIFY(window->close());
    }

    void aLinkOpensItsItem()
    {
        m_files->reopen();
        const ItemRef lead{m_files->typeId(u"lead"_s), m_files->create(u"lead"_s, {{u"title"_s, u"Fence"_s}}), {}};
        const QString link = itemLink(m_files->store().reader(), lead);
        m_files->close();
        Windows windows;
        MainWindow *window = windows.open({});
        windows.openPaths({link}); // no file is open
        QVERIFY(window->welcome()->isVisible());
        QVERIFY(window->openFile(m_files->path()));
        windows.openPaths({link});
        QCOMPARE(shown().size(), 1);
        QCOMPARE(window->office()->card()->item(), lead);
        QVERIFY(window->office()->card()->isVisible());
        window->office()->card()->close();
        windows.openPaths({u"kartoteka:item/"_s + QString(32, u'0')});
        QVERIFY(!window->office()->card()->isVisible());
        QVERIFY(window->office()->toast()->isVisible());
        QVERIFY(window->close());
    }

    void aSecondStartHandsItsFilesOver()
    {
        const QString name = u"kartoteka-test-%1"_s.arg(QCoreApplication::applicationPid());
        SingleInstance first(name);
        QVERIFY(!first.handOver({}));
        QSignalSpy told(&first, &SingleInstance::startedAgain);
        // The second start is another process; here a thread waits in its place.
        std::unique_ptr<QThread> second(QThread::create([name] {
            SingleInstance again(name);
            QVERIFY(again.handOver({u"/tmp/Обмен.kartoteka-exchange"_s}));
        }));
        second->start();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toStringList(), QStringList{u"/tmp/Обмен.kartoteka-exchange"_s});
        QVERIFY(second->wait(5000));
    }
};

KARTOTEKA_UI_TEST(tst_windows, TestWindows)
#include "tst_windows.moc"
