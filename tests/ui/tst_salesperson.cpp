// SPDX-License-Identifier: GPL-3.0-or-later
// A salesperson's first path on the real window, by mouse and keys: from a CSV of leads to a won deal.
#include "core/items/item_queries.h"
#include "core/pipeline/card_queries.h"
#include "core/schema/language.h"
#include "core/timeline/timeline.h"
#include "tests/support/call_menu.h"
#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/acts/move_dialog.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"
#include "views/card/stage_bar.h"
#include "views/card/timeline_view.h"
#include "views/dialogs/conversion_dialog.h"
#include "views/dialogs/import_dialog.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/widgets/toast.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>

using namespace Kartoteka;

class TestSalesperson : public QObject
{
    Q_OBJECT

    static constexpr int longWaitMs = 20'000;

    std::unique_ptr<TestOffice> m_office; ///< makes the file; the window then has it alone
    std::unique_ptr<MainWindow> m_window;

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    OfficeWidget &office() { return *m_window->office(); }
    SectionPage &section() { return *office().section(); }
    BoardModel &board() { return *section().part<BoardSection>()->model(); }
    Store &store() { return office().store(); }
    Person person() { return Person(*m_window); }
    qint64 typeId(const QString &code) { return store().schema()->type(code)->id; }

    bool openFile() { return m_window->openFile(m_office->path()) && boardIsLoaded(); }
    bool boardIsLoaded()
    {
        return Person::waitUntil([this] { return board().columnCount() > 0 && !board().isLoading(); });
    }
    qint64 leadCount()
    {
        ItemQuery query;
        query.typeId = typeId(u"lead"_s);
        const auto totals = queryTotals(store().reader(), query);
        return totals ? totals->count : -1;
    }
    QString stageOf(const QString &type, qint64 id)
    {
        const auto item = readItem(store().reader(), {typeId(type), id, {}});
        return item ? store().schema()->stage(item->reference(u"stage"_s))->code : QString();
    }
    QStringList story(const ItemRef &item)
    {
        QStringList kinds;
        const auto page = readTimeline(store().reader(), item, {}, 50);
        for (const TimelineEntry &entry : page ? page->entries : QList<TimelineEntry>())
            kinds << entryKindName(entry.kind);
        return kinds;
    }
    bool openCard(qint64 id)
    {
        BoardView *view = section().part<BoardSection>()->view();
        if (!Person::waitUntil([=] { return !view->places().cardRect(id).isEmpty(); }))
            return false;
        Person::click(view->viewport(), view->places().cardRect(id).center());
        return Person::waitUntil([this] { return office().card()->isVisible(); }) && (Person::settle(), true);
    }
    bool importSample(const std::function<void(ImportDialog *)> &look = {})
    {
        Person::chooseFile(QStringLiteral(KARTOTEKA_SOURCES) + u"/resources/samples/leads-bitrix24.csv"_s);
        Person::whenShown<ImportDialog>([look](ImportDialog *dialog) {
            if (look)
                look(dialog);
            auto *accept = dialog->findChild<QWidget *>(u"importAccept"_s);
            QVERIFY(QTest::qWaitFor([accept] { return accept->isEnabled(); }, patienceMs));
            Person::click(accept);
        });
        const qint64 before = leadCount();
        person().shortcut(Qt::Key_I, Qt::ControlModifier);
        return Person::waitUntil([&] { return leadCount() == before + 60; }, longWaitMs);
    }

private slots:
    void initTestCase()
    {
        installLanguage(u"en"_s);
        applyAppearance(*qApp, Appearance::Light);
    }

    void init()
    {
        m_office = std::make_unique<TestOffice>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_office->folder());
        QSettings().clear();
        m_office->create(u"lead"_s,
                         {{u"title"_s, u"Blue door"_s},
                          {u"last_name"_s, u"Gray"_s},
                          {u"company_title"_s, u"Doors Ltd"_s},
                          {u"amount"_s, toValue(Money{150'000, u"RUB"_s})}});
        m_office->clock().advance(1000);
        m_office->create(u"lead"_s, {{u"title"_s, u"Яблоки"_s}, {u"phone"_s, textMembers({u"+7 916 123-45-67"_s})}});
        m_office->close();
        openWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_office.reset();
    }

    void importsAFileAndTakesItBack()
    {
        QVERIFY(openFile());
        QStringList mapped;
        const qsizetype people = store().schema()->users().size();
        QVERIFY(importSample([&](ImportDialog *dialog) {
            QCOMPARE(dialog->options().duplicates, DuplicatePolicy::Skip);
            const QList<QComboBox *> combos = dialog->findChildren<QComboBox *>();
            for (const QComboBox *combo : combos) {
                if (combo->objectName().startsWith(u"mapping_"))
                    mapped << combo->currentData().toString();
            }
        }));
        for (const QString &field :
             {u"title"_s, u"stage"_s, u"source"_s, u"responsible"_s, u"created_at"_s, u"company_title"_s})
            QVERIFY2(mapped.contains(field), qUtf8Printable(mapped.join(u", "_s)));
        QTRY_VERIFY(office().toast()->text().contains(u"60"_s));
        QCOMPARE(store().schema()->users().size(), people); // whoever is named there works here only if that is chosen
        QTRY_VERIFY(!board().isLoading() && board().totals(0).count > 1);
        // The file's own numbers go nowhere, and the report says so.
        QTRY_VERIFY(m_window->findChild<ImportReportDialog *>());
        Person::press(m_window->findChild<ImportReportDialog *>(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<ImportReportDialog *>());

        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(leadCount(), 2, longWaitMs);
        QTRY_COMPARE(board().totals(0).count, 2);
        person().shortcut(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(leadCount(), 62, longWaitMs);
    }

    void theMappingCanBeChanged()
    {
        QVERIFY(openFile());
        QVERIFY(importSample([](ImportDialog *dialog) {
            const QList<QComboBox *> combos = dialog->findChildren<QComboBox *>();
            for (QComboBox *combo : combos) {
                if (combo->objectName().startsWith(u"mapping_") && combo->currentData().toString() == u"source") {
                    combo->setFocus();
                    Person::press(combo, Qt::Key_Home); // "skip" stands first
                }
            }
        }));
        ItemQuery sourced;
        sourced.typeId = typeId(u"lead"_s);
        auto condition = parseCondition(u"source is not empty"_s);
        QVERIFY(condition);
        sourced.conditions << *condition;
        const auto totals = queryTotals(store().reader(), sourced);
        QVERIFY(totals);
        QCOMPARE(totals->count, 0);
    }

    void dragsACardAndTakesItBack()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 id = board().card(0, 0)->id;
        person().dragCard(section().part<BoardSection>()->view(), id, 1);
        QTRY_COMPARE(stageOf(u"lead"_s, id), board().stage(1)->code);
        QCOMPARE(story({typeId(u"lead"_s), id, {}}).first(), entryKindName(EntryKind::StageChanged));
        QTRY_COMPARE(board().totals(1).count, 1);
        QTRY_COMPARE(board().find(id).first, 1);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stageOf(u"lead"_s, id), u"new"_s);
        QTRY_COMPARE(board().find(id).first, 0);
        person().shortcut(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(board().find(id).first, 1);
    }

    void anEscapeLeavesTheCardWhereItWas()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 id = board().card(0, 0)->id;
        person().dragCard(section().part<BoardSection>()->view(), id, 1,
                          [this] { Person::press(section().part<BoardSection>()->view(), Qt::Key_Escape); });
        Person::settle();
        QCOMPARE(stageOf(u"lead"_s, id), u"new"_s);
        QCOMPARE(board().find(id), qMakePair(0, 0));
    }

    void theDropBarEndsALead()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 junk = board().card(0, 0)->id;
        const qint64 other = board().card(0, 1)->id;
        // A lost one asks for the reason; none is a reason too.
        Person::whenShown<MoveDialog>(
            [](MoveDialog *dialog) { Person::click(dialog->findChild<QWidget *>(u"moveAccept"_s)); });
        person().dragCardToZone(section().part<BoardSection>()->view(), junk, u"Junk lead"_s);
        QTRY_COMPARE(stageOf(u"lead"_s, junk), u"junk"_s);
        QTRY_COMPARE(board().find(junk), qMakePair(-1, -1));
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().find(junk).first, 0);

        person().dragCardToZone(section().part<BoardSection>()->view(), other, u"To the recycle bin"_s);
        QTRY_COMPARE(board().cardCount(0), 1);
        QVERIFY(readItem(store().reader(), {typeId(u"lead"_s), other, {}})->deleted);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().cardCount(0), 2);

        // Won is by conversion: the dialog asks what is to come of it; Escape leaves all as it was.
        bool asked = false;
        Person::whenShown<ConversionDialog>([&asked](ConversionDialog *dialog) {
            asked = true;
            Person::press(dialog, Qt::Key_Escape);
        });
        person().dragCardToZone(section().part<BoardSection>()->view(), other, u"Quality lead"_s);
        QTRY_VERIFY(asked);
        QCOMPARE(stageOf(u"lead"_s, other), u"new"_s);

        // By the keyboard the same: the next column of a processed lead is the won one.
        person().dragCard(section().part<BoardSection>()->view(), other, 2);
        QTRY_COMPARE(stageOf(u"lead"_s, other), u"processed"_s);
        QTRY_COMPARE(board().find(other).first, 2);
        Person::clickFinal(section().part<BoardSection>()->view());
        QTRY_VERIFY(board().columnCount() > 3 && board().find(other).first == 2);
        asked = false;
        Person::whenShown<ConversionDialog>([&asked](ConversionDialog *dialog) {
            asked = true;
            Person::press(dialog, Qt::Key_Escape);
        });
        Person::press(section().part<BoardSection>()->view(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY(asked);
        QCOMPARE(stageOf(u"lead"_s, other), u"processed"_s);
    }

    void whatIsDeletedWaitsInTheRecycleBin()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 id = board().card(0, 1)->id;
        person().dragCardToZone(section().part<BoardSection>()->view(), id, u"To the recycle bin"_s);
        QTRY_COMPARE(board().cardCount(0), 1);
        person().shortcut(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        ItemTableModel &list = *section().part<ListSection>()->model();
        QTRY_COMPARE(list.idAt(0), id);
        QCOMPARE(list.rowCount(), 1);
        QCOMPARE(section().view()->name(), u"list"_s);
        Person::whenShown<QMenu>([](QMenu *menu) {
            while (!menu->activeAction() || menu->activeAction()->text() != u"Restore")
                Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        QWidget *viewport = section().part<ListSection>()->view()->viewport();
        const QPoint at = section().part<ListSection>()->view()->visualRect(list.index(0, 1)).center();
        callMenu(viewport, at);
        QTRY_COMPARE(list.rowCount(), 0);
        person().click(u"boardButton"_s); // leaves the bin
        QTRY_COMPARE(board().cardCount(0), 2);
        QVERIFY(!section().part<ListSection>()->model()->query().deleted);
    }

    void sortsAndSearchesTheList()
    {
        QVERIFY(openFile());
        QVERIFY(importSample());
        QTRY_VERIFY(m_window->findChild<ImportReportDialog *>()); // nothing else takes clicks before it is read
        m_window->findChild<ImportReportDialog *>()->reject();
        person().click(u"listButton"_s);
        person().click(u"chipRemove"_s); // what is closed too
        ItemTableModel &model = *section().part<ListSection>()->model();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 62, longWaitMs);
        QHeaderView *header = section().part<ListSection>()->view()->horizontalHeader();
        const int title = int(model.columns().indexOf(u"title"_s)) + 1;
        const auto clickTitle = [&] {
            Person::click(header->viewport(), QPoint(header->sectionViewportPosition(title) + 40, header->height() / 2));
        };
        clickTitle();
        QTRY_COMPARE(model.query().sort.value(0).field, u"title"_s);
        const bool first = model.query().sort.value(0).descending;
        QTRY_COMPARE(model.rowCount(), 62);
        clickTitle();
        QTRY_COMPARE(model.query().sort.value(0).descending, !first);

        Person::type(section().search(), u"яблок"_s);
        QTRY_COMPARE(model.rowCount(), 1);
        QTRY_COMPARE(model.index(0, title).data().toString(), u"Яблоки"_s);
        section().search()->clear();
        QTRY_COMPARE(model.rowCount(), 62);
        Person::type(section().search(), u"8 (916) 123 45"_s);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void editsAFieldInPlace()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 id = board().card(0, 1)->id;
        QVERIFY(openCard(id));
        FieldRow *amount = office().card()->form()->row(u"amount"_s);
        Person::click(amount);
        QVERIFY(amount->isEditing());
        auto *input = amount->findChild<QWidget *>(u"input_amount"_s);
        Person::press(input, Qt::Key_A, Qt::ControlModifier);
        Person::type(input, u"2750,50"_s);
        Person::press(input, Qt::Key_Return);
        const auto money = [&] {
            return readItem(store().reader(), {typeId(u"lead"_s), id, {}})->value(u"amount"_s).value<Money>().minor;
        };
        QTRY_COMPARE(money(), 275'050);
        QTRY_VERIFY(!amount->isEditing());
        // What is no amount is refused beside the field, and what was typed stays.
        Person::click(amount);
        input = amount->findChild<QWidget *>(u"input_amount"_s);
        Person::press(input, Qt::Key_A, Qt::ControlModifier);
        Person::type(input, u"much"_s);
        Person::press(input, Qt::Key_Return);
        auto *problem = amount->findChild<QLabel *>(u"problem_amount"_s);
        QTRY_VERIFY(problem->isVisible() && problem->text().contains(u"much"_s));
        QCOMPARE(money(), 275'050);
        Person::press(input, Qt::Key_Escape);
        QTRY_VERIFY(!amount->isEditing());
    }

    void aGapIsRefusedWithFocusOnIt()
    {
        QVERIFY(openFile());
        person().click(u"section_company"_s);
        person().shortcut(Qt::Key_N, Qt::ControlModifier);
        CardPanel *card = office().card();
        QTRY_VERIFY(card->isVisible() && card->isCreating());
        Person::settle();
        person().click(u"cardSave"_s);
        FieldRow *title = card->form()->row(u"title"_s);
        auto *problem = title->findChild<QLabel *>(u"problem_title"_s);
        QTRY_VERIFY(problem->isVisible() && !problem->text().isEmpty());
        auto *input = title->findChild<QWidget *>(u"input_title"_s);
        QTRY_VERIFY(input->hasFocus());
        Person::type(input, u"Ромашка"_s);
        Person::press(input, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!card->isCreating());
        QCOMPARE(itemTitle(store().reader(), card->item()), u"Ромашка"_s);
    }

    void commentsAndPlans()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 id = board().card(0, 0)->id;
        const ItemRef lead{typeId(u"lead"_s), id, {}};
        QVERIFY(openCard(id));
        person().click(u"composerLine"_s);
        person().click(u"composerComment"_s);
        Person::type(person().find(u"commentText"_s), u"Ждёт звонка"_s);
        person().click(u"commentSave"_s);
        QTRY_COMPARE(story(lead).first(), entryKindName(EntryKind::Comment));

        person().click(u"composerActivity"_s);
        Person::type(person().find(u"activityTitle"_s), u"Call back"_s);
        person().click(u"composerDate"_s);
        auto *deadline = person().find<QDateTimeEdit>(u"activityDeadline"_s);
        using Part = QPair<QDateTimeEdit::Section, QString>;
        for (const auto &[part, text] :
             {Part{QDateTimeEdit::YearSection, u"2026"_s}, Part{QDateTimeEdit::MonthSection, u"1"_s},
              Part{QDateTimeEdit::DaySection, u"1"_s}, Part{QDateTimeEdit::HourSection, u"10"_s},
              Part{QDateTimeEdit::MinuteSection, u"00"_s}, Part{QDateTimeEdit::AmPmSection, u"AM"_s}}) {
            deadline->setSelectedSection(part);
            QTest::keyClicks(deadline, text);
        }
        QCOMPARE(deadline->dateTime(), QDateTime(QDate(2026, 1, 1), QTime(10, 0)));
        person().click(u"activitySave"_s);
        QTRY_COMPARE(story(lead).first(), entryKindName(EntryKind::ActivityPlanned));
        QTRY_COMPARE(board().card(0, 0)->lights, (Lights{1, 0, 1})); // overdue: red on the board
    }

    void convertsALeadAndWinsTheDeal()
    {
        QVERIFY(openFile());
        QTRY_COMPARE(board().cardCount(0), 2);
        const qint64 leadId = board().card(0, 1)->id; // Blue door
        const ItemRef lead{typeId(u"lead"_s), leadId, {}};
        QVERIFY(openCard(leadId));
        CardPanel *card = office().card();
        const auto finish = [&] {
            // Where the item stands in a final stage, its name in the bar leads there too.
            QWidget *button = card->findChild<QWidget *>(u"cardFinish"_s);
            Person::click(button);
        };
        Person::whenShown<QMenu>([](QMenu *menu) {
            Person::whenShown<ConversionDialog>(
                [](ConversionDialog *dialog) { Person::click(dialog->findChild<QWidget *>(u"conversionAccept"_s)); });
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        finish();
        const auto made = [&] {
            const auto links = readLinks(store().reader(), lead);
            QHash<qint64, qint64> out;
            for (const ItemLink &link : links ? *links : QList<ItemLink>())
                out.insert(link.target.type, link.target.id);
            return out;
        };
        QTRY_COMPARE(made().size(), 3);
        QCOMPARE(stageOf(u"lead"_s, leadId), u"converted"_s);
        QCOMPARE(itemTitle(store().reader(), {typeId(u"company"_s), made().value(typeId(u"company"_s)), {}}),
                 u"Doors Ltd"_s);
        QVERIFY(story(lead).contains(entryKindName(EntryKind::ConvertedTo)));
        const qint64 deal = made().value(typeId(u"deal"_s));

        person().click(u"section_deal"_s);
        QVERIFY(boardIsLoaded());
        QTRY_COMPARE(board().find(deal), qMakePair(0, 0));
        QVERIFY(openCard(deal));
        Person::whenShown<QMenu>([](QMenu *menu) {
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        finish();
        QTRY_COMPARE(stageOf(u"deal"_s, deal), u"won"_s);
        const QStringList told = story({typeId(u"deal"_s), deal, {}});
        QCOMPARE(told.first(), entryKindName(EntryKind::StageChanged));
        QVERIFY(told.contains(entryKindName(EntryKind::ConvertedFrom)));
        // One step back undoes the win, the next one all of the conversion.
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stageOf(u"deal"_s, deal), u"new"_s);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(made().size(), 0);
        QCOMPARE(stageOf(u"lead"_s, leadId), u"new"_s);
    }

    void everythingIsAsItWasLeft()
    {
        QVERIFY(openFile());
        Person::clickFinal(section().part<BoardSection>()->view());
        person().click(u"section_company"_s);
        person().click(u"section_deal"_s);
        person().click(u"listButton"_s);
        person().click(u"section_lead"_s);
        QVERIFY(boardIsLoaded());
        const qint64 id = board().card(0, 0)->id;
        QVERIFY(openCard(id));
        m_window->resize(1200, 780);
        QVERIFY(m_window->close());
        m_window.reset();

        openWindow();
        QVERIFY(m_window->openFile(QSettings().value(u"last"_s).toString()));
        QVERIFY(m_window->office());
        QCOMPARE(m_window->size(), QSize(1200, 780));
        QCOMPARE(section().typeId(), typeId(u"lead"_s));
        QCOMPARE(section().view()->name(), u"board"_s);
        QTRY_VERIFY(board().columnCount() > 3); // the final stages too
        QTRY_VERIFY(office().card()->isVisible());
        QCOMPARE(office().card()->item().id, id);
        Person::press(office().card(), Qt::Key_Escape);
        QTRY_VERIFY(!office().card()->isVisible());
        person().click(u"section_deal"_s);
        QCOMPARE(section().view()->name(), u"list"_s);
    }
};

KARTOTEKA_UI_TEST(tst_salesperson, TestSalesperson)
#include "tst_salesperson.moc"
