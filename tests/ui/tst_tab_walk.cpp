// SPDX-License-Identifier: GPL-3.0-or-later
// Tab through the window and its pages: along the lines as they are seen, round and round, and back the same way.
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/list/item_list_view.h"
#include "views/render/print_preview.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"

#include <QApplication>
#include <QLineEdit>
#include <QToolButton>

using namespace Kartoteka;

class TestTabWalk final : public WindowTest
{
    Q_OBJECT

    QList<qint64> m_leads;

    /// From where the focus is until it is there again. Fails when it does not come back.
    static QList<QWidget *> round(Qt::Key key)
    {
        constexpr int most = 80;
        QList<QWidget *> walked;
        QWidget *start = QApplication::focusWidget();
        while (walked.size() < most) {
            Person::press(QApplication::focusWidget(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            walked << QApplication::focusWidget();
            if (walked.constLast() == start)
                return walked;
        }
        return {};
    }
    /// The same stops both ways.
    static QStringList walkBothWays()
    {
        QList<QWidget *> forth = round(Qt::Key_Tab);
        const QList<QWidget *> back = round(Qt::Key_Backtab);
        QStringList names;
        for (const QWidget *stop : std::as_const(forth))
            names << (stop->objectName().isEmpty() ? QString::fromLatin1(stop->metaObject()->className())
                                                   : stop->objectName());
        std::reverse(forth.begin(), forth.end() - (forth.isEmpty() ? 0 : 1)); // the start stands last in both
        return forth == back ? names : QStringList();
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_leads.clear();
        for (int i = 0; i < 3; ++i)
            m_leads << m_office->create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        openWindow();
        m_window->resize(1300, 800);
        Person::settle();
    }
    void cleanup() { clear(); }

    void theWindowIsWalkedAsItIsSeen()
    {
        page().setView(u"board"_s);
        page().part<BoardSection>()->view()->setFocus();
        Person::settle();
        const QStringList walked = walkBothWays();
        QStringList bar;
        for (const QString &name : {u"dayEntry"_s, u"userButton"_s, u"boardButton"_s, u"searchEdit"_s, u"filterButton"_s,
                                    u"gearButton"_s, u"moreButton"_s, u"createButton"_s, u"createOther"_s}) {
            QVERIFY2(walked.contains(name), qPrintable(name));
            bar << name;
        }
        QStringList among = walked;
        among.removeIf([&bar](const QString &name) { return !bar.contains(name); });
        QCOMPARE(among, bar);
    }

    void theShownViewIsTheStopAmongThem()
    {
        person().shortcut(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(page().view()->name(), u"list"_s);
        const QStringList walked = walkBothWays();
        QVERIFY(walked.contains(u"listButton"_s));
        QVERIFY(!walked.contains(u"boardButton"_s));
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        page().setView(u"board"_s);
        auto *list = page().findChild<QToolButton *>(u"listButton"_s);
        list->setFocus();
        Person::press(list, Qt::Key_Return);
        QTRY_COMPARE(page().view()->name(), u"list"_s);
    }

    void theMenusAreOpenedByAKey()
    {
        Person::press(page().search(), Qt::Key_F10);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void theBarOfWhatIsTickedComesAfterTheList()
    {
        page().setView(u"list"_s);
        ItemListView *list = page().part<ListSection>()->view();
        QTRY_COMPARE(list->model()->rowCount(), 3);
        list->tick(0, false);
        list->setFocus();
        Person::settle();
        const QStringList walked = walkBothWays();
        QVERIFY(walked.contains(u"selectionClose"_s));
        QVERIFY(walked.indexOf(u"selectionClose"_s) < walked.indexOf(u"dayEntry"_s));
    }

    void fieldsThatAreConfiguredAreWalked()
    {
        office().openItem({typeId(u"lead"_s), m_leads.constFirst(), {}});
        QTRY_VERIFY(office().card()->isVisible());
        person().shortcut(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"layoutDone"_s));
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"layoutDone"_s)->isVisible());
        QWidget *done = m_window->findChild<QWidget *>(u"layoutDone"_s);
        done->setFocus();
        Person::press(done, Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget()->objectName().startsWith(u"layoutSection_"_s));
        Person::press(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget()->objectName().startsWith(u"layoutField_"_s));
        Person::press(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        Person::press(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), done);
    }

    void tabComesToTheButtonThatPrints()
    {
        PrintPreview preview(u"Print"_s, m_window.get());
        preview.setDocument({});
        preview.show();
        QApplication::setActiveWindow(&preview);
        preview.findChild<QWidget *>(u"dialogCancel"_s)->setFocus();
        const QStringList walked = walkBothWays();
        for (const QString &name : {u"printPaper"_s, u"printTurn"_s, u"printPdf"_s, u"dialogCancel"_s, u"printNow"_s})
            QVERIFY2(walked.contains(name), qPrintable(name));
    }
};

KARTOTEKA_UI_TEST(tst_tab_walk, TestTabWalk)
#include "tst_tab_walk.moc"
