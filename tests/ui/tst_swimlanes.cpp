// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes across the board, by mouse and keys on the real window.
#include "core/items/item_acts.h"
#include "core/pipeline/stage_removal.h"
#include "core/query/swimlanes.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/board/quick_form.h"
#include "views/board/swimlane_chooser.h"
#include "views/board/swimlane_menu.h"
#include "views/fields/field_editor.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/toast.h"

#include <QAccessible>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

using namespace Kartoteka;

class TestSwimlanes final : public SixLeads
{
    Q_OBJECT

    QList<ListValue> m_values; ///< of the source: the first three leads have the first, the others the second

    BoardSection &section() { return *page().part<BoardSection>(); }
    /// Chooses from the menu of the board.
    void choose(const QString &action)
    {
        QMenu menu;
        section().fillMenu(menu);
        auto *wanted = menu.findChild<QAction *>(action);
        QVERIFY2(wanted, qPrintable(action));
        wanted->trigger();
    }
    int across() { return board().across(); }
    qint64 sourceOf(qint64 id) { return lead(id).reference(u"source"_s); }
    void clickHead(int lane)
    {
        const QRect head = view().places().laneHeadRect(lane);
        Person::click(view().viewport(), {head.left() + 60, head.center().y()});
    }
    QStringList laneNames()
    {
        QStringList names;
        for (int lane = 0; lane < board().laneCount(); ++lane)
            names << board().swimlanes()->lanes()[lane].name;
        return names;
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeLeads();
        m_values = store().schema()->listValues(store().schema()->field(leadType(), u"source"_s)->id);
        ChangeSet all;
        for (int i = 0; i < count; ++i) {
            const auto &value = m_values[i < 3 ? 0 : 1];
            all.changes += planEdit(*store().schema(), lead(m_leads[i]), {{u"source"_s, value.id}}).changes;
        }
        all.kind = u"edit"_s;
        QVERIFY(store().commitAndWait(all));
        choose(u"lanesBy_source"_s);
        QTRY_VERIFY(board().laneCount() > 2);
        QTRY_COMPARE(board().cardCount(0), 3);
        QTRY_COMPARE(board().cardCount(across()), 3);
        Person::settle();
    }
    void cleanup() { clear(); }

    /// They are in no lane.
    void headingsEndBeforeTheFoldedFinalStages()
    {
        const BoardPlaces &places = view().places();
        QVERIFY(!places.finalRect().isNull());
        QVERIFY(places.laneHeadRect(0).right() < places.finalRect().left());
    }

    void aCardIsDraggedIntoAnotherLaneByOneAct()
    {
        picture(m_window.get(), u"swimlanes"_s);
        const qint64 moved = m_leads[5];
        person().dragCard(&view(), moved, 1, [this] { picture(m_window.get(), u"swimlane-drag"_s); });
        QTRY_COMPARE(stageOf(moved), u"in_progress"_s);
        QCOMPARE(sourceOf(moved), m_values[0].id);
        QTRY_COMPARE(board().find(moved).first, 1);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().find(moved).first, across());
        QCOMPARE(stageOf(moved), u"new"_s);
        QCOMPARE(sourceOf(moved), m_values[1].id);
        // Straight up: the stage stays.
        person().dragCard(&view(), moved, 0);
        QTRY_COMPARE(sourceOf(moved), m_values[0].id);
        QCOMPARE(stageOf(moved), u"new"_s);
    }

    void severalAreDraggedTogether()
    {
        clickCard(m_leads[3], Qt::ControlModifier);
        clickCard(m_leads[4], Qt::ControlModifier);
        person().dragCard(&view(), m_leads[4], 0);
        QTRY_COMPARE(board().cardCount(0), 5);
        QCOMPARE(sourceOf(m_leads[3]), m_values[0].id);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().cardCount(0), 3);
    }

    void aLaneFoldsAndCountsItself()
    {
        const int height = view().places().lanes().totalHeight();
        clickHead(0);
        QVERIFY(view().isFolded(0) && view().isFolded(1) && !view().isFolded(across()));
        QVERIFY(view().places().lanes().totalHeight() < height);
        picture(m_window.get(), u"swimlane-folded"_s);
        // What is put on its head is in it.
        person().dragCard(&view(), m_leads[5], 0);
        QTRY_COMPARE(sourceOf(m_leads[5]), m_values[0].id);
        QTRY_COMPARE(board().totalsAcross({0, 1, 2}).count, 4);
        QVERIFY(view().isFolded(0));
        clickHead(0);
        QVERIFY(!view().isFolded(0));
    }

    void keysGoFromLaneToLane()
    {
        view().setFocus();
        view().setCurrentCard(m_leads[0]); // the lowest of the first lane
        Person::press(&view(), Qt::Key_Down);
        QCOMPARE(view().selection().current(), m_leads[5]);
        Person::press(&view(), Qt::Key_Up, Qt::ControlModifier);
        QTRY_COMPARE(sourceOf(m_leads[5]), m_values[0].id);
        QTRY_COMPARE(board().find(m_leads[5]), qMakePair(0, 0));
        Person::press(&view(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(board().find(m_leads[5]).first, 1);
        // From the middle of a lane at once.
        view().setCurrentCard(m_leads[1]);
        Person::press(&view(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(sourceOf(m_leads[1]), m_values[1].id);
        QTRY_COMPARE(board().find(m_leads[1]).first, across());
        Person::press(&view(), Qt::Key_Minus);
        QVERIFY(view().isFolded(across()));
        Person::press(&view(), Qt::Key_Plus);
        QVERIFY(!view().isFolded(across()));
    }

    void whatIsMadeInALaneStandsThere()
    {
        view().startQuickForm(across() + 1);
        QTRY_VERIFY(view().quickForm()->isVisible());
        QVERIFY(view().quickForm()->y() > view().places().laneHeadRect(1).top());
        auto *title = view().quickForm()->findChild<FieldEditor *>(u"quick_title"_s);
        Person::type(title->input(), u"Gate"_s);
        Person::press(title->input(), Qt::Key_Return);
        QTRY_COMPARE(board().cardCount(across() + 1), 1);
        QCOMPARE(board().card(across() + 1, 0)->title, u"Gate"_s);
    }

    void oneChoosesWhichOfManyAreShown()
    {
        const int rest = board().laneCount() - 1;
        QCOMPARE(board().swimlanes()->lanes()[rest].key, qint64(Swimlanes::others));
        view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum());
        Person::whenShown<SwimlaneChooser>([this](SwimlaneChooser *chooser) {
            picture(chooser, u"swimlane-chooser"_s);
            auto *list = chooser->findChild<QListWidget *>(u"laneList"_s);
            for (int row = 0; row < list->count(); ++row)
                list->item(row)->setCheckState(row == 1 || row == 2 ? Qt::Checked : Qt::Unchecked);
            person().click(chooser->findChild<QWidget *>(u"laneAccept"_s));
        });
        clickHead(rest);
        QTRY_COMPARE(board().laneCount(), 3);
        QTRY_COMPARE(board().totalsAcross({2 * across()}).count, 3); // those of the first value
        // Nothing is put there, and one is told why.
        Person::settle();
        person().dragCard(&view(), m_leads[5], 2 * across());
        auto *toast = m_window->findChild<Toast *>(u"toast"_s);
        QTRY_VERIFY(toast && toast->isVisible());
        QCOMPARE(sourceOf(m_leads[5]), m_values[1].id);
        QCOMPARE(board().find(m_leads[5]).first, 0);
    }

    void lanesAreRememberedAndFollowTheFilter()
    {
        clickHead(1);
        QVERIFY(m_window->close());
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(m_window->openFile(m_office->path()));
        QTRY_VERIFY(board().laneCount() > 2);
        QTRY_COMPARE(board().cardCount(0), 3);
        QVERIFY(view().isFolded(across()) && !view().isFolded(0));
        QVERIFY(page().filter()->setText(u"amount > 200 and tags = even"_s));
        QTRY_COMPARE(board().cardCount(0), 1); // Lead 2
        QVERIFY(board().laneCount() > 2);
        choose(u"lanesBy_"_s);
        QTRY_COMPARE(board().laneCount(), 0);
        QCOMPARE(board().columnCount(), 3);
    }

    /// A saved filter may name a stage that was deleted since: the board stands empty and says so.
    void aFilterThatNamesADeletedStageIsTold()
    {
        const QList<Stage> stages = store().schema()->stages(store().schema()->defaultPipeline(leadType())->id);
        const auto gone = std::ranges::find(stages, u"processed"_s, &Stage::code);
        QVERIFY(gone != stages.end());
        const auto removed = removeStage(store(), store().schema(), gone->id, stages.first().id);
        QVERIFY2(removed, removed ? "" : qPrintable(removed.error().message));
        QTRY_COMPARE(across(), 2);
        const auto named = parseConditions(u"stage = processed"_s);
        QVERIFY(named);
        page().filter()->setConditions(*named);
        QTRY_COMPARE(board().columnCount(), 0);
        QCOMPARE(across(), 0);
        QTRY_VERIFY2(view().emptyState()->text().text.contains(u"“Processed”"_s),
                     qPrintable(view().emptyState()->text().text));
        QTRY_VERIFY(view().emptyState()->isVisible());
        Person::click(view().emptyState()->findChild<QPushButton *>(u"emptyReset"_s));
        QTRY_COMPARE(across(), 2);
        QTRY_VERIFY(board().laneCount() > 2);
        QVERIFY(view().emptyState()->isHidden());
    }

    void lanesSpeak()
    {
        QAccessibleInterface *speech = QAccessible::queryAccessibleInterface(&view());
        QAccessibleInterface *head = speech->child(0);
        QCOMPARE(head->role(), QAccessible::Button);
        const QString name = head->text(QAccessible::Name);
        QVERIFY2(name.startsWith(laneNames().first() + u", 3"_s), qPrintable(name));
        QVERIFY(head->state().expanded);
        QAccessibleInterface *cell = speech->child(1);
        QVERIFY2(cell->text(QAccessible::Name).startsWith(laneNames().first() + u", "_s + board().head(0).name),
                 qPrintable(cell->text(QAccessible::Name)));
        QCOMPARE(cell->childCount(), 3);
        head->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(head->state().collapsed);
        QVERIFY(view().isFolded(0));
    }
};

KARTOTEKA_UI_TEST(tst_swimlanes, TestSwimlanes)
#include "tst_swimlanes.moc"
