// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/file/open_files.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace Kartoteka {

/// The rows of one executed statement. Gives the statement back to its connection when destroyed.
class Cursor
{
public:
    explicit Cursor(QSqlQuery *query) : m_query(query) {}
    Cursor(Cursor &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Cursor &operator=(Cursor &&) = delete;
    ~Cursor()
    {
        if (m_query)
            m_query->finish();
    }

    bool next() { return m_query->next(); }
    QVariant value(int column) const { return m_query->value(column); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    bool isNull(int column) const { return m_query->isNull(column); }

private:
    QSqlQuery *m_query;
};

/// How long a write waits for another program's, at most.
constexpr int writeWaitMs = 15'000;

/// One SQLite connection with its prepared statements. Belongs to the thread that opened it.
class Connection
{
public:
    enum class Mode {
        ReadOnly,
        ReadWrite,
        Create,
        Fixed ///< read only, and nothing changes the file meanwhile: it lies on a read-only medium
    };

    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode, int busyTimeoutMs = writeWaitMs);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs a statement that returns no rows.
    Result<void> run(const QString &sql, const QVariantList &bound = {});
    /// Runs a query. The same text must not be run again while its cursor lives.
    Result<Cursor> query(const QString &sql, const QVariantList &bound = {});
    /// BEGIN IMMEDIATE, waiting for the program that writes just now. It is asked for often, so that a long act of another
    /// program which lets go for a moment between its parts is enough. Locked when it did not.
    Result<void> beginWriting(int waitMs = writeWaitMs);
    /// First column of the first row; invalid when there is no row.
    Result<QVariant> scalar(const QString &sql, const QVariantList &bound = {});
    qint64 lastInsertId() const { return m_lastInsertId; }

    /// Forgets the prepared statements, needed after the tables changed shape.
    void clearStatements()
    {
        m_byAddress.clear();
        m_statements.clear();
    }

private:
    Connection(QString name, const QSqlDatabase &database, std::unique_ptr<OpenFile> file);
    Result<QSqlQuery *> prepare(const QString &sql);
    Result<QSqlQuery *> execute(const QString &sql, const QVariantList &bound);

    QString m_name;
    std::unique_ptr<OpenFile> m_file;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements; // QHash cannot hold unique_ptr
    /// The same by where a text lies, for texts whose own copy is a key above: nothing else can lie there, and hashing a
    /// kilobyte of SQL for each row of an import costs more than the look-up is worth.
    QHash<const QChar *, QSqlQuery *> m_byAddress;
    qint64 m_lastInsertId = 0;
};

/// What an SQLite failure means to a person.
Error databaseError(const QSqlError &error, const QString &sql);

} // namespace Kartoteka
