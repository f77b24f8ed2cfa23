// SPDX-License-Identifier: GPL-3.0-or-later
// New cards, and what is made of a card: other items, copies, paper.
#include "core/products/rows.h"
#include "tests/support/card_test.h"
#include "tests/support/ui_test.h"
#include "views/card/timeline_view.h"
#include "views/render/print_preview.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>

using namespace Kartoteka;

class TestCardCopies final : public CardTest
{
    Q_OBJECT

private slots:
    void initTestCase() { setLook(); }
    void init() { makeOffice(); }
    void cleanup() { clear(); }

    /// There is no history to show beside them yet.
    void aNewItemIsFilledInInTwoColumns()
    {
        openWindow();
        office().createItem();
        QTRY_VERIFY(card().isCreating());
        const auto left = [this](const QString &code) { return card().form()->row(code)->mapTo(&card(), QPoint()).x(); };
        QTRY_VERIFY(left(u"phone"_s) > left(u"title"_s));
        QVERIFY(!card().timeline()->isVisible());
        // Another type has its own fields, also where the editors of the first one are open.
        card().create(typeId(u"deal"_s));
        QTRY_VERIFY(card().form()->row(u"title"_s)->isVisible());
        QCOMPARE(card().form()->row(u"title"_s)->field().typeId, typeId(u"deal"_s));
        card().create(typeId(u"lead"_s));
        QTRY_VERIFY(card().form()->row(u"phone"_s));
        Person::type(card().form()->row(u"title"_s)->findChild<QLineEdit *>(), u"Desks"_s);
        Person::click(part(u"cardSave"_s));
        QTRY_VERIFY(!card().isCreating());
        QTRY_VERIFY(card().timeline()->isVisible());
        QTRY_COMPARE(countOf(u"lead"_s), 1);
    }

    void anItemIsCopiedAndGivesRiseToOthers()
    {
        const qint64 anna = m_office->create(u"contact"_s, {{u"last_name"_s, u"Bell"_s}});
        open(u"contact"_s, anna);
        Person::whenNamed(u"cardMenu"_s, [](QWidget *asked) {
            auto *menu = qobject_cast<QMenu *>(asked);
            for (QAction *act : menu->actions()) {
                if (!act->menu())
                    continue;
                for (QAction *one : act->menu()->actions()) {
                    if (one->text() == u"Deal")
                        one->trigger();
                }
            }
            menu->close();
        });
        Person::click(part(u"cardMore"_s));
        QTRY_VERIFY(card().isCreating());
        QCOMPARE(card().item().type, typeId(u"deal"_s));
        Person::click(part(u"cardSave"_s));
        QTRY_VERIFY(!card().isCreating());
        QCOMPARE(item(u"deal"_s, card().item().id).reference(u"client_contact"_s), anna);
    }

    void aCopyHasTheProductsToo()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors"_s}});
        ProductRow row;
        row.name = u"Door"_s;
        row.currency = u"RUB"_s;
        row.line.price = 250 * productUnit;
        QVERIFY(m_office->store().commitAndWait(
            *planProducts(m_office->schema(), m_office->item(u"deal"_s, deal), {}, {row, row}, 0)));
        open(u"deal"_s, deal);
        Person::whenNamed(u"cardMenu"_s, [](QWidget *asked) {
            for (QAction *act : qobject_cast<QMenu *>(asked)->actions()) {
                if (act->text() == u"Copy")
                    act->trigger();
            }
            asked->close();
        });
        Person::click(part(u"cardMore"_s));
        QTRY_VERIFY(card().isCreating());
        Person::click(part(u"cardSave"_s));
        QTRY_VERIFY(!card().isCreating());
        QVERIFY(card().item().id != deal);
        QCOMPARE(readProducts(store().reader(), card().item())->size(), 2);
        QCOMPARE(item(u"deal"_s, card().item().id).value(u"amount"_s).value<Money>().minor, 50'000);
        QVERIFY(item(u"deal"_s, card().item().id).value(u"amount_auto"_s).toBool());
    }

    void aCardIsPrintedByTheKey()
    {
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Doors: 12/3"_s}});
        open(u"deal"_s, deal);
        Person::press(&card(), Qt::Key_P, Qt::ControlModifier);
        auto *preview = m_window->findChild<PrintPreview *>();
        QTRY_VERIFY(preview && preview->isVisible() && preview->pageCount() == 1);
        auto *history = preview->findChild<QComboBox *>(u"printHistory"_s);
        history->setFocus();
        Person::press(history, Qt::Key_Down);
        Person::settle();
        picture(preview, u"print"_s);
        const QString path = m_office->folder() + u"/doors.pdf"_s;
        Person::chooseFile(path);
        Person::click(preview->findChild<QWidget *>(u"printPdf"_s));
        QTRY_VERIFY(QFileInfo(path).size() > 1000);
        QTRY_VERIFY(!m_window->findChild<PrintPreview *>());
    }
};

KARTOTEKA_UI_TEST(tst_card_copies, TestCardCopies)

#include "tst_card_copies.moc"
