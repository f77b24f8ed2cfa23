// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/opened_copies.h"

#include "views/widgets/file_chooser.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace Kartoteka {

QTemporaryDir &OpenedCopies::folder()
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    return *m_folder;
}

QString OpenedCopies::pathFor(const QString &name)
{
    return folder().filePath(plainFileName(name));
}

void OpenedCopies::open(qint64 id)
{
    auto attachment = readAttachment(m_store.reader(), id);
    if (!attachment) {
        emit failed(attachment.error());
        return;
    }
    // A folder of its own: two attachments may bear one name.
    const QString own = folder().filePath(QString::number(id));
    const QString path = own + u'/' + plainFileName(attachment->name);
    if (QFileInfo::exists(path)) {
        show(path);
        return;
    }
    if (!QDir().mkpath(own)) {
        emit failed({ErrorCode::File, tr("The folder “%1” cannot be created.").arg(own), {}, own});
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
            show(*written);
        });
}

void OpenedCopies::show(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        emit failed({ErrorCode::File, tr("No program is known for this kind of file. Save it instead."), {}, {}});
}

QStringList attachableFiles(const QMimeData &data)
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

} // namespace Kartoteka
