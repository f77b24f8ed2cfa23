// SPDX-License-Identifier: GPL-3.0-or-later
// The board by what a screen reader sees and does: no mouse, no pixel.
#include "core/items/item_queries.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/section/board_section.h"

#include <QAccessible>
#include <QApplication>

using namespace Kartoteka;

class TestBoardSpeech final : public WindowTest
{
    Q_OBJECT

    static constexpr int count = 60;

    QAccessibleInterface *speech() { return QAccessible::queryAccessibleInterface(page().part<BoardSection>()->view()); }
    QAccessibleInterface *lane(int column) { return speech()->child(column); }
    static QString name(QAccessibleInterface *part) { return part->text(QAccessible::Name); }
    static void act(QAccessibleInterface *part, const QString &action)
    {
        QVERIFY(part->actionInterface());
        QVERIFY2(part->actionInterface()->actionNames().contains(action), qPrintable(action));
        part->actionInterface()->doAction(action);
    }
    QString stageOf(qint64 id)
    {
        const auto item = readItem(store().reader(), {typeId(u"lead"_s), id, {}});
        return store().schema()->stage(item->reference(u"stage"_s))->code;
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        for (int i = 0; i < count; ++i) {
            m_office->create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
            m_office->clock().advance(1000);
        }
        openWindow();
        QTRY_COMPARE(page().part<BoardSection>()->model()->columnCount(), 3);
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), count);
        Person::settle();
    }
    void cleanup() { clear(); }

    void columnsAreListsOfCards()
    {
        QVERIFY(speech());
        QVERIFY(!name(speech()).isEmpty());
        QCOMPARE(speech()->childCount(), 4); // three stages, and the final ones
        QCOMPARE(lane(0)->role(), QAccessible::List);
        QVERIFY2(name(lane(0)).contains(u"60"_s), qPrintable(name(lane(0))));
        QVERIFY(lane(0)->childCount() > 3);
        QVERIFY(lane(0)->childCount() < count); // those on screen, and some beyond
        QCOMPARE(lane(1)->childCount(), 0);
        QAccessibleInterface *card = lane(0)->child(0);
        QCOMPARE(card->role(), QAccessible::ListItem);
        QVERIFY2(name(card).startsWith(u"Lead 59"_s) && name(card).endsWith(u"1 of 60"_s), qPrintable(name(card)));
        QCOMPARE(card->parent(), lane(0));
        QCOMPARE(lane(0)->indexOfChild(card), 0);
        QCOMPARE(lane(0)->parent(), speech());
        QCOMPARE(lane(0)->childAt(card->rect().center().x(), card->rect().center().y()), card);
        QCOMPARE(lane(3)->role(), QAccessible::Button);
        QVERIFY(!name(lane(3)).isEmpty());
    }

    void theCurrentCardIsWhatHasTheFocus()
    {
        page().part<BoardSection>()->view()->setFocus();
        Person::press(page().part<BoardSection>()->view(), Qt::Key_Home);
        QVERIFY(speech()->focusChild());
        QVERIFY(name(speech()->focusChild()).startsWith(u"Lead 59"_s));
        Person::press(page().part<BoardSection>()->view(), Qt::Key_End); // shows it, so that it is read
        QTRY_VERIFY(page().part<BoardSection>()->model()->card(0, count - 1));
        QTRY_VERIFY(name(speech()->focusChild()).endsWith(u"60 of 60"_s)); // as soon as it is read
        QVERIFY2(name(speech()->focusChild()).endsWith(u"60 of 60"_s), qPrintable(name(speech()->focusChild())));
        QVERIFY(speech()->focusChild()->state().focused);
    }

    void aSalesAssistantWorksByItsActsAlone()
    {
        const qint64 id = page().part<BoardSection>()->model()->card(0, 0)->id;
        act(lane(0)->child(0), QAccessibleActionInterface::toggleAction());
        QVERIFY(lane(0)->child(0)->state().selected);
        act(lane(0)->child(0), QAccessibleActionInterface::toggleAction());
        act(lane(0)->child(0), u"Move to next stage"_s);
        QTRY_COMPARE(stageOf(id), u"in_progress"_s);
        QTRY_COMPARE(lane(1)->childCount(), 1);
        act(lane(1)->child(0), QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(office().card()->isVisible());
        QCOMPARE(office().card()->item().id, id);
        act(lane(0), QAccessibleActionInterface::toggleAction());
        QVERIFY(lane(0)->state().collapsed);
        QCOMPARE(lane(0)->childCount(), 0);
        act(speech()->child(3), QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(page().part<BoardSection>()->model()->columnCount() > 3);
    }

    void lanesShareTheWindowAndTheFinalStagesHaveTheLast()
    {
        BoardView *board = page().part<BoardSection>()->view();
        QCOMPARE(board->places().columnRect(0).width(), board->places().columnRect(2).width());
        QVERIFY(board->places().finalRect().left() > board->places().columnRect(2).right());
        QVERIFY(board->viewport()->rect().contains(board->places().finalRect().center()));
        Person::clickFinal(board);
        QTRY_VERIFY(page().part<BoardSection>()->model()->columnCount() > 3);
        Person::clickFinal(board);
        QTRY_COMPARE(page().part<BoardSection>()->model()->columnCount(), 3);
    }
};

KARTOTEKA_UI_TEST(tst_board_speech, TestBoardSpeech)
#include "tst_board_speech.moc"
