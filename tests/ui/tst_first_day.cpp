// SPDX-License-Identifier: GPL-3.0-or-later
// What the first day of a salesperson stumbled over, on the real window.
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/pipeline/stage_acts.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/card/card_pages.h"
#include "views/card/card_panel.h"
#include "views/card/timeline_view.h"
#include "views/dialogs/conversion_dialog.h"
#include "views/fields/field_editor.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
#include "views/shell/section_bar.h"
#include "views/shell/sidebar_button.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QToolButton>

using namespace Kartoteka;

class TestFirstDay final : public WindowTest
{
    Q_OBJECT

    void open()
    {
        openWindow();
        QTRY_COMPARE(page().part<BoardSection>()->model()->columnCount(), 3);
        Person::settle();
    }
    QList<qint64> makeLeads(int count)
    {
        QList<qint64> leads;
        for (int i = 0; i < count; ++i)
            leads << m_office->create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        return leads;
    }
    void commit(const ChangeSet &changes)
    {
        QVERIFY(m_office->store().commitAndWait(changes));
        QCoreApplication::sendPostedEvents(&m_office->store());
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeOffice(); }
    void cleanup() { clear(); }

    void aPipelineWithoutItemsOffersTheFirst()
    {
        makeLeads(1);
        commit(planAddPipeline(m_office->schema(), m_office->typeId(u"lead"_s), u"Service"_s));
        open();
        page().filter()->clear();
        emit page().findChild<SectionBar *>()->pipelineChosen(store().schema()->pipelines(typeId(u"lead"_s)).last().id);
        EmptyState *empty = page().part<BoardSection>()->view()->emptyState();
        QTRY_VERIFY(empty->isVisible());
        QTRY_COMPARE(empty->text().title, u"This pipeline is empty"_s); // and no filter is to be reset
        QVERIFY(!empty->findChild<QPushButton *>(u"emptyReset"_s));
        Person::click(empty->findChild<QPushButton *>(u"emptyCreate"_s));
        QTRY_VERIFY(office().card()->isCreating());
    }

    void conversionAsksForThePipelineAndWhatTheDealRequires()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Order"_s}, {u"company_title"_s, u"Acme"_s}});
        const qint64 known = m_office->create(u"company"_s, {{u"title"_s, u"ACME, Inc."_s}});
        ChangeSet require;
        require.kind = u"schema"_s;
        const Field *field = m_office->schema().field(m_office->typeId(u"deal"_s), u"source_details"_s);
        require.update(u"field"_s, field->id, {{u"required"_s, true}});
        commit(require);
        auto second = planAddPipeline(m_office->schema(), m_office->typeId(u"deal"_s), u"Service"_s);
        commit(second);
        open();
        Person::whenShown<ConversionDialog>([this, known](ConversionDialog *dialog) {
            auto *company = dialog->findChild<QComboBox *>(u"convertExisting_company"_s);
            QCOMPARE(company->currentData().toLongLong(), known); // by its name alone
            auto *pipeline = dialog->findChild<QComboBox *>(u"convertPipeline_deal"_s);
            QCOMPARE(pipeline->count(), 2);
            pipeline->setFocus();
            Person::press(pipeline, Qt::Key_Down);
            picture(dialog, u"conversion"_s);
            auto *accept = dialog->findChild<QPushButton *>(u"conversionAccept"_s);
            Person::click(accept);
            QVERIFY(dialog->isVisible()); // the required field is empty
            QVERIFY(!dialog->findChild<QLabel *>(u"conversionProblem"_s)->text().isEmpty());
            Person::type(dialog->findChild<FieldEditor *>(u"asked_deal_source_details"_s)->input(), u"By phone"_s);
            Person::click(accept);
        });
        office().convert({typeId(u"lead"_s), lead, {}});
        const auto deals = [this] {
            ItemQuery all;
            all.typeId = typeId(u"deal"_s);
            return *queryIds(store().reader(), all);
        };
        QTRY_COMPARE(deals().size(), 1);
        const Item deal = *readItem(store().reader(), {typeId(u"deal"_s), deals().first(), {}});
        QCOMPARE(deal.text(u"source_details"_s), u"By phone"_s);
        QCOMPARE(deal.reference(u"client_company"_s), known);
        QCOMPARE(store().schema()->pipeline(deal.reference(u"pipeline"_s))->name, u"Service"_s);

        // The timeline of the lead leads to each of what was made.
        office().openItem({typeId(u"lead"_s), lead, {}});
        TimelineView *timeline = office().card()->timeline();
        const auto rowOf = [timeline](const QString &text) {
            for (int row = 0; row < timeline->model()->rowCount(); ++row) {
                if (timeline->model()->index(row, 0).data().toString() == text)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY(rowOf(u"Converted"_s) > 0);
        const int row = rowOf(u"Converted"_s);
        const QVariantList links = timeline->model()->index(row, 0).data(TimelineModel::LinksRole).toList();
        QCOMPARE(links.size(), 3);
        for (int place = 0; place < 3; ++place) {
            office().openItem({typeId(u"lead"_s), lead, {}});
            QTRY_VERIFY(rowOf(u"Converted"_s) > 0);
            Person::settle();
            const QPoint at = timeline->linkPoint(rowOf(u"Converted"_s), place);
            QVERIFY(!at.isNull());
            Person::click(timeline->viewport(), at);
            QTRY_VERIFY(office().card()->item() == links[place].value<ItemRef>());
        }
    }

    void aCompanyThatALeadDoesNotNameIsMadeOnlyIfItIsTicked()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"New office"_s}, {u"last_name"_s, u"Bell"_s}});
        open();
        Person::whenShown<ConversionDialog>([](ConversionDialog *dialog) {
            QVERIFY(dialog->findChild<QLabel *>(u"conversionTitle"_s)->text().contains(u"New office"_s));
            for (const QString &type : {u"deal"_s, u"contact"_s, u"company"_s})
                QCOMPARE(dialog->findChild<QCheckBox *>(u"convertTo_"_s + type)->isChecked(), type != u"company");
            Person::click(dialog->findChild<QWidget *>(u"conversionAccept"_s));
        });
        office().convert({typeId(u"lead"_s), lead, {}});
        const auto count = [this](const QString &type) {
            ItemQuery all;
            all.typeId = typeId(type);
            return queryIds(store().reader(), all)->size();
        };
        QTRY_COMPARE(count(u"deal"_s), 1);
        QCOMPARE(count(u"contact"_s), 1);
        QCOMPARE(count(u"company"_s), 0);
    }

    void aCardShowsWhatBelongsToItAndHowTheClientIsReached()
    {
        const qint64 company = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 contact = m_office->create(
            u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"phone"_s, textMembers({u"+79160000001"_s, u"+79160000002"_s})}});
        const qint64 deal = m_office->create(
            u"deal"_s, {{u"title"_s, u"Gate"_s}, {u"client_contact"_s, contact}, {u"client_company"_s, company}});
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_company"_s, company}});
        open();
        office().openItem({typeId(u"company"_s), company, {}});
        Person::settle();
        CardPages *pages = office().card()->pages();
        pages->showPage(u"links"_s);
        QTRY_VERIFY(pages->findChild<QWidget *>(u"link_lead_%1"_s.arg(lead)));
        picture(m_window.get(), u"company"_s);
        Person::click(pages->findChild<QWidget *>(u"link_deal_%1"_s.arg(deal))->findChild<QWidget *>(u"linkTitle"_s));
        QTRY_VERIFY(office().card()->item() == ItemRef({typeId(u"deal"_s), deal, {}}));
        pages->showPage({});
        Person::settle();
        const QList<QToolButton *> calls = office().card()->findChildren<QToolButton *>(u"clientCall"_s);
        QCOMPARE(calls.size(), 1); // the company has no phone
        QStringList numbers;
        Person::whenShown<QMenu>([&](QMenu *menu) {
            for (const QAction *act : menu->actions())
                numbers << act->text();
            menu->close();
        });
        Person::click(calls.constFirst());
        QCOMPARE(numbers, (QStringList{u"+7 916 000-00-01"_s, u"+7 916 000-00-02"_s}));
        office().openItem({typeId(u"contact"_s), contact, {}});
        pages->showPage(u"links"_s);
        QTRY_VERIFY(pages->findChild<QWidget *>(u"link_deal_%1"_s.arg(deal)));
    }

    void aGroupsHeadIsNotCountedAsSelected()
    {
        makeLeads(4);
        open();
        person().click(u"listButton"_s);
        page().part<ListSection>()->setGroupBy(u"stage"_s);
        QTRY_COMPARE(page().part<ListSection>()->model()->rowCount(), 5);
        Person::settle();
        Person::click(page().findChild<QWidget *>(u"selectAll"_s));
        auto *count = page().findChild<QLabel *>(u"selectedCount"_s);
        QTRY_COMPARE(count->text(), u"Selected: 4"_s);
        QCOMPARE(page().part<ListSection>()->view()->selectedItems().size(), 4);
        page().part<ListSection>()->view()->selectRow(0);
        QTRY_VERIFY(!count->isVisible()); // the head alone is nothing
        page().part<ListSection>()->view()->tick(2, false);
        QTRY_COMPARE(count->text(), u"Selected: 1"_s);
        QVERIFY(page().filter()->setText(u"title = nosuch"_s));
        QTRY_COMPARE(page().part<ListSection>()->model()->rowCount(), 0);
        QTRY_VERIFY(!count->isVisible());
    }

    void leavingTheBinGoesBackToTheBoard()
    {
        makeLeads(1);
        open();
        QCOMPARE(page().view()->name(), u"board"_s);
        person().shortcut(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page().view()->name(), u"list"_s);
        person().shortcut(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page().view()->name(), u"board"_s);
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), 1);
        person().click(u"listButton"_s);
        person().shortcut(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        person().shortcut(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page().view()->name(), u"list"_s);
    }

    void finalStagesSetTheFilterAsideAndSaySo()
    {
        makeLeads(1);
        open();
        QCOMPARE(page().filter()->text(), u"stage = \"group in_progress\""_s);
        Person::clickFinal(page().part<BoardSection>()->view());
        QVERIFY(page().filter()->isEmpty());
        QVERIFY(office().toast()->isVisible());
        QVERIFY2(office().toast()->text().contains(u"filter"_s), qPrintable(office().toast()->text()));
        const BoardModel &board = *page().part<BoardSection>()->model();
        QTRY_VERIFY(!board.isLoading() && board.columnCount() > 3);
        Person::clickFinal(page().part<BoardSection>()->view());
        QTRY_COMPARE(page().filter()->text(), u"stage = \"group in_progress\""_s);
    }

    void whatWasFoundIsCountedAnewAfterTheCommandLine()
    {
        makeLeads(2);
        open();
        auto *count = person().find<QLabel>(u"count"_s);
        QTRY_COMPARE(count->toolTip(), u"Found: 2"_s);
        const auto cli = [this](const QStringList &arguments) {
            QProcess process;
            process.start(QStringLiteral(KARTOTEKA_CLI), QStringList{m_office->path()} + arguments);
            QVERIFY(process.waitForFinished(20'000));
            QCOMPARE(process.exitCode(), 0);
        };
        cli({u"create"_s, u"lead"_s, u"title=From outside"_s});
        QTRY_COMPARE(count->toolTip(), u"Found: 3"_s);
        cli({u"move"_s, u"lead"_s, u"1"_s, u"junk"_s});
        QTRY_COMPARE(count->toolTip(), u"Found: 2"_s);
        QVERIFY(page().filter()->setText(u"title ~ Lead"_s));
        QTRY_COMPARE(count->toolTip(), u"Found: 2"_s);
        cli({u"delete"_s, u"lead"_s, u"2"_s});
        QTRY_COMPARE(count->toolTip(), u"Found: 1"_s);
    }

    void anEmptyOfficeSaysHowToBegin()
    {
        open();
        const EmptyState *empty = page().part<BoardSection>()->view()->emptyState();
        QTRY_VERIFY(empty->isVisible());
        // That a filter is on is beside the point where there is nothing to filter.
        QVERIFY2(empty->text().title.contains(u"will be here"_s), qPrintable(empty->text().title));
        QVERIFY(empty->findChild<QPushButton *>(u"emptyCreate"_s));
        QVERIFY(empty->findChild<QPushButton *>(u"emptyImport"_s));
        picture(m_window.get(), u"empty"_s);
    }

    void aClickOnACounterShowsWhatItCounts()
    {
        const QList<qint64> leads = makeLeads(3);
        ActivityDraft draft;
        draft.items = {{m_office->typeId(u"lead"_s), leads[0], {}}};
        draft.deadline = QDateTime::currentMSecsSinceEpoch() - 1000;
        commit(planActivity(m_office->schema(), draft));
        draft.items = {{m_office->typeId(u"lead"_s), leads[1], {}}};
        draft.incoming = true;
        commit(planActivity(m_office->schema(), draft));
        open();
        auto *button = person().find<SidebarButton>(u"section_lead"_s);
        QTRY_VERIFY(!button->counterRect(u"due"_s).isNull() && !button->counterRect(u"incoming"_s).isNull());
        picture(m_window.get(), u"counters"_s);
        Person::click(button, button->counterRect(u"due"_s).center());
        QCOMPARE(page().filter()->text(), u"responsible = me and activity = due"_s);
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), 1);
        QCOMPARE(page().part<BoardSection>()->model()->card(0, 0)->id, leads[0]);
        Person::click(button, button->counterRect(u"incoming"_s).center());
        QTRY_COMPARE(page().part<BoardSection>()->model()->card(0, 0) ? page().part<BoardSection>()->model()->card(0, 0)->id
                                                                      : 0,
                     leads[1]);
    }

    void theMenuSaysWhatUndoWouldTakeBack()
    {
        makeLeads(1);
        open();
        QVERIFY(store().commitAndWait(planComment({typeId(u"lead"_s), 1, {}}, u"Called"_s)));
        auto *edit = m_window->menuBar()->actions().at(1)->menu();
        emit edit->aboutToShow();
        QVERIFY2(m_window->action(u"undo"_s)->text().contains(u"Called"_s), qPrintable(m_window->action(u"undo"_s)->text()));
    }

    void theMenuOfAnItemHasNothingTwice()
    {
        makeLeads(1);
        open();
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), 1);
        QStringList names;
        Person::whenShown<QMenu>([this, &names](QMenu *menu) {
            picture(menu, u"item-menu"_s);
            for (const QAction *action : menu->actions()) {
                if (!action->isSeparator())
                    names << action->text().remove(u'…');
            }
            menu->close();
        });
        const qint64 id = page().part<BoardSection>()->model()->card(0, 0)->id;
        emit page().contextMenuWanted({id}, m_window->mapToGlobal(QPoint(300, 300)));
        QVERIFY(names.size() > 5);
        QStringList unique = names;
        unique.removeDuplicates();
        QCOMPARE(names, unique);
    }
};

KARTOTEKA_UI_TEST(tst_first_day, TestFirstDay)
#include "tst_first_day.moc"
