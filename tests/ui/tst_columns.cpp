// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a board and of a list by keys and by a screen reader's acts, and how cards glide between them.
#include "core/items/item_acts.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/acts/move_dialog.h"
#include "views/board/card_drag.h"
#include "views/board/quick_form.h"
#include "views/fields/field_editor.h"
#include "views/filter/condition_row.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/section/list_section.h"
#include "views/theme/motion.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/definition_list.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>

using namespace Kartoteka;

class TestColumns final : public SixLeads
{
    Q_OBJECT

    /// Chooses in the menu of the column at hand, which a key opens.
    void choose(QWidget *in, const QString &menu, const QString &action)
    {
        Person::whenNamed(menu, [action](QWidget *shown) {
            auto *asked = qobject_cast<QMenu *>(shown);
            auto *wanted = asked->findChild<QAction *>(action);
            if (wanted) {
                QVERIFY(wanted->isEnabled());
                asked->setActiveAction(wanted);
            }
            Person::press(asked, wanted ? Qt::Key_Return : Qt::Key_Escape);
        });
        Person::press(in, Qt::Key_Up, Qt::AltModifier);
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup()
    {
        setMotionWanted(true);
        clear();
    }

    void aColumnFoldsByAKeyAndTheNextOneIsAtHand()
    {
        commit(planEdit(*store().schema(), lead(m_leads[0]), {{u"stage"_s, stageId(u"in_progress"_s)}}));
        QTRY_COMPARE(board().cardCount(1), 1);
        view().setFocus();
        view().walkTo(0, 0, false);
        Person::press(&view(), Qt::Key_Minus);
        QTRY_VERIFY(view().isFolded(0));
        QCOMPARE(view().selection().current(), m_leads[0]); // the only one that is still seen
        Person::press(&view(), Qt::Key_Plus, Qt::ShiftModifier);
        QTRY_VERIFY(!view().isFolded(0));
    }

    void theHeadOfAColumnHasItsMenuByKey()
    {
        view().setFocus();
        view().walkTo(0, 0, false);
        const qint64 first = board().head(0).key;
        choose(&view(), u"headerMenu"_s, u"columnRight"_s);
        QTRY_COMPARE(board().head(1).key, first);
        const int before = view().places().columnRect(1).width();
        view().walkTo(1, 0, false);
        choose(&view(), u"headerMenu"_s, u"columnWider"_s);
        QTRY_VERIFY(view().places().columnRect(1).width() > before);
    }

    void aScreenReaderFoldsAsksForTheMenuAndAddsACard()
    {
        QAccessibleInterface *column = QAccessible::queryAccessibleInterface(&view())->child(0);
        bool asked = false;
        connect(&view(), &BoardView::headerMenuWanted, this, [&asked] { asked = true; });
        Person::whenNamed(u"headerMenu"_s, [](QWidget *menu) { Person::press(menu, Qt::Key_Escape); });
        column->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(asked);
        column->actionInterface()->doAction(u"New card"_s);
        QTRY_VERIFY(view().quickForm()->isVisible());
        Person::press(view().quickForm()->findChild<FieldEditor *>(u"quick_title"_s)->input(), Qt::Key_Escape);
        QTRY_VERIFY(!view().quickForm()->isVisible());
        QAccessibleInterface *card = column->child(0);
        QVERIFY(!card->text(QAccessible::Description).isEmpty());
        QVERIFY(card->actionInterface()->actionNames().contains(QAccessibleActionInterface::showMenuAction()));
    }

    void aColumnOfTheListIsSortedMovedAndWidenedByKeys()
    {
        person().click(u"listButton"_s);
        ItemListView &list = *page().part<ListSection>()->view();
        QTRY_COMPARE(list.model()->rowCount(), count);
        Person::settle();
        list.setFocus();
        list.setCurrentIndex(list.model()->index(0, 1));
        choose(&list, u"columnMenu"_s, u"sortColumn"_s);
        QTRY_COMPARE(list.model()->index(0, 1).data().toString(), u"Lead 0"_s);
        list.setCurrentIndex(list.model()->index(0, 1));
        const int place = list.horizontalHeader()->visualIndex(1);
        choose(&list, u"columnMenu"_s, u"columnRight"_s);
        QTRY_COMPARE(list.horizontalHeader()->visualIndex(1), place + 1);
        const int before = list.columnWidth(1);
        choose(&list, u"columnMenu"_s, u"columnWider"_s);
        QTRY_VERIFY(list.columnWidth(1) > before);
        choose(&list, u"columnMenu"_s, u"columnSettings"_s);
        const auto types = [this] { return m_window->findChild<DefinitionList *>(u"fieldList"_s); };
        QTRY_VERIFY(types() && types()->isVisible());
        QVERIFY(store().schema()->field(types()->current()));
        types()->window()->close();
    }

    void choicesOfTheFilterSayHowManyHaveThem()
    {
        commit(planEdit(*store().schema(), lead(m_leads[0]), {{u"stage"_s, stageId(u"in_progress"_s)}}));
        QTRY_COMPARE(board().cardCount(1), 1);
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *choices = panel->findChild<ConditionRow *>(u"condition_stage"_s)->findChild<ChoiceButton *>();
        choices->setFocus();
        Person::press(choices, Qt::Key_Down);
        QTRY_COMPARE(choices->counts().value(u"new"_s), 5);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *list = QApplication::activePopupWidget()->findChild<QListWidget *>();
        picture(QApplication::activePopupWidget(), u"counted-choices"_s);
        const QList<QListWidgetItem *> lines = list->findItems(u"In progress"_s, Qt::MatchExactly | Qt::MatchCaseSensitive);
        QVERIFY(!lines.isEmpty());
        QVERIFY2(lines.last()->data(Qt::AccessibleTextRole).toString().endsWith(u", 1"_s),
                 qPrintable(lines.last()->data(Qt::AccessibleTextRole).toString()));
        Person::press(list, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        panel->close();
    }

    void aCardThatIsLetGoGoesHomeAndLandsAtOnceWhereNothingMoves()
    {
        const auto drag = [this](bool drops) {
            person().dragCard(&view(), m_leads[3], 1, [this, drops] {
                QVERIFY(view().isDragging());
                if (!drops)
                    Person::press(&view(), Qt::Key_Escape);
            });
        };
        drag(false);
        QVERIFY(!view().isDragging());
        QCOMPARE(stageOf(m_leads[3]), u"new"_s);
        setMotionWanted(false);
        drag(true);
        QTRY_COMPARE(stageOf(m_leads[3]), u"in_progress"_s);
        QTRY_COMPARE(board().cardCount(1), 1);
        CardMotion motion(nullptr);
        motion.lift({0, 0, 100, 50});
        motion.openGap(1, 2);
        motion.openGap(1, 3);
        motion.land(m_leads[3], {});
        QCOMPARE(motion.lifted(QRect(10, 10, 100, 50)), QRect(10, 10, 100, 50));
        QCOMPARE(motion.gapAt(1, 3), 1.0);
        QCOMPARE(motion.gapAt(1, 2), 0.0);
        QCOMPARE(motion.landing(), 0);
    }

    void finalStagesOpenUnderACardThatIsHeldOverThem()
    {
        Person::whenShown<MoveDialog>(
            [](MoveDialog *dialog) { Person::click(dialog->findChild<QWidget *>(u"moveAccept"_s)); });
        QWidget *area = view().viewport();
        const auto holdAt = [area](const QPoint &at) {
            QMouseEvent move(QEvent::MouseMove, at, area->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(area, &move);
        };
        person().dragCard(&view(), m_leads[3], 1, [&] {
            holdAt(view().places().finalRect().center());
            QTRY_VERIFY(board().columnOf(stageId(u"junk"_s)) >= 0);
            QVERIFY(view().isDragging());
            const QRect junk = view().places().columnRect(board().columnOf(stageId(u"junk"_s)));
            QVERIFY(area->rect().contains(junk.center()));
            const QPoint at(junk.center().x(), view().places().headerHeight() + 40);
            holdAt(at);
            QCOMPARE(view().places().columnAt(at), board().columnOf(stageId(u"junk"_s)));
            QTest::mouseRelease(area, Qt::LeftButton, Qt::NoModifier, at);
        });
        QTRY_COMPARE(stageOf(m_leads[3]), u"junk"_s);
    }

    void aHeldCardComesOffItsPlaceAndFliesToIt()
    {
        if (!isMotionWanted())
            QSKIP("this desktop asks for stillness");
        CardMotion motion(nullptr);
        motion.lift({0, 0, 100, 50});
        QCOMPARE(motion.lifted(QRect(10, 10, 100, 50)).topLeft(), QPoint(0, 0));
        QTRY_COMPARE(motion.lifted(QRect(10, 10, 100, 50)).topLeft(), QPoint(10, 10));
        motion.openGap(0, 0);
        QCOMPARE(motion.gapAt(0, 0), 1.0); // it was its own place
        motion.openGap(1, 2);
        QTRY_COMPARE(motion.gapAt(1, 2), 1.0);
        QCOMPARE(motion.gapAt(0, 0), 0.0);
        motion.land(7, {50, 50, 100, 50});
        QCOMPARE(motion.landing(), 7);
        QTRY_COMPARE(motion.landing(), 0);
    }
};

KARTOTEKA_UI_TEST(tst_columns, TestColumns)
#include "tst_columns.moc"
