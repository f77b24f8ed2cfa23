// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/output_file.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/store/file/open_files.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Kartoteka {

namespace {

constexpr qint64 fullBelow = 128 * 1024; ///< bytes that are free on a disk that counts as full

Error refused(const QString &path, const QString &message)
{
    return {ErrorCode::Refused, message, {}, path};
}

/// Follows links by hand: one that leads nowhere yet names a place, too.
Result<QString> withoutLinks(const QString &path)
{
    constexpr int mostLinks = 40;
    QString place = QFileInfo(path).absoluteFilePath();
    for (int i = 0; QFileInfo(place).isSymLink(); ++i) {
        if (i == mostLinks)
            return refused(path, Texts::tr("“%1” is a link that leads to itself.").arg(path));
        place = QFileInfo(place).symLinkTarget();
    }
    return place;
}

/// True when what stands there may be taken for what @p rule writes.
bool isOfKind(const QString &path, const QByteArray &head, const OutputRule &rule)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    switch (rule.kind) {
    case OutputKind::New: return false;
    case OutputKind::Table: {
        static const QStringList endings{u"csv"_s, u"txt"_s, u"tsv"_s};
        const bool isWide = head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
        return endings.contains(ending) && (isWide || !head.contains('\0'));
    }
    case OutputKind::Exchange: return head.startsWith("PK\x03\x04") ? ending == u"kartoteka-exchange" : isSealed(path);
    case OutputKind::SameName: return ending == rule.ending.toLower();
    }
    return false;
}

bool syncToDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    // Some file systems have no sync for folders: that is no failure.
    const bool done = ::fsync(file) == 0 || errno == EINVAL || errno == EROFS;
    ::close(file);
    return done;
#else
    Q_UNUSED(path)
    return true;
#endif
}

QString notesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Kartoteka/unfinished"_s;
}

/// An unfinished file with what SQLite and libzip (an archive under way has six more letters) lay beside it.
void removePartial(const QString &path)
{
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
    const QFileInfo file(path);
    const QStringList archives = file.dir().entryList({file.fileName() + u".??????"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : archives)
        QFile::remove(file.dir().filePath(name));
}

bool isRunning(qint64 process)
{
#ifdef Q_OS_UNIX
    return ::kill(pid_t(process), 0) == 0 || errno == EPERM;
#else
    Q_UNUSED(process)
    return false;
#endif
}

} // namespace

Result<QString> outputPlace(const QString &path, const OutputRule &rule)
{
    auto place = withoutLinks(path);
    if (!place)
        return place;
    if (isOpenDatabase(*place))
        return refused(
            path, Texts::tr("“%1” is the database itself or one of its companion files. Choose another name.").arg(path));
    const FileStamp there = stampOf(*place);
    if (there.kind == FileKind::Missing) {
        if (!QFileInfo(QFileInfo(*place).absolutePath()).isDir())
            return Error{
                ErrorCode::File, Texts::tr("There is no folder “%1”.").arg(QFileInfo(*place).absolutePath()), {}, path};
        // A database that is closed just now has companions, too.
        for (const QString &ending : companionsOf({})) {
            if (place->endsWith(ending) && QFileInfo(place->chopped(ending.size())).isFile())
                return refused(
                    path, Texts::tr("“%1” is reserved for a companion file of a database. Choose another name.").arg(path));
        }
        return place;
    }
    if (there.kind != FileKind::Regular)
        return refused(path, Texts::tr("“%1” is a folder, a device or a pipe: only a file can be written.").arg(path));
    if (rule.kind == OutputKind::New)
        return Error{ErrorCode::File, Texts::tr("“%1” already exists.").arg(path), {}, path};
    if (!rule.source.isEmpty() && stampOf(rule.source).identity == there.identity)
        return refused(path, Texts::tr("“%1” is the file being read. Choose another name.").arg(path));
    QFile file(*place);
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    const QByteArray head = file.read(4096);
    file.close();
    if (head.startsWith("SQLite format 3"))
        return refused(path, Texts::tr("“%1” is a database and will not be overwritten. Choose another name.").arg(path));
    if (there.size > 0 && !isOfKind(*place, head, rule))
        return refused(
            path, Texts::tr("“%1” is a file of another kind and will not be overwritten. Choose another name.").arg(path));
    return place;
}

bool isDiskFull(const QString &folder)
{
    const QStorageInfo disk(folder);
    return disk.isValid() && disk.bytesTotal() > 0 && disk.bytesAvailable() < fullBelow;
}

Error writeError(const QString &path, const QString &reason)
{
    if (isDiskFull(QFileInfo(path).absolutePath()))
        return {ErrorCode::Full, Texts::tr("The disk is full: “%1” cannot be written.").arg(path), reason, path};
    return {ErrorCode::File, Texts::tr("“%1” cannot be written: %2").arg(path, reason), {}, path};
}

Result<void> makePrivateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be created: %2").arg(path, file.errorString()), {}, path};
    return {};
}

PartialFile::PartialFile(QString place, QString path) : m_place(std::move(place)), m_path(std::move(path))
{
    // Written down first: there is no moment in which a kill leaves something that nobody knows of.
    if (!QDir().mkpath(notesFolder()))
        return;
    m_note = u"%1/%2-%3"_s.arg(notesFolder())
                 .arg(QCoreApplication::applicationPid())
                 .arg(QRandomGenerator::global()->generate64(), 0, 36);
    QFile note(m_note);
    if (note.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        note.write(m_path.toUtf8());
}

Result<std::unique_ptr<PartialFile>> PartialFile::make(const QString &place, Readers readers)
{
    const QString path =
        u"%1/.kartoteka-%2.part"_s.arg(QFileInfo(place).absolutePath()).arg(QRandomGenerator::global()->generate64(), 0, 36);
    std::unique_ptr<PartialFile> partial(new PartialFile(place, path));
    if (readers == Readers::Owner) {
        if (auto made = makePrivateFile(path); !made)
            return writeError(place, made.error().message);
        return partial;
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return writeError(place, file.errorString());
    if (QFileInfo::exists(place))
        file.setPermissions(QFile::permissions(place) | QFileDevice::WriteOwner);
    return partial;
}

PartialFile::~PartialFile()
{
    removePartial(m_path);
    QFile::remove(m_note);
}

Result<void> PartialFile::publish(bool replace)
{
    if (!syncToDisk(m_path))
        return writeError(m_place, Texts::tr("it could not be written to disk"));
    if (!replace && QFileInfo::exists(m_place))
        return Error{ErrorCode::File, Texts::tr("“%1” already exists.").arg(m_place), {}, m_place};
    if (replace && stampOf(m_place).kind == FileKind::Special)
        return writeError(m_place, Texts::tr("it is a device or a pipe"));
#ifdef Q_OS_UNIX
    const bool named = ::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(m_place).constData()) == 0;
#else
    if (replace)
        QFile::remove(m_place);
    const bool named = QFile::rename(m_path, m_place);
#endif
    if (!named)
        return writeError(m_place, Texts::tr("it could not be renamed"));
    syncToDisk(QFileInfo(m_place).absolutePath());
    return {};
}

Result<std::unique_ptr<OutputFile>> OutputFile::open(const QString &path, const OutputRule &rule)
{
    auto place = outputPlace(path, rule);
    if (!place)
        return place.error();
    auto partial = PartialFile::make(*place, PartialFile::Readers::AsUsual);
    if (!partial)
        return partial.error();
    std::unique_ptr<OutputFile> output(new OutputFile(std::move(*partial)));
    if (!output->m_file.open(QIODevice::WriteOnly))
        return writeError(path, output->m_file.errorString());
    return output;
}

qint64 OutputFile::WatchedFile::writeData(const char *data, qint64 size)
{
    const qint64 written = QFile::writeData(data, size);
    if (written != size && failure.isEmpty())
        failure = errorString();
    return written;
}

Result<void> OutputFile::commit()
{
    if (!m_file.flush() && m_file.failure.isEmpty())
        m_file.failure = m_file.errorString();
    if (!m_file.failure.isEmpty())
        return writeError(m_partial->place(), m_file.failure);
    m_file.close();
    return m_partial->publish(true);
}

void removeLeftovers()
{
    const QDir folder(notesFolder());
    const QStringList notes = folder.entryList(QDir::Files);
    for (const QString &name : notes) {
        if (isRunning(name.section(u'-', 0, 0).toLongLong()))
            continue;
        QFile note(folder.filePath(name));
        const QString path = note.open(QIODevice::ReadOnly) ? QString::fromUtf8(note.read(8192)) : QString();
        if (path.endsWith(u".part") && QFileInfo(path).fileName().startsWith(u".kartoteka-")) {
            removePartial(path);
        }
        note.close();
        note.remove();
    }
}

} // namespace Kartoteka
