// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/installation.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

namespace Kartoteka {

namespace {

constexpr int lockWaitMs = 3000;

/// Made once for each folder, so that two computers set up from one disk image differ too.
QByteArray installationId(const QString &folder)
{
    QFile file(folder + u"/installation"_s);
    if (file.open(QIODevice::ReadOnly)) {
        if (const QByteArray known = file.readAll().trimmed(); !known.isEmpty())
            return known;
        file.close();
    }
    const QByteArray made = uidText(makeUid(QDateTime::currentMSecsSinceEpoch())).toLatin1();
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

QString Installation::fileName() const
{
    return m_folder + u"/replicas.json"_s;
}

QJsonObject Installation::read() const
{
    QFile file(fileName());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Installation::Memory Installation::memoryOf(const QUuid &replica) const
{
    const QJsonObject json = read()[uidText(replica)].toObject();
    return {json[u"sequence"].toInteger(), json[u"path"].toString(), json[u"numbers"].toObject()};
}

Result<void> Installation::remember(const QUuid &replica, const Memory &memory) const
{
    const auto failed = [this](const QString &why) {
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be written: %2").arg(fileName(), why), {}, fileName()};
    };
    QDir().mkpath(m_folder);
    QLockFile lock(fileName() + u".lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return failed(Texts::tr("another program holds it"));
    QJsonObject all = read();
    const QJsonObject old = all[uidText(replica)].toObject();
    all[uidText(replica)] = QJsonObject{{u"sequence"_s, qMax(memory.sequence, old[u"sequence"].toInteger())},
                                        {u"path"_s, memory.path},
                                        {u"numbers"_s, memory.numbers}};
    QSaveFile target(fileName());
    if (!target.open(QIODevice::WriteOnly))
        return failed(target.errorString());
    target.write(QJsonDocument(all).toJson());
    if (!target.commit())
        return failed(target.errorString());
    return {};
}

} // namespace Kartoteka
