// SPDX-License-Identifier: GPL-3.0-or-later
// A day at the card, walked through from the board to a laptop that comes back: what a person does, one after the other.
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/card_views.h"
#include "core/items/item_acts.h"
#include "core/money/rate_acts.h"
#include "core/office.h"
#include "core/people/departments.h"
#include "core/people/user_acts.h"
#include "core/products/rows.h"
#include "models/card/history_model.h"
#include "models/card/product_model.h"
#include "models/card/timeline_model.h"
#include "tests/support/call_menu.h"
#include "tests/support/card_test.h"
#include "tests/support/hands.h"
#include "tests/support/ui_test.h"
#include "views/board/board_view.h"
#include "views/card/card_views_dialog.h"
#include "views/card/client_field.h"
#include "views/card/layout_editor.h"
#include "views/card/product_table.h"
#include "views/card/timeline_view.h"
#include "views/section/board_section.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/definition_list.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

using namespace Kartoteka;

class TestCardWalk final : public CardTest
{
    Q_OBJECT

    LayoutEditor *editor() { return form().findChild<LayoutEditor *>(); }
    qint64 field(const QString &code) { return store().schema()->field(typeId(u"deal"_s), code)->id; }
    /// Types into the line that finds clients and chooses what is offered at a place; negative: from the end.
    void chooseClient(const QString &text, int at, const QString &expected)
    {
        auto *line = part<QLineEdit>(u"clientSearch"_s);
        line->setFocus();
        line->clear();
        Person::type(line, text);
        QAbstractItemView *offered = line->findChild<QCompleter *>()->popup();
        const auto place = [&] { return at < 0 ? offered->model()->rowCount() + at : at; };
        const auto row = [&] { return offered->model()->index(place(), 0); };
        QTRY_VERIFY(offered->isVisible() && place() >= 0 && row().data().toString().contains(expected));
        offered->setCurrentIndex(row());
        Person::press(offered, Qt::Key_Return);
    }
    /// The fields of the layout by section, as words.
    QStringList places()
    {
        QStringList lines;
        for (const PlacedSection &section : layout().sections) {
            lines << section.name;
            for (const PlacedField &placed : section.fields)
                lines << u"%1 %2"_s.arg(store().schema()->field(placed.field)->code).arg(int(placed.shown));
        }
        return lines;
    }
    qsizetype sectionOf(const QString &code)
    {
        const PlacedSection *section = layout().sectionOf(field(code));
        return section ? section - layout().sections.constData() : -1;
    }
    void typeCell(int row, int column, const QString &text)
    {
        auto *table = part<ProductTable>(u"productTable"_s);
        const auto editor = [table]() -> QLineEdit * {
            const auto lines = table->viewport()->findChildren<QLineEdit *>();
            const auto open = std::ranges::find_if(lines, [](const QLineEdit *line) { return !line->isHidden(); });
            return open == lines.end() ? nullptr : *open;
        };
        table->setCurrentIndex(table->model()->index(row, column));
        table->setFocus();
        Person::press(table, Qt::Key_F2);
        QVERIFY(editor());
        editor()->selectAll();
        Person::type(editor(), text);
        Person::press(editor(), Qt::Key_Return);
    }
    int pinnedRows()
    {
        const QAbstractItemModel *model = card().timeline()->model();
        int pinned = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto kind = model->index(row, 0).data(TimelineModel::KindRole).value<TimelineModel::RowKind>();
            pinned += kind == TimelineModel::RowKind::Pinned ? 1 : 0;
        }
        return pinned;
    }
    static ProductRow productRow(const QString &name, qint64 price)
    {
        ProductRow row;
        row.name = name;
        row.currency = u"RUB"_s;
        row.line.price = price * productUnit;
        return row;
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeOffice(); }
    void cleanup() { clear(); }

    void theCardWalksTheFilteredBoardWhichStaysWhereItWas()
    {
        for (int i = 0; i < 30; ++i)
            m_office->create(u"deal"_s, {{u"title"_s, i % 2 ? u"Fence %1"_s.arg(i) : u"Door %1"_s.arg(i)}});
        openWindow();
        office().showSection(typeId(u"deal"_s));
        auto *board = page().part<BoardSection>();
        QTRY_VERIFY(board->model()->columnCount() > 0);
        QTRY_COMPARE(board->model()->cardCount(0), 30);
        Person::type(page().search(), u"Door"_s);
        QTRY_COMPARE(board->model()->cardCount(0), 15);
        QTRY_VERIFY(board->model()->card(0, 12));
        Person::settle();
        QList<qint64> order;
        for (int i = 0; i < 12; ++i)
            order << board->model()->card(0, i)->id;
        const int stood = board->view()->verticalScrollBar()->value();
        Person::click(board->view()->viewport(), board->view()->places().cardRect(order[1]).center());
        Person::press(board->view(), Qt::Key_Return);
        QTRY_COMPARE(card().item().id, order[1]);
        Person::settle();
        for (int i = 2; i < 12; ++i) {
            Person::press(&card(), Qt::Key_Down, Qt::AltModifier);
            QTRY_COMPARE(card().item().id, order[i]);
        }
        QCOMPARE(board->view()->verticalScrollBar()->value(), stood);
        QCOMPARE(board->model()->cardCount(0), 15);
        picture(m_window.get(), u"walk-1-list"_s);
    }

    void theCardIsConfiguredAndFiveUndosBringAllBack()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}});
        openWindow();
        m_window->resize(m_window->width(), 1600); // a drag that scrolls is aimed anew by the person, not by us
        open(u"deal"_s, deal);
        person().shortcut(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(isSeen(editor()) && isSeen(editor()->rowOf(field(u"source"_s))));
        QCoreApplication::processEvents(); // its rows stand where they are seen
        const QStringList before = places();
        // "Source" goes to the top of the first section, where it was not.
        const QUuid first = layout().sections.constFirst().uid;
        const qint64 top = layout().sections.constFirst().fields.constFirst().field;
        QVERIFY(sectionOf(u"source"_s) != 0);
        dragRow(editor()->rowOf(field(u"source"_s)), editor()->rowOf(top)->mapToGlobal(QPoint(40, 4)));
        QTRY_COMPARE(sectionOf(u"source"_s), 0);
        editor()->rowOf(field(u"deal_type"_s))->setFocus();
        Person::press(editor()->rowOf(field(u"deal_type"_s)), Qt::Key_Delete);
        QTRY_COMPARE(layout().field(field(u"deal_type"_s))->shown, Shown::Hidden);
        // A section of its own with a field that was not there.
        const auto sections = layout().sections.size();
        Person::whenShown<AskDialog>([](AskDialog *asked) {
            auto *line = asked->findChild<QLineEdit *>();
            Person::type(line, u"Delivery"_s);
            Person::press(line, Qt::Key_Return);
        });
        Person::click(editor()->findChild<QWidget *>(u"layoutAddSection"_s));
        QTRY_COMPARE(layout().sections.size(), sections + 1);
        const auto made = std::ranges::find(layout().sections, u"Delivery"_s, &PlacedSection::name);
        QVERIFY(made != layout().sections.end());
        const QUuid delivery = made->uid;
        Person::whenNamed(u"choicePopup"_s, [](QWidget *chooser) {
            auto *search = chooser->findChild<QLineEdit *>(u"fieldSearch"_s);
            Person::type(search, u"no such field"_s); // only a new one is offered
            Person::press(search, Qt::Key_Return);
        });
        Person::click(editor()->findChild<QWidget *>(u"layoutAddField"_s));
        QTRY_VERIFY(isSeen(m_window->findChild<QWidget *>(u"fieldDialog"_s)));
        auto *dialog = m_window->findChild<QWidget *>(u"fieldDialog"_s);
        Person::type(dialog->findChild<QWidget *>(u"fieldName"_s), u"Floor"_s);
        Person::click(dialog->findChild<QWidget *>(u"fieldAccept"_s));
        const auto floor = [this] {
            const QList<Field> &fields = store().schema()->fields(typeId(u"deal"_s));
            const auto found = std::ranges::find(fields, u"Floor"_s, &Field::name);
            return found == fields.end() ? 0 : found->id;
        };
        QTRY_VERIFY(floor() != 0);
        QTRY_VERIFY2(layout().sectionOf(floor()) && layout().sectionOf(floor())->uid == delivery,
                     qPrintable(places().join(u'\n')));
        picture(m_window.get(), u"walk-2-configure"_s);
        const QStringList after = places();
        QTRY_VERIFY(editor()->rowOf(first));
        editor()->rowOf(first)->setFocus();
        Person::press(editor()->rowOf(first), Qt::Key_Escape);
        QTRY_VERIFY(!editor());
        for (int i = 0; i < 5; ++i)
            turnOnce(store(), person(), Qt::Key_Z);
        QTRY_COMPARE(places(), before);
        for (int i = 0; i < 5; ++i)
            turnOnce(store(), person(), Qt::Key_Y);
        QTRY_COMPARE(places(), after);
    }

    void aForcedViewIsThereForItsDepartmentAndCannotBeLeft()
    {
        commit(m_office->store(), planDepartment(m_office->schema(), 0, {.name = u"Sales"_s, .parent = {}, .head = {}}));
        commit(m_office->store(),
               planUser(m_office->schema(), 0, {{u"name"_s, u"Olga Bell"_s}, {u"department"_s, u"Sales"_s}},
                        m_office->store().user()));
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}});
        open(u"deal"_s, deal);
        Person::click(part(u"viewManage"_s));
        QTRY_VERIFY(isSeen(m_window->findChild<CardViewsDialog *>()));
        auto *dialog = m_window->findChild<CardViewsDialog *>();
        Person::whenShown<AskDialog>([](AskDialog *asked) {
            auto *line = asked->findChild<QLineEdit *>();
            Person::type(line, u"Опт"_s);
            Person::press(line, Qt::Key_Return);
        });
        Person::click(dialog->findChild<QWidget *>(u"cardViewAdd"_s));
        auto *list = dialog->findChild<DefinitionList *>(u"cardViewList"_s);
        QTRY_COMPARE(list->definitions().size(), 3);
        const auto choose = [&](const QString &act) {
            list->setCurrent(list->definitions().constLast().id);
            Person::whenNamed(u"cardViewMenu"_s, [act](QWidget *menu) {
                qobject_cast<QMenu *>(menu)->setActiveAction(menu->findChild<QAction *>(act));
                Person::press(menu, Qt::Key_Return);
            });
            Person::press(list, Qt::Key_Return);
        };
        Person::whenOffered(u"viewWhomList"_s, [](QWidget *asked) {
            auto *whom = asked->findChild<QListWidget *>(u"viewWhomList"_s);
            whom->item(0)->setCheckState(Qt::Checked); // departments stand first
            Person::click(asked->findChild<QWidget *>(u"viewWhomAccept"_s));
        });
        choose(u"viewWhom"_s);
        QTRY_VERIFY(list->definitions().constLast().note.contains(u"Sales"_s));
        choose(u"viewForced"_s);
        QTRY_VERIFY(namedViews(store().reader(), typeId(u"deal"_s))->constFirst().isForced);
        Person::press(list, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<CardViewsDialog *>());
        QVERIFY(!layout().isForced); // it is not for whoever made it
        Person::press(&card(), Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
        // Somebody of that department sits down.
        Person::whenShown<QMenu>([](QMenu *menu) {
            for (QAction *action : menu->actions()) {
                if (action->text() == u"Olga Bell")
                    menu->setActiveAction(action);
            }
            Person::press(menu, Qt::Key_Return);
        });
        person().click(u"userButton"_s);
        QTRY_COMPARE(store().schema()->user(store().user())->name, u"Olga Bell"_s);
        open(u"deal"_s, deal);
        QTRY_COMPARE(layout().view.name, u"Опт"_s);
        QVERIFY(layout().isForced);
        auto *why = part<QLabel>(u"viewWhy"_s);
        QTRY_VERIFY(isSeen(why));
        QVERIFY2(why->text().contains(u"Опт"_s), qPrintable(why->text()));
        Person::click(part(u"viewMine"_s));
        // What came of it would have come before this.
        commit(store(), planEdit(*store().schema(), item(u"deal"_s, deal), {{u"title"_s, u"Windows"_s}}));
        QTRY_COMPARE(card().windowTitle(), u"Windows"_s);
        QCOMPARE(layout().view.name, u"Опт"_s);
        QCOMPARE(part(u"viewMine"_s)->toolTip(), why->text());
        picture(m_window.get(), u"walk-3-forced"_s);
    }

    void clientsOfANewLeadAreMadeInPlaceAndEscLeavesNothing()
    {
        m_office->create(u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"phone"_s, textMembers({u"+7 913 123-45-67"_s})}});
        openWindow();
        office().createItem();
        QTRY_VERIFY(card().isCreating());
        Person::settle();
        chooseClient(u"8 913 123"_s, 0, u"Bell"_s);
        QTRY_COMPARE(card().client()->clients().contacts.size(), 1);
        const auto make = [&](int at, const QString &name, const QString &phone) {
            chooseClient(name, at, name);
            QTRY_VERIFY(isSeen(part(u"newClient"_s)));
            Person::type(part(u"newClient_phone"_s), phone);
            Person::click(part(u"newClientAdd"_s));
            QTRY_VERIFY(!isSeen(part(u"newClient"_s)));
        };
        make(-2, u"Orlova Inna"_s, u"+7 913 777-00-01"_s);
        make(-1, u"Vector"_s, u"+7 913 777-00-02"_s);
        QCOMPARE(card().client()->clients().contacts.size(), 2);
        QVERIFY(!card().client()->clients().company.isNull());
        picture(m_window.get(), u"walk-4-clients"_s);
        Person::whenOffered(u"unsavedDiscard"_s,
                            [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"unsavedDiscard"_s)); });
        Person::press(part<QLineEdit>(u"clientSearch"_s), Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
        QCOMPARE(countOf(u"contact"_s), 1);
        QCOMPARE(countOf(u"company"_s), 0);
        QCOMPARE(countOf(u"lead"_s), 0);
    }

    void productsMakeTheAmountUntilItIsWrittenByHand()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}});
        commit(m_office->store(), planAddCurrency(m_office->schema(), u"USD"_s));
        open(u"deal"_s, deal);
        showTab(u"Products"_s);
        QTRY_VERIFY(isSeen(part(u"addProduct"_s)));
        auto *search = part<QLineEdit>(u"productSearch"_s);
        search->setFocus();
        Person::type(search, u"Door"_s);
        QTRY_VERIFY(isSeen(search->findChild<QListWidget *>(u"suggestions"_s)));
        Person::press(search, Qt::Key_Up); // the last: a line of its own
        Person::press(search, Qt::Key_Return);
        auto *table = part<ProductTable>(u"productTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        typeCell(0, ProductModel::Quantity, u"16"_s);
        typeCell(0, ProductModel::Price, u"348.35"_s);
        typeCell(0, ProductModel::Discount, u"4%"_s);
        typeCell(0, ProductModel::Tax, u"22"_s);
        QTRY_COMPARE(amountOf(deal), 652'781);
        QTRY_VERIFY2(part<QLabel>(u"productTotal"_s)->text().contains(u"6,527.81"_s),
                     qPrintable(part<QLabel>(u"productTotal"_s)->text()));
        picture(m_window.get(), u"walk-5-products"_s);
        Person::whenShown<QMenu>([](QMenu *menu) {
            for (QAction *action : menu->actions()) {
                if (action->text() == u"USD")
                    menu->setActiveAction(action);
            }
            Person::press(menu, Qt::Key_Return);
        });
        Person::whenOffered(u"keep"_s, [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"keep"_s)); });
        Person::click(part(u"productCurrency"_s));
        QTRY_COMPARE(item(u"deal"_s, deal).value(u"amount"_s).value<Money>().currency, u"USD"_s);
        QTRY_COMPARE(amountOf(deal), 652'781);
        // By hand: from then on it is the person's.
        Person::click(part(u"cardAmount"_s));
        QTRY_VERIFY(form().row(u"amount"_s)->isEditing());
        auto *input = part<QLineEdit>(u"input_amount"_s);
        input->selectAll();
        Person::type(input, u"7000"_s);
        Person::press(input, Qt::Key_Return);
        QTRY_COMPARE(amountOf(deal), 700'000);
        QVERIFY(!item(u"deal"_s, deal).value(u"amount_auto"_s).toBool());
        showTab(u"Products"_s);
        QTRY_VERIFY(isSeen(part(u"productCompute"_s)));
        QVERIFY(part<QLabel>(u"productState"_s)->text().contains(u"does not come from the products"_s));
        Person::click(part(u"productCompute"_s));
        QTRY_COMPARE(amountOf(deal), 652'781);
        QTRY_VERIFY(!isSeen(part(u"productCompute"_s)));
    }

    void whatAnotherProgramWritesMeanwhileIsSeenBeside()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"comment"_s, u"old"_s}});
        const QString number = m_office->item(u"deal"_s, deal).number;
        open(u"deal"_s, deal);
        form().row(u"comment"_s)->beginEdit();
        auto *input = part(u"input_comment"_s);
        Person::press(input, Qt::Key_A, Qt::ControlModifier);
        Person::type(input, u"mine"_s);
        QProcess other;
        other.start(QStringLiteral(KARTOTEKA_CLI), {m_office->path(), u"set"_s, u"deal"_s, number, u"comment=theirs"_s});
        QVERIFY(other.waitForFinished(20'000));
        QCOMPARE(other.exitCode(), 0);
        auto *line = part<QLabel>(u"meanwhile_comment"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(line), 20'000);
        QVERIFY2(line->text().contains(u"theirs"_s), qPrintable(line->text()));
        QCOMPARE(*form().row(u"comment"_s)->editedValue(), Value(u"mine"_s));
        picture(m_window.get(), u"walk-6-meanwhile"_s);
        followLink(line, 2); // "Keep mine"
        Person::press(input, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(item(u"deal"_s, deal).text(u"comment"_s), u"mine"_s);
    }

    void theHistoryGivesBackTheValueOfMarch()
    {
        constexpr qint64 month = 31LL * 24 * 3'600'000;
        const qint64 deal = m_office->create(u"deal"_s,
                                             {{u"title"_s, u"Doors"_s}, {u"amount"_s, toValue(Money{10'000, u"RUB"_s})}});
        m_office->clock().advance(month);
        commit(m_office->store(),
               planEdit(m_office->schema(), m_office->item(u"deal"_s, deal),
                        {{u"amount"_s, toValue(Money{20'000, u"RUB"_s})}, {u"title"_s, u"Windows"_s}}));
        open(u"deal"_s, deal);
        showTab(u"History"_s);
        auto *table = part<QTableView>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        auto *which = part<QComboBox>(u"historyField"_s);
        which->setCurrentIndex(which->findText(u"Amount"_s));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->model()->index(0, HistoryModel::From).data().toString().contains(u"100"_s));
        picture(m_window.get(), u"walk-7-history"_s);
        Person::whenNamed(u"historyMenu"_s, [](QWidget *menu) {
            qobject_cast<QMenu *>(menu)->setActiveAction(menu->findChild<QAction *>(u"historyRestore"_s));
            Person::press(menu, Qt::Key_Return);
        });
        callMenu(table->viewport(), table->visualRect(table->model()->index(0, 0)).center());
        QTRY_COMPARE(amountOf(deal), 10'000);
        QTRY_COMPARE(table->model()->rowCount(), 3); // it stands there itself
    }

    void whatIsPinnedInADealIsNotPinnedInItsContact()
    {
        const qint64 anna = m_office->create(u"contact"_s, {{u"last_name"_s, u"Bell"_s}});
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}, {u"client_contact"_s, anna}});
        m_office->clock().advance(3'600'000);
        m_office->move(u"deal"_s, deal, u"proposal"_s);
        open(u"deal"_s, deal);
        TimelineView *timeline = card().timeline();
        const auto moved = [timeline] {
            for (int row = 0; row < timeline->model()->rowCount(); ++row) {
                const QModelIndex index = timeline->model()->index(row, 0);
                if (index.data(TimelineModel::EntryKindRole).value<EntryKind>() == EntryKind::StageChanged)
                    return index;
            }
            return QModelIndex();
        };
        QTRY_VERIFY(moved().isValid());
        timeline->setCurrentIndex(moved());
        timeline->setFocus();
        Person::press(timeline, Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(pinnedRows(), 1);
        picture(m_window.get(), u"walk-8-pinned"_s);
        open(u"contact"_s, anna);
        QTRY_VERIFY(timeline->model()->rowCount() > 0);
        QCOMPARE(pinnedRows(), 0);
        open(u"deal"_s, deal);
        QTRY_COMPARE(pinnedRows(), 1);
    }

    void aLaptopComesBackAndBothStand()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}});
        const auto add = [](Store &at, qint64 id, const ProductRow &row) {
            const ItemRef ref{at.schema()->type(u"deal"_s)->id, id, {}};
            const auto before = readProducts(at.reader(), ref);
            const auto owner = readItem(at.reader(), ref);
            QVERIFY(before && owner);
            commit(at, planProducts(*at.schema(), *owner, *before, *before + QList<ProductRow>{row}, at.clock().now()));
        };
        add(m_office->store(), deal, productRow(u"Door"_s, 100));
        open(u"deal"_s, deal);
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Olga"_s);
        // By the clock of the window: what comes from the future is not read.
        auto opened = openOffice(m_office->folder() + u"/seat.kartoteka"_s, systemClock(),
                                 std::make_shared<const Installation>(m_office->folder() + u"/laptop"_s));
        QVERIFY(seat && opened);
        const std::unique_ptr<Store> laptop = std::move(*opened);
        const auto there = *cardLayout(laptop->reader(), typeId(u"deal"_s), layout().pipeline, laptop->user());
        const auto moved = withFieldsAt(there, {field(u"source"_s)}, there.sections.constFirst().uid, 0);
        commit(*laptop, planLayout(*laptop->schema(), there, *moved, laptop->clock().now()));
        add(*laptop, deal, productRow(u"Lock"_s, 30));
        // The office does otherwise meanwhile.
        form().layouts()->change(withShown(layout(), {field(u"deal_type"_s)}, Shown::Hidden));
        QTRY_VERIFY(layout().view.id != 0);
        add(store(), deal, productRow(u"Handle"_s, 5));
        const QString path = m_office->folder() + u"/letter.kartoteka-exchange"_s;
        const auto send = [&](Store &from, Store &to, const QString &whom) {
            ExchangeWriteOptions write;
            write.path = path;
            write.seat = whom;
            QVERIFY(writeExchange(from, write));
            ExchangeReadOptions read;
            read.path = path;
            QVERIFY(readExchange(to, read));
        };
        send(*laptop, store(), u"office"_s);
        send(store(), *laptop, seat->code);
        QTRY_COMPARE(sectionOf(u"source"_s), 0);
        QCOMPARE(layout().field(field(u"deal_type"_s))->shown, Shown::Hidden);
        QTRY_COMPARE(amountOf(deal), 13'500);
        const auto far = readItem(laptop->reader(), {typeId(u"deal"_s), deal, {}});
        QVERIFY(far);
        QCOMPARE(far->value(u"amount"_s).value<Money>().minor, 13'500);
        showTab(u"Products"_s);
        QTRY_COMPARE(part<ProductTable>(u"productTable"_s)->model()->rowCount(), 3);
        QTRY_VERIFY(part<QLabel>(u"productTotal"_s)->text().contains(u"135"_s));
    }
};

KARTOTEKA_UI_TEST(tst_card_walk, TestCardWalk)
#include "tst_card_walk.moc"
