// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/store/change/commit_notice.h"
#include "core/store/change/commit_rule.h"
#include "core/store/commit/interrupted_acts.h"
#include "core/store/commit/undo.h"
#include "core/store/merge/merge_report.h"
#include "core/store/read_pool.h"
#include "core/store/upkeep/file_access.h"
#include "core/store/upkeep/file_descent.h"
#include "core/store/upkeep/file_guard.h"
#include "core/store/writer.h"

#include <QObject>
#include <QPromise>

#include <atomic>

namespace Kartoteka {

class Merger;

struct StoreOptions
{
    QList<CommitRule> rules;
    QList<Follower> followers = {};
    QList<ClosingRule> closingRules = {};
    QString login; ///< of the person at the machine; the first user of the file when it knows no such
    FileVisitor visitor = {};
    const Clock *clock = &systemClock();
    std::shared_ptr<const Installation> installation = {}; ///< null: copies of the file are not told apart
};

/// An open database file: the one door for writes, the way in for reads, and the place from which
/// every change is announced. Lives on one thread (the GUI's); its work is done on others.
class Store final : public QObject
{
    Q_OBJECT
public:
    enum class Priority { Interactive, Bulk };

    /// Opens a file after its checks; an older file is backed up and migrated.
    static Result<std::unique_ptr<Store>> open(const QString &path, StoreOptions options);
    static Result<std::unique_ptr<Store>> open(FileAccess access, StoreOptions options);
    ~Store() override;
    /// Ends all work, puts the log into the file and closes it. An error says that the file is not what was opened any more:
    /// see stoodDown(). The destructor does the same without a word.
    Result<void> close();

    /// The file; of a copy the original.
    QString path() const { return m_access.path; }
    /// How the file can be used, and why not otherwise.
    const FileAccess &access() const { return m_access; }
    /// A connection of the caller's own for reading, on any thread.
    Result<std::unique_ptr<Connection>> openReader() const;
    SchemaPtr schema() const { return m_schema; }
    std::shared_ptr<const Catalog> catalog() const { return m_catalog; }
    const Clock &clock() const { return *m_options.clock; }
    const std::shared_ptr<const Installation> &installation() const { return m_options.installation; }
    qint64 user() const { return m_user; }
    void setUser(qint64 user);

    /// Applies, journals and announces. Refused: nothing is changed.
    Answer<Receipt> commit(ChangeSet changes, Priority priority = Priority::Interactive);
    /// The same for callers without an event loop; announces before it returns.
    Result<Receipt> commitAndWait(ChangeSet changes);

    /// Looks what other programs did to the file, which is done now and then anyway: somebody came back to it.
    void lookAround();

    /// The last part of a long act is written (ChangeSet::goesOn), or what an interrupted one had written is to stand.
    Answer<bool> finishAct(const QUuid &act);
    /// Takes back what a long act has written so far: it failed, or it was interrupted.
    Answer<Receipt> takeOut(const QUuid &act);
    /// Long acts whose program was killed, found when the file was opened.
    QList<InterruptedAct> interruptedActs() const { return m_interrupted; }

    /// Takes in rows of other replicas as one act, all or nothing: @p feed hands them to the merger. A rehearsal says what
    /// would happen and is rolled back.
    Answer<MergeReport> merge(ChangeSet header, std::function<Result<void>(Merger &)> feed, bool rehearse);

    /// Before a file leaves: a copy of another file, or one put back from a backup, goes on under its own identity.
    Answer<Receipt> settleIdentity();
    /// The file was last written on another computer: it was copied from there, or moved for good. Until a person says
    /// takeOver() it counts as copied, and goes on as a seat of its own with the first change.
    bool wasElsewhere() const { return m_wasElsewhere; }
    /// It was moved: it goes on as what it was. The file on the other computer must not be written any more.
    Answer<bool> takeOver();

    /// Takes back (puts back) the last act of the current user; NotFound when there is none.
    Answer<Receipt> undo();
    Answer<Receipt> redo();
    Result<UndoStep> undoStep();
    Result<UndoStep> redoStep();

    /// Runs @p read on a reader thread. A cancelled read that has not begun does not run.
    template<typename T>
    Answer<T> read(const CancelToken &token, std::function<Result<T>(ReadContext &)> read);

    /// For small keyed reads, on the store's thread.
    ReadContext reader() { return {*m_reader, m_schema, m_catalog, {}, m_options.clock}; }

    /// Runs on the writing connection, outside any transaction: check, backup.
    template<typename T>
    Answer<T> maintain(std::function<Result<T>(Connection &)> work);

signals:
    void committed(const Kartoteka::CommitNotice &notice);
    void schemaChanged();
    void userChanged();
    /// The file at the path is not the one that was opened: nothing more is written. @p why says what became of what was
    /// not in the file yet.
    void stoodDown(const Kartoteka::Error &why);
    /// A file that could only be read can be changed now: it is to be opened anew.
    void becameFree();

private:
    Store(FileAccess access, StoreOptions options);
    using Body = std::function<Result<Receipt>(Transaction &, const Catalog &)>;
    /// Whether followers are asked about what is written.
    enum class Followed { No, Yes };
    Answer<Receipt> enqueue(ChangeSet header, Body body, bool bulk, Followed followed = Followed::No);
    Result<Receipt> write(Connection &connection, const ChangeSet &header, const Body &body, qint64 user,
                          Followed followed = Followed::No);
    /// Lets the followers do what waits for them: of one act, or of all that are finished (null).
    void follow(Connection &connection, const QUuid &act);
    void follow(Connection &connection, const Follower &follower, const FollowUp &waiting);
    Result<void> mayWrite(Connection &connection);
    void standDown(Connection &connection, FileGuard::State state);
    void putLogIn(Connection &connection, bool isLong = false);
    void whenIdle(Connection &connection, const std::function<bool()> &isAwaited);
    void announce(const CommitNotice &notice, const SchemaPtr &schema);
    void watchOthers(Connection &connection);
    void makeIndex(Connection &connection);
    SchemaPtr readDefinitions(Connection &connection);
    Answer<Receipt> turn(bool redo);

    FileAccess m_access;
    StoreOptions m_options;
    SchemaPtr m_schema;
    std::shared_ptr<const Catalog> m_catalog;
    qint64 m_user = 0;
    std::unique_ptr<Connection> m_reader;
    bool m_wasElsewhere = false;
    QList<InterruptedAct> m_interrupted;

    // Of the writer's thread.
    std::optional<FileGuard> m_guard; ///< none where nothing is written
    std::optional<Error> m_refusal;   ///< why nothing is written any more
    RunningActs m_running;
    bool m_logWaits = true;     ///< something may stand in the log that is not in the file
    bool m_searchWaits = false; ///< segments of the search index may be there to be merged
    bool m_indexesWait = true;  ///< fields may lack theirs
    bool m_toldFree = false;
    SchemaPtr m_writerSchema;
    std::shared_ptr<const Catalog> m_writerCatalog;
    FileDescent m_descent;
    QList<qint64> m_nothingFollows; ///< follow-ups that came to nothing, to be taken away with the next write
    qint64 m_dataVersion = -1;
    qint64 m_lastJournal = 0;

    std::atomic_bool m_looks = false; ///< asked for, and not begun

    std::unique_ptr<ReadPool> m_readers;
    std::unique_ptr<Writer> m_writer;
};

template<typename T>
Answer<T> Store::read(const CancelToken &token, std::function<Result<T>(ReadContext &)> read)
{
    // shared_ptr because std::function must be copyable and a promise is not
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    Answer<T> answer(promise->future());
    m_readers->add([promise, token, read = std::move(read), schema = m_schema, catalog = m_catalog,
                    clock = m_options.clock](Connection *connection) {
        if (token.isCancelled() || !connection) {
            promise->addResult(Result<T>(Error{token.isCancelled() ? ErrorCode::Cancelled : ErrorCode::File, {}, {}, {}}));
        } else {
            ReadContext context{*connection, schema, catalog, token, clock};
            promise->addResult(read(context));
        }
        promise->finish();
    });
    return answer;
}

template<typename T>
Answer<T> Store::maintain(std::function<Result<T>(Connection &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    Answer<T> answer(promise->future());
    m_writer->add(
        [this, promise, work = std::move(work)](Connection &connection) {
            auto done = work(connection);
            promise->addResult(done ? done : Result<T>(m_access.explained(done.error())));
            promise->finish();
        },
        false);
    return answer;
}

} // namespace Kartoteka
