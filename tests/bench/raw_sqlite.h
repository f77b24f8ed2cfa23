// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>

#include <functional>
#include <list>

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
    /// First two columns of every row, as texts.
    QList<std::pair<QString, QString>> pairs(const QByteArray &sql);
    /// A function of SQL that turns one text into another.
    void addFunction(const char *name, const std::function<QString(const QString &)> &function);

private:
    sqlite3_stmt *prepared(const QByteArray &sql, const QVariantList &bound);

    sqlite3 *m_database = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
    std::list<std::function<QString(const QString &)>> m_functions; // their addresses are SQLite's
};

} // namespace Kartoteka
