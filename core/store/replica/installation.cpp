// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replica/installation.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

namespace Kartoteka {

namespace {

/// Made once for each folder, so that two computers set up from one disk image differ too.
QByteArray installationId(const QString &folder)
{
    QFile file(folder + u"/installation"_s);
    if (file.open(QIODevice::ReadOnly)) {
        if (const QByteArray known = file.readAll().trimmed(); !known.isEmpty())
            return known;
        file.close();
    }
    const QByteArray made = uidText(makeUid()).toLatin1();
    QDir().mkpath(folder);
    QSaveFile target(file.fileName());
    if (target.open(QIODevice::WriteOnly)) {
        target.write(made);
        target.commit();
    }
    return made;
}

} // namespace

Installation::Installation(QString folder) : m_folder(std::move(folder))
{
    // Only a digest of the machine's own id goes into files that travel.
    const QByteArray id = QSysInfo::machineUniqueId() + installationId(m_folder);
    m_machine = QString::fromLatin1(QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex().left(32));
}

Installation Installation::ofThisComputer()
{
    return Installation(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Kartoteka"_s);
}

QString Installation::fileName(const QUuid &replica) const
{
    return u"%1/replicas/%2.json"_s.arg(m_folder, uidText(replica));
}

Installation::Memory Installation::memoryOf(const QUuid &replica) const
{
    QFile file(fileName(replica));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    return {json[u"sequence"].toInteger(), json[u"path"].toString(), json[u"numbers"].toObject(),
            json[u"last_seat"].toInteger()};
}

Result<void> Installation::remember(const QUuid &replica, const Memory &memory) const
{
    // A file for each replica, replaced at once: no lock is needed that a program which was killed would leave behind.
    const QString path = fileName(replica);
    const Memory before = memoryOf(replica);
    const QJsonObject json{{u"sequence"_s, qMax(memory.sequence, before.sequence)},
                           {u"last_seat"_s, qMax(memory.lastSeat, before.lastSeat)},
                           {u"path"_s, memory.path},
                           {u"numbers"_s, memory.numbers}};
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile target(path);
    const bool written = target.open(QIODevice::WriteOnly) && target.write(QJsonDocument(json).toJson()) > 0;
    if (!written || !target.commit())
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be written: %2").arg(path, target.errorString()), {}, path};
    return {};
}

} // namespace Kartoteka
