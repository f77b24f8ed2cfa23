// SPDX-License-Identifier: GPL-3.0-or-later
// «Договоры», a type that the office made by the wizard, walked through all that the program can do with what it brings itself:
// no code knows it.
#include "core/activities/activity.h"
#include "core/definitions/type_acts.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/office.h"
#include "core/schema/builtin_names.h"
#include "core/store/upkeep/database_file.h"
#include "core/timeline/timeline.h"
#include "tests/support/call_menu.h"
#include "tests/support/contracts.h"
#include "tests/support/ui_test.h"
#include "views/board/quick_form.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"
#include "views/dialogs/conversion_dialog.h"
#include "views/dialogs/import_dialog.h"
#include "views/dialogs/merge_dialog.h"
#include "views/fields/field_editor.h"
#include "views/filter/condition_row.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/palette/command_palette.h"
#include "views/section/list_section.h"
#include "views/shell/sidebar_button.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/toast.h"

#include <QDateTimeEdit>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QProcess>
#include <QToolButton>

using namespace Kartoteka;

class TestContracts final : public Contracts
{
    Q_OBJECT

    static constexpr int longWaitMs = 20'000;

    const EntityType &contracts() { return *type(u"dogovor"_s); }
    ItemTableModel &list() { return *page().part<ListSection>()->model(); }
    ItemListView &listView() { return *page().part<ListSection>()->view(); }
    int column(const QString &code) { return int(list().columns().indexOf(code)) + 1; }
    SidebarButton &section() { return *m_window->findChild<SidebarButton *>(u"section_dogovor"_s); }

    qint64 contract(const QString &title, const QHash<QString, Value> &more = {})
    {
        QHash<QString, Value> values = more;
        values.insert(u"title"_s, title);
        QUuid uid;
        const auto receipt = store().commitAndWait(planCreate(*store().schema(), contracts(), values, &uid));
        return receipt ? receipt->created.value(uid) : 0;
    }
    Item item(qint64 id) { return *readItem(store().reader(), {contracts().id, id, {}}); }
    QString stage(qint64 id) { return store().schema()->stage(item(id).reference(u"stage"_s))->code; }
    QStringList titles()
    {
        ItemQuery all;
        all.typeId = contracts().id;
        all.sort = {{u"title"_s, false}};
        const auto ids = queryIds(store().reader(), all);
        QStringList found;
        for (const qint64 id : ids ? *ids : QList<qint64>())
            found << itemTitle(store().reader(), {all.typeId, id, {}});
        return found;
    }
    void showList(int rows)
    {
        person().click(u"listButton"_s);
        QTRY_COMPARE(list().rowCount(), rows);
        QTRY_VERIFY(list().index(0, 0).data().isValid());
        Person::settle();
    }
    CardPanel &openCard(qint64 id)
    {
        office().openItem({contracts().id, id, {}});
        Person::settle(400);
        return *office().card();
    }
    QStringList story(qint64 id)
    {
        QStringList kinds;
        const auto told = readTimeline(store().reader(), {contracts().id, id, {}}, {}, 50);
        for (const TimelineEntry &entry : told ? told->entries : QList<TimelineEntry>())
            kinds << entryKindName(entry.kind);
        return kinds;
    }
    /// Chooses an act of the menu of rows by its text.
    void chooseInList(int row, const QString &act)
    {
        Person::whenShown<QMenu>([act](QMenu *menu) {
            for (QAction *action : menu->actions()) {
                if (action->text().startsWith(act)) {
                    menu->close();
                    action->trigger();
                    return;
                }
            }
            menu->close();
            QFAIL(qPrintable(act));
        });
        QWidget *viewport = listView().viewport();
        const QPoint at = listView().visualRect(list().index(row, 1)).center();
        callMenu(viewport, at);
    }
    QByteArray cli(const QStringList &arguments, int status = 0)
    {
        QProcess process;
        process.start(QStringLiteral(KARTOTEKA_CLI), QStringList{m_office->path()} + arguments);
        if (!process.waitForFinished(longWaitMs) || process.exitCode() != status)
            qWarning("%s: %d %s", qPrintable(arguments.join(u' ')), process.exitCode(),
                     process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
    /// What a type converts to is said where its properties are.
    void setTargets(const QString &code, const QStringList &targets)
    {
        TypeSettings wanted = settingsOf(*type(code));
        wanted.convertsTo = targets;
        commit(planEditType(*store().schema(), *type(code), wanted, store().clock().now()));
        QTRY_COMPARE(type(code)->convertsTo, targets);
    }
    QString path(const QString &name) { return m_office->folder() + u'/' + name; }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeLeads();
        makeContracts();
        settings().close();
        QTRY_VERIFY(m_window->findChild<SidebarButton *>(u"section_dogovor"_s));
        Person::click(&section());
        QTRY_COMPARE(page().typeId(), contracts().id);
        QTRY_COMPARE(board().columnCount(), 3);
        Person::settle();
    }
    void cleanup()
    {
        QCOMPARE(*store().maintain<QStringList>(checkDatabase).result(), QStringList());
        clear();
    }

    void itIsInTheSidebarWithItsStagesAndItsClient()
    {
        QCOMPARE(pluralName(contracts()), u"Договоры"_s);
        QCOMPARE(store().schema()->stages(store().schema()->defaultPipeline(contracts().id)->id).size(), 5);
        for (const QString &code : {u"client_contact"_s, u"client_company"_s, u"deal"_s})
            QVERIFY2(field(u"dogovor"_s, code), qPrintable(code));
        QVERIFY(field(u"dogovor"_s, u"deal"_s)->asTab);
        picture(m_window.get(), u"contracts"_s);
    }

    void cardsAreMadeAndMovedOnTheBoard()
    {
        view().setFocus();
        QTest::mouseMove(view().viewport(), view().places().plusRect(0).center());
        Person::click(view().viewport(), view().places().plusRect(0).center());
        QTRY_VERIFY(view().quickForm()->isVisible());
        auto *title = view().quickForm()->findChild<FieldEditor *>(u"quick_title"_s);
        QVERIFY(title);
        Person::press(title->input(), Qt::Key_Return); // without a title it is called as its type says
        QTRY_COMPARE(board().cardCount(0), 1);
        QCOMPARE(board().card(0, 0)->title, u"Договор № 1"_s);
        Person::type(title->input(), u"Аренда склада"_s);
        Person::press(title->input(), Qt::Key_Return);
        QTRY_COMPARE(board().cardCount(0), 2);
        Person::press(title->input(), Qt::Key_Escape);
        const qint64 id = board().card(0, 0)->id;
        Person::settle();
        person().dragCard(&view(), id, 1);
        QTRY_COMPARE(board().find(id).first, 1);
        QTRY_COMPARE(stage(id), board().stage(1)->code);
        QCOMPARE(story(id).constFirst(), entryKindName(EntryKind::StageChanged));
        picture(m_window.get(), u"contracts-board"_s);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().find(id).first, 0);
    }

    void theListIsEditedSortedAndFiltered()
    {
        const qint64 first = contract(u"Поставка"_s, {{u"amount"_s, toValue(Money{100'000, u"RUB"_s})}});
        contract(u"Подряд"_s, {{u"amount"_s, toValue(Money{500'000, u"RUB"_s})}});
        contract(u"Аренда"_s, {{u"amount"_s, toValue(Money{300'000, u"RUB"_s})}});
        showList(3);
        const QModelIndex cell = list().index(list().rowOf(first), column(u"title"_s));
        listView().setCurrentIndex(cell);
        listView().edit(cell);
        auto *editor = listView().findChild<FieldEditor *>();
        QVERIFY(editor);
        auto *line = qobject_cast<QLineEdit *>(editor->input());
        QVERIFY(line);
        line->selectAll();
        Person::type(line, u"Поставка труб"_s);
        Person::press(line, Qt::Key_Return);
        QTRY_COMPARE(item(first).text(u"title"_s), u"Поставка труб"_s);
        list().toggleSort(column(u"amount"_s), false);
        QTRY_VERIFY(list().idAt(0) == first || list().idAt(2) == first);
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *amount = panel->findChild<ConditionRow *>(u"condition_amount"_s);
        QVERIFY(amount);
        Person::type(amount->findChild<QLineEdit *>(u"rangeFirst"_s), u"2000"_s);
        QTRY_COMPARE(list().rowCount(), 2);
        Person::click(panel->findChild<QWidget *>(u"filterReset"_s));
        QTRY_COMPARE(list().rowCount(), 3);
        panel->close();
        Person::type(page().search(), u"подряд"_s);
        QTRY_COMPARE(list().rowCount(), 1);
        picture(m_window.get(), u"contracts-list"_s);
    }

    void theCardTakesFieldsCommentsAndActivities()
    {
        const qint64 id = contract(u"Аренда"_s);
        CardPanel &card = openCard(id);
        FieldRow *amount = card.form()->row(u"amount"_s);
        QVERIFY(amount);
        Person::click(card.form()->findChild<QToolButton *>(u"moreFields"_s)); // it is empty
        QTRY_VERIFY(amount->isVisible());
        Person::settle();
        Person::click(amount);
        QTRY_VERIFY(amount->isEditing());
        auto *input = amount->findChild<QWidget *>(u"input_amount"_s);
        Person::press(input, Qt::Key_A, Qt::ControlModifier);
        Person::type(input, u"2750,50"_s);
        Person::press(input, Qt::Key_Return);
        QTRY_COMPARE(item(id).value(u"amount"_s).value<Money>().minor, 275'050);
        QTRY_VERIFY(!amount->isEditing());
        person().click(u"composerLine"_s);
        person().click(u"composerComment"_s);
        Person::type(person().find(u"commentText"_s), u"Подпишут в среду"_s);
        person().click(u"commentSave"_s);
        QTRY_COMPARE(story(id).constFirst(), entryKindName(EntryKind::Comment));
        if (auto *line = m_window->findChild<QWidget *>(u"composerLine"_s); line->isVisible())
            Person::click(line); // it has folded after the comment
        person().click(u"composerActivity"_s);
        Person::type(person().find(u"activityTitle"_s), u"Получить подпись"_s);
        person().click(u"composerDate"_s);
        auto *deadline = person().find<QDateTimeEdit>(u"activityDeadline"_s);
        deadline->setDateTime(QDateTime(QDate(2026, 1, 1), QTime(10, 0)));
        person().click(u"activitySave"_s);
        QTRY_COMPARE(story(id).constFirst(), entryKindName(EntryKind::ActivityPlanned));
        QTRY_VERIFY(!section().counterRect(u"due"_s).isNull()); // the office is late with it
        QTRY_COMPARE(board().card(0, 0)->lights, (Lights{1, 0, 1}));
        picture(m_window.get(), u"contracts-card"_s);
    }

    void aTableComesInAndGoesOut()
    {
        QFile file(path(u"contracts.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(u"Название;Сумма;Комментарий\nПоставка;1500;первый\nПодряд;2500;второй\n"_s.toUtf8());
        file.close();
        Person::chooseFile(file.fileName());
        Person::whenShown<ImportDialog>([](ImportDialog *dialog) {
            auto *accept = dialog->findChild<QWidget *>(u"importAccept"_s);
            QVERIFY(QTest::qWaitFor([accept] { return accept->isEnabled(); }, patienceMs));
            picture(dialog, u"contracts-import"_s);
            Person::click(accept);
        });
        person().shortcut(Qt::Key_I, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), (QStringList{u"Подряд"_s, u"Поставка"_s}), longWaitMs);
        QTRY_VERIFY(!office().tasks()->isBusy());
        QTRY_COMPARE(board().cardCount(0), 2);

        Person::chooseFile(path(u"out.csv"_s));
        person().shortcut(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(u"out.csv"_s)) && !office().tasks()->isBusy(), longWaitMs);
        QFile out(path(u"out.csv"_s));
        QVERIFY(out.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(out.readAll());
        for (const QString &text : {u"Поставка"_s, u"2500"_s, u"второй"_s})
            QVERIFY2(written.contains(text), qPrintable(written));
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList(), longWaitMs);
    }

    void anotherSeatHasItAndSendsItBack()
    {
        const qint64 id = contract(u"Аренда"_s);
        const auto made = makeSeat(store(), path(u"laptop.kartoteka"_s), u"Мария"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        auto opened = openOffice(path(u"laptop.kartoteka"_s), systemClock(),
                                 std::make_shared<const Installation>(path(u"another computer"_s)));
        QVERIFY(opened);
        const std::unique_ptr<Store> laptop = std::move(*opened);
        const EntityType *there = laptop->schema()->type(u"dogovor"_s);
        QVERIFY(there);
        QVERIFY(laptop->commitAndWait(planCreate(*laptop->schema(), *there, {{u"title"_s, u"С дороги"_s}})));
        QVERIFY(laptop->commitAndWait(planComment({there->id, id, {}}, u"Подписан на месте"_s)));
        ExchangeWriteOptions write;
        write.path = path(u"letter.kartoteka-exchange"_s);
        write.seat = u"office"_s;
        QVERIFY(writeExchange(*laptop, write));
        ExchangeReadOptions read;
        read.path = write.path;
        const auto taken = readExchange(store(), read);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        QTRY_COMPARE(board().cardCount(0), 2);
        QCOMPARE(titles(), (QStringList{u"Аренда"_s, u"С дороги"_s}));
        QVERIFY(story(id).contains(entryKindName(EntryKind::Comment)));
        // And to and fro: the office's answer reaches the laptop.
        contract(u"Ответ"_s);
        write.seat = made->code;
        write.path = read.path = path(u"answer.kartoteka-exchange"_s);
        QVERIFY(writeExchange(store(), write));
        QVERIFY(readExchange(*laptop, read));
        ItemQuery all;
        all.typeId = there->id;
        QCOMPARE(*queryCount(laptop->reader(), all), 3);
    }

    void itIsFoundByTheSearchAndThePalette()
    {
        const qint64 id = contract(u"Аренда склада"_s);
        person().shortcut(Qt::Key_K, Qt::ControlModifier);
        auto &palette = *m_window->findChild<CommandPalette *>();
        QVERIFY(palette.isVisible());
        auto *line = palette.findChild<QLineEdit *>(u"paletteLine"_s);
        Person::type(line, u"аренда скл"_s);
        const auto current = [&] { return palette.model()->index(palette.currentRow()).data().toString(); };
        // An act of the menus may be called after it too: its undo.
        const auto isFound = [&] {
            for (int row = 0; row < palette.model()->rowCount(); ++row) {
                if (palette.model()->index(row).data().toString() == u"Аренда склада")
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(!palette.model()->isSearching() && isFound());
        for (int press = 0; press < 5 && current() != u"Аренда склада"; ++press)
            Person::press(line, Qt::Key_Down);
        QCOMPARE(current(), u"Аренда склада"_s);
        Person::press(line, Qt::Key_Return);
        QTRY_VERIFY(office().card()->isVisible());
        QCOMPARE(office().card()->item().id, id);
        Person::press(office().card(), Qt::Key_Escape);
        // The section itself is reached by its first letters.
        office().showSection(leadType());
        person().shortcut(Qt::Key_K, Qt::ControlModifier);
        line->clear();
        Person::type(line, u"договоры"_s);
        QTRY_VERIFY(!palette.model()->isSearching() && current() == u"Договоры");
        Person::press(line, Qt::Key_Return);
        QTRY_COMPARE(page().typeId(), contracts().id);
    }

    void twoBecomeOne()
    {
        contract(u"Аренда"_s, {{u"comment"_s, u"первый"_s}});
        contract(u"Аренда склада"_s, {{u"amount"_s, toValue(Money{100'000, u"RUB"_s})}});
        showList(2);
        listView().selectAll();
        Person::whenShown<MergeDialog>([](MergeDialog *dialog) {
            picture(dialog, u"contracts-merge"_s);
            Person::click(dialog->findChild<QWidget *>(u"mergeAccept"_s));
        });
        chooseInList(0, u"Merge"_s);
        QTRY_COMPARE(titles().size(), 1);
        QTRY_COMPARE(list().rowCount(), 1);
        const Item kept = item(list().idAt(0));
        QCOMPARE(kept.text(u"comment"_s), u"первый"_s);
        QCOMPARE(kept.value(u"amount"_s).value<Money>().minor, 100'000);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(titles().size(), 2);
    }

    void aLeadBecomesOneAndItBecomesADeal()
    {
        setTargets(u"lead"_s, {u"deal"_s, u"contact"_s, u"company"_s, u"dogovor"_s});
        setTargets(u"dogovor"_s, {u"deal"_s});
        const auto convert = [this](const ItemRef &from, const QString &to) {
            Person::whenShown<ConversionDialog>([to](ConversionDialog *dialog) {
                for (auto *box : dialog->findChildren<QAbstractButton *>()) {
                    if (box->objectName().startsWith(u"convertTo_"))
                        box->setChecked(box->objectName() == u"convertTo_"_s + to);
                }
                picture(dialog, u"contracts-conversion-"_s + to);
                Person::click(dialog->findChild<QWidget *>(u"conversionAccept"_s));
            });
            office().convert(from);
        };
        convert({leadType(), m_leads[2], {}}, u"dogovor"_s);
        QTRY_COMPARE(titles(), QStringList{u"Lead 2"_s});
        QCOMPARE(stageOf(m_leads[2]), u"converted"_s);
        ItemQuery all;
        all.typeId = contracts().id;
        const auto ids = queryIds(store().reader(), all);
        QVERIFY(ids && ids->size() == 1);
        const qint64 made = ids->at(0);
        QCOMPARE(item(made).value(u"amount"_s).value<Money>().minor, 30'000);
        convert({contracts().id, made, {}}, u"deal"_s);
        all.typeId = typeId(u"deal"_s);
        QTRY_COMPARE(*queryCount(store().reader(), all), 1);
        QCOMPARE(stage(made), u"won"_s);
        QVERIFY(story(made).contains(entryKindName(EntryKind::ConvertedTo)));
    }

    void theBinGivesItBack()
    {
        const qint64 id = contract(u"Аренда"_s);
        QTRY_COMPARE(board().cardCount(0), 1);
        Person::settle();
        person().dragCardToZone(&view(), id, u"To the recycle bin"_s);
        QTRY_COMPARE(board().cardCount(0), 0);
        QVERIFY(item(id).deleted);
        person().shortcut(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(list().rowCount(), 1);
        QTRY_VERIFY(list().index(0, 0).data().isValid());
        chooseInList(0, u"Restore"_s);
        QTRY_COMPARE(list().rowCount(), 0);
        person().click(u"boardButton"_s);
        QTRY_COMPARE(board().cardCount(0), 1);
    }

    void theCommandLineKnowsIt()
    {
        cli({u"create"_s, u"dogovor"_s, u"title=По телефону"_s, u"amount=1500"_s});
        QTRY_COMPARE(board().cardCount(0), 1); // the window follows
        const qint64 id = board().card(0, 0)->id;
        const QString number = item(id).number;
        cli({u"set"_s, u"dogovor"_s, number, u"comment=срочно"_s});
        QTRY_COMPARE(item(id).text(u"comment"_s), u"срочно"_s);
        cli({u"move"_s, u"dogovor"_s, number, u"in_progress"_s});
        QTRY_COMPARE(stage(id), u"in_progress"_s);
        const auto found = QJsonDocument::fromJson(
            cli({u"list"_s, u"dogovor"_s, u"--where"_s, u"stage = in_progress and comment ~ сроч"_s, u"--json"_s}));
        QVERIFY2(found.toJson().contains(QString(u"По телефону"_s).toUtf8()), found.toJson().constData());
        cli({u"delete"_s, u"dogovor"_s, number});
        QTRY_VERIFY(item(id).deleted);
        cli({u"restore"_s, u"dogovor"_s, number});
        QTRY_VERIFY(!item(id).deleted);
        cli({u"type"_s, u"set"_s, u"dogovor"_s, u"number=ДГ-{number:4}"_s});
        QTRY_VERIFY(cli({u"count"_s, u"dogovor"_s, u"--where"_s, u"number = ДГ-0001"_s, u"--json"_s}).contains("1"));
    }
};

KARTOTEKA_UI_TEST(tst_contracts, TestContracts)
#include "tst_contracts.moc"
