// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/file_place.h"

#include "core/store/file/file_stamp.h"

#include <QCryptographicHash>
#include <QStorageInfo>
#include <QSysInfo>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isShare(const QString &path, const QByteArray &fileSystem)
{
    static const QList<QByteArray> shares{"nfs",   "nfs4",  "cifs",       "smb2",  "smb3",
                                          "smbfs", "afpfs", "fuse.sshfs", "davfs", "9p"};
    return path.startsWith(u"//") || shares.contains(fileSystem);
}

} // namespace

QString placeName(const QString &path)
{
#ifdef Q_OS_UNIX
    const FileStamp stamp = stampOf(path);
    if (stamp.kind != FileKind::Regular)
        return {};
    const QByteArray fileSystem = QStorageInfo(path).fileSystemType();
    QByteArray named = QByteArray::number(stamp.identity.number);
    if (isShare(path, fileSystem))
        named += "|share|" + fileSystem.left(3); // "nfs" and "nfs4" are one
    else
        named += '|' + QSysInfo::machineUniqueId() + '|' + QByteArray::number(stamp.identity.device) + '|' + path.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(named, QCryptographicHash::Sha256).toHex().left(32));
#else
    Q_UNUSED(path) // the digest of a path is no inode: a copy that takes its place would have it, too
    return {};
#endif
}

} // namespace Kartoteka
