// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/moments.h"

#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "tests/support/person.h"
#include "views/board/board_view.h"
#include "views/board/swimlane_menu.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"
#include "views/dialogs/import_dialog.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/calendar_section.h"
#include "views/section/list_section.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/choice_button.h"

#include <QApplication>

#include <utility>

namespace Kartoteka {

namespace {} // namespace

Moments::Moments(MainWindow &window, Camera &camera, Shown shown)
    : m_window(window), m_camera(camera), m_shown(std::move(shown))
{}

void Moments::page(SectionPage *page, const QString &code)
{
    page->setView(u"board"_s);
    Person::settle(glanceMs);
    board(page->part<BoardSection>(), code);
    page->setView(u"list"_s);
    list(page->part<ListSection>(), code);
    page->setView(u"calendar"_s);
    Person::settle(glanceMs);
    Person::press(page->part<CalendarSection>()->widget()->focusWidget(), Qt::Key_N);
    m_camera.take(code + u"-calendar-form"_s);
    Person::press(QApplication::focusWidget(), Qt::Key_Escape);
    page->setView(u"board"_s);
}

void Moments::board(BoardSection *section, const QString &code)
{
    BoardView *view = section->view();
    view->walkTo(0, 0, false);
    if (const qint64 card = view->selection().current(); card != 0) {
        Person(m_window).dragCard(view, card, 1, [this, code] { m_camera.take(code + u"-board-drag"_s); });
        Person::settle(glanceMs);
        m_window.office()->undo();
    }
    m_shown(code + u"-board-column"_s, [view] { Person::press(view, Qt::Key_Up, Qt::AltModifier); });
    Person::press(view, Qt::Key_Insert);
    m_camera.take(code + u"-board-quick-form"_s);
    Person::press(QApplication::focusWidget(), Qt::Key_Escape);
    Person::clickFinal(view);
    Person::settle(glanceMs);
    m_camera.take(code + u"-board-final"_s);
    view->toggleFinal();
    Person::settle(glanceMs);
    lanes(section, code);
}

void Moments::lanes(BoardSection *section, const QString &code)
{
    for (const QString &field : {u"responsible"_s, u"source"_s}) {
        section->lanes()->setField(field);
        Person::settle(2 * glanceMs);
        m_camera.take(u"%1-board-lanes-%2"_s.arg(code, field));
    }
    section->view()->foldAllLanes(true);
    Person::settle(glanceMs);
    m_camera.take(code + u"-board-lanes-folded"_s);
    section->view()->foldAllLanes(false);
    section->lanes()->setField({});
    Person::settle(glanceMs);
}

void Moments::list(ListSection *section, const QString &code)
{
    ItemTableModel *model = section->model();
    ItemListView *view = section->view();
    (void)Person::waitUntil([model] { return !model->isLoading(); });
    view->setCurrentIndex(model->index(0, 1));
    m_shown(code + u"-list-column"_s, [view] { Person::press(view, Qt::Key_Up, Qt::AltModifier); });
    for (int column = 2; column < model->columnCount() && model->rowCount() > 0; ++column) {
        const QModelIndex cell = model->index(0, column);
        if (view->isColumnHidden(column) || !(cell.flags() & Qt::ItemIsEditable))
            continue;
        view->setCurrentIndex(cell);
        m_shown(u"%1-list-edit%2"_s.arg(code).arg(column), [this, view, code, column] {
            Person::press(view, Qt::Key_F2);
            if (!QApplication::activePopupWidget() && !QApplication::activeModalWidget())
                m_camera.take(u"%1-list-edit%2"_s.arg(code).arg(column));
        });
        Person::press(QApplication::focusWidget(), Qt::Key_Escape);
    }
    for (int row = 0; row < qMin(2, model->rowCount()); ++row)
        view->tick(row, false);
    m_camera.take(code + u"-list-chosen"_s);
    view->tickNothing();
    section->setGroupBy(u"stage"_s);
    Person::settle(glanceMs);
    m_camera.take(code + u"-list-groups"_s);
    section->setGroupBy({});
}

void Moments::filterChoices(SectionPage *page)
{
    for (auto *choices : page->filterBar()->panel()->findChildren<ChoiceButton *>()) {
        if (!choices->isVisible() || choices->choices().isEmpty())
            continue;
        m_shown(u"filter-choices"_s, [choices] { choices->click(); });
        break;
    }
}

void Moments::conflict(const ItemRef &item)
{
    FieldForm *form = m_window.office()->card()->form();
    Store &store = m_window.office()->store();
    for (const QString &field : {u"comment"_s, u"address"_s, u"source_details"_s}) {
        FieldRow *row = form->row(field);
        if (!row || !row->isVisible())
            continue;
        row->beginEdit();
        Person::type(QApplication::focusWidget(), u" +1"_s);
        auto before = readItem(store.reader(), item);
        if (before && store.commitAndWait(planEdit(*store.schema(), *before, {{field, u"Office desks, 12"_s}}))) {
            Person::settle(glanceMs);
            m_camera.take(u"card-conflict"_s);
        }
        form->closeEditors();
        return;
    }
}

void Moments::imported(const QString &sample)
{
    Person::whenShown<ImportDialog>([](ImportDialog *asked) {
        auto *accept = asked->findChild<QWidget *>(u"importAccept"_s);
        (void)Person::waitUntil([accept] { return accept->isEnabled(); });
        Person::click(accept);
    });
    m_window.office()->importFrom(sample);
    m_shown(u"import-report"_s,
            [this] { (void)Person::waitUntil([this] { return !m_window.office()->tasks()->isBusy(); }); });
    m_window.office()->undo();
    Person::settle(glanceMs);
}

} // namespace Kartoteka
