// SPDX-License-Identifier: GPL-3.0-or-later
// Cards that are made and moved on the board, by mouse and keys on the real window.
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/acts/move_dialog.h"
#include "views/board/quick_form.h"
#include "views/fields/field_editor.h"
#include "views/shell/office_widget.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QKeyEvent>

using namespace Kartoteka;

class TestCardMoves final : public SixLeads
{
    Q_OBJECT

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void severalCardsAreDraggedAtOnceAndOneUndoBringsThemBack()
    {
        clickCard(m_leads[5], Qt::ControlModifier);
        clickCard(m_leads[3], Qt::ControlModifier);
        QCOMPARE(view().selection().cards().size(), 2);
        person().dragCard(&view(), m_leads[5], 1, [this] { picture(m_window.get(), u"drag-several"_s); });
        QTRY_COMPARE(stageOf(m_leads[5]), u"in_progress"_s);
        QTRY_COMPARE(stageOf(m_leads[3]), u"in_progress"_s);
        QTRY_COMPARE(board().cardCount(1), 2);
        QCOMPARE(stageOf(m_leads[4]), u"new"_s);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().cardCount(0), count);
    }

    /// At once, while the act may still be written.
    void whatIsTakenBackAtOnceIsNamed()
    {
        view().setFocus();
        Person::press(&view(), Qt::Key_Home);
        Person::press(&view(), Qt::Key_Right, Qt::ControlModifier);
        m_window->office()->undo();
        auto *toast = m_window->findChild<Toast *>(u"toast"_s);
        QTRY_VERIFY(toast && toast->isVisible() && toast->text().startsWith(u"Taken back: "_s));
        QVERIFY2(toast->text().size() > u"Taken back: "_s.size(), qPrintable(toast->text()));
        QTRY_COMPARE(board().cardCount(0), count);
    }

    void spaceSelectsAndCtrlArrowMovesTheSelected()
    {
        view().setFocus();
        Person::press(&view(), Qt::Key_Home);
        Person::press(&view(), Qt::Key_Space);
        Person::press(&view(), Qt::Key_Down);
        Person::press(&view(), Qt::Key_Space);
        QCOMPARE(view().selection().cards().size(), 2);
        Person::press(&view(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(board().cardCount(1), 2);
    }

    void theQuickFormMakesCardAfterCard()
    {
        view().setFocus();
        QTest::mouseMove(view().viewport(), view().places().plusRect(1).center());
        Person::click(view().viewport(), view().places().plusRect(1).center());
        QTRY_VERIFY(view().quickForm()->isVisible());
        auto *title = view().quickForm()->findChild<FieldEditor *>(u"quick_title"_s);
        QVERIFY(title);
        Person::type(title->input(), u"Gate"_s);
        picture(m_window.get(), u"quick-form"_s);
        Person::press(title->input(), Qt::Key_Return);
        QTRY_COMPARE(board().cardCount(1), 1);
        Person::type(title->input(), u"Fence"_s);
        // Pressed once more while it is being written: one item.
        for (int i = 0; i < 2; ++i) {
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QApplication::sendEvent(title->input(), &enter);
        }
        QTRY_COMPARE(board().cardCount(1), 2);
        QCOMPARE(board().card(1, 0)->title, u"Fence"_s);
        Person::settle();
        QCOMPARE(board().cardCount(1), 2);
        Person::press(title->input(), Qt::Key_Escape);
        QVERIFY(!view().quickForm()->isVisible());
    }

    void aStageThatRequiresAFieldAsksAndCancelLeavesTheCard()
    {
        const Field *comment = store().schema()->field(leadType(), u"comment"_s);
        commit(planRequireField(*store().schema(), comment->id, stageId(u"processed"_s), true, 1));
        QTRY_COMPARE(board().cardCount(0), count);
        Person::settle();
        Person::whenShown<MoveDialog>([this](MoveDialog *dialog) {
            picture(dialog, u"required"_s);
            Person::click(dialog->findChild<QWidget *>(u"dialogCancel"_s));
        });
        person().dragCard(&view(), m_leads[5], 2);
        Person::settle();
        QCOMPARE(stageOf(m_leads[5]), u"new"_s);
        QCOMPARE(board().find(m_leads[5]), qMakePair(0, 0));
        Person::whenShown<MoveDialog>([](MoveDialog *dialog) {
            Person::type(dialog->findChild<FieldEditor *>(u"move_comment"_s)->input(), u"Needs it in May"_s);
            Person::click(dialog->findChild<QWidget *>(u"moveAccept"_s));
        });
        person().dragCard(&view(), m_leads[5], 2);
        QTRY_COMPARE(stageOf(m_leads[5]), u"processed"_s);
        QCOMPARE(lead(m_leads[5]).text(u"comment"_s), u"Needs it in May"_s);
    }

    void aLostOneKeepsItsReason()
    {
        Person::whenShown<MoveDialog>([this](MoveDialog *dialog) {
            Person::press(dialog->findChild<FieldEditor *>(u"move_outcome_reason"_s)->input(), Qt::Key_Down);
            Person::type(dialog->findChild<FieldEditor *>(u"move_outcome_comment"_s)->input(), u"Too far away"_s);
            picture(dialog, u"outcome"_s);
            Person::click(dialog->findChild<QWidget *>(u"moveAccept"_s));
        });
        person().dragCardToZone(&view(), m_leads[5], u"Junk lead"_s);
        QTRY_COMPARE(stageOf(m_leads[5]), u"junk"_s);
        QVERIFY(lead(m_leads[5]).value(u"outcome_reason"_s).isValid());
        QCOMPARE(lead(m_leads[5]).text(u"outcome_comment"_s), u"Too far away"_s);
    }

    void finalStagesAndTheInProgressFilterExcludeEachOther()
    {
        commit(planMove(store().reader(), {leadType(), m_leads[0], {}}, stageId(u"junk"_s)));
        const auto junkColumn = [this] { return board().columnOf(stageId(u"junk"_s)); };
        page().filter()->use(*page().filter()->preset(u"in_progress"_s));
        QTRY_COMPARE(board().cardCount(0), count - 1);

        Person::clickFinal(&view());
        QTRY_COMPARE(board().find(m_leads[0]).first, junkColumn());
        QVERIFY(page().filter()->isEmpty());

        page().filter()->use(*page().filter()->preset(u"in_progress"_s));
        QTRY_COMPARE(board().columnCount(), 3);
        QCOMPARE(board().find(m_leads[0]).first, -1);
    }
};

KARTOTEKA_UI_TEST(tst_card_moves, TestCardMoves)
#include "tst_card_moves.moc"
