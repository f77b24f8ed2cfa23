// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/exchange_desk.h"

#include "core/base/size_text.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/schedule/scheduler.h"
#include "views/exchange/conflicts_dialog.h"
#include "views/exchange/passphrase_keeper.h"
#include "views/exchange/preview_dialog.h"
#include "views/exchange/seats_dialog.h"
#include "views/exchange/write_dialog.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"

#include <QFileInfo>

namespace Kartoteka {

namespace {

constexpr int quietMs = 5'000;
constexpr int lookEveryMs = 60'000; // network folders do not always tell

QString exchangeFilter()
{
    return ExchangeDesk::tr("Exchange files (*.kartoteka-exchange)");
}

/// What an exchange measures is what it counts.
ExchangeProgress progressTo(const TaskRunner::Progress &progress)
{
    return [progress](qint64 done, qint64 total) { progress(done, total, done); };
}

bool readAllTheSame(QWidget *window, const QString &path, const QString &why)
{
    return AskDialog::confirm(window, ExchangeDesk::tr("Read “%1” anyway?").arg(QFileInfo(path).fileName()), why,
                              ExchangeDesk::tr("Read anyway"), u"exchangeReadAnyway"_s);
}

void tellUnread(QWidget *window, const QString &path, const Error &why)
{
    AskDialog::tell(window, ExchangeDesk::tr("“%1” was not read").arg(QFileInfo(path).fileName()), why);
}

} // namespace

ExchangeDesk::ExchangeDesk(Store &store, TaskRunner &tasks, QWidget *window)
    : QObject(window), m_store(store), m_tasks(tasks), m_window(window)
{
    Scheduler::of(store).add(
        this, {[this](qint64) { return m_syncing ? std::nullopt : m_syncAt; }, [this](qint64, qint64) { syncFolder(); }});
    // Something happened: it is exchanged when it has been quiet for a while.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { syncIn(quietMs); });
    connect(&store, &Store::committed, this, [this] { syncIn(quietMs); });
    // What was to be done by the old clock would wait for as long as it was set back.
    connect(&Scheduler::of(store), &Scheduler::turnedBack, this, [this] { syncIn(quietMs); });
}

void ExchangeDesk::askNewSeat()
{
    const auto name = AskDialog::line(m_window, tr("Who will use the copy?"), tr("The name is shown next to what they do"),
                                      tr("Choose where to save it…"));
    if (!name)
        return;
    const QString path = askForFile(m_window,
                                    {FileQuestion::Kind::Save, tr("Save the copy"), tr("Kartoteka files (*.kartoteka)"),
                                     plainFileName(*name + u".kartoteka"_s)});
    if (!path.isEmpty())
        makeSeatAt(path, *name);
}

void ExchangeDesk::makeSeatAt(const QString &path, const QString &name)
{
    m_tasks.run<Seat>(
        tr("Copying the office for %1").arg(name),
        [this, path, name](const CancelToken &, const TaskRunner::Progress &) { return makeSeat(m_store, path, name); },
        [this, path](const Result<Seat> &seat) {
            if (!seat) {
                emit failed(seat.error());
                return;
            }
            AskDialog::tell(m_window, tr("Seat %1 for %2 is ready").arg(seat->code, seat->name),
                            tr("The copy is in “%1”. Take this file to the laptop and open it there with Kartoteka. "
                               "Changes on both sides travel in exchange files: menu Exchange.")
                                .arg(QFileInfo(path).fileName()));
        });
}

void ExchangeDesk::askWrite()
{
    auto seats = readSeats(m_store.reader().connection);
    if (!seats) {
        emit failed(seats.error());
        return;
    }
    if (seats->size() < 2) {
        if (AskDialog::confirm(m_window, tr("There is no one to write a file for yet"),
                               tr("An exchange file is for another seat. Create one for a laptop first."),
                               tr("New seat for a laptop…"), u"exchangeSeat"_s))
            askNewSeat();
        return;
    }
    WriteDialog dialog(*seats, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString proposed = plainFileName(
        u"%1 %2.kartoteka-exchange"_s.arg(dialog.fileWord(), m_store.clock().localNow().date().toString(Qt::ISODate)));
    const QString path = askForFile(m_window,
                                    {FileQuestion::Kind::Save, tr("Write exchange file"), exchangeFilter(), proposed});
    if (!path.isEmpty())
        writeTo(path, dialog.seat(), dialog.passphrase());
}

void ExchangeDesk::writeTo(const QString &path, const QString &seat, const QString &passphrase)
{
    m_tasks.run<ExchangeWritten>(
        tr("Writing %1").arg(QFileInfo(path).fileName()),
        [this, path, seat, passphrase](const CancelToken &cancel, const TaskRunner::Progress &progress) {
            ExchangeWriteOptions options;
            options.path = path;
            options.seat = seat;
            options.passphrase = passphrase;
            options.cancel = cancel;
            options.progress = progressTo(progress);
            return writeExchange(m_store, options);
        },
        [this](const Result<ExchangeWritten> &written) {
            if (written)
                emit said(tr("Written for %1: %n change(s), %2", nullptr, int(written->manifest.rows))
                              .arg(written->receiver, sizeText(written->bytes)),
                          false);
            else
                emit failed(written.error());
        });
}

void ExchangeDesk::askRead()
{
    const QString path = askForFile(m_window, {FileQuestion::Kind::Open, tr("Read exchange file"), exchangeFilter()});
    if (!path.isEmpty())
        readFile(path);
}

void ExchangeDesk::readFile(const QString &path)
{
    rehearse(path, {}, false);
}

void ExchangeDesk::rehearse(const QString &path, const QString &passphrase, bool acceptClock)
{
    ExchangeReadOptions options;
    options.path = path;
    options.passphrase = passphrase;
    options.acceptClock = acceptClock;
    options.rehearse = true;
    readAs(tr("Looking into %1").arg(QFileInfo(path).fileName()), options,
           [this, options](const Result<ExchangeRead> &read) { preview(options, read); });
}

void ExchangeDesk::preview(const ExchangeReadOptions &options, const Result<ExchangeRead> &result)
{
    if (!result && result.error().needs == Needs::Passphrase) {
        if (const auto words = AskDialog::passphrase(m_window,
                                                     tr("“%1” is encrypted").arg(QFileInfo(options.path).fileName()),
                                                     result.error().message, tr("Open")))
            rehearse(options.path, *words, options.acceptClock);
        return;
    }
    if (!result && result.error().needs == Needs::AcceptedClock) {
        if (readAllTheSame(m_window, options.path, result.error().message))
            rehearse(options.path, options.passphrase, true);
        return;
    }
    if (!result) {
        if (result.error().code != ErrorCode::Cancelled)
            tellUnread(m_window, options.path, result.error());
        return;
    }
    ExchangeReadOptions next = options;
    next.rehearse = false;
    if (result->state != ExchangeState::Applied) {
        // Nothing to decide: what has been read is acknowledged, what came too early is put aside.
        read(next);
        return;
    }
    PreviewDialog dialog(*m_store.schema(), *result, PreviewDialog::Moment::Before, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (result->trust != SenderTrust::Known) {
        if (!readAllTheSame(m_window, options.path, trustText(*result)))
            return;
        next.acceptSender = true;
    }
    read(next);
}

void ExchangeDesk::read(const ExchangeReadOptions &options)
{
    readAs(tr("Reading %1").arg(QFileInfo(options.path).fileName()), options,
           [this, options](const Result<ExchangeRead> &result) {
               if (result)
                   tell(*result, options.path);
               else if (result.error().code == ErrorCode::Cancelled)
                   emit said(result.error().message, false);
               else
                   tellUnread(m_window, options.path, result.error());
           });
}

void ExchangeDesk::readAs(const QString &name, const ExchangeReadOptions &options,
                          const std::function<void(const Result<ExchangeRead> &)> &done)
{
    m_tasks.run<ExchangeRead>(
        name,
        [this, options](const CancelToken &cancel, const TaskRunner::Progress &progress) {
            ExchangeReadOptions running = options;
            running.cancel = cancel;
            running.progress = progressTo(progress);
            return readExchange(m_store, running);
        },
        done);
}

void ExchangeDesk::tell(const ExchangeRead &read, const QString &path)
{
    if (read.state != ExchangeState::Applied) {
        AskDialog::tell(m_window, tr("Nothing was read from “%1”").arg(QFileInfo(path).fileName()), stateText(read));
        return;
    }
    emit said(tr("Read from %1: %n change(s)", nullptr, int(read.merged.taken)).arg(read.sender), true);
    if (read.merged.conflicts == 0 && read.merged.revived == 0 && read.duplicates.isEmpty() && read.followed.isEmpty()
        && !read.merged.newIdentity && read.merged.aside == 0 && read.merged.forks.isEmpty()) {
        return; // all is as the preview said
    }
    auto *dialog = new PreviewDialog(*m_store.schema(), read, PreviewDialog::Moment::After, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showDuplicates(m_store.reader(), read.duplicates);
    connect(dialog, &PreviewDialog::conflictsWanted, this, &ExchangeDesk::showConflicts);
    connect(dialog, &PreviewDialog::itemWanted, this, &ExchangeDesk::itemWanted);
    connect(dialog, &PreviewDialog::mergeWanted, this, &ExchangeDesk::mergeWanted);
    dialog->open();
}

void ExchangeDesk::showStatus()
{
    auto *dialog = new SeatsDialog(m_store, folder(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SeatsDialog::conflictsWanted, this, &ExchangeDesk::showConflicts);
    connect(dialog, &SeatsDialog::writeWanted, this, &ExchangeDesk::askWrite, Qt::QueuedConnection); // once it is closed
    connect(dialog, &SeatsDialog::readWanted, this, &ExchangeDesk::askRead, Qt::QueuedConnection);
    connect(dialog, &SeatsDialog::newSeatWanted, this, &ExchangeDesk::askNewSeat, Qt::QueuedConnection);
    connect(dialog, &SeatsDialog::folderChosen, this, &ExchangeDesk::setFolder);
    dialog->open();
}

void ExchangeDesk::showConflicts()
{
    auto *dialog = new ConflictsDialog(m_store, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictsDialog::itemWanted, this, [this, dialog](const ItemRef &item) {
        dialog->close();
        emit itemWanted(item);
    });
    connect(dialog, &ConflictsDialog::failed, this, &ExchangeDesk::failed);
    dialog->open();
}

void ExchangeDesk::setFolder(const FolderChoice &choice)
{
    if (choice == folder())
        return;
    if (m_folder)
        m_watcher.removePath(m_folder->choice().path);
    m_folder = choice.path.isEmpty() ? nullptr : std::make_shared<ExchangeFolder>(choice);
    if (!m_folder)
        return;
    m_watcher.addPath(choice.path);
    if (!choice.needsPassphrase()) {
        PassphraseKeeper::keep(choice.path, choice.passphrase, this);
        syncIn(0);
        return;
    }
    PassphraseKeeper::ask(choice.path, this, [this, choice](const QString &words) {
        if (folder() != choice)
            return; // another one by now
        if (words.isEmpty())
            askFolderPassphrase();
        else
            setFolder({choice.path, words, true});
    });
}

/// Without a keychain the passphrase is kept in memory only. The window can be worked in meanwhile.
void ExchangeDesk::askFolderPassphrase()
{
    auto *dialog = new AskDialog(
        m_window, tr("The exchange folder is encrypted"),
        tr("This computer has no keychain for its passphrase, so you are asked for it at each start."));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"folderPassphrase"_s);
    dialog->setModal(false);
    const QLineEdit *line = dialog->addLine(tr("Passphrase"), {}, QLineEdit::Password);
    dialog->addAnswer(tr("Open"), u"askAccept"_s);
    dialog->addCancel();
    connect(dialog, &QDialog::accepted, this, [this, line] {
        if (folder().needsPassphrase())
            setFolder({folder().path, line->text(), true});
    });
    dialog->show();
}

void ExchangeDesk::syncIn(qint64 ms)
{
    if (!m_folder)
        return;
    m_syncAt = m_store.clock().now() + ms;
    Scheduler::of(m_store).wake();
}

void ExchangeDesk::syncFolder()
{
    m_syncAt.reset();
    if (!m_folder || m_syncing || m_folder->choice().needsPassphrase())
        return;
    m_syncing = true;
    m_tasks.runQuietly<FolderSync>(
        [this, exchange = m_folder](const CancelToken &cancel, const TaskRunner::Progress &) {
            return exchange->sync(m_store, cancel);
        },
        [this](const Result<FolderSync> &result) {
            m_syncing = false;
            // What happened meanwhile is due already.
            m_syncAt ? Scheduler::of(m_store).wake() : syncIn(lookEveryMs);
            if (!result) {
                if (result.error().code != ErrorCode::Cancelled)
                    emit failed(result.error());
                return;
            }
            qint64 taken = 0;
            qint64 conflicts = 0;
            QString sender;
            for (const ExchangeRead &one : result->read) {
                taken += one.merged.taken;
                conflicts += one.merged.conflicts;
                sender = one.sender;
            }
            if (taken > 0) {
                QString text = tr("From the exchange folder (%1): %n change(s)", nullptr, int(taken)).arg(sender);
                if (conflicts > 0)
                    text += u". "_s + tr("%n conflict(s) to look at: menu Exchange", nullptr, int(conflicts));
                emit said(text, true);
            } else if (!result->problems.isEmpty()) {
                emit said(result->problems.constFirst(), false);
            }
        });
}

} // namespace Kartoteka
