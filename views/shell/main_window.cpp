// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/main_window.h"

#include "core/demo/demo_data.h"
#include "core/office.h"
#include "core/schema/builtin_names.h"
#include "core/store/file/open_files.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "core/timeline/act_names.h"
#include "views/backup/backup_dialog.h"
#include "views/exchange/exchange_desk.h"
#include "views/shell/file_opening.h"
#include "views/shell/office_widget.h"
#include "views/shell/open_stores.h"
#include "views/shell/section_page.h"
#include "views/shell/sidebar.h"
#include "views/shell/toast.h"
#include "views/shell/welcome_page.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/wait_dialog.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QThread>

namespace Kartoteka {

namespace {
constexpr qsizetype recentFiles = 5;
}

MainWindow::MainWindow(std::shared_ptr<OpenStores> stores, QWidget *parent)
    : QMainWindow(parent), m_stores(stores ? std::move(stores) : std::make_shared<OpenStores>())
{
    setWindowTitle(u"Kartoteka"_s);
    setWindowIcon(Theme::of(palette()).icon(u"kartoteka"_s, ColourRole::Accent));
    setMinimumSize(900, 600);
    resize(1360, 860);
    setAcceptDrops(true);
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    m_pages->addWidget(m_welcome);
    setCentralWidget(m_pages);
    makeMenus();
    connect(m_welcome, &WelcomePage::openWanted, this, &MainWindow::askOpen);
    connect(m_welcome, &WelcomePage::newWanted, this, [this] { askNew(false); });
    connect(m_welcome, &WelcomePage::demoWanted, this, [this] { askNew(true); });
    connect(m_welcome, &WelcomePage::recentChosen, this, &MainWindow::openFile);
    connect(m_welcome, &WelcomePage::backupsWanted, this, &MainWindow::showBackups);
    const QSettings settings;
    m_welcome->setRecent(settings.value(u"recent"_s).toStringList());
    restoreGeometry(settings.value(u"geometry"_s).toByteArray());
    enableActions();
}

MainWindow::~MainWindow()
{
    delete m_office; // before the store that it uses
}

QAction *MainWindow::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut,
                         const std::function<void()> &slot, const QString &icon)
{
    QAction *action = menu->addAction(text, this, slot);
    action->setShortcut(shortcut);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(Theme::of(palette()).icon(icon));
    m_actions.insert(name, action);
    return action;
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(
        file, u"new"_s, tr("New file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { askNew(false); },
        u"file"_s);
    add(
        file, u"demo"_s, tr("New file with demo data…"), {}, [this] { askNew(true); }, u"sample"_s);
    add(
        file, u"open"_s, tr("Open…"), QKeySequence::Open, [this] { askOpen(); }, u"folder"_s);
    m_officeActions << add(file, u"window"_s, tr("New window"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N),
                           [this] { emit windowWanted(path()); });
    m_officeActions << add(file, u"close"_s, tr("Close file"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W),
                           [this] { closeFile(); });
    file->addSeparator();
    m_officeActions << add(
        file, u"import"_s, tr("Import…"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { m_office->askImport(); },
        u"import"_s);
    m_officeActions << add(file, u"export"_s, tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                           [this] { m_office->askExport(); });
    file->addSeparator();
    m_officeActions << add(file, u"newSeat"_s, tr("New seat for a laptop…"), {},
                           [this] { m_office->exchange()->askNewSeat(); });
    m_officeActions << add(file, u"backups"_s, tr("Backups…"), {}, [this] { showBackups(path()); });
    file->addSeparator();
    add(file, u"quit"_s, tr("Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_officeActions << add(
        edit, u"undo"_s, tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_office->undo(); }, u"undo"_s);
    m_officeActions << add(
        edit, u"redo"_s, tr("Redo"), QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { m_office->redo(); }, u"redo"_s);
    connect(edit, &QMenu::aboutToShow, this, &MainWindow::nameUndo);
    edit->addSeparator();
    m_officeActions << add(
        edit, u"create"_s, tr("Create"), QKeySequence::New, [this] { m_office->createItem(); }, u"plus"_s);
    m_officeActions << add(
        edit, u"find"_s, tr("Search"), QKeySequence::Find,
        [this] {
            m_office->section()->search()->setFocus();
            m_office->section()->search()->selectAll();
        },
        u"search"_s);

    makeViewMenu(menuBar()->addMenu(tr("&View")));
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
    add(help, u"about"_s, tr("About Kartoteka"), {}, [this] { about(); });
}

/// Undo and redo say what they would do.
void MainWindow::nameUndo()
{
    if (!m_store)
        return;
    constexpr qsizetype longest = 60;
    const auto name = [this](const QString &action, const QString &text, const Result<UndoStep> &step) {
        const QString what = step ? actText(step->kind, step->subject).left(longest).replace(u'&', u"&&"_s) : QString();
        m_actions.value(action)->setText(what.isEmpty() ? text : tr("%1: %2", "Undo: what").arg(text, what));
    };
    name(u"undo"_s, tr("Undo"), m_store->undoStep());
    name(u"redo"_s, tr("Redo"), m_store->redoStep());
}

void MainWindow::makeViewMenu(QMenu *menu)
{
    m_officeActions << add(
        menu, u"board"_s, tr("Board"), QKeySequence(Qt::CTRL | Qt::Key_1),
        [this] { m_office->section()->setView(u"board"_s); }, u"board"_s);
    m_officeActions << add(
        menu, u"list"_s, tr("List"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] { m_office->section()->setView(u"list"_s); },
        u"list"_s);
    m_officeActions << add(
        menu, u"bin"_s, tr("Recycle bin"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        [this] { m_office->section()->setBin(!m_office->section()->showsBin()); }, u"trash"_s);
    menu->addSeparator();
    m_officeActions << add(menu, u"sidebar"_s, tr("Narrow sidebar"), QKeySequence(Qt::CTRL | Qt::Key_B),
                           [this] { m_office->sidebar()->setCollapsed(!m_office->sidebar()->isCollapsed()); });
    menu->addSeparator();
    const auto addChoices = [this](QMenu *choices, const QString &key, const QList<QPair<QString, QString>> &values,
                                   const std::function<void(const QString &)> &chosen) {
        auto *group = new QActionGroup(this);
        const QString current = QSettings().value(key, values.first().first).toString();
        for (const auto &[value, text] : values) {
            QAction *action = choices->addAction(text);
            action->setCheckable(true);
            action->setChecked(value == current);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [key, value = value, chosen] {
                QSettings().setValue(key, value);
                chosen(value);
            });
        }
    };
    addChoices(menu->addMenu(tr("Appearance")), u"appearance"_s,
               {{u"system"_s, tr("As the system")}, {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}},
               [this](const QString &) { emit rebuildWanted(); });
    addChoices(menu->addMenu(tr("Density")), u"density"_s,
               {{u"usual"_s, tr("Usual")}, {u"compact"_s, tr("Compact")}, {u"roomy"_s, tr("Roomy")}},
               [this](const QString &) { emit rebuildWanted(); });
    addChoices(menu->addMenu(tr("Motion")), u"motion"_s, {{u"system"_s, tr("As the system")}, {u"none"_s, tr("None")}},
               [this](const QString &) { emit rebuildWanted(); });
    addChoices(menu->addMenu(tr("Language")), u"language"_s,
               {{QString(), tr("As the system")}, {u"ru"_s, u"Русский"_s}, {u"en"_s, u"English"_s}},
               [this](const QString &) { emit rebuildWanted(); });
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
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString proposed = folder + u'/' + (demo ? tr("demo") : tr("office")) + u".kartoteka"_s;
    QString path = askForFile(this,
                              {FileQuestion::Kind::Save, tr("New file"), tr("Kartoteka files (*.kartoteka)"), proposed});
    if (path.isEmpty())
        return;
    if (!path.endsWith(u".kartoteka"_s))
        path += u".kartoteka"_s;
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Who are you?"),
                                               tr("Your name, as colleagues will see it beside what you do:"),
                                               QLineEdit::Normal, systemUserName(), &ok);
    if (ok)
        makeFile(path, name.trimmed().isEmpty() ? systemUserName() : name.trimmed(), demo);
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
    if (!demo) {
        openFile(path);
        return;
    }
    // The invented office is filled in on a thread and a store of its own.
    auto *progress = new QProgressDialog(tr("Making the demo office…"), tr("Cancel"), 0, 100, this);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(300);
    CancelToken cancel;
    connect(progress, &QProgressDialog::canceled, this, [cancel] { cancel.cancel(); });
    auto *thread = QThread::create([this, path, progress, cancel, language = nameLanguage()] {
        QString problem;
        if (auto store = openOffice(path)) {
            DemoOptions options;
            options.language = language;
            options.cancel = cancel;
            options.progress = [this, progress](int done, int total) {
                QMetaObject::invokeMethod(
                    this, [progress, done, total] { progress->setValue(done * 99 / qMax(1, total)); }, Qt::QueuedConnection);
            };
            if (auto filled = fillDemo(**store, options); !filled)
                problem = filled.error().message;
        } else {
            problem = store.error().message;
        }
        QMetaObject::invokeMethod(
            this,
            [this, path, progress, problem] {
                progress->close();
                if (problem.isEmpty())
                    openFile(path);
                else
                    m_welcome->setProblem(problem);
            },
            Qt::QueuedConnection);
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

bool MainWindow::openFile(const QString &path)
{
    // Another program may hand over a file while this one waits.
    if (m_isOpening || !closeFile())
        return false;
    const QScopedValueRollback opening(m_isOpening, true);
    auto store = openForWindow(this, *m_stores, path);
    if (!store) {
        m_welcome->setProblem(store.error().message);
        const bool mayBeRestored = store.error().code == ErrorCode::Damaged || store.error().code == ErrorCode::NotOurs;
        m_welcome->offerBackups(mayBeRestored && !backupsOf(path).isEmpty() ? path : QString());
        return false;
    }
    m_store = *store;
    m_office = new OfficeWidget(*m_store, m_pages);
    m_pages->addWidget(m_office);
    m_pages->setCurrentWidget(m_office);
    m_welcome->setProblem({});
    setWindowTitle(tr("%1 — Kartoteka").arg(QFileInfo(path).fileName()));
    QSettings settings;
    settings.beginGroup(settingsGroup());
    m_office->restore(settings);
    settings.endGroup();
    QStringList recent = settings.value(u"recent"_s).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(u"recent"_s, recent.mid(0, recentFiles));
    settings.setValue(u"last"_s, path);
    m_welcome->setRecent(recent.mid(0, recentFiles));
    enableActions();
    connect(m_office, &OfficeWidget::reopenWanted, this, &MainWindow::reopen, Qt::QueuedConnection);
    if (!m_store->access().isWritable())
        return true;
    askWhetherMoved();
    askAboutInterrupted(this, *m_store, [this](const Error &error) {
        if (m_office)
            m_office->toast()->show(error.message, false);
    });
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
    auto done = WaitDialog::run(this, tr("Restoring a backup"), tr("The backup is being put in the place of the file."),
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
            kept.isEmpty() ? tr("The backup is in its place.")
                           : tr("The backup is in its place. What was there is kept: %1").arg(QFileInfo(kept).fileName()),
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

void MainWindow::askWhetherMoved()
{
    if (!m_store->wasElsewhere())
        return;
    QMessageBox box(QMessageBox::Question, tr("Moved or copied?"),
                    tr("“%1” was last written on another computer. Is it a copy, or was it moved here for good?")
                        .arg(QFileInfo(m_store->path()).fileName()),
                    QMessageBox::NoButton, this);
    box.setInformativeText(
        tr("A copy goes on as a seat of its own, and both can be worked with. If it was moved, the file on the "
           "other computer must not be used any more."));
    QPushButton *copied = box.addButton(tr("It is a copy"), QMessageBox::NoRole);
    copied->setObjectName(u"wasCopied"_s);
    QPushButton *moved = box.addButton(tr("It was moved here"), QMessageBox::YesRole);
    moved->setObjectName(u"wasMoved"_s);
    box.setDefaultButton(copied);
    box.exec();
    if (box.clickedButton() != moved) {
        m_store->settleIdentity(); // the office widget says what it is now
        return;
    }
    m_store->takeOver().then(this, [this](const Result<bool> &taken) {
        if (!taken && m_office)
            m_office->toast()->show(taken.error().message, false);
    });
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
    delete m_office;
    m_office = nullptr;
    m_store.reset();
    QSettings().remove(u"last"_s);
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
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (path.endsWith(u".kartoteka"_s) || path.endsWith(u".kartoteka-exchange"_s))
        openAny(path);
    else if (m_office && path.endsWith(u".csv"_s, Qt::CaseInsensitive))
        m_office->importFrom(path);
}

void MainWindow::about()
{
    QMessageBox::about(this, tr("About Kartoteka"),
                       tr("<h3>Kartoteka %1</h3><p>A desktop CRM that keeps a whole sales office in one file.</p>"
                          "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace Kartoteka
