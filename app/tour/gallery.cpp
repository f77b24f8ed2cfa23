// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/gallery.h"

#include "app/tour/camera.h"
#include "core/activities/activity.h"
#include "core/schema/builtin_names.h"
#include "models/shell/sidebar_model.h"
#include "tests/support/person.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/next_step_bar.h"
#include "views/board/board_view.h"
#include "views/calendar/calendar_page.h"
#include "views/calendar/calendar_pane.h"
#include "views/card/card_pages.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"
#include "views/dialogs/series_question.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/palette/command_palette.h"
#include "views/reminders/reminder_desk.h"
#include "views/reminders/reminder_window.h"
#include "views/section/board_section.h"
#include "views/section/calendar_section.h"
#include "views/section/list_section.h"
#include "views/settings/settings_window.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/own_pages.h"
#include "views/shell/section_page.h"
#include "views/shell/settings_desk.h"
#include "views/shell/sidebar.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/toast.h"
#include "views/widgets/unsaved_question.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

namespace Kartoteka {

namespace {

/// "Export…" as part of a file's name: no sign that a file system minds.
QString fileName(const QString &text)
{
    QString out;
    for (const QChar c : text.section(u'\t', 0, 0)) {
        if (c.isLetterOrNumber())
            out += c.toLower();
        else if (c.isSpace() && !out.endsWith(u'-'))
            out += u'-';
    }
    return out.left(40);
}

bool asks(const QAction &action)
{
    return action.isEnabled() && !action.menu() && action.text().section(u'\t', 0, 0).endsWith(u'…');
}

} // namespace

Gallery::Gallery(MainWindow &window, Camera &camera, QString sample)
    : m_window(window)
    , m_camera(camera)
    , m_moments(window, camera, [this](const auto &name, const auto &begin) { shown(name, begin); })
    , m_sample(std::move(sample))
{
    setFileAnswerer({}); // the dialog for files has its picture too
}

void Gallery::shown(const QString &name, const std::function<void()> &begin)
{
    int number = 0;
    QTimer watch;
    bool busy = false;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        QWidget *above = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                           : QApplication::activeModalWidget();
        if (!above || busy)
            return;
        busy = true;
        Person::settle(glanceMs);
        m_camera.take(number == 0 ? name : u"%1-%2"_s.arg(name).arg(number + 1));
        ++number;
        // It may have gone by itself, as a message that waits for nobody.
        if (above == QApplication::activePopupWidget())
            above->close();
        else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->reject();
        busy = false;
    });
    watch.start(glanceMs / 2);
    begin();
    Person::settle(glanceMs);
    (void)Person::waitUntil(
        [&] { return !busy && !QApplication::activePopupWidget() && !QApplication::activeModalWidget(); }, 60'000);
}

void Gallery::question(QAction *action, const QString &name)
{
    shown(name + u'-' + fileName(action->text()), [action] { action->trigger(); });
}

void Gallery::questions(const QMenu *menu, const QString &name)
{
    for (QAction *action : menu->actions()) {
        if (action->menu())
            questions(action->menu(), name);
        else if (asks(*action))
            question(action, name);
    }
}

void Gallery::menu(QMenu *menu, const QString &name)
{
    const auto show = [this, menu](const QString &called) {
        menu->popup(m_window.mapToGlobal(QPoint(Space::xl * 12, Space::xl * 4)));
        m_camera.take(called);
        menu->close();
    };
    show(name);
    for (QAction *action : menu->actions()) {
        if (!action->menu() || !action->isEnabled())
            continue;
        menu->popup(m_window.mapToGlobal(QPoint(Space::xl * 12, Space::xl * 4)));
        menu->setActiveAction(action);
        Person::press(menu, Qt::Key_Right);
        m_camera.take(name + u'-' + fileName(action->text()));
        action->menu()->close();
        menu->close();
    }
    questions(menu, name);
}

void Gallery::startPage()
{
    m_camera.take(u"start"_s);
    m_window.action(u"palette"_s)->trigger();
    m_camera.take(u"start-palette"_s);
    m_window.findChild<CommandPalette *>()->close();
}

void Gallery::office()
{
    OfficeWidget *office = m_window.office();
    const SchemaPtr schema = office->store().schema();
    for (const EntityType &type : sectionsOf(*schema))
        section(office->showSection(type.id), type.code);
    filter(office->showSection(schema->type(u"lead"_s)->id));
    ownPages();
    reminders();
    settings();
    palette();
    messages();
    menuBar();
    shown(u"import"_s, [this, office] { office->importFrom(m_sample); });
    m_moments.imported(m_sample);
}

void Gallery::menuBar()
{
    for (QAction *action : m_window.menuBar()->actions())
        menu(action->menu(), u"menu-"_s + fileName(action->text()));
    for (const QString &name : {u"shortcuts"_s, u"about"_s})
        question(m_window.action(name), u"menu"_s);
}

void Gallery::section(SectionPage *page, const QString &code)
{
    views(page, code);
    if (code == u"lead")
        m_moments.page(page, code);
    if (m_window.office()->store().schema()->type(page->typeId())->isItem)
        items(page, code);
    page->setView(u"list"_s);
    page->setBin(true);
    m_camera.take(code + u"-bin"_s);
    page->setBin(false);
    page->setView(u"board"_s);
    // An item has a card, an activity a dialog.
    shown(code + u"-new"_s, [this, code] {
        m_window.office()->createItem();
        Person::settle(glanceMs);
        if (m_window.office()->card()->isVisible())
            m_camera.take(code + u"-new"_s);
    });
    Person::press(m_window.office()->card(), Qt::Key_Escape);
    Person::settle(glanceMs);
}

void Gallery::views(SectionPage *page, const QString &code)
{
    for (const QString &name : {u"board"_s, u"activities"_s, u"calendar"_s, u"list"_s}) {
        page->setView(name);
        if (page->view()->name() != name)
            continue; // the section has none
        Person::settle(2 * glanceMs);
        m_camera.take(code + u'-' + page->view()->name());
        QMenu settings;
        page->view()->fillMenu(settings);
        menu(&settings, u"%1-%2-settings"_s.arg(code, page->view()->name()));
    }
    auto *more = page->findChild<QToolButton *>(u"moreButton"_s);
    shown(code + u"-more"_s, [more] { more->click(); });
}

void Gallery::items(SectionPage *page, const QString &code)
{
    const auto ids = page->part<ListSection>()->model();
    (void)Person::waitUntil([ids] { return !ids->isLoading(); });
    QList<qint64> chosen;
    for (int row = 0; row < qMin(3, ids->rowCount()); ++row)
        chosen << ids->idAt(row);
    chosen.removeAll(0);
    if (chosen.isEmpty())
        return;
    for (const QList<qint64> &some : {QList<qint64>{chosen.constFirst()}, chosen}) {
        QMenu acts;
        m_window.office()->bulk()->addTo(&acts, page->typeId(), some);
        menu(&acts, u"%1-%2"_s.arg(code, some.size() == 1 ? u"item"_s : u"items"_s));
    }
    shown(code + u"-delete"_s, [&] { m_window.office()->bulk()->remove(page->typeId(), chosen); });
    const ItemRef first{page->typeId(), chosen.constFirst(), {}};
    if (!m_window.office()->store().schema()->type(first.type)->convertsTo.isEmpty())
        shown(code + u"-convert"_s, [&] { m_window.office()->convert(first); });
    if (chosen.size() > 1)
        shown(code + u"-merge"_s, [&] { m_window.office()->mergeItems(page->typeId(), chosen); });
    card(first, code);
    nextStep(chosen, page->typeId());
}

void Gallery::card(const ItemRef &item, const QString &code)
{
    CardPanel *card = m_window.office()->card();
    m_window.office()->openItem(item);
    Person::settle(3 * glanceMs);
    m_camera.take(code + u"-card"_s);
    for (auto *button : card->findChildren<QToolButton *>()) {
        if (button->menu() && button->isVisible())
            menu(button->menu(), u"%1-card-%2"_s.arg(code, fileName(button->objectName())));
    }
    QTabBar *tabs = card->pages()->bar();
    for (int tab = 1; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        Person::settle(glanceMs);
        m_camera.take(u"%1-card-tab%2"_s.arg(code).arg(tab + 1));
    }
    tabs->setCurrentIndex(0);
    if (code == u"lead") {
        Person::press(card->form(), Qt::Key_E, Qt::ControlModifier);
        Person::settle(glanceMs);
        m_camera.take(u"card-edit-all"_s);
        Person::press(card->form(), Qt::Key_Escape);
        m_moments.conflict(item);
        layout();
    }
    Person::press(card, Qt::Key_Escape);
    Person::settle(glanceMs);
}

void Gallery::layout()
{
    auto *configure = m_window.office()->card()->findChild<QToolButton *>(u"viewConfigure"_s);
    if (!configure || !configure->isVisible())
        return;
    Person::click(configure);
    Person::settle(glanceMs);
    m_camera.take(u"card-configure"_s);
    Person::press(m_window.office()->card()->form(), Qt::Key_Escape);
    Person::settle(glanceMs);
}

void Gallery::nextStep(const QList<qint64> &ids, qint64 typeId)
{
    auto *bar = m_window.findChild<NextStepBar *>();
    CardPanel *card = m_window.office()->card();
    for (const qint64 id : ids) {
        m_window.office()->openItem({typeId, id, {}});
        Person::settle(glanceMs);
        Person::press(card, Qt::Key_Escape);
        Person::settle(2 * glanceMs);
        if (bar->isVisible()) {
            m_camera.take(u"next-step"_s);
            bar->hide();
            return;
        }
    }
}

void Gallery::ownPages()
{
    OfficeWidget *office = m_window.office();
    office->showOwn(Sidebar::day);
    Person::settle(3 * glanceMs);
    m_camera.take(u"my-day"_s);
    office->showOwn(Sidebar::calendar);
    for (const CalendarLook look : {CalendarLook::Month, CalendarLook::Week, CalendarLook::WorkWeek, CalendarLook::Day,
                                    CalendarLook::Agenda, CalendarLook::Year}) {
        office->own()->calendar()->pane()->setLook(look);
        Person::settle(2 * glanceMs);
        m_camera.take(u"my-calendar-"_s + calendarLookName(look));
    }
    QWidget *bell = office->sidebar()->bell();
    Person::click(bell);
    Person::settle(glanceMs);
    m_camera.take(u"notifications"_s);
    Person::click(bell);
}

void Gallery::reminders()
{
    Store &store = m_window.office()->store();
    ActivityDraft due;
    due.title = u"Office desks"_s;
    due.deadline = store.clock().now();
    due.reminders = u"0"_s;
    store.commit(planActivity(*store.schema(), due));
    ReminderDesk desk(store, nullptr);
    (void)Person::waitUntil([&desk] { return desk.window()->isVisible(); });
    m_camera.take(u"reminders"_s, desk.window());
}

void Gallery::settings()
{
    m_window.settings()->open();
    auto *window = m_window.findChild<SettingsWindow *>();
    auto *pages = window->findChild<QListWidget *>(u"settingsList"_s);
    for (int row = 0; row < pages->count(); ++row) {
        pages->setCurrentRow(row);
        Person::settle();
        const QString name = u"settings-"_s + window->page();
        m_camera.take(name, window);
        int number = 0;
        QList<QPointer<QPushButton>> buttons; // what is asked may make the page anew
        for (auto *button : window->findChildren<QPushButton *>())
            buttons << button;
        for (const auto &button : std::as_const(buttons)) {
            if (button && button->isVisible() && button->isEnabled() && button->text().endsWith(u'…'))
                shown(u"%1-asks%2"_s.arg(name).arg(++number), [button] { button->click(); });
        }
    }
    m_window.settings()->close();
}

void Gallery::filter(SectionPage *page)
{
    page->filterBar()->openPanel();
    Person::settle(glanceMs);
    m_camera.take(u"filter"_s);
    m_moments.filterChoices(page);
    page->filterBar()->panel()->close();
    Person::type(page->search(), u"zzzz"_s);
    Person::settle(3 * glanceMs);
    m_camera.take(u"nothing-found"_s);
    page->filter()->clear();
}

void Gallery::palette()
{
    auto *palette = m_window.findChild<CommandPalette *>();
    m_window.action(u"palette"_s)->trigger();
    m_camera.take(u"palette"_s);
    auto *line = palette->findChild<QLineEdit *>();
    for (const auto &[typed, name] : {std::pair(nameLanguage() == u"ru" ? u"сто"_s : u"des"_s, u"palette-found"_s),
                                      std::pair(u"zzzz"_s, u"palette-nothing"_s)}) {
        line->setText(typed);
        (void)Person::waitUntil([palette] { return !palette->model()->isSearching(); });
        m_camera.take(name);
    }
    palette->close();
}

void Gallery::messages()
{
    shown(u"ask-unsaved"_s, [this] { (void)askAboutUnsaved(u"Office desks"_s, &m_window); });
    shown(u"ask-error"_s, [this] {
        AskDialog::tell(&m_window, u"leads.csv"_s, Error{ErrorCode::Damaged, u"…"_s, u"SQLITE_CORRUPT (11)"_s, u"line 7"_s});
    });
    shown(u"ask-for-good"_s, [this] {
        (void)AskDialog::confirm(&m_window, QString(120, u'W') + u'?', QString(60, u'w'), u"→"_s, u"yes"_s,
                                 AskDialog::Kind::ForGood);
    });
    shown(u"ask-series"_s, [this] { (void)askSeriesScope(&m_window, u"Weekly call"_s, SeriesAct::Change); });
    m_window.office()->toast()->show(QString(20, u'W'), true);
    m_camera.take(u"toast"_s);
    m_window.office()->toast()->hide();
}

} // namespace Kartoteka
