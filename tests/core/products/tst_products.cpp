// SPDX-License-Identifier: GPL-3.0-or-later
// Products of items: what they do to the amount, by hand, by undo, by conversion and merging, and between two seats.
#include "core/definitions/type_acts.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/items/setting_acts.h"
#include "core/leads/conversion.h"
#include "core/leads/merge.h"
#include "core/office.h"
#include "core/products/product_texts.h"
#include "core/products/row_order.h"
#include "core/schema/codes.h"
#include "core/store/commit/take_back.h"
#include "core/store/upkeep/database_file.h"
#include "core/timeline/history.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTest>

using namespace Kartoteka;

class TestProducts : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Store> m_laptop;
    ItemRef m_deal;

    static ProductRow row(const QString &name, qint64 quantity, qint64 price, const QString &currency = u"RUB"_s)
    {
        ProductRow row;
        row.name = name;
        row.currency = currency;
        row.line.quantity = quantity * productUnit;
        row.line.price = price * productUnit;
        return row;
    }
    static Item item(Store &store, const ItemRef &ref)
    {
        auto item = readItem(store.reader(), ref);
        return item ? *item : Item();
    }
    static QList<ProductRow> rows(Store &store, const ItemRef &ref)
    {
        auto rows = readProducts(store.reader(), ref);
        return rows ? *rows : QList<ProductRow>();
    }
    static qint64 amount(Store &store, const ItemRef &ref)
    {
        return item(store, ref).value(Codes::amount).value<Money>().minor;
    }
    static bool isAutomatic(Store &store, const ItemRef &ref) { return isAmountAutomatic(item(store, ref)); }
    static void commit(Store &store, const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        auto receipt = store.commitAndWait(*changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message + receipt.error().detail));
    }
    void set(Store &store, const ItemRef &ref, const QList<ProductRow> &after)
    {
        commit(store, planProducts(*store.schema(), item(store, ref), rows(store, ref), after, m_office->clock().now()));
    }
    void writeAmount(Store &store, const ItemRef &ref, qint64 minor)
    {
        commit(store, planEdit(*store.schema(), item(store, ref), {{Codes::amount, toValue(Money{minor, u"RUB"_s})}}));
    }
    static void undo(Store &store)
    {
        QVERIFY(store.undo().result());
        QCoreApplication::sendPostedEvents(&store);
    }
    static void redo(Store &store)
    {
        QVERIFY(store.redo().result());
        QCoreApplication::sendPostedEvents(&store);
    }
    Store &office() { return m_office->store(); }

    void openLaptop()
    {
        const QString path = m_office->folder() + u"/laptop.kartoteka"_s;
        QVERIFY(makeSeat(office(), path, u"Maria"_s));
        auto laptop = openOffice(path, m_office->clock());
        QVERIFY(laptop);
        m_laptop = std::move(*laptop);
    }
    /// Each reads what the other has.
    void exchange()
    {
        m_office->clock().advance(1000);
        for (const auto &[from, to, seat] :
             {std::tuple(m_laptop.get(), &office(), QString()), std::tuple(&office(), m_laptop.get(), u"S2"_s)}) {
            ExchangeWriteOptions write;
            write.path = m_office->folder() + u"/to"_s + seat + u".kartoteka-exchange"_s;
            write.seat = seat;
            QFile::remove(write.path);
            auto written = writeExchange(*from, write);
            QVERIFY2(written, written ? "" : qPrintable(written.error().message));
            ExchangeReadOptions read;
            read.path = write.path;
            auto taken = readExchange(*to, read);
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        }
    }
    qint64 openConflicts(Store &store)
    {
        auto count = store.reader().connection.scalar(u"SELECT count(*) FROM conflict WHERE open = 1"_s);
        return count ? count->toLongLong() : -1;
    }
    void verifyEqual()
    {
        QCOMPARE(amount(*m_laptop, m_deal), amount(office(), m_deal));
        QCOMPARE(isAutomatic(*m_laptop, m_deal), isAutomatic(office(), m_deal));
        QCOMPARE(rows(*m_laptop, m_deal).size(), rows(office(), m_deal).size());
        auto problems = m_laptop->maintain<QStringList>(checkDatabase).result();
        QVERIFY(problems);
        QCOMPARE(*problems, QStringList());
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_deal = {m_office->typeId(u"deal"_s), m_office->create(u"deal"_s, {{u"title"_s, u"Desks"_s}}), {}};
    }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_laptop.reset();
        m_office.reset();
    }

    void theFirstProductsMakeTheAmount()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100), row(u"Chair"_s, 3, 50)});
        QCOMPARE(amount(office(), m_deal), 35'000);
        QVERIFY(isAutomatic(office(), m_deal));
        QList<ProductRow> fewer = rows(office(), m_deal);
        QCOMPARE(fewer.constFirst().name, u"Desk"_s);
        fewer.removeFirst();
        set(office(), m_deal, fewer);
        QCOMPARE(amount(office(), m_deal), 15'000);
        set(office(), m_deal, {});
        QCOMPARE(amount(office(), m_deal), 0);
    }

    void writingTheAmountTurnsItOff()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        writeAmount(office(), m_deal, 12'345);
        QCOMPARE(amount(office(), m_deal), 12'345);
        QVERIFY(!isAutomatic(office(), m_deal));
        set(office(), m_deal, rows(office(), m_deal) << row(u"Chair"_s, 1, 50));
        QCOMPARE(amount(office(), m_deal), 12'345);
        commit(office(), planAmountFromProducts(m_office->schema(), item(office(), m_deal), rows(office(), m_deal)));
        QCOMPARE(amount(office(), m_deal), 25'000);
        undo(office());
        QCOMPARE(amount(office(), m_deal), 12'345);
        undo(office());
        undo(office());
        QCOMPARE(amount(office(), m_deal), 20'000);
        QVERIFY(isAutomatic(office(), m_deal));
    }

    void undoPutsBackWhatWasBefore()
    {
        writeAmount(office(), m_deal, 6'500'000);
        const QStringList before = m_office->contents();
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        QCOMPARE(amount(office(), m_deal), 20'000);
        undo(office());
        QCOMPARE(amount(office(), m_deal), 6'500'000);
        QVERIFY(!isAutomatic(office(), m_deal));
        QCOMPARE(m_office->contents(), before);
        redo(office());
        QCOMPARE(amount(office(), m_deal), 20'000);
        QVERIFY(isAutomatic(office(), m_deal));
    }

    void anAmountWrittenSinceStaysWhenProductsAreTakenBack()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        set(office(), m_deal, rows(office(), m_deal) << row(u"Chair"_s, 1, 50));
        const qint64 act = office().reader().connection.scalar(u"SELECT max(id) FROM act"_s)->toLongLong();
        writeAmount(office(), m_deal, 12'345);
        commit(office(), planTakeBack(office().reader(), {act}));
        QCOMPARE(rows(office(), m_deal).size(), 1);
        QCOMPARE(amount(office(), m_deal), 12'345);
        QVERIFY(!isAutomatic(office(), m_deal));
        QCOMPARE(m_office->problems(), QStringList());
    }

    void rowsAreRefusedByTheirNumber()
    {
        ProductRow wrong = row(u"Desk"_s, 1, 1);
        wrong.line.discount = 101 * productUnit;
        auto planned = planProducts(m_office->schema(), item(office(), m_deal), {}, {row(u"Chair"_s, 1, 1), wrong}, 0);
        QVERIFY(!planned);
        QCOMPARE(planned.error().where, u"rows[1].discount"_s);
        QVERIFY(planned.error().message.contains(u"2"_s));
        wrong = row({}, 1, 1);
        QVERIFY(!planProducts(m_office->schema(), item(office(), m_deal), {}, {wrong}, 0));
        // And whoever writes past the plan is refused at the door.
        ChangeSet changes;
        createProducts(changes, m_deal, {row(u"Desk"_s, 2'000'000'000, 1)});
        auto receipt = office().commitAndWait(changes);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::Refused);
    }

    void rowsOfAnotherCurrencyAreLeftOut()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100), row(u"Chair"_s, 1, 10, u"USD"_s)});
        QCOMPARE(amount(office(), m_deal), 20'000);
        const QList<ProductRow> stored = rows(office(), m_deal);
        QCOMPARE(summaryOf(m_office->schema(), u"RUB"_s, stored).inOtherCurrency, 1);
        Rates rates{u"RUB"_s, QDate(2026, 3, 2)};
        QVERIFY(!inCurrency(stored, u"RUB"_s, &rates));
        rates.values.insert(u"USD"_s, 80 * rateUnit);
        commit(office(),
               planCurrency(m_office->schema(), item(office(), m_deal), stored, u"RUB"_s, &rates, m_office->clock().now()));
        QCOMPARE(amount(office(), m_deal), 100'000);
        commit(office(),
               planCurrency(m_office->schema(), item(office(), m_deal), rows(office(), m_deal), u"USD"_s, &rates,
                            m_office->clock().now()));
        const auto money = item(office(), m_deal).value(Codes::amount).value<Money>();
        QCOMPARE(money, (Money{1'250, u"USD"_s}));
        QVERIFY(isAutomatic(office(), m_deal));
        commit(office(),
               planCurrency(m_office->schema(), item(office(), m_deal), rows(office(), m_deal), u"RUB"_s, nullptr,
                            m_office->clock().now()));
        QCOMPARE(amount(office(), m_deal), 1'250);
    }

    void theSettingOfRoundingComputesAnew()
    {
        ProductRow one = row(u"Desk"_s, 16, 0);
        one.line.price = 3'483'500;
        one.line.discount = 4 * productUnit;
        one.line.tax = 22 * taxUnit;
        set(office(), m_deal, {one});
        QCOMPARE(amount(office(), m_deal), 652'781);
        commit(office(), planSettings({{Codes::taxRounding, Codes::roundedByTotal}}));
        QCOMPARE(amount(office(), m_deal), 652'780);
        undo(office());
        QCOMPARE(amount(office(), m_deal), 652'781);
    }

    void theHistorySaysWhichProductAndWhatOfIt()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100), row(u"Lamp"_s, 1, 7)});
        m_office->clock().advance(1000);
        QList<ProductRow> after = rows(office(), m_deal);
        after[0].line.quantity = 3 * productUnit;
        after[0].line.price = 90 * productUnit;
        after.move(0, 1); // its rank is nobody's news
        set(office(), m_deal, after);
        const auto page = readHistory(office().reader(), m_deal, {.table = Codes::productRow}, {}, 50);
        QVERIFY(page);
        QStringList lines;
        for (const HistoryRow &line : page->rows) {
            const HistoryWords words = historyWords(office().reader(), line);
            if (line.what == HistoryRow::What::Field)
                lines << u"%1: %2 %3 → %4"_s.arg(words.record, words.field, words.before, words.after);
        }
        lines.sort();
        QCOMPARE(lines, (QStringList{u"Product “Desk”: Price 100.00 → 90.00"_s, u"Product “Desk”: Quantity 2 → 3"_s}));
    }

    void anOrderIsKeptByRanks()
    {
        QCOMPARE(ranksInOrder({0, 0, 0}), (QList<double>{1, 2, 3}));
        QCOMPARE(ranksInOrder({4, 1, 2, 3}), (QList<double>{0.5, 1, 2, 3}));
        QCOMPARE(ranksInOrder({2, 3, 4, 1}), (QList<double>{2, 3, 4, 5}));
        QCOMPARE(ranksInOrder({1, 0, 0, 2}).at(3), 2.0);
        QCOMPARE(ranksInOrder({1, 3, 1 + 1e-12}).size(), 3);
        QCOMPARE(ranksInOrder({1, 0, 1 + 1e-12}), (QList<double>{1, 2, 3}));
        set(office(), m_deal, {row(u"A"_s, 1, 1), row(u"B"_s, 1, 1), row(u"C"_s, 1, 1)});
        QList<ProductRow> moved = rows(office(), m_deal);
        moved.move(2, 0);
        auto planned = planProducts(m_office->schema(), item(office(), m_deal), rows(office(), m_deal), moved, 0);
        QVERIFY(planned);
        QCOMPARE(planned->changes.size(), 1);
        commit(office(), planned);
        QCOMPARE(rows(office(), m_deal).constFirst().name, u"C"_s);
    }

    void conversionCarriesThem()
    {
        const ItemRef lead{m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"Office"_s}}), {}};
        set(office(), lead, {row(u"Desk"_s, 2, 100)});
        auto plan = planConversion(office().reader(), {lead, {u"deal"_s}, {}, {}, {}});
        QVERIFY(plan);
        auto receipt = office().commitAndWait(plan->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const ItemRef deal{m_deal.type, receipt->created.value(plan->made.value(u"deal"_s)), {}};
        QCOMPARE(rows(office(), deal).size(), 1);
        QCOMPARE(amount(office(), deal), 20'000);
        QVERIFY(isAutomatic(office(), deal));
        QCOMPARE(rows(office(), lead).size(), 1);
    }

    void mergingKeepsThoseOfBoth()
    {
        const ItemRef other{m_deal.type, m_office->create(u"deal"_s, {{u"title"_s, u"Desks"_s}}), {}};
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        set(office(), other, {row(u"Chair"_s, 1, 30)});
        auto plan = planMerge(office().reader(), {m_deal, {other.id}, {}}, m_office->clock().now());
        QVERIFY(plan);
        commit(office(), plan->changes);
        QCOMPARE(rows(office(), m_deal).size(), 2);
        QCOMPARE(amount(office(), m_deal), 23'000);
        undo(office());
        QCOMPARE(amount(office(), m_deal), 20'000);
        QCOMPARE(amount(office(), other), 3'000);
    }

    void whatTheCatalogueHasIsFound()
    {
        const qint64 chair = m_office->create(Codes::productType,
                                              {{Codes::title, u"Кресло рабочее"_s},
                                               {Codes::sku, u"KR-10"_s},
                                               {Codes::price, toValue(Money{1'234'50, u"RUB"_s})},
                                               {Codes::tax, 20.0},
                                               {Codes::active, true}});
        m_office->create(Codes::productType, {{Codes::title, u"Кресло старое"_s}, {Codes::active, false}});
        const auto titles = [this](const QString &text) {
            auto found = findProducts(office().reader(), text, 10);
            QStringList said;
            for (const CatalogueProduct &one : found ? *found : QList<CatalogueProduct>())
                said << one.title;
            return said;
        };
        QCOMPARE(titles({}), QStringList{u"Кресло рабочее"_s});
        QCOMPARE(titles(u"кресло"_s), QStringList{u"Кресло рабочее"_s});
        QCOMPARE(titles(u"rhtckj"_s), QStringList{u"Кресло рабочее"_s}); // the other keyboard layout
        QCOMPARE(titles(u"kr-10"_s), QStringList{u"Кресло рабочее"_s});
        auto product = namedProduct(office().reader(), u"KR-10"_s);
        QVERIFY(product);
        const ProductRow one = rowOf(*product, u"RUB"_s, {u"RUB"_s, {}});
        QCOMPARE(one.product, chair);
        QCOMPARE(one.line.price, 12'345'000);
        QCOMPARE(one.line.tax, std::optional<qint64>(2000));
        // A row stays when its product goes for good.
        set(office(), m_deal, {one});
        commit(office(), planDelete(*m_office->schema().type(Codes::productType), {chair}, {}, m_office->clock().now()));
        commit(office(), planPurge(office().reader(), *m_office->schema().type(Codes::productType), {chair}));
        QCOMPARE(rows(office(), m_deal).constFirst().product, 0);
        QCOMPARE(rows(office(), m_deal).constFirst().name, u"Кресло рабочее"_s);
    }

    void scriptsReadBackWhatTheyGot()
    {
        ProductRow one = row(u"Desk"_s, 16, 0);
        one.line.price = 3'483'500;
        one.line.discount = 4 * productUnit;
        one.line.tax = 22 * taxUnit;
        ProductRow other = row(u"Chair"_s, -2, 7);
        other.line.discountKind = DiscountKind::Price;
        other.line.discount = 6 * productUnit;
        other.line.taxIncluded = true;
        set(office(), m_deal, {one, other});
        const QJsonObject json = productsJson(office().reader(), item(office(), m_deal), rows(office(), m_deal));
        QCOMPARE(json[u"rows"][0][u"quantity"].toString(), u"16"_s);
        QCOMPARE(json[u"rows"][0][u"price"].toString(), u"348.35"_s);
        QCOMPARE(json[u"rows"][0][u"discount"].toString(), u"4%"_s);
        QCOMPARE(json[u"rows"][0][u"sum"].toString(), u"6527.81"_s);
        QCOMPARE(json[u"total"].toString(), u"6515.81"_s);
        auto given = productsFromJson(office().reader(), item(office(), m_deal), rows(office(), m_deal), json);
        QVERIFY2(given, given ? "" : qPrintable(given.error().message));
        auto planned = planProducts(m_office->schema(), item(office(), m_deal), rows(office(), m_deal), given->rows, 0);
        QVERIFY(planned);
        QVERIFY(planned->isEmpty());
    }

    void textsOfPeopleAreRead()
    {
        const QLocale russian(QLocale::Russian);
        QCOMPARE(parseScaled(u"1 234,5"_s, russian), std::optional<qint64>(12'345'000));
        QCOMPARE(parseScaled(u"1,234"_s, QLocale::c()), std::optional<qint64>(12'340'000));
        QCOMPARE(parseScaled(u"1,2345"_s, russian), std::optional<qint64>(12'345));
        QVERIFY(!parseScaled(u"1,23456"_s, russian));
        QVERIFY(!parseScaled(u"x"_s, russian));
        for (const QString &text : {u"4%"_s, u"=90,00"_s, u"100,00"_s}) {
            auto line = withDiscount({}, text, russian);
            QVERIFY(line);
            QCOMPARE(discountText(*line, russian), text);
        }
        auto pasted = rowsFromTable(office().reader(), u"Desk\t2\tpcs\t100,50\t4%\t20\n\nChair\n"_s, u"RUB"_s,
                                    {u"RUB"_s, {}}, russian);
        QVERIFY(pasted);
        QCOMPARE(pasted->size(), 2);
        QCOMPARE(pasted->constFirst().line.price, 1'005'000);
        QCOMPARE(pasted->constLast().line.quantity, productUnit);
        auto wrong = rowsFromTable(office().reader(), u"Desk\tmany"_s, u"RUB"_s, {u"RUB"_s, {}}, russian);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.contains(u"many"_s));
    }

    void aTypeOfTheOfficesOwnHasThem()
    {
        NewType type;
        type.code = u"order"_s;
        type.name = u"Order"_s;
        type.icon = u"list"_s;
        type.hasStages = false;
        type.hasProducts = true;
        commit(office(), planAddType(m_office->schema(), type));
        QCoreApplication::sendPostedEvents(&office());
        const ItemRef order{m_office->typeId(u"order"_s), m_office->create(u"order"_s, {{u"title"_s, u"First"_s}}), {}};
        set(office(), order, {row(u"Desk"_s, 2, 100)});
        QCOMPARE(amount(office(), order), 20'000);
        TypeSettings settings = settingsOf(*m_office->schema().type(order.type));
        settings.hasProducts = false;
        commit(office(), planEditType(m_office->schema(), *m_office->schema().type(order.type), settings, 1));
        QCoreApplication::sendPostedEvents(&office());
        QVERIFY(!m_office->schema().field(order.type, Codes::amountAuto));
        QCOMPARE(amount(office(), order), 20'000);
        settings.hasProducts = true;
        commit(office(), planEditType(m_office->schema(), *m_office->schema().type(order.type), settings, 1));
        QCoreApplication::sendPostedEvents(&office());
        QVERIFY(isAutomatic(office(), order));
    }

    void twoSeatsThatAddRowsHaveOneSum()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        openLaptop();
        set(office(), m_deal, rows(office(), m_deal) << row(u"Chair"_s, 1, 50));
        set(*m_laptop, m_deal, rows(*m_laptop, m_deal) << row(u"Lamp"_s, 1, 7));
        exchange();
        verifyEqual();
        QCOMPARE(amount(office(), m_deal), 25'700);
        QCOMPARE(rows(office(), m_deal).size(), 3);
        QCOMPARE(openConflicts(office()), 0); // sums are nobody's word
    }

    void whoTurnsItOffLastMeansIt()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        openLaptop();
        set(office(), m_deal, rows(office(), m_deal) << row(u"Chair"_s, 1, 50));
        m_office->clock().advance(5000);
        writeAmount(*m_laptop, m_deal, 99'900);
        exchange();
        verifyEqual();
        QCOMPARE(amount(office(), m_deal), 99'900);
        QVERIFY(!isAutomatic(office(), m_deal));
    }

    void anAmountByHandThatLostIsAsked()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        openLaptop();
        writeAmount(*m_laptop, m_deal, 99'900);
        m_office->clock().advance(5000);
        set(office(), m_deal, rows(office(), m_deal) << row(u"Chair"_s, 1, 50));
        exchange();
        verifyEqual();
        QCOMPARE(amount(office(), m_deal), 25'000);
        QCOMPARE(openConflicts(office()), 1);
    }

    void aRowThatIsAddedBringsTheItemBack()
    {
        openLaptop();
        set(*m_laptop, m_deal, {row(u"Desk"_s, 2, 100)});
        commit(office(), planDelete(*m_office->schema().type(m_deal.type), {m_deal.id}, {}, m_office->clock().now()));
        exchange();
        QVERIFY(!item(office(), m_deal).deleted);
        QVERIFY(!item(*m_laptop, m_deal).deleted);
        verifyEqual();
    }

    void oneRowIsMergedFieldByField()
    {
        set(office(), m_deal, {row(u"Desk"_s, 2, 100)});
        openLaptop();
        QList<ProductRow> here = rows(office(), m_deal);
        here[0].line.quantity = 3 * productUnit;
        set(office(), m_deal, here);
        QList<ProductRow> there = rows(*m_laptop, m_deal);
        there[0].line.discount = 10 * productUnit;
        set(*m_laptop, m_deal, there);
        exchange();
        verifyEqual();
        QCOMPARE(amount(office(), m_deal), 27'000);
        QCOMPARE(openConflicts(office()), 0);
    }
};

KARTOTEKA_TEST(tst_products, TestProducts)
#include "tst_products.moc"
