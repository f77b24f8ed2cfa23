// SPDX-License-Identifier: GPL-3.0-or-later
// The board, the list and the filter as people use them all day: by mouse and keys on the real window.
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "models/list/column_head.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/acts/bulk_desk.h"
#include "views/board/board_painter.h"
#include "views/board/card_look_dialog.h"
#include "views/board/quick_form.h"
#include "views/board/stage_menu.h"
#include "views/dialogs/bulk_field_dialog.h"
#include "views/fields/field_editor.h"
#include "views/filter/condition_row.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/list/list_footer.h"
#include "views/section/list_section.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QMouseEvent>
#include <QProcess>
#include <QScrollBar>

using namespace Kartoteka;

class TestDailyWork final : public SixLeads
{
    Q_OBJECT

    ItemTableModel &list() { return *page().part<ListSection>()->model(); }
    void drag(const QPoint &from, const QPoint &to)
    {
        QWidget *viewport = view().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, from);
        for (int step = 1; step <= 6; ++step) {
            const QPoint at = from + (to - from) * step / 6;
            QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, to);
    }
    void showList()
    {
        person().click(u"listButton"_s);
        QTRY_COMPARE(list().rowCount(), count);
        QTRY_VERIFY(list().index(count - 1, 0).data(ItemTableModel::LoadedRole).toBool()
                    || list().index(0, 0).data().isValid());
        Person::settle();
    }
    int column(const QString &code) { return int(list().columns().indexOf(code)) + 1; }
    void answerBulk()
    {
        Person::whenOffered(u"bulkAccept"_s,
                            [](QWidget *box) { Person::click(box->findChild<QWidget *>(u"bulkAccept"_s)); });
    }

private slots:
    void initTestCase() { setLook(); }

    void init() { makeLeads(); }
    void cleanup() { clear(); }

    // The filter

    void aConditionIsAChipThatFiltersAndGoes()
    {
        QVERIFY(page().filter()->setText(u"amount > 300"_s));
        QTRY_COMPARE(board().cardCount(0), 3);
        QTRY_COMPARE(board().totals(0).sums.value(u"RUB"_s), 150'000);
        auto *chip = page().filterBar()->findChild<QLabel *>(u"chipText"_s);
        QVERIFY(chip);
        QVERIFY(chip->text().contains(u"300"_s));
        QVERIFY(page().filterBar()->findChild<QWidget *>(u"filterClear"_s)->isHidden()); // its own cross does the same
        picture(m_window.get(), u"chip"_s);
        Person::click(page().filterBar()->findChild<QWidget *>(u"chipRemove"_s));
        QTRY_COMPARE(board().cardCount(0), count);
        QVERIFY(page().filter()->isEmpty());
    }

    void theFormFiltersAsItIsFilledIn()
    {
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *amount = panel->findChild<ConditionRow *>(u"condition_amount"_s);
        QVERIFY(amount);
        Person::type(amount->findChild<QLineEdit *>(u"rangeFirst"_s), u"500"_s); // from
        picture(panel, u"filter-panel"_s);
        QTRY_COMPARE(board().cardCount(0), 2);
        QCOMPARE(page().filter()->text(), u"stage = \"group in_progress\" and amount = 500.."_s);
        Person::click(panel->findChild<QWidget *>(u"filterReset"_s));
        QTRY_COMPARE(board().cardCount(0), count);
        panel->close();
    }

    void textSaysWhereItIsWrongAndKeepsTheList()
    {
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *text = panel->findChild<QLineEdit *>(u"filterText"_s);
        Person::click(panel->findChild<QWidget *>(u"filterAsText"_s));
        text->clear();
        Person::type(text, u"amount > 300 and nosuch = 5"_s);
        Person::press(text, Qt::Key_Return);
        auto *problem = panel->findChild<QLabel *>(u"filterProblem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(u"nosuch"_s), qPrintable(problem->text()));
        QCOMPARE(board().cardCount(0), count);
        text->clear();
        Person::type(text, u"amount > 300 or tags = odd"_s);
        Person::press(text, Qt::Key_Return);
        QVERIFY(!problem->isVisible());
        QTRY_COMPARE(board().cardCount(0), 4);
        picture(panel, u"filter-text"_s);
        panel->close();
    }

    void aSavedFilterIsThereInTheNextSession()
    {
        QVERIFY(page().filter()->setText(u"amount > 300 and tags = odd"_s));
        page().filter()->savePreset(u"Large and odd"_s, false);
        QTRY_VERIFY(page().filter()->current() && page().filter()->current()->name == u"Large and odd");
        auto *chip = page().filterBar()->findChild<QLabel *>(u"chipText"_s);
        QTRY_COMPARE(chip ? page().filterBar()->findChild<QLabel *>(u"chipText"_s)->text() : QString(), u"Large and odd"_s);
        page().filterBar()->panel()->setPinned(page().filter()->current()->code);
        QVERIFY(m_window->close());
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(m_window->openFile(m_office->path()));
        QTRY_COMPARE(board().columnCount(), 3);
        QTRY_COMPARE(board().cardCount(0), 2); // the section starts with what is pinned
    }

    void searchFindsTheOtherLayoutAsItIsTyped()
    {
        Person::type(page().search(), u"Дуфв 3"_s); // "Lead 3" on the Russian keys; number 3 is "Lead 2"
        QTRY_COMPARE(board().cardCount(0), 2);
        QCOMPARE(page().filterBar()->findChild<QLabel *>(u"chipText"_s)->text(), u"In progress"_s); // what it is searched in
        Person::press(page().search(), Qt::Key_Escape);
        QTRY_COMPARE(board().cardCount(0), count);
    }

    // The board

    void columnsFoldResizeAndMove()
    {
        const int before = view().places().columnRect(0).width();
        const int edge = view().places().columnRect(0).right() + 6;
        drag({edge, 20}, {edge + 60, 20});
        QCOMPARE(view().places().columnRect(0).width(), before + 60);
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, Qt::NoModifier,
                           QPoint(view().places().columnRect(1).left() + 60, 20));
        QVERIFY(view().isFolded(1));
        picture(m_window.get(), u"folded"_s);
        Person::click(view().viewport(), view().places().columnRect(1).center());
        QVERIFY(!view().isFolded(1));
        const qint64 third = board().head(2).key;
        drag({view().places().columnRect(2).left() + 80, 20}, {view().places().columnRect(1).left() + 20, 20});
        QTRY_COMPARE(board().head(1).key, third);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().head(2).key, third);
    }

    void aBoardByDatesTakesAndGivesDays()
    {
        auto *section = page().part<BoardSection>();
        section->setColumnField(u"birth_date"_s);
        QTRY_COMPARE(board().columnCount(), 6);
        const int none = board().columnOf(qint64(DayColumn::None));
        const int today = board().columnOf(qint64(DayColumn::Today));
        QTRY_COMPARE(board().cardCount(none), count);
        picture(m_window.get(), u"by-date"_s);
        const auto day = [this] { return lead(m_leads[5]).value(u"birth_date"_s).toDate(); };
        const QDate now = store().clock().localNow().date();
        // By keys: to the left of "no date" is "later".
        view().setFocus();
        view().setCurrentCard(m_leads[5]);
        Person::press(&view(), Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(day(), now.addDays(14));
        QTRY_COMPARE(board().find(m_leads[5]).first, board().columnOf(qint64(DayColumn::Later)));
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().cardCount(none), count);
        QVERIFY(!day().isValid());
        // What is made in a column stands in it.
        view().startQuickForm(today);
        QTRY_VERIFY(view().quickForm()->isVisible());
        auto *title = view().quickForm()->findChild<FieldEditor *>(u"quick_title"_s);
        Person::type(title->input(), u"Gate"_s);
        Person::press(title->input(), Qt::Key_Return);
        QTRY_COMPARE(board().cardCount(today), 1);
        Person::press(title->input(), Qt::Key_Escape);
        view().startQuickForm(board().columnOf(qint64(DayColumn::Overdue)));
        QVERIFY(!view().quickForm()->isVisible());
        // By the mouse, and back to stages.
        section->setColumnField(u"responsible"_s);
        QTRY_COMPARE(board().columnCount(), 2);
        QTRY_COMPARE(board().cardCount(0), count + 1);
        section->setColumnField({});
        QTRY_COMPARE(board().columnCount(), 3);
        QTRY_COMPARE(board().cardCount(0), count + 1);
    }

    void aStageIsAddedRenamedAndDeletedInPlace()
    {
        Person::whenOffered(u"askLine"_s, [](QWidget *asked) {
            Person::type(asked->findChild<QLineEdit *>(), u"Offer"_s);
            Person::press(asked, Qt::Key_Return);
        });
        page().part<BoardSection>()->stages()->askAdd(board().query().pipeline, StageGroup::InProgress, board().head(0).key);
        QTRY_COMPARE(board().columnCount(), 4);
        QCOMPARE(board().head(1).name, u"Offer"_s);
        // An occupied one asks where its items go; all of it is one undo.
        const qint64 first = board().head(0).key;
        const QString target = board().head(1).name;
        Person::whenOffered(u"askChoice"_s, [target](QWidget *asked) {
            asked->findChild<QComboBox *>()->setCurrentText(target);
            Person::press(asked, Qt::Key_Return);
        });
        page().part<BoardSection>()->stages()->askDelete(first);
        QTRY_COMPARE(board().columnCount(), 3);
        QTRY_COMPARE(board().cardCount(0), count);
        QCOMPARE(board().head(0).name, u"Offer"_s);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().columnCount(), 4);
        QTRY_COMPARE(board().head(0).key, first);
        QTRY_COMPARE(board().cardCount(0), count);
    }

    void aStageDeletedElsewhereRefusesTheCardOnItsWay()
    {
        const qint64 gone = board().head(1).key;
        person().dragCard(&view(), m_leads[5], 1, [this, gone] {
            // Somebody deletes the stage while the card is in the air.
            ChangeSet changes;
            changes.kind = u"stages"_s;
            changes.update(u"stage"_s, gone, {{u"deleted_at"_s, qint64(1)}});
            QVERIFY(store().commitAndWait(changes));
        });
        QTRY_COMPARE(board().columnCount(), 2);
        QTRY_COMPARE(board().cardCount(0), count);
        QCOMPARE(stageOf(m_leads[5]), u"new"_s);
    }

    void cardsShowChosenFields()
    {
        const int before = view().places().cardRect(m_leads[5]).height();
        CardLookDialog dialog(store(), leadType(), view().cardLook(), *board().card(0, 0), m_window.get());
        dialog.show();
        auto *fields = dialog.findChild<QListWidget *>(u"lookFields"_s);
        for (int i = 0; i < fields->count(); ++i) {
            if (fields->item(i)->data(Qt::UserRole).toString() == u"created_at")
                fields->item(i)->setCheckState(Qt::Checked);
        }
        picture(&dialog, u"card-look"_s);
        view().setCardLook(dialog.look());
        QTRY_COMPARE(board().card(0, 0) ? board().card(0, 0)->more.size() : 0, 1);
        QVERIFY(view().places().cardRect(m_leads[5]).height() > before);
    }

    void cardsOrderByAmount()
    {
        page().part<BoardSection>()->setCardOrder(CardOrder::Amount);
        QTRY_COMPARE(board().card(0, 0) ? board().card(0, 0)->id : 0, m_leads[5]);
        page().part<BoardSection>()->setCardOrder(CardOrder::LastChange);
        commit(planEdit(*store().schema(), lead(m_leads[0]), {{u"title"_s, u"Changed"_s}}));
        QTRY_COMPARE(board().card(0, 0) ? board().card(0, 0)->id : 0, m_leads[0]);
    }

    void headsOfColumnsSayWhatIsChosen()
    {
        QVERIFY(BoardPainter::laneOf(store(), board(), 0, view().palette()).sum.contains(u"2"_s)); // 2,100 in all
        Person::whenNamed(u"headerMenu"_s, [](QWidget *menu) {
            auto *figure = menu->findChild<QAction *>(u"columnFigure_%1"_s.arg(int(ColumnFigure::Unplanned)));
            QVERIFY(figure);
            figure->trigger();
            menu->close();
        });
        emit view().headerMenuWanted(0, view().mapToGlobal(QPoint(10, 10)));
        QTRY_COMPARE(BoardPainter::laneOf(store(), board(), 0, view().palette()).sum, u"unplanned: 6"_s);
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {{leadType(), m_leads[0], {}}};
        commit(planActivity(*store().schema(), draft));
        QTRY_COMPARE(BoardPainter::laneOf(store(), board(), 0, view().palette()).sum, u"unplanned: 5"_s);
        page().part<BoardSection>()->setFigure(ColumnFigure::AverageAge);
        QTRY_VERIFY(BoardPainter::laneOf(store(), board(), 0, view().palette()).sum.startsWith(u"age: "_s));
        page().part<BoardSection>()->setFigure(ColumnFigure::Sum);
        QTRY_VERIFY(!BoardPainter::laneOf(store(), board(), 0, view().palette()).sum.startsWith(u"age: "_s));
    }

    // The list

    void aCellIsEditedInPlace()
    {
        showList();
        const QModelIndex cell = list().index(list().rowOf(m_leads[2]), column(u"title"_s));
        page().part<ListSection>()->view()->setCurrentIndex(cell);
        page().part<ListSection>()->view()->edit(cell);
        auto *editor = page().part<ListSection>()->view()->findChild<FieldEditor *>();
        QVERIFY(editor);
        auto *line = qobject_cast<QLineEdit *>(editor->input());
        QVERIFY(line);
        line->selectAll();
        Person::type(line, u"Edited in the list"_s);
        Person::press(line, Qt::Key_Return);
        QTRY_COMPARE(lead(m_leads[2]).text(u"title"_s), u"Edited in the list"_s);
    }

    void shiftSortsBySeveralColumns()
    {
        showList();
        list().toggleSort(column(u"responsible"_s), false);
        list().toggleSort(column(u"amount"_s), true);
        QTRY_COMPARE(list().idAt(0), m_leads[0]);
        list().toggleSort(column(u"amount"_s), true);
        QTRY_COMPARE(list().idAt(0), m_leads[5]);
        QCOMPARE(sortPlace(list().query(), u"amount"_s), 2);
        picture(m_window.get(), u"list-sorted"_s);
    }

    void groupsCountAndSumAndFold()
    {
        commit(planEdit(*store().schema(), lead(m_leads[0]), {{u"stage"_s, stageId(u"in_progress"_s)}}));
        showList();
        page().part<ListSection>()->setGroupBy(u"stage"_s);
        QTRY_COMPARE(list().rowCount(), count + 2);
        QVERIFY(list().isGroupHead(0));
        QCOMPARE(list().index(0, 0).data(ItemTableModel::GroupCountRole).toInt(), 5);
        picture(m_window.get(), u"list-groups"_s);
        list().toggleGroup(0);
        QCOMPARE(list().rowCount(), 1 + 1 + 1);
        QVERIFY(list().isGroupHead(1));
        QCOMPARE(list().idAt(2), m_leads[0]);
        QCOMPARE(list().rowOf(m_leads[3]), -1);
        // A change goes to its group without a reset.
        page().part<ListSection>()->view()->setCurrentIndex(list().index(2, 1));
        commit(planEdit(*store().schema(), lead(m_leads[1]), {{u"stage"_s, stageId(u"in_progress"_s)}}));
        QTRY_COMPARE(list().rowCount(), 1 + 1 + 2);
        QCOMPARE(page().part<ListSection>()->view()->currentItem(), m_leads[0]);
        // Everything that matches, what is folded away too.
        Person::click(page().findChild<QWidget *>(u"selectAll"_s));
        QTRY_COMPARE(page().part<ListSection>()->view()->selectedCount(), count);
        QCOMPARE(page().part<ListSection>()->view()->selectedItems().size(), count);
        page().part<ListSection>()->setGroupBy({});
        QTRY_COMPARE(list().rowCount(), count);
    }

    void everythingThatMatchesIsChangedAndTakenBack()
    {
        showList();
        Person::click(page().findChild<QWidget *>(u"selectAll"_s));
        QTRY_COMPARE(page().part<ListSection>()->view()->selectedCount(), count);
        const QList<qint64> all = page().part<ListSection>()->view()->selectedItems();
        QCOMPARE(all.size(), count);
        picture(m_window.get(), u"list-selected"_s);
        BulkFieldDialog dialog(store(), leadType(), all.size(), m_window.get());
        dialog.show();
        picture(&dialog, u"bulk-field"_s);
        dialog.reject();
        office().bulk()->run(leadType(), all, bulkTags(store().schema(), {u"spring"_s}, {}), u"Tags added: %1"_s);
        QTRY_VERIFY(!office().tasks()->isBusy());
        for (const qint64 id : std::as_const(m_leads))
            QCOMPARE(lead(id).members(u"tags"_s).size(), 2);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(lead(m_leads[0]).members(u"tags"_s).size(), 1);
    }

    void deleteAsksHowManyAndTheBinPurges()
    {
        showList();
        page().part<ListSection>()->view()->selectAll();
        answerBulk();
        Person::press(page().part<ListSection>()->view(), Qt::Key_Delete);
        QTRY_COMPARE(list().rowCount(), 0);
        person().click(u"binEntry"_s); // at the foot of the sidebar
        QTRY_COMPARE(list().rowCount(), count);
        // When it was thrown away, and by whom.
        const int when = column(u"deleted_at"_s);
        QCOMPARE(list().headerData(when, Qt::Horizontal, Qt::DisplayRole).toString(), u"Deleted ↓"_s);
        QTRY_VERIFY(!list().index(0, when).data().toString().isEmpty());
        QCOMPARE(list().headerData(when + 1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Deleted by"_s);
        QCOMPARE(list().index(0, when + 1).data().toString(), store().schema()->user(store().user())->name);
        picture(m_window.get(), u"bin"_s);
        page().part<ListSection>()->view()->selectAll();
        const QList<qint64> all = page().part<ListSection>()->view()->selectedItems();
        office().bulk()->run(leadType(), all, bulkPurge(store().schema()), u"%1"_s);
        QTRY_COMPARE(list().rowCount(), 0);
        QVERIFY(!readItem(store().reader(), {leadType(), m_leads[0], {}}));
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(list().rowCount(), count);
        person().click(u"binEntry"_s);
        QVERIFY(!page().showsBin());
        QVERIFY(!list().columns().contains(u"deleted_at"_s));
    }

    void manyAreGivenAnActivityForADay()
    {
        const QList<qint64> two{m_leads[0], m_leads[1]};
        Person::whenOffered(u"bulkPlanTitle"_s, [](QWidget *asked) {
            Person::type(asked->findChild<QWidget *>(u"bulkPlanTitle"_s), u"Send the offer"_s);
            Person::type(asked->findChild<QWidget *>(u"deadlineWords"_s), u"tomorrow 15:00"_s);
            Person::click(asked->findChild<QWidget *>(u"bulkPlanAccept"_s));
        });
        office().bulk()->askActivity(leadType(), two);
        QTRY_VERIFY(!office().tasks()->isBusy());
        const QDateTime at(store().clock().localNow().date().addDays(1), QTime(15, 0));
        for (const qint64 id : two) {
            QTRY_COMPARE(plannedActivities(store().reader(), {leadType(), id, {}})->size(), 1);
            const Activity made = plannedActivities(store().reader(), {leadType(), id, {}})->constFirst();
            QCOMPARE(made.title, u"Send the offer"_s);
            QCOMPARE(made.deadline.toLongLong(), at.toMSecsSinceEpoch());
        }
    }

    void copiesATable()
    {
        showList();
        page().part<ListSection>()->view()->selectRow(0);
        Person::press(page().part<ListSection>()->view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"Lead 5"_s));
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasHtml());
        QCOMPARE(data->text().count(u'\n'), 2);
        QVERIFY(data->text().section(u'\n', 0, 0).contains(u'\t'));
    }

    void frozenColumnsStay()
    {
        showList();
        page().part<ListSection>()->view()->setFrozen(2);
        page().part<ListSection>()->view()->setColumnWidth(column(u"stage"_s), 2000);
        page().part<ListSection>()->view()->horizontalScrollBar()->setValue(600);
        Person::settle(100);
        picture(m_window.get(), u"list-frozen"_s);
        QCOMPARE(page().part<ListSection>()->view()->frozen(), 2);
    }

    // Both

    void aChangeByTheCommandLineAppearsWithinTwoSeconds()
    {
        QElapsedTimer timer;
        timer.start();
        QProcess cli;
        cli.start(QStringLiteral(KARTOTEKA_CLI), {m_office->path(), u"set"_s, u"lead"_s, u"6"_s, u"title=From outside"_s});
        QVERIFY(cli.waitForFinished(10'000));
        QCOMPARE(cli.exitCode(), 0);
        timer.restart();
        QTRY_VERIFY_WITH_TIMEOUT(board().card(0, 0) && board().card(0, 0)->title == u"From outside", 2000);
    }

    void aFileThatIsFullRefusesAndTheListShowsTheTruth()
    {
        showList();
        // The file may not grow any more, as on a full disk.
        QVERIFY(store()
                    .maintain<bool>([](Connection &connection) -> Result<bool> {
                        auto limited = connection.scalar(u"PRAGMA max_page_count = 1"_s);
                        return limited ? Result<bool>(true) : Result<bool>(limited.error());
                    })
                    .result());
        const QModelIndex cell = list().index(list().rowOf(m_leads[2]), column(u"title"_s));
        QVERIFY(list().setData(cell, QString(2'000'000, u'x'), Qt::EditRole));
        QTRY_VERIFY(office().toast()->isVisible());
        QVERIFY2(office().toast()->text().contains(u"full"_s, Qt::CaseInsensitive)
                     || office().toast()->text().contains(u"space"_s, Qt::CaseInsensitive),
                 qPrintable(office().toast()->text()));
        QCOMPARE(lead(m_leads[2]).text(u"title"_s), u"Lead 2"_s);
        QCOMPARE(list().index(cell.row(), cell.column()).data().toString(), u"Lead 2"_s);
    }

    void withNothingThereItSaysWhatToDo()
    {
        QVERIFY(page().filter()->setText(u"amount > 100000"_s));
        QTRY_COMPARE(board().cardCount(0), 0);
        picture(m_window.get(), u"nothing-found"_s);
    }
};

KARTOTEKA_UI_TEST(tst_daily_work, TestDailyWork)
#include "tst_daily_work.moc"
