// SPDX-License-Identifier: GPL-3.0-or-later
// The products of a card as people work them: by mouse, by keys, by the clipboard.
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/card/product_search.h"
#include "views/card/product_tab.h"
#include "views/card/product_table.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Kartoteka;

class TestProductTab final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<ProductTab> m_tab;
    ItemRef m_deal;

    ProductTable *table() { return m_tab->findChild<ProductTable *>(u"productTable"_s); }
    ProductSearch *search() { return m_tab->findChild<ProductSearch *>(u"productSearch"_s); }
    QListWidget *suggestions() { return search()->findChild<QListWidget *>(u"suggestions"_s); }
    QString label(const QString &name) { return m_tab->findChild<QLabel *>(name)->text(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QPoint middle(int row, int column) { return table()->visualRect(table()->model()->index(row, column)).center(); }
    QLineEdit *editor()
    {
        for (auto *line : table()->viewport()->findChildren<QLineEdit *>()) {
            if (!line->isHidden())
                return line;
        }
        return nullptr;
    }

    QList<ProductRow> stored()
    {
        auto rows = readProducts(m_office->store().reader(), m_deal);
        return rows ? *rows : QList<ProductRow>();
    }
    qint64 amount() { return m_office->item(u"deal"_s, m_deal.id).value(Codes::amount).value<Money>().minor; }

    void write(const QString &name)
    {
        search()->setFocus();
        QTest::keyClicks(search(), name);
        QTRY_VERIFY(suggestions()->isVisible());
        QTest::keyClick(search(), Qt::Key_Up); // the last: a line of its own
        QTest::keyClick(search(), Qt::Key_Return);
    }
    void writeThree()
    {
        for (const QString &name : {u"Alpha"_s, u"Beta"_s, u"Gamma"_s}) {
            const qsizetype before = stored().size();
            write(name);
            QTRY_COMPARE(stored().size(), before + 1);
        }
        QTRY_COMPARE(cell(2, ProductModel::Name), u"Gamma"_s);
    }
    /// Types into the current cell.
    void type(int row, int column, const QString &text, Qt::Key end = Qt::Key_Return)
    {
        table()->setCurrentIndex(table()->model()->index(row, column));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F2);
        QVERIFY(editor());
        QTest::keyClicks(editor(), text);
        QTest::keyClick(editor(), end);
    }
    QStringList names()
    {
        QStringList names;
        for (const ProductRow &row : stored())
            names << row.name;
        return names;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_deal = {m_office->typeId(u"deal"_s), m_office->create(u"deal"_s, {{u"title"_s, u"Desks"_s}}), {}};
        m_office->create(Codes::productType,
                         {{Codes::title, u"Кресло рабочее"_s},
                          {Codes::sku, u"KR-10"_s},
                          {Codes::price, toValue(Money{10'000, u"RUB"_s})},
                          {Codes::tax, 20.0},
                          {Codes::active, true}});
        m_tab = std::make_unique<ProductTab>(m_office->store(), nullptr);
        m_tab->resize(960, 500);
        m_tab->setItem(m_office->item(u"deal"_s, m_deal.id));
        m_tab->show();
        QVERIFY(QTest::qWaitForWindowActive(m_tab.get()));
        QTRY_VERIFY(m_tab->findChild<QWidget *>(u"addProduct"_s)); // it is known that there are none
    }
    void cleanup()
    {
        m_tab.reset();
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void whatIsTypedFindsTheCatalogueInEitherLayout()
    {
        search()->setFocus();
        QTest::keyClicks(search(), u"rhtckj"_s);
        QTRY_VERIFY(suggestions()->isVisible());
        QTRY_COMPARE(suggestions()->item(0)->text(), u"Кресло рабочее"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_COMPARE(stored().size(), 1);
        QVERIFY(stored().constFirst().product != 0);
        QTRY_COMPARE(amount(), 12'000);
        QVERIFY(search()->text().isEmpty());
        QTRY_COMPARE(cell(0, ProductModel::Sum), u"120.00"_s);
    }

    void anAmountByHandThatTheFirstProductsReplaceCanBeKept()
    {
        const auto byHand = planEdit(m_office->schema(), m_office->item(u"deal"_s, m_deal.id),
                                     {{Codes::amount, toValue(Money{2'000'000, u"RUB"_s})}});
        QVERIFY(m_office->store().commitAndWait(byHand));
        const auto keep = [this] { return m_tab->findChild<QAbstractButton *>(u"amountKeep"_s); };
        write(u"Delivery"_s);
        QTRY_COMPARE(amount(), 0);
        QTRY_VERIFY(keep() && keep()->isVisible());
        QTRY_COMPARE(label(u"productTotal"_s), moneyText({0, u"RUB"_s}));
        QTest::mouseClick(keep(), Qt::LeftButton);
        QTRY_COMPARE(amount(), 2'000'000);
        QTRY_VERIFY(!keep() || !keep()->isVisible());
        QVERIFY(table()->hasFocus());
        auto *compute = m_tab->findChild<QPushButton *>(u"productCompute"_s);
        QTRY_VERIFY(compute->isVisible());
        QTest::mouseClick(compute, Qt::LeftButton); // which is said plainly, and asks nothing
        QTRY_COMPARE(amount(), 0);
        QTRY_VERIFY(!compute->isVisible());
        QVERIFY(!keep() || !keep()->isVisible());
    }

    void whoOpensACellByADoubleClickTypesOverAllOfIt()
    {
        write(u"Delivery"_s);
        QTRY_COMPARE(stored().size(), 1);
        type(0, ProductModel::Price, u"348.35"_s);
        QTRY_COMPARE(cell(0, ProductModel::Price), u"348.35"_s);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middle(0, ProductModel::Price));
        QVERIFY(editor());
        QTest::mouseDClick(editor(), Qt::LeftButton, {}, QPoint(editor()->width() - 8, editor()->height() / 2));
        QTest::keyClicks(editor(), u"400"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(cell(0, ProductModel::Price), u"400.00"_s);
    }

    void enterBeforeTheAnswerWaitsForIt()
    {
        search()->setFocus();
        QTest::keyClicks(search(), u"KR-10"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_COMPARE(stored().size(), 1);
        QCOMPARE(stored().constFirst().name, u"Кресло рабочее"_s);
    }

    void aLineIsWrittenAndCountedByKeysAlone()
    {
        write(u"Delivery"_s);
        QTRY_COMPARE(stored().size(), 1);
        QTRY_COMPARE(table()->currentIndex().column(), int(ProductModel::Quantity));
        type(0, ProductModel::Quantity, u"16"_s, Qt::Key_Tab);
        QTRY_VERIFY(editor()); // the unit
        QTest::keyClicks(editor(), u"pcs"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QTest::keyClicks(editor(), u"348.35"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QTest::keyClicks(editor(), u"4%"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QTest::keyClicks(editor(), u"22"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(amount(), 652'781);
        QTRY_VERIFY(label(u"productTotal"_s).contains(u"6,527.81"_s) || label(u"productTotal"_s).contains(u"6527.81"_s));
        QVERIFY(!m_tab->hasUnsaved());
    }

    void whatIsNoNumberIsToldAndNotWritten()
    {
        writeThree();
        type(0, ProductModel::Price, u"x"_s);
        QTRY_VERIFY(m_tab->findChild<QLabel *>(u"productProblem"_s)->isVisible());
        QVERIFY(label(u"productProblem"_s).contains(u'x'));
        QCOMPARE(stored().constFirst().line.price, 0);
    }

    void aClickEditsACell()
    {
        writeThree();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middle(1, ProductModel::Price));
        QVERIFY(editor());
        QVERIFY(m_tab->hasUnsaved());
        QTest::keyClicks(editor(), u"5"_s);
        QVERIFY(m_tab->saveUnsaved());
        QTRY_COMPARE(amount(), 500);
    }

    void whereThereIsLittleRoomNothingIsScrolledSideways()
    {
        write(u"A product with rather a long name"_s);
        QTRY_COMPARE(stored().size(), 1);
        for (const int width : {960, 720, 520}) {
            m_tab->resize(width, 500);
            QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
            QVERIFY(table()->columnWidth(ProductModel::Sum) > 0);
            QVERIFY(table()->columnWidth(ProductModel::Name) >= 100);
        }
        // The keys go where something is seen.
        table()->setCurrentIndex(table()->model()->index(0, ProductModel::Quantity));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Tab);
        QVERIFY(!table()->isColumnHidden(table()->currentIndex().column()));
    }

    void whatIsSaidOfNoProductsFitsALowWindow()
    {
        auto *said = m_tab->findChild<QWidget *>(u"emptyState"_s);
        for (const int height : {500, 330, 260}) {
            m_tab->resize(520, height);
            QTRY_VERIFY(said->isVisible());
            const auto isWhole = [said] {
                const auto parts = said->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
                return std::ranges::all_of(parts, [said](const QWidget *part) {
                    return !part->isVisible() || part->height() == 0 || said->rect().contains(part->geometry());
                });
            };
            QTRY_VERIFY(isWhole());
        }
    }

    void rowsAreMovedByKeysAndByMouse()
    {
        writeThree();
        table()->setCurrentIndex(table()->model()->index(2, ProductModel::Name));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(names(), (QStringList{u"Alpha"_s, u"Gamma"_s, u"Beta"_s}));
        QCOMPARE(table()->currentIndex().row(), 1);
        const QPoint from = middle(2, ProductModel::Handle);
        const QPoint to = middle(0, ProductModel::Handle) - QPoint(0, 10);
        QTest::mousePress(table()->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(table()->viewport(), (from + to) / 2);
        QTest::mouseMove(table()->viewport(), to);
        QTest::mouseRelease(table()->viewport(), Qt::LeftButton, {}, to);
        QTRY_COMPARE(names(), (QStringList{u"Beta"_s, u"Alpha"_s, u"Gamma"_s}));
    }

    void rowsAreDeletedAndComeBack()
    {
        writeThree();
        table()->setCurrentIndex(table()->model()->index(1, ProductModel::Name));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(names(), (QStringList{u"Alpha"_s, u"Gamma"_s}));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_office->store().undo();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middle(0, ProductModel::Remove));
        QTRY_COMPARE(names(), (QStringList{u"Beta"_s, u"Gamma"_s}));
    }

    void linesOfASpreadsheetArePasted()
    {
        QGuiApplication::clipboard()->setText(u"Desk\t2\tpcs\t100.50\nKR-10\t3\n"_s);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(stored().size(), 2);
        QTRY_COMPARE(amount(), 20'100 + 36'000);
        QTRY_COMPARE(cell(1, ProductModel::Name), u"Кресло рабочее"_s);
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Desk\t2\tpcs\t100.50"_s));
    }

    void anAmountByHandIsSaidAndComputedAgain()
    {
        writeThree();
        type(0, ProductModel::Price, u"100"_s);
        QTRY_COMPARE(amount(), 10'000);
        auto *compute = m_tab->findChild<QPushButton *>(u"productCompute"_s);
        QTRY_VERIFY(!compute->isVisible());
        const Item deal = m_office->item(u"deal"_s, m_deal.id);
        QVERIFY(m_office->store().commitAndWait(
            planEdit(m_office->schema(), deal, {{Codes::amount, toValue(Money{77, u"RUB"_s})}})));
        QTRY_VERIFY(compute->isVisible());
        QTest::mouseClick(compute, Qt::LeftButton);
        QTRY_COMPARE(amount(), 10'000);
        QTRY_VERIFY(!compute->isVisible());
    }

    void rowsInAnotherCurrencyAreSaid()
    {
        writeThree();
        ChangeSet changes;
        ProductRow foreign;
        foreign.name = u"Import"_s;
        foreign.currency = u"USD"_s;
        foreign.line.price = 5 * productUnit;
        foreign.rank = 10;
        createProducts(changes, m_deal, {foreign});
        QVERIFY(m_office->store().commitAndWait(changes));
        QPushButton *keep = nullptr;
        QTRY_VERIFY((keep = m_tab->findChild<QPushButton *>(u"productsKeep"_s)) && keep->isVisible());
        QCOMPARE(cell(3, ProductModel::Sum), u"—"_s);
        QTest::mouseClick(keep, Qt::LeftButton);
        QTRY_COMPARE(amount(), 500);
        QTRY_VERIFY(!keep->isVisible());
    }

    void anotherItemIsShownInItsPlace()
    {
        writeThree();
        const ItemRef other{m_deal.type, m_office->create(u"deal"_s, {{u"title"_s, u"Chairs"_s}}), {}};
        m_tab->setItem(m_office->item(u"deal"_s, other.id));
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        m_tab->setItem(m_office->item(u"deal"_s, m_deal.id));
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }
};

KARTOTEKA_UI_TEST(tst_product_tab, TestProductTab)
#include "tst_product_tab.moc"
