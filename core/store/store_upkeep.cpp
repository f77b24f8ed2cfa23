// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer's thread does besides commits: guards the file, looks what others wrote, puts the log in, merges the index.
#include "core/base/texts.h"
#include "core/store/change/journal_reader.h"
#include "core/store/commit/item_tables.h"
#include "core/store/file/log_watch.h"
#include "core/store/kept/search_index.h"
#include "core/store/record/schema_reader.h"
#include "core/store/store.h"
#include "core/store/upkeep/backup.h"

namespace Kartoteka {

namespace {

/// What other programs write is in the file itself after so long at the latest: people copy that one alone.
constexpr std::chrono::seconds longestOutside{2};

/// The search index grows by a segment with each commit; they are merged while nobody waits.
/// @return whether all are merged.
bool mergedSearch(Connection &connection, const Schema &schema, const std::function<bool()> &isAwaited)
{
    constexpr int mostSteps = 20;
    int steps = 0;
    for (const EntityType &type : schema.allTypes()) {
        while (true) {
            if (isAwaited() || ++steps > mostSteps)
                return false; // the next time goes on
            if (!connection.beginWriting(0))
                return false; // another program writes
            auto merged = mergeSearchIndex(connection, type.table);
            if (auto ended = connection.run(merged ? u"COMMIT"_s : u"ROLLBACK"_s); !ended || !merged || !*merged)
                break;
        }
    }
    return true;
}

/// Where a copy of what stands in a file is kept now; empty: there is none.
QString rescued(Connection &connection, const QString &path, qint64 now)
{
    const QString target = backupPath(path, BackupFile::Kind::Rescued, now);
    return ensureBackupFolder(target) && backupTo(connection, target) ? target : QString();
}

/// What became of a file while it was open; %1 is its path.
QString whatBecame(FileGuard::State state)
{
    switch (state) {
    case FileGuard::State::Same: break;
    case FileGuard::State::Gone:
        return Texts::tr("“%1” is no longer there: it was deleted, moved or renamed while it was open.");
    case FileGuard::State::Replaced:
    case FileGuard::State::Overwritten: return Texts::tr("“%1” was replaced by another file while it was open.");
    case FileGuard::State::LogLost: return Texts::tr("The log of “%1” was removed while the file was open.");
    }
    return {};
}

/// … for people, with what becomes of its changes. @p kept: where a copy of them is; empty: there is none.
QString whyNothingIsWritten(FileGuard::State state, const QString &path, const QString &kept)
{
    return whatBecame(state).arg(path) + u' ' + Texts::tr("Nothing more is written to it.") + u' '
        + (kept.isEmpty() ? Texts::tr("What was changed in the last seconds could not be saved.")
                          : Texts::tr("Everything that was open here is kept in “%1”.").arg(kept));
}

} // namespace

Result<void> Store::mayWrite(Connection &connection)
{
    if (!m_access.isWritable())
        return Error{ErrorCode::ReadOnly, m_access.reason, {}, m_access.path};
    if (m_refusal)
        return *m_refusal;
    const FileGuard::State state = m_guard->look(connection, m_access.holder && m_access.holder->isTaken());
    if (state == FileGuard::State::Same)
        return {};
    standDown(connection, state);
    return *m_refusal;
}

void Store::standDown(Connection &connection, FileGuard::State state)
{
    // What this program holds is whole as long as it holds the file; of one that was written over nothing is.
    const QString kept = state == FileGuard::State::Overwritten ? QString()
                                                                : rescued(connection, m_access.path, m_options.clock->now());
    m_guard->removeLog();
    m_refusal = Error{ErrorCode::File, whyNothingIsWritten(state, m_access.path, kept), {}, m_access.path};
    QMetaObject::invokeMethod(
        this, [this, why = *m_refusal] { emit stoodDown(why); }, Qt::QueuedConnection);
}

void Store::putLogIn(Connection &connection, bool isLong)
{
    // One that is passive takes what no reader stands before, and waits for nobody; the next one takes the rest.
    const bool isMine = m_access.holder && m_access.holder->isTaken();
    if (!m_logWaits || !(isMine || isLong))
        return;
    auto done = connection.query(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    if (!done || !done->next())
        return;
    m_logWaits = done->integer(1) != done->integer(2);
    m_guard->noteLogPutIn();
}

void Store::whenIdle(Connection &connection, const std::function<bool()> &isAwaited)
{
    if (!m_access.isWritable() && m_access.holder && !m_toldFree && m_access.holder->isFree()) {
        m_toldFree = true;
        QMetaObject::invokeMethod(this, &Store::becameFree, Qt::QueuedConnection);
    }
    if (m_access.isWritable()) {
        if (m_access.holder && m_access.holder->tryTake())
            m_access.holder->beat();
        if (!mayWrite(connection))
            return;
    }
    watchOthers(connection);
    if (m_access.isWritable() && !isAwaited()) {
        m_logWaits = m_logWaits || m_searchWaits;
        m_searchWaits = m_searchWaits && !mergedSearch(connection, *m_writerSchema, isAwaited);
        if (m_indexesWait && !isAwaited())
            makeIndex(connection);
        putLogIn(connection);
    } else if (m_access.isWritable() && !m_searchWaits && !wasJustWritten(m_access.path, longestOutside)) {
        putLogIn(connection); // others write on and on
    }
}

void Store::makeIndex(Connection &connection)
{
    const auto made = makeMissingIndex(connection);
    m_indexesWait = !made || *made; // there may be another one
    const SchemaPtr schema = made && *made ? readDefinitions(connection) : nullptr;
    if (!schema)
        return;
    m_logWaits = true;
    QMetaObject::invokeMethod(
        this, [this, schema] { announce({}, schema); }, Qt::QueuedConnection);
}

/// For the writer too; null when they cannot be read.
SchemaPtr Store::readDefinitions(Connection &connection)
{
    connection.clearStatements();
    auto read = readSchema(connection);
    if (!read)
        return {};
    m_writerSchema = *read;
    m_writerCatalog = std::make_shared<const Catalog>(*m_writerSchema);
    return m_writerSchema;
}

void Store::watchOthers(Connection &connection)
{
    // data_version changes when another connection wrote; ours never do on this one.
    auto version = connection.scalar(u"PRAGMA data_version"_s);
    if (!version || version->toLongLong() == m_dataVersion)
        return;
    m_dataVersion = version->toLongLong();
    m_logWaits = true;
    // The first look finds what came since the file was opened.
    auto notice = noticeSince(connection, *m_writerCatalog, m_lastJournal);
    if (!notice || (notice->records.isEmpty() && !notice->whole))
        return;
    const SchemaPtr schema = notice->schemaChanged ? readDefinitions(connection) : nullptr;
    QMetaObject::invokeMethod(
        this, [this, n = *notice, schema] { announce(n, schema); }, Qt::QueuedConnection);
}

} // namespace Kartoteka
