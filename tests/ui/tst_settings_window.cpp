// SPDX-License-Identifier: GPL-3.0-or-later
// The settings as people use them: found by a word, changed by keys or mouse, taken back, and reached from where they are seen.
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/pipeline/rotting.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "tests/support/settings_test.h"
#include "tests/support/ui_test.h"
#include "views/palette/command_palette.h"
#include "views/settings/required_table.h"
#include "views/shell/settings_desk.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/toast.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Kartoteka;

class TestSettingsWindow final : public SettingsTest
{
    Q_OBJECT

    /// Chooses the last of a list that a button opens, by keys.
    static void chooseLast(QWidget &button)
    {
        QTest::keyClick(&button, Qt::Key_Down);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *list = popup->findChild<QListWidget *>();
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(list, key);
    }
    QString stageName(const QString &code)
    {
        const SchemaPtr schema = store().schema();
        return displayName(*schema, *schema->stage(stageId(code)));
    }
    DefinitionList &stages() { return part<DefinitionList>(u"stagesList"_s); }
    QString stageAt(int row) { return stages().definitions().value(row).name; }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void aWordFindsASettingAndKeysChangeIt()
    {
        open();
        auto &search = part<QLineEdit>(u"settingsSearch"_s);
        QVERIFY(search.hasFocus());
        QTest::keyClicks(&search, u"week"_s);
        auto &list = part<QListWidget>(u"settingsList"_s);
        QStringList found;
        for (int row = 0; row < list.count(); ++row)
            found << list.item(row)->text();
        QVERIFY2(found.contains(u"First day of the week"_s), qPrintable(found.join(u'|')));
        while (!list.currentItem() || list.currentItem()->text() != u"First day of the week"_s)
            QTest::keyClick(&search, Qt::Key_Down);
        QCOMPARE(settings().page(), u"time"_s);
        QTest::keyClick(&search, Qt::Key_Return);
        auto &button = part<ChoiceButton>(u"setting_week_start"_s);
        QVERIFY(button.hasFocus());
        chooseLast(button);
        QTRY_COMPARE(store().schema()->setting(u"week_start"_s), u"7"_s);
        auto &toast = part<Toast>(u"toast"_s);
        QTRY_VERIFY(toast.text().contains(u"Sunday"_s));
        picture(&settings(), u"settings-week"_s);
        QApplication::setActiveWindow(&settings()); // the list was a window of its own
        QTest::keyClick(&button, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(store().schema()->setting(u"week_start"_s), QString());
        QCOMPARE(button.values(), QStringList(QString()));
    }

    void wordsOfTheOtherLanguageFindToo()
    {
        open();
        const auto &list = part<QListWidget>(u"settingsList"_s);
        auto &search = part<QLineEdit>(u"settingsSearch"_s);
        for (const QString &typed : {u"день недели"_s, u"first day"_s}) {
            search.setText(typed);
            QVERIFY2(list.count() > 0, qPrintable(typed));
            QCOMPARE(list.item(0)->text(), u"First day of the week"_s);
        }
    }

    /// What only explains itself by the word comes behind what is called so.
    void whatIsCalledSoIsFoundFirst()
    {
        open();
        QTest::keyClicks(&part<QLineEdit>(u"settingsSearch"_s), u"currencies"_s);
        const auto &list = part<QListWidget>(u"settingsList"_s);
        QCOMPARE(list.item(0)->text(), u"Currencies and rates"_s);
        // Several of one name say what they belong to.
        part<QLineEdit>(u"settingsSearch"_s).clear();
        QTest::keyClicks(&part<QLineEdit>(u"settingsSearch"_s), u"source"_s);
        QVERIFY(!list.findItems(u"Source · Deals"_s, Qt::MatchExactly).isEmpty());
        QVERIFY(!list.findItems(u"Source · Companies"_s, Qt::MatchExactly).isEmpty());
    }

    void nothingScrollsSidewaysInANarrowWindow()
    {
        open();
        settings().resize(settings().fontMetrics().averageCharWidth() * 95, settings().height());
        auto &list = part<QListWidget>(u"settingsList"_s);
        for (int row = 0; row < list.count(); ++row) {
            list.setCurrentRow(row);
            Person::settle();
            const auto areas = settings().findChildren<QAbstractScrollArea *>();
            for (const QAbstractScrollArea *area : areas)
                QVERIFY2(!area->horizontalScrollBar()->isVisible(), qPrintable(list.item(row)->text()));
        }
        picture(&settings(), u"settings-narrow"_s);
    }

    void whatNobodyCallsSoIsSaid()
    {
        open();
        QTest::keyClicks(&part<QLineEdit>(u"settingsSearch"_s), u"zzzz"_s);
        QVERIFY(part<QListWidget>(u"settingsList"_s).isHidden());
        QTest::keyClick(&part<QLineEdit>(u"settingsSearch"_s), Qt::Key_Escape); // the word, not the window
        QVERIFY(settings().isVisible());
        QVERIFY(!part<QListWidget>(u"settingsList"_s).isHidden());
        QTest::keyClick(&part<QLineEdit>(u"settingsSearch"_s), Qt::Key_Escape);
        QVERIFY(!settings().isVisible());
    }

    void stagesAreRenamedAndMoved()
    {
        open();
        settings().openAt(u"stages"_s);
        DefinitionList &list = stages();
        const QString first = stageName(u"new"_s);
        QCOMPARE(stageAt(0), first);
        list.setFocus();
        list.setCurrent(stageId(u"new"_s));
        QTest::keyClick(&list, Qt::Key_F2);
        auto *editor = list.findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"Fresh"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(stageName(u"new"_s), u"Fresh"_s);
        QTRY_COMPARE(board().head(0).name, u"Fresh"_s); // the board behind it follows
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(stageAt(1), u"Fresh"_s);
        QCOMPARE(list.current(), stageId(u"new"_s)); // what was moved stays current
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(stageAt(0), u"Fresh"_s);
        picture(&settings(), u"settings-stages"_s);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&list, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stageAt(0), first);
    }

    void theMenuOfAStageIsTheColumns()
    {
        open();
        settings().openAt(u"stages"_s, QString::number(stageId(u"in_progress"_s)));
        QCOMPARE(stages().current(), stageId(u"in_progress"_s));
        QVERIFY(stages().hasFocus());
        QVERIFY(!stages().definitions()[1].note.isEmpty()); // two weeks at first
        Person::whenAsked([](QWidget *menu) {
            auto *never = menu->findChild<QAction *>(u"idleDays_0"_s);
            QVERIFY(never);
            never->trigger();
            menu->close();
        });
        QTest::keyClick(&stages(), Qt::Key_Return);
        QTRY_COMPARE(allowedIdleDays(*store().schema(), *store().schema()->stage(stageId(u"in_progress"_s))), 0);
        QTRY_COMPARE(stages().definitions()[1].note, QString());
    }

    void aStageGivesAProbability()
    {
        open();
        const qint64 deals = store().schema()->type(u"deal"_s)->id;
        const qint64 proposal = findStage(*store().schema(), deals, 0, u"proposal"_s);
        settings().openAt(u"stages"_s, QString::number(proposal));
        Person::whenAsked([](QWidget *menu) {
            auto *act = menu->findChild<QAction *>(u"stageProbability"_s);
            QVERIFY(act);
            Person::whenOffered(u"probabilitySet"_s, [](QWidget *dialog) {
                QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"60"_s);
                Person::click(dialog->findChild<QPushButton *>(u"probabilitySet"_s));
            });
            menu->close();
            act->trigger();
        });
        QTest::keyClick(&stages(), Qt::Key_Return);
        QTRY_COMPARE(store().schema()->stage(proposal)->probability, std::optional(60));
        QApplication::setActiveWindow(&settings()); // the question was a window of its own
        QTest::keyClick(&stages(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(store().schema()->stage(proposal)->probability, std::optional<int>());
    }

    void fieldsAreRequiredFromAStageOn()
    {
        open();
        settings().openAt(u"stages"_s, u"required"_s);
        auto &table = part<RequiredTable>(u"requiredTable"_s);
        QVERIFY(table.isHidden());
        const Field amount = *store().schema()->field(store().schema()->type(u"lead"_s)->id, u"amount"_s);
        const qint64 pipeline = store().schema()->defaultPipeline(amount.typeId)->id;
        const auto from = [&] { return requiredFrom(*store().schema(), amount.id, pipeline); };
        Person::whenNamed(u"requireMenu"_s, [&](QWidget *menu) {
            const QList<QAction *> acts = menu->actions();
            const auto act = std::ranges::find(acts, displayName(amount), &QAction::text);
            QVERIFY(act != acts.end());
            (*act)->trigger();
            menu->close();
        });
        auto &add = part<QPushButton>(u"requireAdd"_s);
        QVERIFY(add.hasFocus());
        QTest::keyClick(&add, Qt::Key_Space);
        QTRY_COMPARE(from(), stageId(u"new"_s));
        QTRY_VERIFY(!table.isHidden());
        QCOMPARE(table.item(0, 0)->text(), displayName(amount));
        // By keys: from the next stage on, then from none.
        table.setFocus();
        table.setCurrentCell(0, 1);
        QTest::keyClick(&table, Qt::Key_Space);
        QTRY_COMPARE(from(), stageId(u"in_progress"_s));
        QTRY_COMPARE(table.item(0, 1)->checkState(), Qt::Unchecked);
        QCOMPARE(table.item(0, 2)->checkState(), Qt::Checked);
        QCOMPARE(table.item(0, 3)->checkState(), Qt::Checked);
        picture(&settings(), u"settings-required"_s);
        QTest::keyClick(&table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(from(), stageId(u"new"_s));
        QTRY_COMPARE(table.item(0, 1)->checkState(), Qt::Checked);
        table.item(0, 3)->setCheckState(Qt::Unchecked); // the last one in progress: from none
        QTRY_COMPARE(from(), 0);
        QTRY_VERIFY(table.isHidden());
    }

    void aTunnelIsMadeLedElsewhereAndDeleted()
    {
        open();
        settings().openAt(u"stages"_s, QString::number(stageId(u"processed"_s)));
        auto &list = part<DefinitionList>(u"tunnelsList"_s);
        QVERIFY(list.isHidden());
        Person::whenOffered(u"tunnelMake"_s, [this](QWidget *dialog) {
            QCOMPARE(dialog->findChild<QComboBox *>(u"tunnelFrom"_s)->currentData().toLongLong(), stageId(u"processed"_s));
            picture(dialog, u"tunnel-dialog"_s);
            Person::click(dialog->findChild<QPushButton *>(u"tunnelMake"_s));
        });
        Person::click(&part<QPushButton>(u"tunnelAdd"_s));
        QTRY_COMPARE(store().schema()->tunnels().size(), 1);
        QTRY_COMPARE(list.definitions().size(), 1);
        picture(&settings(), u"settings-tunnel"_s);
        const Tunnel made = store().schema()->tunnels().constFirst();
        QCOMPARE(made.fromStage, stageId(u"processed"_s));
        QCOMPARE(made.toStage, 0);
        Person::whenOffered(u"tunnelMake"_s, [](QWidget *dialog) {
            dialog->findChild<QComboBox *>(u"tunnelStage"_s)->setCurrentIndex(2);
            Person::click(dialog->findChild<QPushButton *>(u"tunnelMake"_s));
        });
        list.setFocus();
        list.setCurrent(made.id);
        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_VERIFY(store().schema()->tunnels().constFirst().toStage != 0);
        Person::whenNamed(u"tunnelMenu"_s, [](QWidget *menu) {
            menu->actions().constLast()->trigger();
            menu->close();
        });
        emit list.menuWanted(made.id, list.mapToGlobal(QPoint(10, 10)));
        QTRY_COMPARE(store().schema()->tunnels().size(), 0);
        QTRY_VERIFY(list.isHidden());
    }

    void reasonsOfLossAreEditedBesideTheStages()
    {
        open();
        settings().openAt(u"stages"_s, u"reasons"_s);
        auto &list = part<DefinitionList>(u"reasonList"_s);
        QVERIFY(list.hasFocus());
        const Field reason = *store().schema()->field(store().schema()->type(u"lead"_s)->id, u"outcome_reason"_s);
        const auto names = [&] {
            QStringList all;
            for (const ListValue &value : store().schema()->listValues(reason.id))
                all << displayName(*store().schema(), value);
            return all;
        };
        const QStringList before = names();
        QCOMPARE(list.definitions().size(), before.size());
        list.setCurrent(list.definitions().constFirst().id);
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(names().value(1), before.value(0));
        Person::whenAsked([](QWidget *dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Too far"_s);
            QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        });
        Person::click(&part<QPushButton>(u"reasonAdd"_s));
        QTRY_COMPARE(names().constLast(), u"Too far"_s);
        QTRY_COMPARE(list.definitions().constLast().name, u"Too far"_s);
        picture(&settings(), u"settings-reasons"_s);
    }

    /// Types that an older version made have none.
    void reasonsOfLossAreAddedToATypeWithoutThem()
    {
        const qint64 type = store().schema()->type(u"lead"_s)->id;
        ChangeSet older;
        older.update(u"field"_s, store().schema()->field(type, u"outcome_reason"_s)->id, {{u"deleted_at"_s, qint64(1)}});
        QVERIFY(store().commitAndWait(older));
        QCoreApplication::sendPostedEvents(&store());
        open();
        settings().openAt(u"stages"_s, u"reasons"_s);
        auto &add = part<QPushButton>(u"reasonsAdd"_s);
        QVERIFY(add.hasFocus());
        QVERIFY(!part<DefinitionList>(u"reasonList"_s).isVisible());
        QTest::keyClick(&add, Qt::Key_Space);
        QTRY_VERIFY(store().schema()->field(type, u"outcome_reason"_s));
        QTRY_VERIFY(part<DefinitionList>(u"reasonList"_s).isVisible());
        QVERIFY(!add.isVisible());
    }

    void whereItemsGoIsAskedBeforeAPipelineIsDeleted()
    {
        const qint64 deals = store().schema()->type(u"deal"_s)->id;
        QVERIFY(store().commitAndWait(planAddPipeline(*store().schema(), deals, u"Service"_s)));
        QCoreApplication::sendPostedEvents(&store());
        const qint64 service = store().schema()->pipelines(deals).constLast().id;
        ChangeSet changes;
        const QUuid uid = changes.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}, {u"pipeline"_s, service}});
        const auto receipt = store().commitAndWait(changes);
        QVERIFY(receipt);
        open();
        settings().openAt(u"stages"_s, QString::number(store().schema()->firstStage(service)->id));
        Person::whenNamed(u"pipelinesMenu"_s, [](QWidget *menu) {
            auto *remove = menu->findChild<QAction *>(u"pipelineDelete"_s);
            QVERIFY(remove);
            Person::whenOffered(u"pipelineDelete"_s, [](QWidget *dialog) {
                if (auto *answer = dialog->findChild<QPushButton *>(u"pipelineDelete"_s))
                    Person::click(answer);
            });
            menu->close();
            remove->trigger();
        });
        Person::click(&part<QPushButton>(u"pipelineActs"_s));
        QTRY_VERIFY(!store().schema()->pipeline(service));
        const auto deal = readItem(store().reader(), {deals, receipt->created.value(uid), {}});
        QVERIFY(deal);
        QCOMPARE(deal->reference(u"pipeline"_s), store().schema()->defaultPipeline(deals)->id);
    }

    void theHeadOfAColumnLeadsToItsStage()
    {
        Person::whenNamed(u"headerMenu"_s, [](QWidget *menu) {
            auto *all = menu->findChild<QAction *>(u"stageSettings"_s);
            QVERIFY(all);
            all->trigger();
            menu->close();
        });
        emit view().headerMenuWanted(2, view().mapToGlobal(QPoint(10, 10)));
        QTRY_VERIFY(m_window->findChild<SettingsWindow *>());
        QCOMPARE(settings().page(), u"stages"_s);
        QCOMPARE(
            stages().current(),
            store().schema()->stages(store().schema()->defaultPipeline(store().schema()->type(u"lead"_s)->id)->id)[2].id);
    }

    void howManyBackupsAreKeptIsThisComputers()
    {
        open();
        settings().openAt(u"exchange"_s, u"backupDays"_s);
        auto &days = part<QSpinBox>(u"setting_backupDays"_s);
        QVERIFY(days.hasFocus());
        QTest::keyClick(&days, Qt::Key_Up);
        QCOMPARE(QSettings().value(u"backups/days"_s).toInt(), days.value());
        picture(&settings(), u"settings-exchange"_s);
    }

    void theLookIsChosen()
    {
        QSignalSpy dressed(m_window.get(), &MainWindow::rebuildWanted);
        open();
        settings().openAt(u"computer"_s, u"density"_s);
        picture(&settings(), u"settings-computer"_s);
        chooseLast(part<ChoiceButton>(u"setting_density"_s));
        QCOMPARE(QSettings().value(u"density"_s).toString(), u"roomy"_s);
        QCOMPARE(dressed.size(), 1);
        QCOMPARE(m_window->settings()->page(), u"computer"_s);
        // The choice before is taken back by keys, whichever window it was made in.
        QTest::keyClick(&part<ChoiceButton>(u"setting_density"_s), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(QSettings().value(u"density"_s).toString() != u"roomy"_s);
        QCOMPARE(dressed.size(), 2);
    }

    void withoutAFileThereIsThisComputer()
    {
        m_window->action(u"close"_s)->trigger();
        QVERIFY(!m_window->office());
        open();
        QCOMPARE(part<QListWidget>(u"settingsList"_s).count(), 1);
        QCOMPARE(settings().page(), u"computer"_s);
    }

    void aFileThatClosesTakesItsSettingsAlong()
    {
        open();
        m_window->action(u"close"_s)->trigger();
        QVERIFY(!m_window->findChild<SettingsWindow *>());
    }

    void thePaletteLeadsToASetting()
    {
        person().shortcut(Qt::Key_K, Qt::ControlModifier);
        auto *line = m_window->findChild<QLineEdit *>(u"paletteLine"_s);
        QTest::keyClicks(line, u"first day of"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<SettingsWindow *>());
        QCOMPARE(settings().page(), u"time"_s);
    }
};

KARTOTEKA_UI_TEST(tst_settings_window, TestSettingsWindow)
#include "tst_settings_window.moc"
