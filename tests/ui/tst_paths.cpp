// SPDX-License-Identifier: GPL-3.0-or-later
// A salesperson's day without a mouse: by the keys alone, and by what a screen reader can do alone.
#include "core/activities/activity.h"
#include "core/items/item_queries.h"
#include "tests/support/speech.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/dialogs/conversion_dialog.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/section/board_section.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>

using namespace Kartoteka;

class TestPaths final : public WindowTest
{
    Q_OBJECT

    static constexpr int longestWalk = 200; ///< stops of Tab

    BoardModel &board() { return *page().part<BoardSection>()->model(); }
    CardPanel &card() { return *office().card(); }

    /// The newest lead; 0 when there is none.
    qint64 lead(const QString &title)
    {
        const auto ids = findByTitle(store().reader(), typeId(u"lead"_s), title, 1);
        return ids && !ids->isEmpty() ? ids->constFirst() : 0;
    }
    Item item(qint64 id)
    {
        const auto found = readItem(store().reader(), {typeId(u"lead"_s), id, {}});
        return found ? *found : Item();
    }
    QString stageOf(qint64 id)
    {
        const Stage *stage = store().schema()->stage(item(id).reference(u"stage"_s));
        return stage ? stage->code : QString();
    }
    bool hasPlan(qint64 id)
    {
        const auto plan = plannedActivities(store().reader(), {typeId(u"lead"_s), id, {}});
        return plan && !plan->isEmpty();
    }
    bool hasDeal()
    {
        const auto ids = findByTitle(store().reader(), typeId(u"deal"_s), u"Oak tables"_s, 1);
        return ids && !ids->isEmpty();
    }

    // Keys go where the focus is.
    static QWidget *focused() { return QApplication::focusWidget(); }
    static void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(focused());
        Person::press(focused(), key, modifiers);
    }
    static void type(const QString &text)
    {
        QVERIFY(focused());
        Person::type(focused(), text);
    }
    static QString focusedName()
    {
        QAccessibleInterface *spoken = focused() ? QAccessible::queryAccessibleInterface(focused()) : nullptr;
        return spoken ? spoken->text(QAccessible::Name) : QString();
    }
    /// Presses Tab until what has the focus calls itself so.
    static bool tabTo(const QString &name)
    {
        for (int step = 0; step < longestWalk; ++step) {
            if (focusedName().startsWith(name))
                return true;
            Person::press(focused(), Qt::Key_Tab);
        }
        return false;
    }
    /// Walks a menu to an entry and takes it.
    static void take(QMenu *menu, const QString &text)
    {
        for (int step = 0; step < longestWalk; ++step) {
            if (menu->activeAction() && menu->activeAction()->text().startsWith(text)) {
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
            QTest::keyClick(menu, Qt::Key_Down);
        }
        menu->close();
        QFAIL(qPrintable(u"no entry: "_s + text));
    }

    QAccessibleInterface *part(QAccessible::Role role, const QString &name) { return Speech::find(*m_window, role, name); }
    static QAccessibleInterface *partOf(QWidget *window, QAccessible::Role role, const QString &name)
    {
        return Speech::find(*window, role, name);
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        for (int i = 0; i < 3; ++i) {
            m_office->create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
            m_office->clock().advance(1000);
        }
        openWindow();
        QTRY_COMPARE(board().cardCount(0), 3);
        m_window->activateWindow();
        page().focusView();
    }
    void cleanup() { clear(); }

    void aLeadIsSoldByKeysAlone()
    {
        // A new lead, filled in.
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(card().isVisible());
        QTRY_VERIFY(card().isAncestorOf(focused()));
        QVERIFY(tabTo(u"Title"_s));
        type(u"Oak tables"_s);
        QVERIFY(tabTo(u"Amount"_s));
        type(u"65000"_s);
        QVERIFY(tabTo(u"Last name"_s));
        type(u"Gray"_s);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(lead(u"Oak tables"_s) != 0);
        const qint64 id = lead(u"Oak tables"_s);
        QCOMPARE(item(id).value(u"amount"_s).value<Money>().minor, 6'500'000);

        // What is to be done next.
        QTRY_VERIFY(!card().isCreating());
        QTRY_VERIFY(card().isAncestorOf(focused()));
        QVERIFY(tabTo(u"Activity"_s));
        if (!qobject_cast<QLineEdit *>(focused())) {
            key(Qt::Key_Tab);
            QVERIFY(tabTo(u"Activity"_s));
        }
        type(u"Send the offer"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY(hasPlan(id));

        // On by a stage, on the board: the first Esc leaves the line, the second one the card.
        key(Qt::Key_Escape);
        if (card().isVisible())
            key(Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
        QTRY_COMPARE(page().part<BoardSection>()->view()->selection().current(), id);
        key(Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(stageOf(id), u"in_progress"_s);

        // Found by the filter.
        key(Qt::Key_F, Qt::ControlModifier);
        key(Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(page().filterBar()->panel()->isVisible());
        QVERIFY(tabTo(u"Amount, from"_s));
        type(u"60000"_s);
        QTRY_COMPARE(board().cardCount(0), 0);
        QTRY_COMPARE(board().cardCount(1), 1);
        key(Qt::Key_Escape);
        QVERIFY(!page().filterBar()->panel()->isVisible());

        // Opened, and converted.
        for (int step = 0; step < longestWalk && focused() != page().part<BoardSection>()->view(); ++step)
            key(Qt::Key_Tab);
        key(Qt::Key_Home);
        QTRY_COMPARE(page().part<BoardSection>()->view()->selection().current(), id);
        key(Qt::Key_Return);
        QTRY_VERIFY(card().isVisible());
        key(Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
        Person::whenShown<QMenu>([](QMenu *menu) {
            Person::whenShown<ConversionDialog>([](ConversionDialog *dialog) {
                QTRY_VERIFY(dialog->isAncestorOf(focused())); // it is shown before it has the focus
                QVERIFY(tabTo(u"Convert"_s));
                key(Qt::Key_Return);
            });
            take(menu, u"Convert…"_s);
        });
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(10, 10), focused()->mapToGlobal(QPoint(10, 10)));
        QApplication::sendEvent(focused(), &menu); // what the Menu key sends
        QTRY_VERIFY(hasDeal());
    }

    void aLeadIsSoldByAScreenReaderAlone()
    {
        using Action = QAccessibleActionInterface;
        // A new lead, filled in.
        QVERIFY(Speech::act(part(QAccessible::Button, u"New lead"_s)));
        QTRY_VERIFY(part(QAccessible::EditableText, u"Amount"_s));
        QVERIFY(Speech::write(part(QAccessible::EditableText, u"Title"_s), u"Oak tables"_s));
        QVERIFY(Speech::write(part(QAccessible::EditableText, u"Amount"_s), u"65000"_s));
        QVERIFY(Speech::write(part(QAccessible::EditableText, u"Last name"_s), u"Gray"_s));
        QVERIFY(Speech::act(part(QAccessible::Button, u"Save"_s)));
        QTRY_VERIFY(lead(u"Oak tables"_s) != 0);
        const qint64 id = lead(u"Oak tables"_s);

        // What is to be done next, and on by a stage.
        QTRY_VERIFY(part(QAccessible::Button, u"Plan an activity…"_s));
        QVERIFY(Speech::act(part(QAccessible::Button, u"Plan an activity…"_s)));
        QTRY_VERIFY(part(QAccessible::EditableText, u"Activity"_s));
        QVERIFY(Speech::write(part(QAccessible::EditableText, u"Activity"_s), u"Send the offer"_s));
        QVERIFY(Speech::act(part(QAccessible::Button, u"Plan"_s)));
        QTRY_VERIFY(hasPlan(id));
        QVERIFY(Speech::act(part(QAccessible::PageTab, u"In progress"_s)));
        QTRY_COMPARE(stageOf(id), u"in_progress"_s);
        QVERIFY(Speech::act(part(QAccessible::Button, u"Close"_s)));
        QTRY_VERIFY(!card().isVisible());

        // Found by the filter.
        QVERIFY(Speech::act(part(QAccessible::Button, u"Filter"_s)));
        QTRY_VERIFY(part(QAccessible::EditableText, u"Amount, from"_s));
        QVERIFY(Speech::write(part(QAccessible::EditableText, u"Amount, from"_s), u"60000"_s));
        QTRY_COMPARE(board().cardCount(0), 0);
        QTRY_VERIFY(part(QAccessible::ListItem, u"Oak tables"_s));

        // Opened, and converted by finishing it.
        QVERIFY(Speech::act(part(QAccessible::ListItem, u"Oak tables"_s), Action::pressAction()));
        QTRY_VERIFY(part(QAccessible::Button, u"Finish"_s));
        Person::whenShown<QMenu>([](QMenu *menu) {
            Person::whenShown<ConversionDialog>([](ConversionDialog *dialog) {
                QTRY_VERIFY(Speech::act(partOf(dialog, QAccessible::Button, u"Convert"_s)));
            });
            QVERIFY(Speech::act(partOf(menu, QAccessible::MenuItem, u"Convert"_s)));
        });
        QVERIFY(Speech::act(part(QAccessible::Button, u"Finish"_s)));
        QTRY_VERIFY(hasDeal());
    }
};

KARTOTEKA_UI_TEST(tst_paths, TestPaths)
#include "tst_paths.moc"
