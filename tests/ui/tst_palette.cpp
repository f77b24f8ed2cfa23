// SPDX-License-Identifier: GPL-3.0-or-later
// What leads everywhere by keys alone: the palette, and the overview of all keys.
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_keys.h"
#include "views/board/board_view.h"
#include "views/board/quick_form.h"
#include "views/card/card_panel.h"
#include "views/palette/command_palette.h"
#include "views/palette/menu_entries.h"
#include "views/section/board_section.h"
#include "views/shell/section_bar.h"
#include "views/shell/settings_desk.h"
#include "views/shell/shortcuts_dialog.h"
#include "views/shell/sidebar.h"
#include "views/shell/window_keys.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/toast.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QShortcut>
#include <QTableWidget>
#include <QTest>

using namespace Kartoteka;

class TestPalette final : public WindowTest
{
    Q_OBJECT

    qint64 m_lead = 0;

    CommandPalette &palette() { return *m_window->findChild<CommandPalette *>(); }
    QLineEdit *line() { return palette().findChild<QLineEdit *>(u"paletteLine"_s); }
    void type(const QString &text)
    {
        if (!palette().isVisible())
            person().shortcut(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().isVisible());
        line()->clear();
        Person::type(line(), text);
        QTRY_VERIFY(!palette().model()->isSearching());
    }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < palette().model()->rowCount(); ++row) {
            if (palette().model()->kind(row) != PaletteModel::Kind::Heading)
                all << palette().model()->index(row).data().toString();
        }
        return all;
    }
    QString current() { return palette().model()->index(palette().currentRow()).data().toString(); }
    QTableWidget *overview(const QString &search, const std::function<void(QTableWidget *)> &look)
    {
        Person::whenShown<ShortcutsDialog>([search, look](ShortcutsDialog *dialog) {
            picture(dialog, u"keys"_s);
            Person::type(dialog->findChild<QLineEdit *>(), search);
            look(dialog->findChild<QTableWidget *>());
            Person::press(dialog, Qt::Key_Escape);
        });
        m_window->action(u"shortcuts"_s)->trigger();
        return nullptr;
    }
    /// All that a key may change on a board.
    QStringList stateOf(const BoardView &board)
    {
        QStringList state{QString::number(board.selection().current()), QString::number(board.selection().cards().size()),
                          QString::number(office().card()->isVisible())};
        const auto *form = board.findChild<QuickForm *>();
        state << QString::number(form && form->isVisible());
        for (int column = 0; column < board.model().columnCount(); ++column) {
            for (int row = 0; row < board.model().cardCount(column); ++row) {
                const Card *card = board.model().card(column, row);
                state << u"%1/%2: %3"_s.arg(column).arg(row).arg(card ? card->id : 0);
            }
        }
        return state;
    }
    static QStringList column(QTableWidget *table, int column)
    {
        QStringList all;
        for (int row = 0; row < table->rowCount(); ++row)
            all << table->item(row, column)->text();
        return all;
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Office desks"_s}});
        m_office->create(u"lead"_s, {{u"title"_s, u"Sofas"_s}});
        for (const QString &stage : {u"new"_s, u"in_progress"_s, u"processed"_s}) {
            for (int i = 0; i < (stage == u"new" ? 1 : 3); ++i)
                m_office->move(u"lead"_s, m_office->create(u"lead"_s, {{u"title"_s, u"Lamp"_s}}), stage);
        }
        openWindow();
    }
    void cleanup() { clear(); }

    void aSectionIsReachedByItsFirstLetters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("as it is written") << u"dea"_s;
        QTest::addRow("on the other layout") << u"вуф"_s;
    }
    void aSectionIsReachedByItsFirstLetters()
    {
        QFETCH(QString, typed);
        type(typed);
        QCOMPARE(current(), u"Deals"_s);
        Person::press(line(), Qt::Key_Return);
        QVERIFY(!palette().isVisible());
        QCOMPARE(page().typeId(), typeId(u"deal"_s));
    }

    void anItemIsOpenedByItsTitleOrNumber()
    {
        type(u"office desk"_s);
        QCOMPARE(titles(), QStringList{u"Office desks"_s});
        picture(m_window.get(), u"palette"_s);
        Person::press(line(), Qt::Key_Return);
        QTRY_VERIFY(office().card()->isVisible());
        QCOMPARE(office().card()->item().id, m_lead);
        // It is offered from now on before anything is typed.
        type({});
        QCOMPARE(titles().value(0), u"Office desks"_s);
        const QString number = palette().model()->index(1).data(PaletteModel::NoteRole).toString().section(u'#', 1);
        type(u'#' + number);
        QCOMPARE(current(), u"Office desks"_s);
    }

    /// "Undo: Office desks" must not be what Enter does to whoever looks for the desks.
    void whatIsUndoneIsNotFoundByItsItem()
    {
        office().openItem({typeId(u"lead"_s), m_lead, {}});
        const Item lead = *readItem(store().reader(), {typeId(u"lead"_s), m_lead, {}});
        QVERIFY(store().commitAndWait(planEdit(*store().schema(), lead, {{u"source_details"_s, u"By phone"_s}})));
        type(u"office desk"_s);
        QCOMPARE(titles(), QStringList{u"Office desks"_s});
        type(u"undo"_s);
        QVERIFY2(current().startsWith(u"Undo: "_s), qPrintable(current()));
    }

    /// What one has to do leads to the card that it is for.
    void anActivityIsFoundByItsWords()
    {
        ActivityDraft draft;
        draft.title = u"Measure the windows"_s;
        draft.deadline = store().clock().now() + 3'600'000;
        draft.items = {{typeId(u"lead"_s), m_lead, {}}};
        QVERIFY(store().commitAndWait(planActivity(*store().schema(), draft)));
        type(u"measure"_s);
        QTRY_VERIFY(titles().contains(draft.title));
        picture(m_window.get(), u"palette-activity"_s);
        while (current() != draft.title)
            Person::press(line(), Qt::Key_Down);
        Person::press(line(), Qt::Key_Return);
        QTRY_COMPARE(office().card()->item().id, m_lead);
    }

    void anActOfTheMenusIsCarriedOut()
    {
        type(u"nar side"_s);
        QCOMPARE(current(), u"Narrow sidebar"_s);
        const QString keys = m_window->action(u"sidebar"_s)->shortcut().toString(QKeySequence::NativeText);
        QCOMPARE(palette().model()->index(palette().currentRow()).data(PaletteModel::KeysRole).toString(), keys);
        const bool before = office().sidebar()->isCollapsed();
        Person::press(line(), Qt::Key_Return);
        QCOMPARE(office().sidebar()->isCollapsed(), !before);
    }

    void anActIsFoundInTheOtherLanguageToo_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::addRow("an act") << u"узкая боковая"_s << u"Narrow sidebar"_s;
        QTest::addRow("with its menu") << u"файл новое окно"_s << u"New window"_s;
        QTest::addRow("in a menu within a menu") << u"плотность компакт"_s << u"Density: Compact"_s;
        QTest::addRow("a section") << u"сдел"_s << u"Deals"_s;
        QTest::addRow("a setting") << u"рабочее время"_s << u"Working time and holidays"_s;
    }
    void anActIsFoundInTheOtherLanguageToo()
    {
        QFETCH(QString, typed);
        type(typed);
        QTEST(current(), "found");
    }

    void everyEnabledActIsOffered()
    {
        person().shortcut(Qt::Key_K, Qt::ControlModifier);
        const QStringList offered = titles();
        for (const MenuEntry &entry : menuEntries(*m_window->menuBar())) {
            const bool itself = entry.action == m_window->action(u"palette"_s);
            QVERIFY2(offered.contains(entry.act.title) == (entry.action->isEnabled() && !itself),
                     qPrintable(entry.act.title));
        }
        picture(m_window.get(), u"palette-empty"_s);
    }

    void theArrowsWalkWhatWasFound()
    {
        type(u"file"_s);
        QVERIFY(titles().size() > 2);
        const QString first = current();
        Person::press(line(), Qt::Key_Down);
        QVERIFY(current() != first);
        Person::press(line(), Qt::Key_Up);
        QCOMPARE(current(), first);
        Person::press(line(), Qt::Key_PageDown);
        QCOMPARE(palette().model()->next(palette().currentRow(), 1), palette().currentRow()); // the last one
        QCOMPARE(QApplication::focusWidget(), line());
    }

    void escGivesTheFocusBack()
    {
        QWidget *board = page().part<BoardSection>()->view();
        board->setFocus();
        type(u"dea"_s);
        Person::press(line(), Qt::Key_Escape);
        QVERIFY(!palette().isVisible());
        QCOMPARE(QApplication::focusWidget(), board);
        QCOMPARE(page().typeId(), typeId(u"lead"_s));
    }

    void nothingFoundIsSaid()
    {
        type(u"zzzzzz"_s);
        QVERIFY(titles().isEmpty());
        QVERIFY(palette().findChild<QLabel *>(u"paletteEmpty"_s)->isVisible());
        picture(m_window.get(), u"palette-nothing"_s);
        Person::press(line(), Qt::Key_Return); // does nothing
        QVERIFY(palette().isVisible());
    }

    void aClickBesideItCloses()
    {
        type(u"dea"_s);
        Person::click(&palette(), QPoint(10, 10));
        QVERIFY(!palette().isVisible());
    }

    void readersHearWhatIsCurrent()
    {
        type(u"dea"_s);
        QVERIFY(!QAccessible::queryAccessibleInterface(line())->text(QAccessible::Name).isEmpty());
        QVERIFY(
            !QAccessible::queryAccessibleInterface(palette().findChild<QListView *>())->text(QAccessible::Name).isEmpty());
        const QModelIndex row = palette().model()->index(palette().currentRow());
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Deals, Alt+2"_s);
    }

    void aFileThatClosesTakesItAlong()
    {
        type(u"office"_s);
        m_window->action(u"close"_s)->trigger();
        QVERIFY(!palette().isVisible());
        type(u"off"_s); // the acts of the window alone
        QVERIFY(!titles().contains(u"Office desks"_s));
    }

    void aCopiedLinkIsFollowed()
    {
        const ItemRef lead{typeId(u"lead"_s), m_lead, {}};
        office().openItem(lead);
        Person::whenNamed(u"cardMenu"_s, [](QWidget *menu) {
            auto *act = menu->findChild<QAction *>(u"copyLink"_s);
            QVERIFY(act);
            act->trigger();
            menu->close();
        });
        person().click(u"cardMore"_s);
        const QString link = QApplication::clipboard()->text();
        QVERIFY(link.startsWith(u"kartoteka:"));
        Person::press(office().card(), Qt::Key_Escape);
        QTRY_VERIFY(!office().card()->isVisible());
        type(link);
        QTRY_COMPARE(titles(), QStringList(u"Office desks"_s));
        Person::press(line(), Qt::Key_Return);
        QTRY_COMPARE(office().card()->item(), lead);
        QVERIFY(office().card()->isVisible());
    }

    void theOverviewHasEveryKeyOfTheMenus()
    {
        QHash<QString, QString> wanted;
        for (const MenuEntry &entry : menuEntries(*m_window->menuBar())) {
            if (!entry.act.keys.isEmpty())
                wanted.insert(entry.act.title, entry.act.keys);
        }
        QVERIFY(wanted.size() > 15);
        overview({}, [wanted](QTableWidget *table) {
            const QStringList acts = column(table, 0);
            for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
                bool isNamed = false; // what two menus call alike has a key in each
                for (qsizetype row = 0; row < acts.size(); ++row)
                    isNamed = isNamed || (acts[row] == it.key() && column(table, 1)[row].startsWith(it.value()));
                QVERIFY2(isNamed, qPrintable(it.key()));
            }
        });
        overview(u"undo"_s,
                 [](QTableWidget *table) { QVERIFY(column(table, 0).contains(u"Undo"_s) && table->rowCount() < 6); });
        overview(u"ctrl+k"_s, [](QTableWidget *table) { QVERIFY(column(table, 1).contains(u"Ctrl+K"_s)); });
    }

    /// Of the pages, a card and the settings, whether a menu names them or not.
    void theOverviewHasEveryShortcut()
    {
        office().openItem({typeId(u"lead"_s), m_lead, {}});
        QTRY_VERIFY(office().card()->isVisible());
        m_window->settings()->open();
        QSet<QString> wanted;
        for (const auto *shortcut : m_window->findChildren<QShortcut *>())
            wanted << keyText(shortcut->key());
        for (const auto *action : m_window->findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts())
                wanted << keyText(key);
        }
        m_window->settings()->close();
        wanted.remove(keyText(SectionBar::pipelineKey())); // there is one pipeline: nothing to choose
        QVERIFY(wanted.size() > 30);
        overview({}, [wanted](QTableWidget *table) {
            QSet<QString> named;
            for (const QString &keys : column(table, 1)) {
                const QStringList each = keys.split(u", "_s);
                named += QSet<QString>(each.begin(), each.end()) << keys;
            }
            const QStringList missing = (wanted - named).values();
            QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u"; "_s)));
        });
    }

    /// Whatever key a view asks for in its code stands in the overview under its name.
    void theOverviewHasEveryKeyThatAViewHeeds()
    {
        const QList<std::pair<QString, QString>> views{
            {u"board/board_keys"_s, u"Board"_s},
            {u"list/item_list_view"_s, u"List"_s},
            {u"calendar/calendar_keys"_s, u"Calendar"_s},
            {u"day/day_page"_s, u"My day"_s},
            {u"card/card_panel"_s, u"Card, Timeline"_s},
            {u"card/field_row"_s, u"Card"_s},
            {u"card/stage_bar"_s, u"Card"_s},
            {u"card/card_pages"_s, u"Card"_s},
            {u"card/client_block"_s, u"Clients and links"_s},
            {u"card/link_row"_s, u"Clients and links"_s},
            {u"card/timeline_view"_s, u"Timeline"_s},
            {u"card/product_table"_s, u"Products"_s},
            {u"card/files_tab"_s, u"Files and history"_s},
            {u"card/history_tab"_s, u"Files and history"_s},
            {u"card/layout_editor"_s, u"While the card is configured"_s},
            {u"filter/filter_bar"_s, u"Search and filter"_s},
            {u"filter/filter_panel"_s, u"Search and filter"_s},
            {u"settings/settings_window"_s, u"Settings"_s},
            {u"settings/edit_table"_s, u"Settings"_s},
            {u"widgets/definition_list"_s, u"Lists that are put in order"_s},
            {u"list/column_chooser"_s, u"Lists that are put in order"_s},
            {u"shell/sidebar_entries"_s, u"Sidebar"_s},
            {u"reminders/reminder_window"_s, u"Reminders"_s},
            {u"reminders/snooze_menu"_s, u"Reminders"_s},
            {u"widgets/toast"_s, u"Message"_s},
        };
        const QList<KeyGroup> groups = office().keys() + windowKeys();
        const auto keys = QMetaEnum::fromType<Qt::Key>();
        const auto standards = QMetaEnum::fromType<QKeySequence::StandardKey>();
        static const QRegularExpression plain(u"Qt::Key_(\\w+)"_s);
        static const QRegularExpression standard(u"QKeySequence::(Copy|Paste|Delete|Find|Print|Save|SelectAll)\\b"_s);
        QStringList missing;
        for (const auto &[file, titles] : views) {
            QSet<int> named{Qt::Key_Enter, Qt::Key_0}; // it is Return; the day counts from it
            for (const KeyGroup &group : groups) {
                for (const KeyHint &hint : titles.split(u", "_s).contains(group.title) ? group.hints : QList<KeyHint>()) {
                    for (const QKeySequence &key : hint.keys)
                        named << key[0].key();
                }
            }
            QFile source(QStringLiteral(KARTOTEKA_SOURCES "/views/%1.cpp").arg(file));
            QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(source.fileName()));
            const QString code = QString::fromUtf8(source.readAll());
            for (const QRegularExpressionMatch &one : plain.globalMatch(code)) {
                if (!named.contains(keys.keyToValue(qPrintable(u"Key_"_s + one.captured(1)))))
                    missing << file + u": "_s + one.captured(1);
            }
            for (const QRegularExpressionMatch &one : standard.globalMatch(code)) {
                const auto key = QKeySequence::StandardKey(standards.keyToValue(qPrintable(one.captured(1))));
                if (!named.contains(QKeySequence(key)[0].key()))
                    missing << file + u": "_s + one.captured(1);
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u"; "_s)));
    }

    void theBoardHeedsTheKeysItNames_data()
    {
        QTest::addColumn<QKeySequence>("key");
        const QList<QKeySequence> elsewhere{QKeySequence(Qt::Key_Minus), QKeySequence(Qt::Key_Plus),
                                            QKeySequence(Qt::Key_Escape), QKeySequence(Qt::ALT | Qt::Key_Up)};
        for (const KeyHint &hint : BoardKeys::hints()) {
            for (const QKeySequence &key : hint.keys) {
                if (elsewhere.contains(key))
                    continue; // tried with what they fold and open
                QTest::addRow("%s", qPrintable(key.toString(QKeySequence::PortableText))) << key;
            }
        }
    }
    void theBoardHeedsTheKeysItNames()
    {
        QFETCH(QKeySequence, key);
        BoardView *board = page().part<BoardSection>()->view();
        QTRY_COMPARE(board->model().cardCount(1), 3);
        board->walkTo(1, 1, false); // there is a card at each of its sides
        const QStringList before = stateOf(*board);
        Person::press(board, key[0].key(), key[0].keyboardModifiers());
        QTRY_VERIFY(stateOf(*board) != before);
    }

    /// Beyond the last column stand the final stages: it is asked which one. A key that can do nothing says why.
    void keysSayWhatTheyCannotDo()
    {
        BoardView *board = page().part<BoardSection>()->view();
        QTRY_COMPARE(board->model().cardCount(2), 3);
        board->walkTo(2, 1, false);
        bool isAsked = false;
        Person::whenNamed(u"outcomeMenu"_s, [&isAsked](QWidget *menu) {
            isAsked = true;
            menu->close();
        });
        Person::press(board, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(isAsked);
        QCOMPARE(board->model().cardCount(2), 3);
        board->walkTo(0, 0, false);
        Person::press(board, Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(office().toast()->text(), u"“New” is the first column"_s);
    }

    void theBoardLeavesLettersToOthers()
    {
        BoardView *board = page().part<BoardSection>()->view();
        QTRY_COMPARE(board->model().cardCount(1), 3);
        board->walkTo(1, 1, false);
        QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s);
        QApplication::sendEvent(board, &press);
        QVERIFY(!press.isAccepted());
    }
};

KARTOTEKA_UI_TEST(tst_palette, TestPalette)
#include "tst_palette.moc"
