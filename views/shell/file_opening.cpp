// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/file_opening.h"

#include "core/base/texts.h"
#include "core/office.h"
#include "core/store/upkeep/format_update.h"
#include "core/store/upkeep/migrations.h"
#include "core/timeline/act_names.h"
#include "views/shell/open_stores.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/wait_dialog.h"

#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace Kartoteka {

namespace {

Result<FileAccess> waitForAccess(QWidget *parent, const QString &path)
{
    Result<FileAccess> access = Error{ErrorCode::Cancelled, {}, {}, {}};
    auto done = WaitDialog::run(
        parent, Texts::tr("Opening the file"),
        Texts::tr("“%1” is open on another computer. A copy is being made to view here.").arg(QFileInfo(path).fileName()),
        [&access, path](const WaitDialog::Say &, const CancelToken &cancel) -> Result<void> {
            access = findAccess(path, systemVisitor(true), cancel);
            return access ? Result<void>() : Result<void>(access.error());
        });
    return done ? std::move(access) : Result<FileAccess>(done.error());
}

Result<void> waitForUpdate(QWidget *parent, FileAccess &access)
{
    if (!access.isWritable() || access.format == currentFormat())
        return {};
    auto done = WaitDialog::run(
        parent, Texts::tr("Updating the file"),
        Texts::tr("“%1” was last used with an older version of Kartoteka. It is being updated, once; a "
                  "large file may take a minute. A copy of the old file is kept next to it.")
            .arg(QFileInfo(access.path).fileName()),
        [path = access.path](const WaitDialog::Say &say, const CancelToken &cancel) {
            UpdateOptions options;
            options.cancel = cancel;
            options.step = [&say](UpdateStep step) {
                say(step == UpdateStep::Backup ? Texts::tr("Saving the copy…") : Texts::tr("Writing the new tables…"));
            };
            return updateFormat(path, systemClock(), options);
        });
    if (done)
        access.format = currentFormat();
    return done;
}

} // namespace

Result<std::shared_ptr<Store>> openForWindow(QWidget *parent, OpenStores &stores, const QString &path)
{
    if (auto known = stores.find(path))
        return known;
    auto access = waitForAccess(parent, path);
    if (!access)
        return access.error();
    if (auto done = waitForUpdate(parent, *access); !done)
        return done.error();
    return stores.open(std::move(*access));
}

void askWhetherMoved(QWidget *parent, Store &store, const std::function<void(const Error &)> &failed)
{
    if (!store.wasElsewhere())
        return;
    AskDialog dialog(parent, Texts::tr("Is “%1” a copy, or was it moved here?").arg(QFileInfo(store.path()).fileName()),
                     Texts::tr("It was last changed elsewhere: on another computer, or under another account of this one. A "
                               "copy becomes a separate seat, and you can work with both. If it was moved, stop using the "
                               "file that it came from. Decide later, and it counts as a copy once you change something."));
    dialog.addAnswer(Texts::tr("Decide later"), u"moveUndecided"_s, AskDialog::Kind::Other);
    dialog.addAnswer(Texts::tr("It was moved here"), u"wasMoved"_s, AskDialog::Kind::Other);
    dialog.addAnswer(Texts::tr("It is a copy"), u"wasCopied"_s);
    const QString answer = dialog.ask();
    if (answer == u"wasCopied")
        store.settleIdentity(); // the office widget says what it is now
    if (answer != u"wasMoved")
        return; // Esc leaves it as it is
    store.takeOver().then(parent, [failed](const Result<bool> &taken) {
        if (!taken)
            failed(taken.error());
    });
}

std::optional<NewFileWish> askForNewFile(QWidget *parent, bool demo)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString proposed = folder + u'/' + (demo ? Texts::tr("demo") : Texts::tr("office")) + u".kartoteka"_s;
    const QString path = askForFile(
        parent, {FileQuestion::Kind::Save, Texts::tr("New file"), Texts::tr("Kartoteka files (*.kartoteka)"), proposed});
    if (path.isEmpty())
        return std::nullopt;
    const auto name = AskDialog::line(parent, Texts::tr("What is your name?"),
                                      Texts::tr("Colleagues will see it next to what you do"), Texts::tr("Create file"),
                                      systemUserName());
    return name ? std::optional(NewFileWish{path, *name}) : std::nullopt;
}

void askAboutInterrupted(QWidget *parent, Store &store, const std::function<void(const Error &)> &failed)
{
    for (const InterruptedAct &act : store.interruptedActs()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(act.at);
        AskDialog dialog(parent, Texts::tr("Undo what “%1” had done?").arg(actText(act.kind, act.subject)),
                         Texts::tr("It began %1 and was interrupted: the program closed before it had finished.")
                                 .arg(QLocale().toString(at, QLocale::ShortFormat))
                             + u' ' + Texts::tr("It had made %Ln change(s).", nullptr, int(act.changes)));
        dialog.addAnswer(Texts::tr("Keep it"), u"interruptedKeep"_s, AskDialog::Kind::Other);
        dialog.addAnswer(Texts::tr("Undo it"), u"interruptedTakeOut"_s);
        const bool out = dialog.ask() == u"interruptedTakeOut";
        const auto told = [failed](const auto &done) {
            if (!done)
                failed(done.error());
        };
        if (out)
            store.takeOut(act.uid).then(parent, [told](const Result<Receipt> &done) { told(done); });
        else
            store.finishAct(act.uid).then(parent, [told](const Result<bool> &done) { told(done); });
    }
}

} // namespace Kartoteka
