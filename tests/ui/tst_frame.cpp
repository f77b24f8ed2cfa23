// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the pages: the sidebar as a person arranges it, and the bar that gives way in a small window.
#include "models/shell/sidebar_model.h"
#include "tests/support/call_menu.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/card/card_panel.h"
#include "views/filter/filter_bar.h"
#include "views/list/item_list_view.h"
#include "views/section/section_view.h"
#include "views/shell/sidebar.h"
#include "views/shell/sidebar_button.h"
#include "views/shell/sidebar_entries.h"
#include "views/widgets/ask_dialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Kartoteka;

class TestFrame final : public WindowTest
{
    Q_OBJECT

    /// What is seen in the sidebar, from above: codes of sections, and captions behind "#".
    QStringList rows()
    {
        QList<QPair<int, QString>> found;
        const auto *entries = m_window->findChild<SidebarEntries *>();
        const QList<QWidget *> widgets = entries->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            if (widget->objectName().startsWith(u"section_"))
                found << qMakePair(widget->y(), widget->objectName().mid(8));
            else if (widget->objectName() == u"sidebarCaption")
                found << qMakePair(widget->y(), u'#' + widget->accessibleName());
        }
        std::sort(found.begin(), found.end());
        QStringList names;
        for (const auto &[y, name] : std::as_const(found))
            names << name;
        return names;
    }
    /// Rows are made anew: the one that is seen.
    SidebarButton *section(const QString &code)
    {
        const QList<SidebarButton *> all = m_window->findChildren<SidebarButton *>(u"section_"_s + code);
        return all.isEmpty() ? nullptr : all.constLast();
    }
    static QAction *actionOf(QWidget *menu, const QString &name) { return menu->findChild<QAction *>(name); }
    void menuOf(const QString &code, const QString &action)
    {
        Person::whenNamed(u"sectionMenu"_s, [action](QWidget *menu) {
            QAction *act = actionOf(menu, action);
            QTest::mouseClick(menu, Qt::LeftButton, {}, qobject_cast<QMenu *>(menu)->actionGeometry(act).center());
        });
        callMenu(section(code), section(code)->rect().center());
    }
    QWidget *bar() { return page().findChild<QWidget *>(u"toolbar"_s); }
    /// Whether what stands in the bar is whole: nothing over another thing, nothing outside.
    bool isBarWhole()
    {
        QRect before;
        QList<QWidget *> parts = bar()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        parts.removeIf([](const QWidget *part) { return !part->isVisible(); });
        std::ranges::sort(parts, {}, [](const QWidget *part) { return part->x(); });
        for (const QWidget *part : std::as_const(parts)) {
            const QRect area = part->geometry();
            if (area.left() <= before.right() || !bar()->rect().contains(area)
                || area.width() < qMin(part->minimumSizeHint().width(), part->maximumWidth()))
                return false;
            before = area;
        }
        return true;
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        openWindow();
    }
    void cleanup() { clear(); }

    void sectionsStandAsTheyAreMovedByKeys()
    {
        const QStringList usual = rows();
        QCOMPARE(usual.first(4), QStringList({u"activity"_s, u"#Sales"_s, u"lead"_s, u"deal"_s}));
        section(u"deal"_s)->setFocus();
        QTest::keyClick(section(u"deal"_s), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rows().mid(2, 2), QStringList({u"deal"_s, u"lead"_s}));
        QTRY_VERIFY(section(u"deal"_s)->hasFocus()); // and goes on
        QTest::keyClick(section(u"deal"_s), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rows(), usual);
    }

    void anotherWindowOfThePersonHasTheSame()
    {
        menuOf(u"deal"_s, u"sectionUp"_s);
        QTRY_COMPARE(rows().mid(2, 2), QStringList({u"deal"_s, u"lead"_s}));
        SidebarModel other(store());
        QTRY_COMPARE(other.entries().value(2).section, u"deal"_s);
    }

    void aSectionIsDraggedToAnotherPlace()
    {
        SidebarButton *deal = section(u"deal"_s);
        const QPoint start = deal->rect().center();
        const QPoint end(start.x(), start.y() + 2 * deal->height() + 8);
        QTest::mousePress(deal, Qt::LeftButton, {}, start);
        for (int y = start.y(); y <= end.y(); y += 4) {
            QMouseEvent move(QEvent::MouseMove, QPointF(start.x(), y), deal->mapToGlobal(QPointF(start.x(), y)),
                             Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(deal, &move);
        }
        QVERIFY(m_window->findChild<QWidget *>(u"sidebarPlace"_s)->isVisible());
        QTest::mouseRelease(deal, Qt::LeftButton, {}, end);
        QTRY_COMPARE(rows().mid(2, 4), QStringList({u"lead"_s, u"contact"_s, u"company"_s, u"deal"_s}));
        QCOMPARE(page().typeId(), typeId(u"lead"_s)); // it was no click
    }

    void whatIsHiddenStandsBehindMore()
    {
        menuOf(u"company"_s, u"sectionHide"_s);
        QTRY_VERIFY(!rows().contains(u"company"_s));
        Person::whenNamed(u"moreMenu"_s,
                          [](QWidget *menu) { QTest::keyClick(menu, Qt::Key_Down), QTest::keyClick(menu, Qt::Key_Return); });
        QTest::mouseClick(m_window->findChildren<SidebarButton *>(u"moreEntry"_s).constLast(), Qt::LeftButton);
        QTRY_COMPARE(page().typeId(), typeId(u"company"_s));
        QTRY_VERIFY(rows().contains(u"company"_s)); // where one is, is seen
        office().showSection(typeId(u"lead"_s));
        QTRY_VERIFY(!rows().contains(u"company"_s));
    }

    void aCaptionIsNamed()
    {
        Person::whenNamed(u"sectionMenu"_s, [](QWidget *menu) {
            Person::whenShown<AskDialog>([](AskDialog *asked) {
                asked->findChild<QLineEdit *>(u"askLine"_s)->setText(u"People"_s);
                asked->findChild<QPushButton *>(u"askAccept"_s)->click();
            });
            QAction *act = actionOf(menu, u"captionAdd"_s);
            QTest::mouseClick(menu, Qt::LeftButton, {}, qobject_cast<QMenu *>(menu)->actionGeometry(act).center());
        });
        callMenu(section(u"contact"_s), section(u"contact"_s)->rect().center());
        QTRY_COMPARE(rows().mid(4, 2), QStringList({u"#People"_s, u"contact"_s}));
    }

    void aCaptionIsNamedWhileTheSidebarIsMadeAnew()
    {
        Person::whenNamed(u"sectionMenu"_s, [this](QWidget *menu) {
            Person::whenShown<AskDialog>([this](AskDialog *asked) {
                // As when the window is made narrow, or another person is at work.
                connect(
                    m_window->findChild<SidebarEntries *>(), &QObject::destroyed, asked,
                    [asked] {
                        asked->findChild<QLineEdit *>(u"askLine"_s)->setText(u"People"_s);
                        asked->findChild<QPushButton *>(u"askAccept"_s)->click();
                    },
                    Qt::QueuedConnection);
                office().sidebar()->build();
            });
            QAction *act = actionOf(menu, u"captionAdd"_s);
            QTest::mouseClick(menu, Qt::LeftButton, {}, qobject_cast<QMenu *>(menu)->actionGeometry(act).center());
        });
        callMenu(section(u"contact"_s), section(u"contact"_s)->rect().center());
        QTRY_COMPARE(rows().mid(4, 2), QStringList({u"#People"_s, u"contact"_s}));
    }

    void whatTheMenuIsOfIsFoundWhereItStandsNow()
    {
        Person::whenNamed(u"sectionMenu"_s, [this](QWidget *menu) {
            SidebarModel other(store()); // as a second seat
            QList<SidebarEntry> entries = other.entries();
            std::ranges::reverse(entries);
            other.setEntries(entries);
            QTRY_COMPARE(rows().value(0), entries.constFirst().section); // none while they are made anew
            QAction *act = actionOf(menu, u"sectionHide"_s);
            QTest::mouseClick(menu, Qt::LeftButton, {}, qobject_cast<QMenu *>(menu)->actionGeometry(act).center());
        });
        const QStringList before = rows();
        callMenu(section(u"contact"_s), section(u"contact"_s)->rect().center());
        QTRY_COMPARE(rows().size(), before.size() - 1);
        QVERIFY(!rows().contains(u"contact"_s));
    }

    void aSmallWindowHasPicturesAlone()
    {
        QVERIFY(!office().sidebar()->isCollapsed());
        m_window->resize(1024, 700);
        QTRY_VERIFY(office().sidebar()->isCollapsed());
        m_window->action(u"sidebar"_s)->trigger(); // as the person wants it
        QVERIFY(!office().sidebar()->isCollapsed());
        m_window->resize(1360, 860);
        QTRY_VERIFY(!office().sidebar()->isCollapsed());
        m_window->resize(1024, 700);
        QTRY_COMPARE(m_window->width(), 1024);
        QVERIFY(!office().sidebar()->isCollapsed());
    }

    void theBarGivesWay_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isOneButton");
        QTest::newRow("large") << QSize(1440, 860) << false;
        QTest::newRow("usual") << QSize(1100, 700) << false;
        QTest::newRow("small") << QSize(1024, 600) << false;
        QTest::newRow("half a small one") << QSize(720, 450) << true;
    }
    void theBarGivesWay()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isOneButton);
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        QTRY_VERIFY(isBarWhole());
        auto *views = page().findChild<QToolButton *>(u"viewsButton"_s);
        QCOMPARE(views->isVisible(), isOneButton);
        QVERIFY(page().findChild<FilterBar *>()->width() >= 160);
        if (!isOneButton)
            return;
        Person::whenNamed(u"viewsMenu"_s, [](QWidget *menu) {
            QTest::mouseClick(menu, Qt::LeftButton, {},
                              qobject_cast<QMenu *>(menu)->actionGeometry(menu->actions().value(1)).center());
        });
        QTest::mouseClick(views, Qt::LeftButton);
        QTRY_COMPARE(page().view()->name(), u"list"_s);
    }

    void columnsShareTheWindow_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1024, 1100, 1280, 1360, 1600})
            QTest::addRow("%d", width) << width;
    }
    void columnsShareTheWindow()
    {
        QFETCH(int, width);
        page().setView(u"list"_s);
        m_window->resize(width, 800);
        const auto *list = page().findChild<ItemListView *>();
        QTRY_COMPARE(m_window->width(), width);
        QTRY_COMPARE(list->horizontalScrollBar()->maximum(), 0); // no column is cut
    }

    void somethingElseIsMadeFromAnySection()
    {
        Person::whenNamed(u"createMenu"_s, [](QWidget *menu) {
            QTest::mouseClick(menu, Qt::LeftButton, {},
                              qobject_cast<QMenu *>(menu)->actionGeometry(menu->actions().value(3)).center());
        });
        QTest::mouseClick(page().findChild<QPushButton *>(u"createOther"_s), Qt::LeftButton);
        QTRY_VERIFY(office().card()->isVisible());
        QCOMPARE(office().card()->item().type, typeId(u"contact"_s));
    }

    void aMenuBarThatIsHiddenKeepsItsKeys()
    {
        auto *choice = m_window->findChild<QAction *>(u"menuBar"_s);
        choice->trigger();
        QTRY_COMPARE(m_window->menuBar()->height(), 0);
        person().shortcut(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(page().view()->name(), u"list"_s);
        int menus = 0;
        Person::whenNamed(u"allMenus"_s, [&menus](QWidget *menu) {
            menus = int(menu->actions().size());
            menu->close();
        });
        QTest::mouseClick(m_window->findChildren<QToolButton *>(u"menusButton"_s).constLast(), Qt::LeftButton);
        QCOMPARE(menus, int(m_window->menuBar()->actions().size()));
        choice->trigger();
        QTRY_VERIFY(m_window->menuBar()->height() > 0);
    }

    void theBinOfTheDayIsThatOfActivities()
    {
        office().showOwn(Sidebar::day);
        m_window->action(u"bin"_s)->trigger();
        QTRY_COMPARE(page().typeId(), typeId(u"activity"_s));
        QVERIFY(page().showsBin());
    }

    void theBinIsLitInsteadOfItsSection()
    {
        Person::click(section(u"lead"_s));
        auto *bin = m_window->findChildren<SidebarButton *>(u"binEntry"_s).constLast();
        Person::click(bin);
        QTRY_VERIFY(page().showsBin());
        QVERIFY(bin->isChecked());
        QVERIFY(!section(u"lead"_s)->isChecked());
        Person::click(section(u"lead"_s)); // leads back out of it
        QTRY_VERIFY(!page().showsBin());
        QVERIFY(!bin->isChecked());
        QVERIFY(section(u"lead"_s)->isChecked());
    }
};

KARTOTEKA_UI_TEST(tst_frame, TestFrame)
#include "tst_frame.moc"
