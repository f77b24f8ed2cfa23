// SPDX-License-Identifier: GPL-3.0-or-later
// A card on paper: what stands there, on how many pages, and as a file.
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/item_acts.h"
#include "core/items/own_company.h"
#include "core/products/rows.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/card/printed_text.h"
#include "views/render/print_document.h"

#include <QFile>
#include <QPageRanges>
#include <QPdfWriter>

using namespace Kartoteka;

class TestPrintedCard final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    ItemRef m_deal;

    Store &store() { return m_office->store(); }
    bool commit(const Result<ChangeSet> &changes)
    {
        m_office->clock().advance(1000);
        return changes && store().commitAndWait(*changes);
    }
    PrintedCard card(const PrintChoice &choice = {})
    {
        auto read = readPrintedCard(store().reader(), m_deal, store().user(), choice);
        return read ? *read : PrintedCard();
    }
    static QStringList lines(const PrintedCard &card)
    {
        QStringList all;
        for (const PrintedCard::Section &section : card.sections) {
            for (const PrintedCard::Line &line : section.lines)
                all << line.label + u": "_s + line.value;
        }
        return all;
    }
    void addProducts(int count)
    {
        QList<ProductRow> rows;
        for (int i = 1; i <= count; ++i) {
            ProductRow row;
            row.name = u"Door %1"_s.arg(i);
            row.currency = u"RUB"_s;
            row.line.quantity = 2 * productUnit;
            row.line.price = 100 * productUnit;
            rows << row;
        }
        QVERIFY(commit(planProducts(m_office->schema(), m_office->item(u"deal"_s, m_deal.id), {}, rows, 0)));
    }
    PrintDocument document(const PrintedCard &card)
    {
        PrintDocument document;
        document.name = card.title;
        document.head = *readPrintHead(store().reader(), u"office"_s, store().user());
        document.body = printedBody(printedText(card, QGuiApplication::font().family()));
        return document;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        const qint64 anna = m_office->create(
            u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"phone"_s, membersValue({{u"+7 913 123-45-67"_s, {}, {}, {}}})}});
        m_deal = {
            m_office->typeId(u"deal"_s),
            m_office->create(
                u"deal"_s,
                {{u"title"_s, u"Doors <b>&</b> frames"_s}, {u"comment"_s, u"Before noon"_s}, {u"client_contact"_s, anna}}),
            {}};
    }
    void cleanup() { m_office.reset(); }

    void whatIsSeenStandsThere()
    {
        const PrintedCard plain = card();
        QVERIFY(plain.kind.contains(u"1"));
        QCOMPARE(plain.title, u"Doors <b>&</b> frames"_s);
        QVERIFY(!plain.stage.isEmpty());
        QVERIFY(lines(plain).join(u'\n').contains(u"Bell, +7 913 123-45-67"));
        QVERIFY(lines(plain).join(u'\n').contains(u"Before noon"));
        QVERIFY(plain.products.isEmpty() && plain.history.isEmpty() && plain.planned.isEmpty());
        // What the view hides is not printed.
        const auto layout = *cardLayout(store().reader(), m_deal.type, 0, store().user());
        const qint64 comment = m_office->schema().field(m_deal.type, Codes::comment)->id;
        QVERIFY(commit(planLayout(m_office->schema(), layout, *withShown(layout, {comment}, Shown::Hidden), 1)));
        QVERIFY(!lines(card()).join(u'\n').contains(u"Before noon"));
    }

    void productsHaveTheirTotals()
    {
        addProducts(3);
        const PrintedCard printed = card();
        QCOMPARE(printed.products.size(), 3);
        QCOMPARE(printed.products.constFirst().size(), printed.productHeads.size());
        QCOMPARE(printed.totals.constLast().value, moneyText({60'000, u"RUB"_s}));
        QVERIFY(card({.products = false}).products.isEmpty());
    }

    void theLastEntriesAreChosen()
    {
        for (int i = 0; i < 12; ++i)
            QVERIFY(commit(planComment(m_deal, u"Comment **%1**"_s.arg(i))));
        QCOMPARE(card({.entries = 5}).history.size(), 5);
        QVERIFY(card({.entries = 5}).history.constFirst().text.contains(u"11"));
        const auto text = printedText(card({.entries = 5}), QGuiApplication::font().family());
        QVERIFY(text->toPlainText().contains(u"Comment 11")); // read as Markdown
        QVERIFY(text->toPlainText().contains(u"Doors <b>&</b> frames"));
    }

    void manyRowsGoOnOnOtherPagesUnderTheirHeads()
    {
        addProducts(120);
        const PrintDocument whole = document(card());
        const QPageLayout page = usualPages(QPageLayout::Portrait);
        const int pages = whole.body->layOut(page.paintRect(QPageLayout::Point).size() - QSizeF(0, 60));
        QVERIFY(pages >= 3 && pages <= 6);
        QVERIFY(whole.body->layOut(usualPages(QPageLayout::Landscape).paintRect(QPageLayout::Point).size()) >= pages);
    }

    void aPdfIsWrittenAndOtherFilesAreLeft()
    {
        QVERIFY(commit(planCompanyName(store().reader(), u"Bell & Sons"_s)));
        const PrintDocument whole = document(card());
        QCOMPARE(whole.head.office, u"Bell & Sons"_s);
        QVERIFY(whole.head.printed.contains(m_office->schema().user(store().user())->name));
        const QPageLayout page = usualPages(QPageLayout::Portrait);
        const QString path = m_office->folder() + u"/card.pdf"_s;
        for (int i = 0; i < 2; ++i) { // the second in the place of the first
            const auto written = writePdf(whole, page, path);
            QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
        const auto refused = writePdf(whole, page, m_office->path());
        QVERIFY(!refused && !refused.error().message.isEmpty());
        QCOMPARE(m_office->problems(), QStringList());
    }

    /// What is chosen in the printer's dialog: those pages alone.
    void onlyWantedPagesArePrinted()
    {
        addProducts(120);
        const QString path = m_office->folder() + u"/some.pdf"_s;
        {
            QPdfWriter writer(path);
            writer.setPageLayout(usualPages(QPageLayout::Portrait));
            QPageRanges second;
            second.addPage(2);
            writer.setPageRanges(second);
            QVERIFY(printPages(document(card()), writer));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Type /Page\n"), 1);
    }
};

KARTOTEKA_UI_TEST(tst_printed_card, TestPrintedCard)
#include "tst_printed_card.moc"
