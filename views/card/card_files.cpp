// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_files.h"

#include "views/theme/theme.h"
#include "views/widgets/background.h"
#include "views/widgets/file_chooser.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

namespace Kartoteka {

namespace {

/// A name from the file, or from somebody else's exchange file, never leads out of the folder.
QString plainName(const QString &name)
{
    QString plain = QFileInfo(QString(name).replace(u'\\', u'/')).fileName();
    for (QChar &c : plain) {
        if (c.unicode() < 32 || QStringView(u"<>:\"|?*").contains(c))
            c = u'_';
    }
    return plain.isEmpty() || plain == u"." || plain == u".." ? u"file"_s : plain;
}

} // namespace

CardFiles::CardFiles(Store &store, QWidget *card) : QObject(card), m_store(store), m_card(card)
{}

QStringList CardFiles::attachable(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        const QString path = url.toLocalFile();
        const QString suffix = QFileInfo(path).suffix();
        if (QFileInfo(path).isFile() && suffix != u"kartoteka" && suffix != u"kartoteka-exchange")
            paths << path;
    }
    return paths;
}

void CardFiles::askFile(const ItemRef &item)
{
    attach(item, askForFiles(m_card, {FileQuestion::Kind::OpenMany, tr("Attach a file")}));
}

void CardFiles::attach(const ItemRef &item, const QStringList &paths)
{
    for (const QString &path : paths) {
        runInBackground(
            this, [item, path] { return planAttach(item, path); },
            [this](const Result<ChangeSet> &changes) {
                if (!changes) {
                    emit failed(changes.error());
                    return;
                }
                m_store.commit(*changes).then(this, [this, name = changes->subject](const Result<Receipt> &receipt) {
                    if (receipt)
                        emit done(tr("Attached: %1").arg(name));
                    else
                        emit failed(receipt.error());
                });
            });
    }
}

void CardFiles::open(qint64 id)
{
    auto attachment = readAttachment(m_store.reader(), id);
    if (!attachment) {
        emit failed(attachment.error());
        return;
    }
    if (!m_opened)
        m_opened = std::make_unique<QTemporaryDir>();
    // A folder of its own: two attachments may bear one name.
    const QString folder = m_opened->filePath(QString::number(id));
    const QString path = folder + u'/' + plainName(attachment->name);
    if (!QDir().mkpath(folder) || QFileInfo::exists(path)) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        return;
    }
    m_store
        .read<QString>({},
                       [file = *attachment, path](ReadContext &context) -> Result<QString> {
                           auto done = saveAttachment(context, file, path);
                           return done ? Result<QString>(path) : Result<QString>(done.error());
                       })
        .then(this, [this](const Result<QString> &written) {
            if (!written) {
                emit failed(written.error());
                return;
            }
            // A copy to look at: what is changed in it does not come back, and nothing in it runs by itself.
            QFile::setPermissions(*written, QFileDevice::ReadOwner);
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*written)))
                emit failed({ErrorCode::File, tr("No program is known for this kind of file. Save it instead."), {}, {}});
        });
}

void CardFiles::showMenu(qint64 id, const QPoint &global)
{
    auto attachment = readAttachment(m_store.reader(), id);
    if (!attachment) {
        emit failed(attachment.error());
        return;
    }
    const Theme &theme = Theme::of(m_card->palette());
    QMenu menu(m_card);
    menu.addAction(theme.icon(u"file"_s), tr("Open"), this, [this, id] { open(id); });
    menu.addAction(theme.icon(u"download"_s), tr("Save as…"), this, [this, file = *attachment] { askSave(file); });
    menu.addSeparator();
    menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Remove"), this,
                   [this, file = *attachment] { remove(file); });
    menu.exec(global);
}

void CardFiles::askSave(const Attachment &attachment)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path = askForFile(
        m_card, {FileQuestion::Kind::Save, tr("Save as…"), {}, folder + u'/' + plainName(attachment.name)});
    if (!path.isEmpty())
        saveTo(attachment.id, path);
}

void CardFiles::saveTo(qint64 id, const QString &path)
{
    m_store
        .read<bool>({},
                    [id, path](ReadContext &context) -> Result<bool> {
                        auto attachment = readAttachment(context, id);
                        if (!attachment)
                            return attachment.error();
                        auto saved = saveAttachment(context, *attachment, path);
                        return saved ? Result<bool>(true) : Result<bool>(saved.error());
                    })
        .then(this, [this, path](const Result<bool> &saved) {
            if (!saved)
                emit failed(saved.error());
        });
}

void CardFiles::remove(const Attachment &attachment)
{
    m_store.commit(planDetach(attachment, m_store.clock().now()))
        .then(this, [this, name = attachment.name](const Result<Receipt> &receipt) {
            if (receipt)
                emit done(tr("Removed: %1").arg(name));
            else
                emit failed(receipt.error());
        });
}

} // namespace Kartoteka
