// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/card/composer.h"
#include "views/card/field_form.h"
#include "views/card/timeline_view.h"
#include "views/dialogs/conversion_dialog.h"
#include "views/dialogs/import_dialog.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTextStream>

namespace Kartoteka {

namespace {

constexpr int longWaitMs = 30'000;

qint64 typeId(const MainWindow &window, const QString &code)
{
    return window.office()->store().schema()->type(code)->id;
}

} // namespace

Tour::Tour(MainWindow &window, Camera &camera, Setting setting)
    : m_window(window), m_camera(camera), m_setting(std::move(setting)), m_person(window)
{}

void Tour::picture(const QString &name)
{
    m_camera.take(u"%1-%2"_s.arg(++m_number, 2, 10, QChar(u'0')).arg(name));
}

bool Tour::check(bool condition, const QString &step)
{
    if (!condition) {
        QTextStream(stderr) << "The tour stopped: " << step << '\n';
        picture(u"stopped"_s);
    }
    return condition;
}

bool Tour::walk()
{
    return makeDemoFile() && importLeads() && moveCard() && useList() && workOnCard() && convertLead() && winDeal();
}

bool Tour::makeDemoFile()
{
    picture(u"welcome"_s);
    Person::chooseFile(m_setting.work.filePath(u"demo.kartoteka"_s));
    // After the file the program asks for the name; the proposed one is kept.
    Person::whenOffered(u"askLine"_s, [](QWidget *asked) { Person::press(asked, Qt::Key_Return); });
    m_person.click(u"welcomeDemo"_s);
    if (!check(Person::waitUntil([this] { return m_window.office() != nullptr; }, longWaitMs), u"demo file"_s))
        return false;
    BoardView *board = m_window.office()->section()->part<BoardSection>()->view();
    const BoardModel *model = m_window.office()->section()->part<BoardSection>()->model();
    if (!check(board && Person::waitUntil([model] { return model->columnCount() > 0 && !model->isLoading(); }),
               u"board of leads"_s))
        return false;
    picture(u"board"_s);
    return true;
}

bool Tour::importLeads()
{
    const auto total = [this] {
        auto totals = stageTotals(m_window.office()->store().reader(),
                                  m_window.office()->section()->part<BoardSection>()->model()->query().pipeline);
        qint64 count = 0;
        for (const ItemTotals &one : std::as_const(*totals))
            count += one.count;
        return count;
    };
    const qint64 before = total();
    Person::chooseFile(m_setting.sample);
    Person::whenShown<ImportDialog>([this](ImportDialog *asked) {
        picture(u"import-preview"_s);
        auto *accept = asked->findChild<QWidget *>(u"importAccept"_s);
        (void)Person::waitUntil([accept] { return accept->isEnabled(); }); // the file is looked through first
        Person::click(accept);
    });
    m_person.shortcut(Qt::Key_I, Qt::ControlModifier);
    if (!check(Person::waitUntil([&] { return total() == before + 60; }, longWaitMs), u"60 leads imported"_s))
        return false;
    Person::settle(400);
    picture(u"imported"_s);
    if (auto *report = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        report->reject(); // it tells of a column that was left out
    m_person.shortcut(Qt::Key_Z, Qt::ControlModifier);
    if (!check(Person::waitUntil([&] { return total() == before; }, longWaitMs), u"import taken back"_s))
        return false;
    picture(u"import-undone"_s);
    m_person.shortcut(Qt::Key_Y, Qt::ControlModifier);
    return check(Person::waitUntil([&] { return total() == before + 60; }, longWaitMs), u"import done again"_s);
}

bool Tour::moveCard()
{
    Person::settle(500);
    BoardView *board = m_window.office()->section()->part<BoardSection>()->view();
    const BoardModel *model = m_window.office()->section()->part<BoardSection>()->model();
    const Card *first = model->card(0, 0);
    if (!check(first, u"first card"_s))
        return false;
    const qint64 id = first->id;
    const qint64 from = first->stage;
    const qint64 to = model->head(1).key;
    m_person.dragCard(board, id, 1, [this] { picture(u"drag"_s); });
    Store &store = m_window.office()->store();
    const qint64 leads = typeId(m_window, u"lead"_s);
    const auto stage = [&store, leads, id] {
        auto item = readItem(store.reader(), {leads, id, {}});
        return item ? item->reference(u"stage"_s) : 0;
    };
    if (!check(Person::waitUntil([&] { return stage() == to; }), u"card moved"_s))
        return false;
    picture(u"moved"_s);
    m_person.shortcut(Qt::Key_Z, Qt::ControlModifier);
    if (!check(Person::waitUntil([&] { return stage() == from; }), u"move taken back"_s))
        return false;
    m_person.shortcut(Qt::Key_Y, Qt::ControlModifier);
    return check(Person::waitUntil([&] { return stage() == to; }), u"move done again"_s);
}

bool Tour::useList()
{
    SectionPage *page = m_window.office()->section();
    m_person.click(u"listButton"_s);
    if (!check(Person::waitUntil([page] { return page->part<ListSection>()->model()->rowCount() > 100; }), u"list"_s))
        return false;
    picture(u"list"_s);
    QHeaderView *header = page->part<ListSection>()->view()->horizontalHeader();
    Person::click(header->viewport(), QPoint(header->sectionViewportPosition(3) + 30, header->height() / 2));
    Person::settle(400);
    picture(u"list-sorted"_s);
    Person::type(page->search(), nameLanguage() == u"ru" ? u"ёлкин"_s : u"garcia"_s);
    const int all = page->part<ListSection>()->model()->rowCount();
    if (!check(Person::waitUntil([page, all] { return page->part<ListSection>()->model()->rowCount() < all; }), u"search"_s))
        return false;
    Person::settle(300);
    picture(u"search"_s);
    page->search()->clear();
    m_person.click(u"boardButton"_s);
    Person::settle(500);
    return true;
}

bool Tour::workOnCard()
{
    BoardView *board = m_window.office()->section()->part<BoardSection>()->view();
    const Card *card = m_window.office()->section()->part<BoardSection>()->model()->card(1, 0);
    if (!check(card, u"card in the second column"_s))
        return false;
    Person::click(board->viewport(), board->places().cardRect(card->id).center());
    CardPanel *panel = m_window.office()->card();
    if (!check(Person::waitUntil([panel] { return panel->isVisible(); }), u"card opened"_s))
        return false;
    Person::settle(500);
    picture(u"card"_s);

    FieldRow *amount = panel->form()->row(u"amount"_s);
    if (amount->isVisible()) {
        Person::click(amount);
        auto *editor = amount->findChild<FieldEditor *>();
        if (!check(editor, u"amount edited"_s))
            return false;
        Person::type(editor->input(), u"480000"_s);
        picture(u"edit-field"_s);
        Person::press(editor->input(), Qt::Key_Return);
        Person::settle(300);
    }
    m_person.click(u"composerLine"_s);
    m_person.click(u"composerComment"_s);
    auto *comment = m_person.find<QWidget>(u"commentText"_s);
    Person::type(comment,
                 nameLanguage() == u"ru" ? u"Клиент ждёт предложение до пятницы."_s
                                         : u"The client expects our proposal by Friday."_s);
    m_person.click(u"commentSave"_s);
    Person::settle(400);
    m_person.click(u"composerActivity"_s);
    Person::type(m_person.find(u"activityTitle"_s),
                 nameLanguage() == u"ru" ? u"Отправить предложение"_s : u"Send the proposal"_s);
    m_person.click(u"activitySave"_s);
    Person::settle(400);
    picture(u"card-timeline"_s);
    return true;
}

bool Tour::convertLead()
{
    CardPanel *panel = m_window.office()->card();
    const ItemRef lead = panel->item();
    Store &store = m_window.office()->store();
    Person::whenAsked([this](QWidget *asked) {
        picture(u"finish-menu"_s);
        auto *menu = qobject_cast<QMenu *>(asked);
        Person::whenShown<ConversionDialog>([this](ConversionDialog *dialog) {
            picture(u"convert"_s);
            Person::click(dialog->findChild<QWidget *>(u"conversionAccept"_s));
        });
        Person::press(menu, Qt::Key_Down);
        Person::press(menu, Qt::Key_Return);
    });
    m_person.click(u"cardFinish"_s);
    if (!check(Person::waitUntil(
                   [&] {
                       auto links = readLinks(store.reader(), lead);
                       return links && links->size() >= 3;
                   },
                   longWaitMs),
               u"lead converted"_s))
        return false;
    Person::settle(500);
    picture(u"converted"_s);
    return true;
}

bool Tour::winDeal()
{
    Store &store = m_window.office()->store();
    auto links = readLinks(store.reader(), m_window.office()->card()->item());
    const qint64 deals = typeId(m_window, u"deal"_s);
    qint64 deal = 0;
    for (const ItemLink &link : std::as_const(*links)) {
        if (link.target.type == deals)
            deal = link.target.id;
    }
    m_person.click(u"section_deal"_s);
    SectionPage *page = m_window.office()->section();
    if (!check(Person::waitUntil([page, deal] { return page->part<BoardSection>()->model()->find(deal).first >= 0; }),
               u"deal on its board"_s))
        return false;
    Person::settle(500);
    picture(u"deals"_s);
    Person::clickFinal(page->part<BoardSection>()->view());
    Person::settle(500);
    const int won = page->part<BoardSection>()->model()->columnOf(
        store.schema()->wonStage(page->part<BoardSection>()->model()->query().pipeline)->id);
    page->part<BoardSection>()->view()->resize(page->part<BoardSection>()->view()->size());
    Person::click(page->part<BoardSection>()->view()->viewport(),
                  page->part<BoardSection>()->view()->places().cardRect(deal).center());
    Person::settle(500);
    CardPanel *panel = m_window.office()->card();
    Person::whenAsked([](QWidget *asked) {
        Person::press(asked, Qt::Key_Down);
        Person::press(asked, Qt::Key_Return);
    });
    m_person.click(u"cardFinish"_s);
    if (!check(Person::waitUntil([&] { return page->part<BoardSection>()->model()->find(deal).first == won; }),
               u"deal won"_s))
        return false;
    picture(u"deal-won"_s);
    Person::press(panel, Qt::Key_Escape);
    Person::settle(500);
    m_person.click(u"section_contact"_s);
    Person::settle(600);
    picture(u"contacts"_s);
    m_person.click(u"section_lead"_s);
    m_person.shortcut(Qt::Key_N, Qt::ControlModifier);
    Person::settle(500);
    picture(u"create"_s);
    return true;
}

} // namespace Kartoteka
