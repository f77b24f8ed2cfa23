// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>

#include <functional>
#include <list>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace Kartoteka {

/// SQLite without Qt: the yardstick of every figure.
class RawSqlite
{
public:
    /// Rows of a table as SQLite keeps them, so that to write them costs nothing but SQLite.
    class Rows
    {
    public:
        Rows() = default;
        ~Rows();
        Rows(const Rows &) = delete;
        Rows &operator=(const Rows &) = delete;

    private:
        friend class RawSqlite;
        QByteArray m_insert;
        int m_columns = 0;
        std::vector<sqlite3_value *> m_values;
    };

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
    /// What a SELECT gives, to be inserted into @p table of another file.
    std::unique_ptr<Rows> rows(const QByteArray &select, const QByteArray &table);
    void write(const Rows &rows);
    /// A function of SQL that turns one text into another.
    void addFunction(const char *name, const std::function<QString(const QString &)> &function);

private:
    sqlite3_stmt *prepared(const QByteArray &sql, const QVariantList &bound);

    sqlite3 *m_database = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
    std::list<std::function<QString(const QString &)>> m_functions; // their addresses are SQLite's
};

} // namespace Kartoteka
