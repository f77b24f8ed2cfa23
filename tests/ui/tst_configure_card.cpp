// SPDX-License-Identifier: GPL-3.0-or-later
// The card laid out by the person who works with it: by mouse and by keys, taken back and done again.
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"
#include "core/items/item_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "tests/support/card_test.h"
#include "tests/support/copies.h"
#include "tests/support/hands.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/card/card_pages.h"
#include "views/card/card_panel.h"
#include "views/card/card_views_dialog.h"
#include "views/card/field_chooser.h"
#include "views/card/field_form.h"
#include "views/card/layout_editor.h"
#include "views/card/row_flag.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/definition_list.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>

using namespace Kartoteka;

class TestConfigureCard final : public SixLeads
{
    Q_OBJECT

    CardPanel &card() { return *office().card(); }
    FieldForm &form() { return *card().form(); }
    const CardLayout &layout() { return form().layouts()->layout(); }
    qint64 field(const QString &code) { return store().schema()->field(leadType(), code)->id; }
    /// In which section of the card a field stands, counted from the top.
    qsizetype sectionOf(const QString &code)
    {
        const PlacedSection *section = layout().sectionOf(field(code));
        return section ? section - layout().sections.constData() : -1;
    }
    Shown shown(const QString &code) { return layout().field(field(code))->shown; }

    LayoutEditor *editor() { return form().findChild<LayoutEditor *>(); }
    LayoutRow *row(const QString &code) { return editor()->rowOf(field(code)); }

    void openCard()
    {
        office().openItem({leadType(), m_leads.last(), {}});
        QTRY_VERIFY(card().isVisible());
        QTRY_COMPARE(card().geometry().right(), card().parentWidget()->rect().right()); // it has slid in
        Person::settle();
    }
    void configure()
    {
        m_window->resize(m_window->width(), 1600); // a drag that scrolls is aimed anew by the person, not by us
        openCard();
        person().shortcut(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(editor() && editor()->isVisible() && row(u"source"_s)->isVisible());
        QCoreApplication::processEvents(); // its rows stand where they are seen
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        // Without a window manager nobody gives the focus back after a popup, whose end may be heard late.
        QApplication::setActiveWindow(m_window.get());
        QTRY_VERIFY(QApplication::focusWidget()); // what had it may be on its way to another place
        Person::press(QApplication::focusWidget(), key, modifiers);
    }
    void undo() { person().shortcut(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { person().shortcut(Qt::Key_Y, Qt::ControlModifier); }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void fieldsAreDraggedAndTakenBack()
    {
        configure();
        const CardLayout before = layout();
        QVERIFY(editor()->findChild<QLabel *>(u"layoutWhat"_s)->text().contains(viewName(layout().view)));
        // The first field of the last section, to the top of the first one.
        const qint64 moved = before.sections.constLast().fields.constFirst().field;
        LayoutRow *dragged = editor()->rowOf(moved);
        LayoutRow *first = editor()->rowOf(before.sections.constFirst().fields.constFirst().field);
        dragRow(dragged, first->mapToGlobal(QPoint(40, 4)), [&] { picture(m_window.get(), u"configure-drag"_s); });
        QTRY_COMPARE(layout().sections.constFirst().fields.constFirst().field, moved);
        QTRY_VERIFY(layout().view.id != 0); // it is in the file
        picture(m_window.get(), u"configure"_s);
        undo();
        QTRY_VERIFY(layout().sections.constFirst().fields.constFirst().field != moved);
        redo();
        QTRY_COMPARE(layout().sections.constFirst().fields.constFirst().field, moved);
    }

    void sectionsAreDragged()
    {
        configure();
        const QUuid last = layout().sections.constLast().uid;
        LayoutRow *top = editor()->rowOf(layout().sections.constFirst().uid);
        dragRow(editor()->rowOf(last), top->mapToGlobal(QPoint(40, 2)));
        QTRY_COMPARE(layout().sections.constFirst().uid, last);
    }

    void everythingIsDoneByKeysAndFiveUndosBringAllBack()
    {
        configure();
        const CardLayout before = layout();
        row(u"source"_s)->setFocus();
        const qsizetype at = sectionOf(u"source"_s);
        // To the neighbour section, in both directions.
        press(at > 0 ? Qt::Key_Left : Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(sectionOf(u"source"_s) != at);
        QVERIFY(row(u"source"_s)->hasFocus());
        press(Qt::Key_Up, Qt::AltModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Up);
        QVERIFY(row(u"source"_s)->hasFocus());
        // Hidden, and offered again.
        press(Qt::Key_Delete);
        QTRY_COMPARE(shown(u"source"_s), Shown::Hidden);
        QVERIFY(!row(u"source"_s));
        QVERIFY(QApplication::focusWidget() && editor()->isAncestorOf(QApplication::focusWidget()));
        Person::click(editor()->findChild<QWidget *>(u"layoutAddField"_s));
        auto *chooser = qobject_cast<FieldChooser *>(QApplication::activePopupWidget());
        QVERIFY(chooser);
        auto *search = chooser->findChild<QLineEdit *>(u"fieldSearch"_s);
        Person::type(search, displayName(*store().schema()->field(field(u"source"_s))));
        picture(chooser, u"field-chooser"_s);
        Person::press(search, Qt::Key_Return);
        QTRY_COMPARE(shown(u"source"_s), Shown::Auto);
        // A section is named in place.
        const QUuid first = layout().sections.constFirst().uid;
        editor()->rowOf(first)->setFocus();
        press(Qt::Key_F2);
        auto *line = editor()->rowOf(first)->findChild<QLineEdit *>(u"layoutName"_s);
        QVERIFY(line);
        line->selectAll();
        Person::type(line, u"Главное"_s);
        Person::press(line, Qt::Key_Return);
        QTRY_COMPARE(layout().sections.constFirst().name, u"Главное"_s);
        press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(layout().sections[1].uid, first);
        QTRY_COMPARE(store().undoStep()->kind, u"card_view"_s);
        const CardLayout after = layout();
        press(Qt::Key_Escape);
        QTRY_VERIFY(!editor());
        QVERIFY(card().isVisible());
        for (int i = 0; i < 6; ++i)
            turnOnce(store(), person(), Qt::Key_Z);
        const auto places = [](const CardLayout &one) {
            QStringList lines;
            for (const PlacedSection &section : one.sections) {
                lines << section.name;
                for (const PlacedField &placed : section.fields)
                    lines << u"%1 %2"_s.arg(placed.field).arg(int(placed.shown));
            }
            return lines;
        };
        QTRY_COMPARE(places(layout()), places(before));
        for (int i = 0; i < 6; ++i)
            turnOnce(store(), person(), Qt::Key_Y);
        QTRY_COMPARE(places(layout()), places(after));
        // It is so after another start too.
        m_window.reset();
        openWindow();
        openCard();
        QCOMPARE(places(layout()), places(after));
    }

    void escLeavesItWhereverTheFocusIs()
    {
        configure();
        office().card()->findChild<QWidget *>(u"cardMore"_s)->setFocus();
        Person::press(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!office().card()->form()->isConfiguring());
        QVERIFY(office().card()->isVisible());
        Person::press(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!office().card()->isVisible());
    }

    void aFieldIsAlwaysShownByItsMenu()
    {
        configure();
        QVERIFY(!form().row(u"comment"_s)->isVisible());
        Person::whenNamed(u"layoutMenu"_s, [](QWidget *menu) {
            picture(menu, u"layout-menu"_s);
            menu->findChild<QAction *>(u"layoutAlways"_s)->trigger();
            menu->close();
        });
        row(u"comment"_s)->setFocus();
        press(Qt::Key_Return);
        QTRY_COMPARE(shown(u"comment"_s), Shown::Always);
        press(Qt::Key_Escape);
        QTRY_VERIFY(form().row(u"comment"_s)->isVisible());
    }

    void aNameIsOneRowThatUnfolds()
    {
        commit(planEdit(*store().schema(), lead(m_leads.last()),
                        {{u"last_name"_s, u"Фролова"_s}, {u"first_name"_s, u"Юлия"_s}, {u"middle_name"_s, u"Сергеевна"_s}}));
        openCard();
        auto *whole = form().findChild<FieldRow *>(u"field_person_name"_s);
        QTRY_VERIFY(whole && whole->isVisible());
        QCOMPARE(whole->value().toString(), u"Фролова Юлия Сергеевна"_s);
        QVERIFY(!form().row(u"last_name"_s)->isVisible());
        picture(m_window.get(), u"card-fields"_s);
        Person::click(whole);
        QTRY_VERIFY(form().row(u"last_name"_s)->isEditing());
        QVERIFY(!whole->isVisible() && form().row(u"middle_name"_s)->isVisible());
        auto *input = form().row(u"last_name"_s)->findChild<QWidget *>(u"input_last_name"_s);
        Person::press(input, Qt::Key_A, Qt::ControlModifier);
        Person::type(input, u"Иванова"_s);
        Person::press(input, Qt::Key_Return);
        QTRY_COMPARE(lead(m_leads.last()).text(u"last_name"_s), u"Иванова"_s);
        form().row(u"amount"_s)->setFocus();
        QTRY_VERIFY(whole->isVisible());
        QCOMPARE(whole->value().toString(), u"Иванова Юлия Сергеевна"_s);
        QVERIFY(!form().row(u"last_name"_s)->isVisible());
    }

    void whatIsTypedOutlivesAnotherLayout()
    {
        openCard();
        FieldRow *amount = form().row(u"amount"_s);
        Person::click(amount);
        auto *input = amount->findChild<QLineEdit *>(u"input_amount"_s);
        QVERIFY(input);
        input->selectAll();
        Person::type(input, u"777"_s);
        const CardLayout before = layout();
        auto after = withFieldsAt(before, {field(u"amount"_s)}, before.sections.constLast().uid, 0);
        commit(planLayout(*store().schema(), before, *after, store().clock().now()));
        QTRY_COMPARE(sectionOf(u"amount"_s), before.sections.size() - 1);
        QCOMPARE(form().row(u"amount"_s), amount);
        QTRY_VERIFY(amount->isEditing() && input->hasFocus());
        QCOMPARE(input->text(), u"777"_s);
        Person::press(input, Qt::Key_Return);
        QTRY_COMPARE(lead(m_leads.last()).value(u"amount"_s).value<Money>().minor, 77'700);
    }

    /// Another seat lays the card out while it is open here: nothing is made anew under the hands.
    void aLayoutComesByExchangeIntoAnOpenCard()
    {
        openCard();
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Olga"_s);
        auto laptop = openCopy(*m_office, u"seat.kartoteka"_s, u"laptop"_s);
        QVERIFY(seat && laptop);
        FieldRow *amount = form().row(u"amount"_s);
        Person::click(amount);
        auto *input = amount->findChild<QLineEdit *>(u"input_amount"_s);
        QVERIFY(input);
        input->selectAll();
        Person::type(input, u"555"_s);
        const auto there = *cardLayout(laptop->reader(), leadType(), layout().pipeline, laptop->user());
        auto moved = withFieldsAt(there, {field(u"amount"_s), field(u"source"_s)}, there.sections.constLast().uid, 0);
        QVERIFY(moved);
        QVERIFY(laptop->commitAndWait(planLayout(*laptop->schema(), there, *moved, laptop->clock().now())));
        ExchangeWriteOptions write;
        write.path = m_office->folder() + u"/letter.kartoteka-exchange"_s;
        write.seat = u"office"_s;
        QVERIFY(writeExchange(*laptop, write));
        ExchangeReadOptions read;
        read.path = write.path;
        QVERIFY(readExchange(store(), read));
        QTRY_COMPARE(sectionOf(u"source"_s), layout().sections.size() - 1);
        QCOMPARE(sectionOf(u"amount"_s), layout().sections.size() - 1);
        QCOMPARE(form().row(u"amount"_s), amount);
        QTRY_VERIFY(amount->isEditing() && input->hasFocus());
        QCOMPARE(input->text(), u"555"_s);
        Person::press(input, Qt::Key_Return);
        QTRY_COMPARE(lead(m_leads.last()).value(u"amount"_s).value<Money>().minor, 55'500);
    }

    void aCardWithoutSectionsGetsOneWithItsFirstField()
    {
        configure();
        QVERIFY(!row(u"client_contact"_s)); // the clients stand above the sections
        Result<CardLayout> none = layout();
        for (const PlacedSection &section : layout().sections)
            none = withSectionHidden(*store().schema(), *none, section.uid, true);
        form().layouts()->change(none);
        QTRY_VERIFY(!row(u"amount"_s));
        Person::click(editor()->findChild<QWidget *>(u"layoutAddField"_s));
        auto *chooser = qobject_cast<FieldChooser *>(QApplication::activePopupWidget());
        QVERIFY(chooser);
        auto *search = chooser->findChild<QLineEdit *>(u"fieldSearch"_s);
        Person::type(search, displayName(*store().schema()->field(field(u"client_contact"_s))));
        QCOMPARE(chooser->findChild<QListWidget *>(u"choices"_s)->currentItem()->data(Qt::UserRole).toLongLong(), 0);
        search->clear();
        Person::type(search, displayName(*store().schema()->field(field(u"amount"_s))));
        Person::press(search, Qt::Key_Return);
        QTRY_VERIFY(row(u"amount"_s));
        QVERIFY(!layout().sectionOf(field(u"amount"_s))->isHidden);
    }

    void viewsAreChosenBelowTheFields()
    {
        openCard();
        Person::click(form().findChild<QWidget *>(u"viewMine"_s));
        QTRY_COMPARE(layout().view.kind, CardView::Kind::Mine);
        form().layouts()->change(withShown(layout(), {field(u"amount"_s)}, Shown::Hidden));
        QTRY_VERIFY(!form().row(u"amount"_s)->isVisible());
        Person::click(form().findChild<QWidget *>(u"viewCommon"_s));
        QTRY_COMPARE(layout().view.kind, CardView::Kind::Common);
        QTRY_VERIFY(form().row(u"amount"_s)->isVisible());
        // A view of the office that cannot be left says so.
        commit(planAddView(*store().schema(), layout(), u"Опт"_s));
        QTRY_COMPARE(layout().views.size(), 3);
        commit(planForceView(*store().schema(), leadType(), layout().views.constLast(), true));
        QTRY_VERIFY(layout().isForced);
        auto *why = form().findChild<QLabel *>(u"viewWhy"_s);
        QTRY_VERIFY(why->isVisible() && why->text().contains(u"Опт"_s));
        QVERIFY(!form().findChild<QToolButton *>(u"viewCommon"_s)->isEnabled());
        picture(m_window.get(), u"forced-view"_s);
    }

    void viewsAreManagedInOnePlace()
    {
        openCard();
        Person::click(form().findChild<QWidget *>(u"viewManage"_s));
        auto *dialog = m_window->findChild<CardViewsDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        Person::whenShown<AskDialog>([](AskDialog *asked) {
            auto *line = asked->findChild<QLineEdit *>();
            Person::type(line, u"Опт"_s);
            Person::press(line, Qt::Key_Return);
        });
        Person::click(dialog->findChild<QWidget *>(u"cardViewAdd"_s));
        auto *list = dialog->findChild<DefinitionList *>(u"cardViewList"_s);
        QTRY_COMPARE(list->definitions().size(), 3);
        QCOMPARE(list->definitions().constLast().name, u"Опт"_s);
        picture(dialog, u"views"_s);
        // For somebody, by keys.
        list->setCurrent(list->definitions().constLast().id);
        Person::whenNamed(u"cardViewMenu"_s, [](QWidget *menu) {
            picture(menu, u"views-menu"_s);
            qobject_cast<QMenu *>(menu)->setActiveAction(menu->findChild<QAction *>(u"viewWhom"_s));
            Person::press(menu, Qt::Key_Return);
        });
        Person::whenOffered(u"viewWhomList"_s, [](QWidget *asked) {
            auto *people = asked->findChild<QListWidget *>(u"viewWhomList"_s);
            people->item(people->count() - 1)->setCheckState(Qt::Checked);
            picture(asked, u"views-whom"_s);
            Person::click(asked->findChild<QWidget *>(u"viewWhomAccept"_s));
        });
        Person::press(list, Qt::Key_Return);
        QTRY_COMPARE(layout().view.name, u"Опт"_s); // I am the only one there
        Person::press(list, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<CardViewsDialog *>());
        undo();
        QTRY_COMPARE(layout().view.kind, CardView::Kind::Common);
    }

    void tabsHaveTheirOrderInTheView()
    {
        openCard();
        const QStringList codes{u"products"_s, u"links"_s, u"history"_s};
        form().setTabs({{u"products"_s, u"Products"_s}, {u"links"_s, u"Links"_s}, {u"history"_s, u"History"_s}});
        configure();
        Person::click(editor()->findChild<QWidget *>(u"layoutTabs"_s));
        auto *dialog = m_window->findChild<CardTabsDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        QApplication::setActiveWindow(dialog);
        auto *list = dialog->findChild<DefinitionList *>(u"cardTabList"_s);
        QCOMPARE(list->definitions().size(), 3);
        list->setCurrent(3);
        Person::press(list, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(layout().tabsOf(codes), (QStringList{u"products"_s, u"history"_s, u"links"_s}));
        QCOMPARE(list->definitions().value(list->currentIndex().row()).name, u"History"_s); // it can be moved on
        list->setCurrent(1);
        Person::press(list, Qt::Key_Return);
        QTRY_COMPARE(layout().tabsOf(codes), (QStringList{u"history"_s, u"links"_s}));
        QVERIFY(list->definitions().constFirst().isQuiet);
        picture(dialog, u"tabs"_s);
        Person::press(list, Qt::Key_Return);
        QTRY_COMPARE(layout().tabsOf(codes).size(), 3);
        Person::press(list, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<CardTabsDialog *>());
        for (int i = 0; i < 3; ++i)
            turnOnce(store(), person(), Qt::Key_Z);
        QTRY_COMPARE(layout().tabsOf(codes), codes);
    }

    void aFlagTellsWhatALaterStageNeeds()
    {
        const SchemaPtr schema = store().schema();
        const Field *phone = schema->field(leadType(), u"source"_s);
        const qint64 stage = stageId(u"in_progress"_s);
        QVERIFY(stage != 0);
        commit(planRequireField(*schema, phone->id, stage, true, 0));
        commit(planEdit(*schema, lead(m_leads.last()), {{u"source"_s, schema->listValues(phone->id).constFirst().id}}));
        openCard();
        QTRY_VERIFY(form().row(u"source"_s)->isVisible());
        RowFlag *shown = nullptr;
        for (RowFlag *flag : form().findChildren<RowFlag *>()) {
            if (!flag->isHidden())
                shown = flag;
        }
        QVERIFY(shown);
        QVERIFY(shown->toolTip().contains(displayName(*store().schema(), *store().schema()->stage(stage))));
        QVERIFY(shown->y() >= form().row(u"source"_s)->y() && shown->y() <= form().row(u"source"_s)->geometry().bottom());
        picture(m_window.get(), u"flag"_s);
    }

    void keysOfTheFieldsBringTheirTab()
    {
        openCard();
        card().pages()->showPage(u"links"_s);
        person().shortcut(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(form().isConfiguring() && form().isVisible());
        person().shortcut(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!form().isConfiguring());
        card().pages()->showPage(u"links"_s);
        person().shortcut(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(form().isEditing() && form().isVisible());
    }

    void aTypeOfFewFieldsIsBegunWithAllOfThem()
    {
        card().create(store().schema()->type(u"product"_s)->id);
        QVERIFY(form().row(u"price"_s)->isEditing());
        QVERIFY(form().row(u"sku"_s)->isEditing());
    }

    void aNewItemIsBegunWithItsMainFields()
    {
        card().create(leadType());
        QVERIFY(form().row(u"title"_s)->isEditing());
        QVERIFY(form().row(u"amount"_s)->isEditing());
        QVERIFY(!form().row(u"comment"_s)->isEditing());
        auto *more = form().findChild<QToolButton *>(u"moreFields"_s);
        more->click();
        QVERIFY(form().row(u"comment"_s)->isEditing());
        more->click();
        QVERIFY(form().row(u"comment"_s)->isHidden());
    }
};

KARTOTEKA_UI_TEST(tst_configure_card, TestConfigureCard)
#include "tst_configure_card.moc"
