// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/file_opening.h"

#include "core/base/texts.h"
#include "core/office.h"
#include "core/store/upkeep/format_update.h"
#include "core/store/upkeep/migrations.h"
#include "core/timeline/act_names.h"
#include "views/shell/open_stores.h"
#include "views/widgets/wait_dialog.h"

#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace Kartoteka {

namespace {

Result<FileAccess> waitForAccess(QWidget *parent, const QString &path)
{
    Result<FileAccess> access = Error{ErrorCode::Cancelled, {}, {}, {}};
    auto done = WaitDialog::run(
        parent, Texts::tr("Opening the file"),
        Texts::tr("“%1” is open on another computer. A copy of it as it stands is being made, to be read here.")
            .arg(QFileInfo(path).fileName()),
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
        parent, Texts::tr("Bringing the file up to date"),
        Texts::tr(
            "“%1” was last used with an older Kartoteka. It is being brought up to date, once; a large file may take a minute. "
            "A copy of it as it was is kept beside it.")
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

void askAboutInterrupted(QWidget *parent, Store &store, const std::function<void(const Error &)> &failed)
{
    for (const InterruptedAct &act : store.interruptedActs()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(act.at);
        QMessageBox box(
            QMessageBox::Question, Texts::tr("Interrupted"),
            Texts::tr("Interrupted: %1 (%2). The program ended before it had finished. Take out what it had done?")
                .arg(actText(act.kind, act.subject), QLocale().toString(at, QLocale::ShortFormat)),
            QMessageBox::NoButton, parent);
        box.setInformativeText(Texts::tr("It had made %Ln change(s).", nullptr, int(act.changes)));
        QPushButton *keep = box.addButton(Texts::tr("Let it stand"), QMessageBox::RejectRole);
        keep->setObjectName(u"interruptedKeep"_s);
        QPushButton *out = box.addButton(Texts::tr("Take it out"), QMessageBox::AcceptRole);
        out->setObjectName(u"interruptedTakeOut"_s);
        box.setDefaultButton(out);
        box.exec();
        const auto told = [failed](const auto &done) {
            if (!done)
                failed(done.error());
        };
        if (box.clickedButton() == out)
            store.takeOut(act.uid).then(parent, [told](const Result<Receipt> &done) { told(done); });
        else
            store.finishAct(act.uid).then(parent, [told](const Result<bool> &done) { told(done); });
    }
}

} // namespace Kartoteka
