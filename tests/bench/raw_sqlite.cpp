// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/raw_sqlite.h"

#include <QHash>

#include <sqlite3.h>

namespace Kartoteka {

RawSqlite::RawSqlite(const QString &path)
{
    if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database));
    sqlite3_busy_timeout(m_database, 5000);
    for (const char *pragma :
         {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-32000", "PRAGMA temp_store=MEMORY"})
        run(pragma);
}

RawSqlite::~RawSqlite()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

sqlite3_stmt *RawSqlite::prepared(const QByteArray &sql, const QVariantList &bound)
{
    sqlite3_stmt *&statement = m_statements[sql];
    if (!statement && sqlite3_prepare_v2(m_database, sql.constData(), int(sql.size()), &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sqlite3_errmsg(m_database), sql.constData());
    for (int i = 0; i < bound.size(); ++i) {
        const QVariant &value = bound[i];
        if (!value.isValid())
            sqlite3_bind_null(statement, i + 1);
        else if (value.typeId() == QMetaType::QString)
            sqlite3_bind_text(statement, i + 1, value.toString().toUtf8().constData(), -1, SQLITE_TRANSIENT);
        else if (value.typeId() == QMetaType::QByteArray)
            sqlite3_bind_blob(statement, i + 1, value.toByteArray().constData(), int(value.toByteArray().size()),
                              SQLITE_TRANSIENT);
        else if (value.typeId() == QMetaType::Double)
            sqlite3_bind_double(statement, i + 1, value.toDouble());
        else
            sqlite3_bind_int64(statement, i + 1, value.toLongLong());
    }
    return statement;
}

int RawSqlite::run(const QByteArray &sql, const QVariantList &bound)
{
    sqlite3_stmt *statement = prepared(sql, bound);
    int rows = 0;
    int status = SQLITE_OK;
    qint64 bytes = 0;
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        ++rows;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            if (sqlite3_column_type(statement, i) == SQLITE_TEXT)
                bytes += sqlite3_column_text(statement, i)[0] + sqlite3_column_bytes(statement, i);
            else
                bytes += sqlite3_column_int64(statement, i);
        }
    }
    if (status != SQLITE_DONE)
        qFatal("%s: %s", sqlite3_errmsg(m_database), sql.constData());
    sqlite3_reset(statement);
    return bytes == -1 ? -1 : rows; // keeps the reading from being optimised away
}

QList<qint64> RawSqlite::integers(const QByteArray &sql, const QVariantList &bound)
{
    sqlite3_stmt *statement = prepared(sql, bound);
    QList<qint64> out;
    while (sqlite3_step(statement) == SQLITE_ROW)
        out << sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return out;
}

QList<std::pair<QString, QString>> RawSqlite::pairs(const QByteArray &sql)
{
    sqlite3_stmt *statement = prepared(sql, {});
    QList<std::pair<QString, QString>> out;
    const auto text = [statement](int column) {
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, column)));
    };
    while (sqlite3_step(statement) == SQLITE_ROW)
        out.append({text(0), text(1)});
    sqlite3_reset(statement);
    return out;
}

RawSqlite::Rows::~Rows()
{
    for (sqlite3_value *value : m_values)
        sqlite3_value_free(value);
}

std::unique_ptr<RawSqlite::Rows> RawSqlite::rows(const QByteArray &select, const QByteArray &table)
{
    sqlite3_stmt *statement = prepared(select, {});
    auto out = std::make_unique<Rows>();
    out->m_columns = sqlite3_column_count(statement);
    QByteArrayList names;
    for (int i = 0; i < out->m_columns; ++i)
        names << '"' + QByteArray(sqlite3_column_name(statement, i)) + '"';
    out->m_insert = "INSERT INTO " + table + " (" + names.join(", ") + ") VALUES ("
        + QByteArrayList(out->m_columns, "?").join(", ") + ")";
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < out->m_columns; ++i)
            out->m_values.push_back(sqlite3_value_dup(sqlite3_column_value(statement, i)));
    }
    sqlite3_reset(statement);
    return out;
}

void RawSqlite::write(const Rows &rows)
{
    sqlite3_stmt *statement = prepared(rows.m_insert, {});
    for (auto value = rows.m_values.cbegin(); value != rows.m_values.cend();) {
        for (int i = 1; i <= rows.m_columns; ++i)
            sqlite3_bind_value(statement, i, *value++);
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("%s: %s", sqlite3_errmsg(m_database), rows.m_insert.constData());
        sqlite3_reset(statement);
    }
}

void RawSqlite::addFunction(const char *name, const std::function<QString(const QString &)> &function)
{
    m_functions.push_back(function);
    sqlite3_create_function(
        m_database, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, &m_functions.back(),
        [](sqlite3_context *context, int, sqlite3_value **values) {
            const auto *one = static_cast<const std::function<QString(const QString &)> *>(sqlite3_user_data(context));
            if (sqlite3_value_type(values[0]) == SQLITE_NULL)
                return;
            const QByteArray out =
                (*one)(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(values[0])))).toUtf8();
            sqlite3_result_text(context, out.constData(), int(out.size()), SQLITE_TRANSIENT);
        },
        nullptr, nullptr);
}

} // namespace Kartoteka
