// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "tests/support/test_office.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

namespace Kartoteka {

/// One copy of an office's database on a computer of its own.
class Replica
{
public:
    /// @p path is a database; @p folder stands for the computer's own folder.
    Replica(QString path, const QString &folder, const Clock &clock);

    Store &store() { return *m_store; }
    QString path() const { return m_path; }
    std::shared_ptr<const Installation> installation() const { return m_installation; }
    void close() { m_store.reset(); }
    void open();

    Result<ExchangeWritten> write(const QString &path, const QString &seat);
    Result<ExchangeRead> read(const QString &path, bool acceptClock = false);
    /// Its seat code now; empty at the office.
    QString seat();
    /// Goes on on another computer, whose folder is @p folder, as what it was.
    void move(const QString &folder);

    /// Every record of every table, by table and uid, as JSON without anything local.
    QMap<QString, QString> records();
    /// Conflicts, journal rows and acts, in the same way.
    QStringList conflicts();
    QMap<QString, QString> journal();
    /// Identities of all that has a place among others (types, fields, stages, values, people), in the order in which it is seen.
    QStringList order();
    /// Tables of records that no row of the journal is about.
    QSet<QString> untouched();
    /// In whose timeline each journal row stands.
    QMap<QString, QString> timelines();
    QStringList problems();
    VersionVector vector();

private:
    QString m_path;
    const Clock &m_clock;
    std::shared_ptr<const Installation> m_installation;
    std::unique_ptr<Store> m_store;
};

/// Does something a person could do; a refusal is no failure.
/// @return what was tried, for the log of a failing run.
QString randomAct(Replica &replica, QRandomGenerator &random);

} // namespace Kartoteka
