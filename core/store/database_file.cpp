// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database_file.h"
#include "core/base/texts.h"

#include "core/base/uid.h"
#include "core/store/migrations.h"
#include "core/store/schema_reader.h"

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
    int format = 0;
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
    header.format = int(qFromBigEndian<quint32>(data + 60));
    // The page count is only valid when "version valid for" equals the change counter.
    if (qFromBigEndian<quint32>(data + 92) == qFromBigEndian<quint32>(data + 24))
        header.expectedSize = pageSize * qFromBigEndian<quint32>(data + 28);
    return header;
}

Error damaged(const QString &detail)
{
    return {
        ErrorCode::Damaged,
        Texts::tr("The file is damaged. Nothing was changed in it. Restore the latest backup from the folder beside it."),
        detail,
        {}};
}

Result<void> probe(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, lockWaitMs);
    if (!connection)
        return connection.error();
    if (auto schema = readSchema(**connection); !schema) {
        if (schema.error().code == ErrorCode::Locked)
            return schema.error();
        return damaged(schema.error().detail);
    }
    if (auto done = (*connection)->run(u"BEGIN IMMEDIATE"_s); !done)
        return done;
    return (*connection)->run(u"ROLLBACK"_s);
}

} // namespace

Result<int> inspectDatabase(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::File, Texts::tr("There is no file “%1”.").arg(path), {}, path};
    auto header = readHeader(path);
    if (!header)
        return header.error();
    if (!header->isSqlite || header->application != applicationId) {
        return Error{ErrorCode::NotOurs,
                     Texts::tr("“%1” is not a Kartoteka database. Nothing was changed in it.").arg(info.fileName()),
                     {},
                     path};
    }
    if (header->format > currentFormat()) {
        return Error{ErrorCode::Newer,
                     Texts::tr("“%1” was written by a newer Kartoteka (format %2, this program knows %3). "
                               "Update the program. Nothing was changed in the file.")
                         .arg(info.fileName())
                         .arg(header->format)
                         .arg(currentFormat()),
                     {},
                     path};
    }
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    if (!hasLog && header->expectedSize > info.size())
        return damaged(u"truncated"_s);
    if (!(info.permissions() & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther)) || !info.isWritable()) {
        return Error{
            ErrorCode::ReadOnly,
            Texts::tr("“%1” is marked read-only. Allow writing in its properties, or open a copy.").arg(info.fileName()),
            {},
            path};
    }
    if (auto done = probe(path); !done) {
        Error error = done.error();
        if (error.code == ErrorCode::Locked)
            error.message =
                Texts::tr("Another program holds “%1”. Close the file there and try again.").arg(info.fileName());
        if (error.code == ErrorCode::NotOurs || error.code == ErrorCode::Database)
            error = damaged(error.detail);
        return error;
    }
    return header->format;
}

namespace {

Result<void> fillNewDatabase(Connection &connection, const NewDatabase &options, const Clock &clock)
{
    const qint64 now = clock.now();
    auto done = migrate(connection, 0);
    if (done) {
        done = connection.run(u"INSERT INTO replica (uid, seat_code, name, is_self) VALUES (?, '', '', 1)"_s,
                              {uidBytes(makeUid(now))});
    }
    if (done)
        done = connection.run(u"INSERT INTO office (id, uid) SELECT 1, uid FROM replica"_s);
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
    if (QFileInfo::exists(path))
        return Error{ErrorCode::File, Texts::tr("“%1” exists already.").arg(path), {}, path};
    Result<void> done;
    {
        auto connection = Connection::open(path, Connection::Mode::Create);
        if (!connection)
            return Error{ErrorCode::File, Texts::tr("“%1” cannot be made. Is the folder writable?").arg(path),
                         connection.error().detail, path};
        // Before anything is written: bigger pages mean fewer of them for an import to touch.
        done = (*connection)->run(u"PRAGMA page_size=8192"_s);
        if (done)
            done = (*connection)->run(u"PRAGMA journal_mode=WAL"_s);
        if (done)
            done = (*connection)->run(u"PRAGMA application_id = %1"_s.arg(applicationId));
        if (done)
            done = fillNewDatabase(**connection, options, clock);
    }
    if (!done)
        QFile::remove(path);
    return done;
}

} // namespace Kartoteka
