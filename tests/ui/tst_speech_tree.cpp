// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that a person can act on is mute for a screen reader: the tree of the window in its usual states.
#include "models/base/short_sum.h"
#include "tests/support/speech.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"

#include <QApplication>
#include <QToolButton>

using namespace Kartoteka;

class TestSpeechTree final : public WindowTest
{
    Q_OBJECT

    QList<qint64> m_leads;

    void verifyNothingIsMute()
    {
        const QStringList mute = Speech::mute(*m_window);
        QVERIFY2(mute.isEmpty(), qPrintable(u'\n' + mute.join(u'\n')));
    }
    QAccessibleInterface *part(QAccessible::Role role, const QString &name) { return Speech::find(*m_window, role, name); }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_leads.clear();
        for (int i = 0; i < 4; ++i) {
            m_leads << m_office->create(
                u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}, {u"amount"_s, toValue(Money{100'000, u"RUB"_s})}});
            m_office->clock().advance(1000);
        }
        openWindow();
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), 4);
    }
    void cleanup() { clear(); }

    void theBoardIsSpoken()
    {
        verifyNothingIsMute();
        QVERIFY(part(QAccessible::ListItem, u"Lead 3"_s));
    }

    void viewsAndSectionsAreChosenByPressing()
    {
        QAccessibleInterface *list = part(QAccessible::RadioButton, u"List"_s);
        QVERIFY(list && !list->state().checked);
        QVERIFY(Speech::act(list));
        QTRY_COMPARE(page().view()->name(), u"list"_s);
        QVERIFY(part(QAccessible::RadioButton, u"List"_s)->state().checked);
        QVERIFY(Speech::act(part(QAccessible::RadioButton, u"Deals"_s)));
        QTRY_COMPARE(page().typeId(), typeId(u"deal"_s));
    }

    void theListAndItsBarAreSpoken()
    {
        page().setView(u"list"_s);
        ItemListView *list = page().part<ListSection>()->view();
        QTRY_COMPARE(list->model()->rowCount(), 4);
        QTRY_COMPARE(page().view()->sums(), shortSum(Money{4 * 100'000, u"RUB"_s}));
        list->tick(0, false);
        list->tick(1, false);
        QVERIFY(part(QAccessible::ToolBar, u"Selected: 2"_s));
        QVERIFY(part(QAccessible::ButtonMenu, u"Stage"_s));
        verifyNothingIsMute();
        QVERIFY(Speech::act(part(QAccessible::Button, u"Clear the selection"_s)));
        QTRY_VERIFY(!part(QAccessible::ToolBar, u"Selected"_s));
    }

    void theFilterIsSpoken()
    {
        page().filterBar()->openPanel();
        QTRY_VERIFY(page().filterBar()->panel()->isVisible());
        verifyNothingIsMute();
        QVERIFY(part(QAccessible::Grouping, u"Filter"_s));
        QVERIFY(part(QAccessible::Grouping, u"In progress"_s)); // the chip
        QVERIFY(part(QAccessible::EditableText, u"Amount, from"_s));
        QVERIFY(Speech::act(part(QAccessible::Button, u"Reset"_s)));
        QTRY_VERIFY(page().filter()->isEmpty());
    }

    void anEmptyViewIsSpoken()
    {
        QVERIFY(page().filter()->setText(u"title = nosuch"_s));
        QTRY_VERIFY(part(QAccessible::Grouping, u"Nothing found"_s));
        verifyNothingIsMute();
        QVERIFY(Speech::act(part(QAccessible::Button, u"Reset the filter"_s)));
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), 4);
    }

    void theCardIsSpoken()
    {
        office().openItem({typeId(u"lead"_s), m_leads[0], {}});
        QTRY_VERIFY(office().card()->isVisible());
        Person::settle();
        verifyNothingIsMute();
        // The stages are tabs, and pressing one moves.
        QAccessibleInterface *stage = part(QAccessible::PageTab, u"In progress"_s);
        QVERIFY(stage);
        QCOMPARE(stage->parent()->role(), QAccessible::PageTabList);
        QVERIFY(!stage->state().selected);
        QVERIFY(Speech::act(stage));
        QTRY_VERIFY(stage->state().selected);
    }

    void aNewOneIsSpoken()
    {
        office().createItem();
        QTRY_VERIFY(office().card()->isVisible());
        Person::settle();
        verifyNothingIsMute();
    }
};

KARTOTEKA_UI_TEST(tst_speech_tree, TestSpeechTree)
#include "tst_speech_tree.moc"
