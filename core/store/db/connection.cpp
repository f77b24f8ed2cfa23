// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/db/connection.h"

#include "core/base/texts.h"
#include "core/store/file/file_stamp.h"
#include "core/store/file/output_file.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlResult>
#include <QUrl>

#ifdef KARTOTEKA_TUNES_SQLITE
#include <sqlite3.h>
#endif

#include <atomic>
#include <chrono>
#include <thread>

namespace Kartoteka {

namespace {

/// The way to the values that a prepared statement is run with (docs/decisions/0066-values-are-bound-at-once.md).
class BoundValues : public QSqlResult
{
public:
    static void set(const QSqlQuery &query, const QVariantList &values)
    {
#if QT_VERSION < QT_VERSION_CHECK(6, 6, 0)
        (query.result()->*&BoundValues::boundValues)() = values;
#else
        constexpr QVariantList &(QSqlResult::*of)(Qt::Disambiguated_t) = &BoundValues::boundValues;
        (const_cast<QSqlResult *>(query.result())->*of)(Qt::Disambiguated) = values;
#endif
    }
};

/// Before the first file is opened: SQLite counts no bytes, for which all threads wait for each other with every allocation
/// (docs/decisions/0068-sqlite-counts-no-bytes.md).
void tuneSqlite()
{
#ifdef KARTOTEKA_TUNES_SQLITE
    [[maybe_unused]] static const int tuned = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
#endif
}

/// SQLite reads and writes these by their names, whatever stands there: it would wait for a pipe for ever.
Result<void> judgeFilesBeside(const QString &path)
{
    const QString file = QFileInfo::exists(path) ? QFileInfo(path).canonicalFilePath() : path;
    for (const QString &ending : {u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        const QFileInfo beside(file + ending);
        const FileKind kind = stampOf(beside.filePath()).kind;
        if (!beside.isSymLink() && (kind == FileKind::Missing || kind == FileKind::Regular))
            continue;
        return Error{ErrorCode::File,
                     Texts::tr("Next to the file there is “%1”, which is a link, a folder or a device. Remove it, then "
                               "open the file again. Nothing was changed.")
                         .arg(beside.fileName()),
                     {},
                     path};
    }
    return {};
}

/// SQLite has no code of its own for a table or column that is not there.
QString missingPart(const QString &text)
{
    static const QRegularExpression missing(u"no such (?:table|column): (\\S+)|(\\S+ has no column named \\S+)"_s);
    const auto match = missing.match(text);
    return match.captured(match.lastCapturedIndex());
}

} // namespace

Error databaseError(const QSqlError &error, const QString &sql)
{
    const int native = error.nativeErrorCode().toInt();
    const QString detail = error.text() + u" | "_s + sql.left(200);
    switch (native & 0xff) { // the low byte is the primary result code, https://sqlite.org/rescode.html
    case 5:
    case 6:
        return {
            ErrorCode::Locked, Texts::tr("Another program is using the file. Close it there and try again."), detail, {}};
    case 8: return {ErrorCode::ReadOnly, Texts::tr("The file cannot be changed."), detail, {}};
    case 10: return {ErrorCode::File, Texts::tr("The disk could not be read or written."), detail, {}};
    case 11: return {ErrorCode::Damaged, Texts::tr("The file is damaged. Restore a backup."), detail, {}};
    case 13: return {ErrorCode::Full, Texts::tr("The disk is full. Nothing was changed."), detail, {}};
    case 14: return {ErrorCode::File, Texts::tr("The file cannot be opened."), detail, {}};
    case 26: return {ErrorCode::NotOurs, Texts::tr("The file is not a Kartoteka database."), detail, {}};
    default: break;
    }
    if (const QString part = native == 1 ? missingPart(error.databaseText()) : QString(); !part.isEmpty()) {
        return {ErrorCode::Database,
                Texts::tr("The file lacks “%1”, which is needed here. Another program may have removed it: check the file "
                          "(kartoteka-cli FILE check), and restore a backup if the check finds it missing.")
                    .arg(part),
                detail,
                {}};
    }
    return {ErrorCode::Database, Texts::tr("Database error: %1").arg(error.databaseText()), detail, {}};
}

Connection::Connection(QString name, const QSqlDatabase &database, std::unique_ptr<OpenFile> file)
    : m_name(std::move(name)), m_file(std::move(file)), m_database(database)
{}

Connection::~Connection()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, int busyTimeoutMs)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s)) {
        return Error{
            ErrorCode::Database,
            Texts::tr("Qt's driver for SQLite is missing, and without it no file can be opened. Install it: on Debian "
                      "and Ubuntu the package libqt6sql6-sqlite."),
            {},
            {}};
    }
    tuneSqlite();
    // A whole path: to SQLite some short names mean something else, such as ":memory:".
    const QString whole = QFileInfo(path).absoluteFilePath();
    if (auto fits = mode == Mode::Fixed ? Result<void>() : judgeFilesBeside(whole); !fits)
        return fits.error();
    static std::atomic<int> counter{0};
    const QString name = u"kartoteka-%1"_s.arg(++counter);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs);
    if (mode == Mode::ReadOnly || mode == Mode::Fixed)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (mode == Mode::Fixed)
        options += u";QSQLITE_OPEN_URI"_s;
    database.setDatabaseName(mode == Mode::Fixed
                                 ? u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(whole, "/")) + u"?immutable=1"_s
                                 : whole);
    database.setConnectOptions(options);
    auto file = std::make_unique<OpenFile>(whole);
    const bool opened = database.open();
    const QSqlError error = database.lastError();
    file->found(whole);
    std::unique_ptr<Connection> connection(new Connection(name, database, std::move(file)));
    database = {}; // the last copy must be the connection's, or Qt cannot remove it
    if (!opened)
        return databaseError(error, u"open"_s);
    QStringList pragmas{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s,
                        u"PRAGMA temp_store=MEMORY"_s};
    // There are several readers, and the system keeps the file's pages too; the writer of an import profits from its own.
    const bool reads = mode == Mode::ReadOnly || mode == Mode::Fixed;
    pragmas << (reads ? u"PRAGMA cache_size=-12000"_s : u"PRAGMA cache_size=-64000"_s);
    if (!reads)
        // A longer log writes pages that an import touches again and again to the file once.
        pragmas << u"PRAGMA synchronous=FULL"_s << u"PRAGMA wal_autocheckpoint=32000"_s;
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = connection->run(pragma); !done)
            return done.error();
    }
    return connection;
}

Result<QSqlQuery *> Connection::prepare(const QString &sql)
{
    if (const auto known = m_byAddress.constFind(sql.constData()); known != m_byAddress.cend())
        return *known;
    // Filters make statements of many forms: those that nobody reads from are prepared again when they are needed.
    constexpr qsizetype keptStatements = 400;
    if (m_statements.size() > keptStatements && !m_statements.contains(sql)) {
        m_byAddress.clear();
        m_statements.removeIf([](const auto &kept) { return !kept.value()->isActive(); });
    }
    if (const auto found = m_statements.constFind(sql); found != m_statements.cend()) {
        if (found.key().constData() == sql.constData())
            m_byAddress.insert(sql.constData(), found->get());
        return found->get();
    }
    auto statement = std::make_shared<QSqlQuery>(m_database);
    statement->setForwardOnly(true);
    if (!statement->prepare(sql))
        return databaseError(statement->lastError(), sql);
    QSqlQuery *made = statement.get();
    m_statements.insert(sql, std::move(statement));
    return made;
}

Result<QSqlQuery *> Connection::execute(const QString &sql, const QVariantList &bound)
{
    auto prepared = prepare(sql);
    if (!prepared)
        return prepared.error();
    QSqlQuery *statement = *prepared;
    BoundValues::set(*statement, bound);
    if (!statement->exec()) {
        Error error = databaseError(statement->lastError(), sql);
        statement->finish();
        // SQLite tells a full disk by several names, depending on what it was about to do.
        if (error.code == ErrorCode::File && isDiskFull(QFileInfo(m_database.databaseName()).absolutePath()))
            error = {ErrorCode::Full, Texts::tr("The disk is full. Nothing was changed."), error.detail, {}};
        return error;
    }
    return statement;
}

Result<void> Connection::run(const QString &sql, const QVariantList &bound)
{
    auto query = execute(sql, bound);
    if (!query)
        return query.error();
    m_lastInsertId = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return {};
}

Result<void> Connection::beginWriting(int waitMs)
{
    constexpr auto pause = std::chrono::milliseconds(3);
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(waitMs);
    // SQLite takes this pragma when the statement is prepared, so a kept one would do nothing.
    const auto setTimeout = [this](int ms) { QSqlQuery(m_database).exec(u"PRAGMA busy_timeout = %1"_s.arg(ms)); };
    setTimeout(0);
    Result<void> done = run(u"BEGIN IMMEDIATE"_s);
    while (!done && done.error().code == ErrorCode::Locked && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(pause);
        done = run(u"BEGIN IMMEDIATE"_s);
    }
    setTimeout(writeWaitMs);
    return done;
}

Result<Cursor> Connection::query(const QString &sql, const QVariantList &bound)
{
    auto query = execute(sql, bound);
    if (!query)
        return query.error();
    return Cursor(*query);
}

Result<QVariant> Connection::scalar(const QString &sql, const QVariantList &bound)
{
    auto cursor = query(sql, bound);
    if (!cursor)
        return cursor.error();
    return cursor->next() ? cursor->value(0) : QVariant();
}

} // namespace Kartoteka
