// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/file_holder.h"

#include "core/base/texts.h"
#include "core/store/file/file_stamp.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>
#include <QSysInfo>

#include <chrono>
#include <filesystem>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 deadAfterMs = 3 * FileHolder::beatMs + 30'000; ///< of no beats, as seen from here
constexpr qint64 surelyDeadMs = 6LL * 3'600'000;                ///< by the clocks, which may differ by hours

qint64 steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

QString thisComputer()
{
    const QByteArray id = QSysInfo::machineUniqueId();
    return id.isEmpty() ? QSysInfo::machineHostName() : QString::fromLatin1(id);
}

} // namespace

QString Holder::text() const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(since);
    const QString when = at.date() == QDate::currentDate() ? QLocale().toString(at.time(), QLocale::ShortFormat)
                                                           : QLocale().toString(at, QLocale::ShortFormat);
    const QString program = isWindow ? person : Texts::tr("%1, command line", "person").arg(person);
    return Texts::tr("%1 (%2), since %3", "person, computer, time").arg(program, computer, when);
}

FileHolder::FileHolder(const QString &path, const QString &person, bool isWindow)
    : m_path(path)
    , m_self{person, QSysInfo::machineHostName(), QDateTime::currentMSecsSinceEpoch(), isWindow, true}
    , m_lock(path + u"-lock"_s)
{
    m_lock.setStaleLockTime(0); // a program of this computer lives or not, however long ago it began
}

FileHolder::~FileHolder()
{
    if (!m_isTaken)
        return;
    QFile::remove(m_path + u"-holder"_s);
    m_lock.unlock();
}

bool FileHolder::tryTake()
{
    if (m_isTaken)
        return true;
    m_isTaken = m_lock.tryLock(0);
    if (!m_isTaken && m_lock.error() == QLockFile::LockFailedError && looksDead())
        m_isTaken = m_lock.removeStaleLockFile() || (QFile::remove(m_path + u"-lock"_s) && m_lock.tryLock(0));
    if (m_isTaken) {
        m_self.since = QDateTime::currentMSecsSinceEpoch();
        m_lastBeat = steadyMs();
        tell();
    }
    return m_isTaken;
}

bool FileHolder::isFree()
{
    return !other() || looksDead();
}

bool FileHolder::looksDead()
{
    const auto holder = other();
    if (!holder || holder->isHere)
        return false; // QLockFile has asked the system
    const FileStamp lock = stampOf(m_path + u"-lock"_s);
    const qint64 now = steadyMs();
    if (lock.modified != m_seenBeat) {
        m_seenBeat = lock.modified;
        m_seenSince = now;
    }
    const qint64 age = QDateTime::currentMSecsSinceEpoch() - lock.modified / 1'000'000;
    return now - m_seenSince > deadAfterMs || age > surelyDeadMs;
}

std::optional<Holder> FileHolder::other() const
{
    if (m_isTaken || !QFileInfo::exists(m_path + u"-lock"_s))
        return {};
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_lock.getLockInfo(&process, &host, &program))
        return {};
    Holder holder{host, host, 0, program != u"kartoteka-cli", host == QSysInfo::machineHostName()};
    QFile file(m_path + u"-holder"_s);
    if (file.size() < 65'536 && file.open(QIODevice::ReadOnly)) {
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        if (json[u"process"].toInteger() == process) {
            holder.person = json[u"person"].toString().left(200);
            holder.computer = json[u"computer"].toString().left(200);
            holder.since = json[u"since"].toInteger();
            holder.isWindow = json[u"window"].toBool();
            holder.isHere = json[u"machine"].toString() == thisComputer();
        }
    }
    if (holder.since == 0)
        holder.since = stampOf(m_path + u"-lock"_s).modified / 1'000'000;
    return holder;
}

void FileHolder::tell() const
{
    const QJsonObject json{{u"person"_s, m_self.person},   {u"computer"_s, m_self.computer},
                           {u"machine"_s, thisComputer()}, {u"process"_s, QCoreApplication::applicationPid()},
                           {u"since"_s, m_self.since},     {u"window"_s, m_self.isWindow}};
    QSaveFile file(m_path + u"-holder"_s);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(json).toJson());
        file.commit(); // without it others still see the lock
    }
}

void FileHolder::beat()
{
    const qint64 now = steadyMs();
    if (!m_isTaken || now - m_lastBeat < beatMs)
        return;
    m_lastBeat = now;
    std::error_code ignored; // a share that is away for a moment: the next beat tells
    const std::filesystem::path lock(QFile::encodeName(m_path + u"-lock"_s).toStdString());
    std::filesystem::last_write_time(lock, std::filesystem::file_time_type::clock::now(), ignored);
}

} // namespace Kartoteka
