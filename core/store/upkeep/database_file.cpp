// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/database_file.h"
#include "core/base/texts.h"

#include "core/base/uid.h"
#include "core/store/file/output_file.h"
#include "core/store/replica/replica_book.h"
#include "core/store/upkeep/foreign_contents.h"
#include "core/store/upkeep/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace Kartoteka {

namespace {

constexpr int lockWaitMs = 1500;

/// The database header (https://sqlite.org/fileformat.html, section 1.3), read without SQLite.
struct Header
{
    bool isSqlite = false;
    quint32 application = 0;
    qint64 expectedSize = 0;
};

Result<Header> readHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be read: %2").arg(path, file.errorString()), {}, path};
    const QByteArray bytes = file.read(100);
    Header header;
    header.isSqlite = bytes.size() == 100 && bytes.startsWith(QByteArrayView("SQLite format 3\0", 16));
    if (!header.isSqlite)
        return header;
    const char *data = bytes.constData();
    const quint16 rawPage = qFromBigEndian<quint16>(data + 16);
    const qint64 pageSize = rawPage == 1 ? 65536 : rawPage;
    header.application = qFromBigEndian<quint32>(data + 68);
    // The page count is only valid when "version valid for" equals the change counter.
    if (qFromBigEndian<quint32>(data + 92) == qFromBigEndian<quint32>(data + 24))
        header.expectedSize = pageSize * qFromBigEndian<quint32>(data + 28);
    return header;
}

Error notOurs(const QString &path)
{
    return {ErrorCode::NotOurs,
            Texts::tr("“%1” is not a Kartoteka database. Nothing was changed in it.").arg(QFileInfo(path).fileName()),
            {},
            path};
}

Error damaged(const QString &detail)
{
    return {
        ErrorCode::Damaged,
        Texts::tr("The file is damaged. Nothing was changed in it. Restore the latest backup from the folder next to it."),
        detail,
        {}};
}

/// What the first bytes say. They are not looked at where SQLite has the file open in this process: it is known then.
Result<void> judgeHeader(const QString &path)
{
    Result<Header> header = Header{};
    if (!whileNotOpen(path, [&] { header = readHeader(path); }))
        return {};
    if (!header)
        return header.error();
    if (!header->isSqlite || header->application != applicationId)
        return notOurs(path);
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    if (!hasLog && header->expectedSize > QFileInfo(path).size())
        return damaged(u"truncated"_s);
    return {};
}

Result<int> judgeFormat(Connection &connection, const QString &path)
{
    auto application = connection.scalar(u"PRAGMA application_id"_s);
    if (!application)
        return application.error();
    if (quint32(application->toLongLong()) != applicationId)
        return notOurs(path);
    auto format = connection.scalar(u"PRAGMA user_version"_s);
    if (!format)
        return format.error();
    const qint64 number = format->toLongLong();
    if (number > currentFormat()) {
        return Error{ErrorCode::Newer,
                     Texts::tr("“%1” was written by a newer Kartoteka (format %2, this program knows %3). "
                               "Update the program. Nothing was changed in the file.")
                         .arg(QFileInfo(path).fileName())
                         .arg(number)
                         .arg(currentFormat()),
                     {},
                     path};
    }
    if (number < 1)
        return damaged(u"format %1"_s.arg(number));
    return int(number);
}

/// A file has one self, one clock and somebody who works with it: without them nothing can be written. The definitions are
/// read by whoever opens it.
Result<void> judgeContents(Connection &connection)
{
    auto foreign = foreignContents(connection);
    if (!foreign)
        return foreign.error();
    if (!foreign->isEmpty()) {
        return Error{ErrorCode::Damaged,
                     Texts::tr("The file contains something that does not belong in a Kartoteka file: %1. It was not "
                               "opened, and nothing in it was run.")
                         .arg(foreign->join(u", "_s)),
                     {},
                     {}};
    }
    auto whole = connection.scalar(u"SELECT (SELECT count(*) FROM replica WHERE is_self = 1) = 1 AND (SELECT count(*) FROM "
                                   "hybrid_clock) = 1 AND (SELECT count(*) FROM user_account) > 0"_s);
    if (!whole)
        return whole.error();
    if (!whole->toBool())
        return damaged(u"self, clock or user missing"_s);
    return {};
}

Result<int> probe(const QString &path, Connection::Mode mode)
{
    auto connection = Connection::open(path, mode, lockWaitMs);
    if (!connection)
        return connection.error();
    auto format = judgeFormat(**connection, path);
    if (!format)
        return format;
    if (auto done = judgeContents(**connection); !done)
        return done.error();
    return format;
}

} // namespace

Error asDamage(const Error &error)
{
    return error.code == ErrorCode::Database || (error.code == ErrorCode::NotOurs && error.where.isEmpty())
        ? damaged(error.detail)
        : error;
}

Result<int> inspectDatabase(const QString &path, Connection::Mode mode)
{
    const FileStamp there = stampOf(path);
    if (there.kind == FileKind::Missing)
        return Error{ErrorCode::File, Texts::tr("There is no file “%1”.").arg(path), {}, path};
    if (there.kind != FileKind::Regular)
        return notOurs(path);
    if (auto done = judgeHeader(path); !done)
        return done.error();
    auto format = probe(path, mode);
    if (format)
        return format;
    const Error &error = format.error();
    if (error.code == ErrorCode::Locked) {
        return Error{
            ErrorCode::Locked,
            Texts::tr("Another program is using “%1”. Close it there and try again.").arg(QFileInfo(path).fileName()),
            error.detail, path};
    }
    return asDamage(error);
}

namespace {

/// Before anything is written: bigger pages mean fewer of them for an import to touch.
Result<void> fillBlank(Connection &connection)
{
    auto done = connection.run(u"PRAGMA page_size=8192"_s);
    if (done)
        done = connection.run(u"PRAGMA journal_mode=WAL"_s);
    if (done)
        done = connection.run(u"PRAGMA application_id = %1"_s.arg(applicationId));
    return done ? migrate(connection, 0) : done;
}

Result<void> claim(Connection &connection, const NewDatabase &options, const Clock &clock)
{
    const qint64 now = clock.now();
    auto done = connection.run(u"INSERT INTO replica (uid, seat_code, name, is_self) VALUES (?, '', '', 1)"_s,
                               {uidBytes(makeUid(now))});
    if (done)
        done = connection.run(u"INSERT INTO office (id, uid) SELECT 1, uid FROM replica"_s);
    if (done)
        done = ensureOwnKey(connection);
    if (done) {
        done = connection.run(u"INSERT INTO user_account (uid, login, name) VALUES (?, ?, ?)"_s,
                              {uidBytes(makeUid(now)), options.login, options.userName});
    }
    const QList<QPair<QString, QString>> settings{
        {u"language"_s, options.language}, {u"currency"_s, options.currency}, {u"phone_region"_s, options.phoneRegion}};
    for (const auto &[code, value] : settings) {
        if (done) {
            done = connection.run(u"INSERT INTO setting (uid, code, value) VALUES (?, ?, ?)"_s,
                                  {uidBytes(makeUid(now)), code, value});
        }
    }
    return done;
}

} // namespace

QUuid replicaOf(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {};
    auto connection = Connection::open(path, Connection::Mode::ReadOnly, lockWaitMs);
    if (!connection)
        return {};
    auto uid = (*connection)->scalar(u"SELECT uid FROM replica WHERE is_self = 1"_s);
    return uid ? uidFromBytes(uid->toByteArray()) : QUuid();
}

Result<void> createDatabase(const QString &path, const NewDatabase &options, const Clock &clock)
{
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return Error{ErrorCode::File, Texts::tr("“%1” already exists.").arg(path), {}, path};
    auto place = outputPlace(path, {});
    if (!place)
        return place.error();
    // Under another name until it is whole: a program that is killed meanwhile leaves no file that is none.
    auto partial = PartialFile::make(*place);
    if (!partial)
        return partial.error();
    {
        auto connection = Connection::open((*partial)->path(), Connection::Mode::Create);
        auto done = connection ? fillBlank(**connection) : Result<void>(connection.error());
        if (done)
            done = claim(**connection, options, clock);
        if (!done)
            return writeError(path, done.error().message);
    }
    return (*partial)->publish(false);
}

Result<void> createBlankDatabase(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::Create);
    return connection ? fillBlank(**connection) : Result<void>(connection.error());
}

Result<void> claimBlankDatabase(const QString &path, const NewDatabase &options, const Clock &clock)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    return connection ? claim(**connection, options, clock) : Result<void>(connection.error());
}

} // namespace Kartoteka
