// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>

struct sqlite3;
struct sqlite3_stmt;

namespace Kartoteka {

/// SQLite without Qt: the yardstick of every figure.
class RawSqlite
{
public:
    explicit RawSqlite(const QString &path);
    ~RawSqlite();
    RawSqlite(const RawSqlite &) = delete;
    RawSqlite &operator=(const RawSqlite &) = delete;

    /// Runs a prepared statement and reads every column of every row, as a program in C would. @return the rows.
    int run(const QByteArray &sql, const QVariantList &bound = {});
    /// First column of every row.
    QList<qint64> integers(const QByteArray &sql, const QVariantList &bound = {});

private:
    sqlite3_stmt *prepared(const QByteArray &sql, const QVariantList &bound);

    sqlite3 *m_database = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
};

} // namespace Kartoteka
