// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/main_window.h"

#include "core/office.h"
#include "core/schema/builtin_names.h"
#include "core/store/file/open_files.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "views/backup/backup_dialog.h"
#include "views/exchange/exchange_desk.h"
#include "views/palette/command_palette.h"
#include "views/palette/menu_entries.h"
#include "views/shell/about_dialog.h"
#include "views/shell/clipboard_acts.h"
#include "views/shell/demo_maker.h"
#include "views/shell/dropped_files.h"
#include "views/shell/file_opening.h"
#include "views/shell/look_menu.h"
#include "views/shell/menu_bar_choice.h"
#include "views/shell/menu_picture.h"
#include "views/shell/office_widget.h"
#include "views/shell/open_stores.h"
#include "views/shell/recent_menu.h"
#include "views/shell/section_page.h"
#include "views/shell/settings_desk.h"
#include "views/shell/shortcuts_dialog.h"
#include "views/shell/sidebar.h"
#include "views/shell/welcome_page.h"
#include "views/shell/window_keys.h"
#include "views/shell/window_title.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/scrim.h"
#include "views/widgets/toast.h"
#include "views/widgets/wait_dialog.h"

#include <QCloseEvent>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedWidget>

namespace Kartoteka {

MainWindow::MainWindow(std::shared_ptr<OpenStores> stores, QWidget *parent)
    : QMainWindow(parent), m_stores(stores ? std::move(stores) : std::make_shared<OpenStores>())
{
    setWindowTitle(u"Kartoteka"_s);
    setWindowIcon(Theme::of(palette()).icon(u"kartoteka"_s, ColourRole::Accent));
    setMinimumSize(640, 420); // half a screen of 1440×900, whose pixels may count double
    resize(1360, 860);
    setAcceptDrops(true);
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    m_pages->addWidget(m_welcome);
    setCentralWidget(m_pages);
    m_scrim = new Scrim(this);
    m_settings = new SettingsDesk(*this);
    m_palette = new CommandPalette(this);
    makeMenus();
    heedWindowKeys(*this);
    connect(m_palette, &CommandPalette::actChosen, this, [this](int act) {
        if (QAction *chosen = m_paletteActions.value(act))
            chosen->trigger();
    });
    connect(m_palette, &CommandPalette::itemChosen, this, [this](const ItemRef &item) {
        if (m_office)
            m_office->openItem(item);
    });
    connect(m_welcome, &WelcomePage::openWanted, this, &MainWindow::askOpen);
    connect(m_welcome, &WelcomePage::newWanted, this, [this] { askNew(false); });
    connect(m_welcome, &WelcomePage::demoWanted, this, [this] { askNew(true); });
    connect(m_welcome, &WelcomePage::recentChosen, this, &MainWindow::openFile);
    connect(m_welcome, &WelcomePage::backupsWanted, this, &MainWindow::showBackups);
    connect(m_welcome, &WelcomePage::forgetWanted, &m_recent, [this](const QString &path) { m_recent.forget({path}); });
    connect(&m_recent, &RecentFiles::changed, m_welcome, [this] { m_welcome->setRecent(m_recent.files()); });
    m_welcome->setRecent(m_recent.files());
    m_recent.look();
    restoreGeometry(QSettings().value(u"geometry"_s).toByteArray());
    enableActions();
}

MainWindow::~MainWindow()
{
    m_palette->close();
    m_settings->close();
    delete m_office; // before the store that it uses
}

bool MainWindow::event(QEvent *event)
{
    // A dialog stands before the window.
    if (event->type() == QEvent::WindowBlocked || event->type() == QEvent::WindowUnblocked)
        m_scrim->setVisible(event->type() == QEvent::WindowBlocked);
    if (event->type() == QEvent::WindowActivate && m_store)
        m_store->lookAround();
    return QMainWindow::event(event);
}

QAction *MainWindow::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut,
                         const std::function<void()> &slot)
{
    const QString icon = menuPicture(name);
    QAction *action = menu->addAction(text, this, slot);
    action->setShortcut(shortcut);
    action->setObjectName(name);
    action->setProperty("iconName", icon); // for the palette
    if (!icon.isEmpty())
        action->setIcon(Theme::of(palette()).icon(icon));
    m_actions.insert(name, action);
    return action;
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, u"new"_s, tr("New file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { askNew(false); });
    add(file, u"demo"_s, tr("New file with demo data…"), {}, [this] { askNew(true); });
    add(file, u"open"_s, tr("Open…"), QKeySequence::Open, [this] { askOpen(); });
    auto *recent = new RecentMenu(m_recent, file);
    connect(recent, &RecentMenu::chosen, this, &MainWindow::openFile);
    recent->setIcon(Theme::of(palette()).icon(u"clock"_s));
    file->addMenu(recent);
    m_officeActions << add(file, u"window"_s, tr("New window"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N),
                           [this] { emit windowWanted(path()); });
    m_officeActions << add(file, u"close"_s, tr("Close file"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W),
                           [this] { closeFile(); });
    file->addSeparator();
    m_officeActions << add(file, u"import"_s, tr("Import…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                           [this] { m_office->askImport(); });
    m_officeActions << add(file, u"export"_s, tr("Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                           [this] { m_office->askExport(); });
    file->addSeparator();
    m_officeActions << add(file, u"newSeat"_s, tr("New seat for a laptop…"), {},
                           [this] { m_office->exchange()->askNewSeat(); });
    m_officeActions << add(file, u"backups"_s, tr("Backups…"), {}, [this] { showBackups(path()); });
    file->addSeparator();
    add(file, u"quit"_s, tr("Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_officeActions << add(edit, u"undo"_s, tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_office->undo(); });
    m_officeActions << add(edit, u"redo"_s, tr("Redo"), QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { m_office->redo(); });
    connect(edit, &QMenu::aboutToShow, this, &MainWindow::nameUndo);
    edit->addSeparator();
    addClipboardActs(*edit);
    edit->addSeparator();
    m_officeActions << add(edit, u"create"_s, tr("Create"), QKeySequence::New, [this] { m_office->createItem(); });
    m_officeActions << add(edit, u"find"_s, tr("Search"), QKeySequence::Find,
                           [this] { m_office->seenSection()->startSearch(); });
    edit->addSeparator();
    add(edit, u"settings"_s, tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] {
        m_settings->open();
    })->setMenuRole(QAction::PreferencesRole);

    makeViewMenu(menuBar()->addMenu(tr("&View")));
    m_goMenu = menuBar()->addMenu(tr("&Go"));
    add(m_goMenu, u"palette"_s, tr("Go to anything…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    m_officeActions << add(m_goMenu, u"day"_s, tr("My day"), QKeySequence(Qt::CTRL | Qt::Key_D),
                           [this] { m_office->showOwn(Sidebar::day); });
    m_officeActions << add(m_goMenu, u"ownCalendar"_s, tr("Calendar"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                           [this] { m_office->showOwn(Sidebar::calendar); });
    m_sectionsEnd = m_goMenu->addSeparator();
    m_officeActions << add(m_goMenu, u"notices"_s, tr("Notifications"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                           [this] { m_office->sidebar()->bell()->click(); });
    QMenu *exchange = menuBar()->addMenu(tr("E&xchange"));
    m_officeActions << add(exchange, u"exchangeWrite"_s, tr("Write file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                           [this] { m_office->exchange()->askWrite(); })
                    << add(exchange, u"exchangeRead"_s, tr("Read file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                           [this] { m_office->exchange()->askRead(); });
    exchange->addSeparator();
    m_officeActions << add(exchange, u"exchangeConflicts"_s, tr("Conflicts…"), {}, [this] {
        m_office->exchange()->showConflicts();
    }) << add(exchange, u"exchangeStatus"_s, tr("Status and folder…"), {}, [this] { m_office->exchange()->showStatus(); });
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, u"shortcuts"_s, tr("Keyboard shortcuts"), {}, [this] {
        showShortcuts();
    })->setShortcuts({QKeySequence::HelpContents, QKeySequence(Qt::Key_Question)});
    add(help, u"about"_s, tr("About Kartoteka"), {}, [this] { about(); });
}

/// The sections of the open file stand in the menu Go, each with its key.
void MainWindow::showSections()
{
    qDeleteAll(m_sectionActions);
    m_sectionActions.clear();
    if (!m_office)
        return;
    int key = Qt::Key_0; // Alt+0 are one's activities, Alt+1 to Alt+9 the sections
    for (const EntityType &type : sectionsOf(*m_store->schema())) {
        auto *action = new QAction(Theme::of(palette()).icon(type.icon), menuText(Sidebar::nameOf(type)), m_goMenu);
        action->setProperty("iconName", type.icon);
        action->setProperty("section", true);
        const BuiltinName known = builtinName(u"types"_s, type.code);
        action->setProperty("otherNames", QStringList{known.en, known.ru});
        if (key <= Qt::Key_9)
            action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(key++)));
        connect(action, &QAction::triggered, this, [this, id = type.id] { m_office->showSection(id); });
        m_goMenu->insertAction(m_sectionsEnd, action);
        m_sectionActions << action;
    }
}

void MainWindow::openPalette()
{
    if (m_palette->isVisible()) {
        m_palette->close();
        return;
    }
    nameUndo();
    m_paletteActions.clear();
    QList<PaletteAct> acts;
    for (const MenuEntry &entry : menuEntries(*menuBar())) {
        if (!entry.action->isEnabled() || entry.action == action(u"palette"_s))
            continue;
        m_paletteActions << entry.action;
        acts << entry.act;
    }
    for (QAction *setting : m_settings->acts()) {
        m_paletteActions << setting;
        acts << PaletteAct{setting->text(), setting->text(), tr("Settings"), {}, u"settings"_s, false};
    }
    addOtherNames(acts);
    m_palette->open(m_store.get(), acts, m_office ? m_office->recentItems() : QList<ItemRef>());
}

void MainWindow::showShortcuts()
{
    QList<KeyGroup> groups = menuKeys(*menuBar());
    if (m_office)
        groups << m_office->keys() << windowKeys();
    ShortcutsDialog(groups, this).exec();
}

/// Undo and redo say what they would do.
void MainWindow::nameUndo()
{
    if (!m_office)
        return;
    const auto name = [this](const QString &action, const QString &text, bool redo) {
        const QString what = menuText(m_office->nextTurn(redo));
        // The palette finds it by its name, not by the item it would be undone to.
        m_actions.value(action)->setProperty("name", text);
        m_actions.value(action)->setText(what.isEmpty() ? text : tr("%1: %2", "Undo: what").arg(text, what));
    };
    name(u"undo"_s, tr("Undo"), false);
    name(u"redo"_s, tr("Redo"), true);
}

void MainWindow::makeViewMenu(QMenu *menu)
{
    const auto addView = [&](const QString &name, const QString &title, Qt::Key key) {
        const auto show = [this, name] { m_office->seenSection()->setView(name); };
        m_officeActions << add(menu, name, title, QKeySequence(Qt::CTRL | key), show);
    };
    addView(u"board"_s, tr("Board"), Qt::Key_1);
    addView(u"list"_s, tr("List"), Qt::Key_2);
    addView(u"activities"_s, tr("Activities"), Qt::Key_3);
    addView(u"calendar"_s, tr("Calendar"), Qt::Key_4);
    m_officeActions << add(menu, u"bin"_s, tr("Recycle bin"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
                           [this] { m_office->turnBin(); });
    menu->addSeparator();
    QAction *narrow = add(menu, u"sidebar"_s, tr("Narrow sidebar"), QKeySequence(Qt::CTRL | Qt::Key_B),
                          [this] { m_office->sidebar()->setCollapsed(!m_office->sidebar()->isCollapsed()); });
    narrow->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, narrow,
            [this, narrow] { narrow->setChecked(m_office && m_office->sidebar()->isCollapsed()); });
    m_officeActions << narrow;
    addMenuBarChoice(*this, *menu);
    menu->addSeparator();
    addLookMenus(menu, [this] { emit rebuildWanted(); });
}

void MainWindow::enableActions()
{
    for (QAction *action : std::as_const(m_officeActions))
        action->setEnabled(m_office != nullptr);
}

void MainWindow::askOpen()
{
    const QString path = askForFile(
        this, {FileQuestion::Kind::Open, tr("Open"), tr("Kartoteka files (*.kartoteka);;All files (*)"), {}});
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::askNew(bool demo)
{
    if (const auto wanted = askForNewFile(this, demo))
        makeFile(wanted->path, wanted->person, demo);
}

void MainWindow::makeFile(const QString &path, const QString &userName, bool demo)
{
    if (!closeFile())
        return;
    // The file dialog has asked whether to replace; a database is never overwritten in place, nor taken from under a window.
    if (QFileInfo::exists(path) && (isOpenDatabase(path) || !QFile::moveToTrash(path))) {
        m_welcome->setProblem(tr("“%1” exists and cannot be replaced.").arg(path));
        return;
    }
    const bool russian = nameLanguage() == u"ru";
    const NewDatabase database{.language = nameLanguage(),
                               .userName = userName,
                               .login = systemLogin(),
                               .currency = russian ? u"RUB"_s : u"USD"_s,
                               .phoneRegion = russian ? u"RU"_s : u"US"_s};
    if (auto made = createDatabase(path, database, systemClock()); !made) {
        m_welcome->setProblem(made.error().message);
        return;
    }
    if (const auto filled = demo ? fillWithDemo(this, path) : Result<void>(); !filled)
        m_welcome->setProblem(filled.error().message);
    else
        openFile(path);
}

bool MainWindow::openFile(const QString &path)
{
    // Another program may hand over a file while this one waits.
    if (m_isOpening)
        return false;
    // What is no office costs nobody the one that is open.
    const bool isAnother = m_office && QFileInfo(path) != QFileInfo(this->path());
    if (auto looked = isAnother ? inspectDatabase(path) : Result<int>(0); !looked && m_office) {
        m_office->toast()->show(looked.error().message, false);
        return false;
    }
    if (!closeFile())
        return false;
    const QScopedValueRollback opening(m_isOpening, true);
    auto store = openForWindow(this, *m_stores, path);
    if (!store) {
        m_welcome->setProblem(store.error().message);
        const bool mayBeRestored = store.error().code == ErrorCode::Damaged || store.error().code == ErrorCode::NotOurs;
        m_welcome->offerBackups(mayBeRestored && !backupsOf(path).isEmpty() ? path : QString());
        m_welcome->offerForgetting(m_recent.isListed(path) && !QFileInfo::exists(path) ? path : QString());
        return false;
    }
    m_store = *store;
    m_office = new OfficeWidget(*m_store, m_pages);
    m_pages->addWidget(m_office);
    m_pages->setCurrentWidget(m_office);
    m_welcome->setProblem({});
    followTitle(*this, *m_store, m_office);
    QSettings settings;
    settings.beginGroup(settingsGroup());
    m_office->restore(settings);
    settings.endGroup();
    settings.setValue(u"last"_s, path);
    m_recent.note(path);
    enableActions();
    showSections();
    connect(m_store.get(), &Store::schemaChanged, m_office, [this] { showSections(); });
    connect(m_office->sidebar(), &Sidebar::actWanted, this, [this](const QString &act) { action(act)->trigger(); });
    connect(m_office, &OfficeWidget::settingsWanted, m_settings, &SettingsDesk::open);
    connect(m_office, &OfficeWidget::reopenWanted, this, &MainWindow::reopen, Qt::QueuedConnection);
    if (!m_store->access().isWritable())
        return true;
    const auto failed = [this](const Error &error) {
        if (m_office)
            m_office->toast()->show(error.message, false);
    };
    askWhetherMoved(this, *m_store, failed);
    askAboutInterrupted(this, *m_store, failed);
    // The day's backup, while the person looks at the board already.
    m_store
        ->read<QString>({},
                        [file = m_store->path(), plan = chosenBackupPlan()](ReadContext &context) {
                            return dailyBackup(context.connection, file, systemClock(), plan);
                        })
        .then(this, [this](const Result<QString> &saved) {
            if (!saved && m_office)
                m_office->toast()->show(tr("Today's backup failed: %1").arg(saved.error().message), false);
        });
    return true;
}

void MainWindow::reopen()
{
    const QString path = this->path();
    if (closeFile())
        openFile(path);
}

void MainWindow::showBackups(const QString &path)
{
    BackupDialog dialog(path, m_store.get(), this);
    if (dialog.exec() != QDialog::Accepted || !closeFile())
        return;
    QString kept;
    auto done = WaitDialog::run(this, tr("Restoring a backup"), tr("The file is being replaced by the backup."),
                                [&](const WaitDialog::Say &, const CancelToken &) -> Result<void> {
                                    auto restored = restoreBackup(dialog.chosen(), path, dialog.passphrase(), systemClock());
                                    if (restored)
                                        kept = *restored;
                                    return restored ? Result<void>() : Result<void>(restored.error());
                                });
    openFile(path);
    if (!done && m_office)
        m_office->toast()->show(done.error().message, false);
    else if (!done)
        m_welcome->setProblem(done.error().message);
    else if (m_office)
        m_office->toast()->show(
            kept.isEmpty() ? tr("The backup is restored.")
                           : tr("The backup is restored. The previous file is kept: %1").arg(QFileInfo(kept).fileName()),
            false);
}

void MainWindow::openAny(const QString &path)
{
    if (!path.endsWith(u".kartoteka-exchange"_s))
        openFile(path);
    else if (m_office)
        m_office->exchange()->readFile(path);
    else
        m_welcome->setProblem(
            tr("Open the office's file first, then “%1” can be read into it.").arg(QFileInfo(path).fileName()));
}

QString MainWindow::path() const
{
    return m_store ? m_store->path() : QString();
}

QString MainWindow::settingsGroup() const
{
    const QByteArray key = QCryptographicHash::hash(QFileInfo(m_store->path()).absoluteFilePath().toUtf8(),
                                                    QCryptographicHash::Sha1);
    return u"file/"_s + QString::fromLatin1(key.toHex().left(16));
}

void MainWindow::saveState()
{
    QSettings settings;
    settings.setValue(u"geometry"_s, saveGeometry());
    if (!m_office)
        return;
    settings.beginGroup(settingsGroup());
    m_office->save(settings);
    settings.endGroup();
}

bool MainWindow::closeFile()
{
    if (!m_office)
        return true;
    if (!m_office->mayClose())
        return false;
    saveState();
    m_palette->close();  // it reads the file
    m_settings->close(); // and so do they
    delete m_office;
    m_office = nullptr;
    showSections();
    m_store.reset();
    QSettings().remove(u"last"_s);
    m_recent.look();
    setWindowTitle(u"Kartoteka"_s);
    enableActions();
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_office && !m_office->mayClose()) {
        event->ignore();
        return;
    }
    saveState();
    m_settings->close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    event->setDropAction(Qt::CopyAction); // whoever gives a file keeps it
    event->setAccepted(!event->mimeData()->urls().isEmpty());
}

void MainWindow::dropEvent(QDropEvent *event)
{
    // The other program waits until this returns, and questions follow.
    const auto take = [this, files = droppedFiles(*event->mimeData())] { takeDropped(*this, files); };
    QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::about()
{
    AboutDialog(path(), this).exec();
}

} // namespace Kartoteka
