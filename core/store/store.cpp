// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/store/change/journal_reader.h"
#include "core/store/commit/last_act.h"
#include "core/store/file/log_watch.h"
#include "core/store/merge/merger.h"
#include "core/store/record/schema_reader.h"
#include "core/store/upkeep/database_file.h"
#include "core/store/upkeep/format_update.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <atomic>
#include <future>

namespace Kartoteka {

namespace {

constexpr int readerThreads = 2;
constexpr int watchIntervalMs = 700;       ///< after so long without work the log is put in
constexpr qint64 longestLog = 256LL << 20; ///< bytes; a long log writes pages that an import touches again and again once

/// What @p work comes to on the writer's thread.
template<typename T>
Answer<T> answered(Writer &writer, std::function<Result<T>(Connection &)> work, bool bulk)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    Answer<T> answer(promise->future());
    writer.add(
        [promise, work = std::move(work)](Connection &connection) {
            promise->addResult(work(connection));
            promise->finish();
        },
        bulk);
    return answer;
}

/// An older file becomes one of this program's.
Result<void> readyToWrite(Connection &connection, const FileAccess &access, const Clock &clock)
{
    if (auto done = updateFormat(connection, access.path, access.format, clock); !done)
        return done.error();
    // Only whoever holds the file puts the log in, when there is time for it, so that it knows what the file looks like.
    return connection.run(u"PRAGMA wal_autocheckpoint = 0"_s);
}

/// The person of this seat, else the user of that login, else the first one.
Result<qint64> seatUser(Connection &connection, const Schema &schema, const QString &login)
{
    auto person = connection.scalar(u"SELECT person FROM replica WHERE is_self = 1"_s);
    if (!person)
        return person.error();
    if (const User *user = schema.user(person->toLongLong()))
        return user->id;
    qint64 first = 0;
    for (const User &user : schema.users()) {
        if (!user.active)
            continue;
        if (!login.isEmpty() && user.login == login)
            return user.id;
        if (first == 0)
            first = user.id;
    }
    return first;
}

} // namespace

Store::Store(FileAccess access, StoreOptions options)
    : m_access(std::move(access)), m_options(std::move(options)), m_running(m_access.path)
{}

Store::~Store()
{
    (void)close(); // who wants to know has called it
}

Result<void> Store::close()
{
    if (!m_writer)
        return {};
    // After all that was asked for: is the file still the one that all this belongs to?
    auto last = maintain<bool>([this](Connection &connection) -> Result<bool> {
                    if (auto allowed = mayWrite(connection); !allowed)
                        return allowed.error();
                    putLogIn(connection);
                    return true;
                }).result();
    const bool isOurs = last || m_access.kind != FileAccess::Kind::Write;
    // The connection that closes last brings the log into the file, which those that only read cannot: whoever copies the file
    // after the program has closed it must have everything. Into a file that is not ours it must not.
    if (!isOurs)
        m_writer.reset();
    m_readers.reset();
    m_reader.reset();
    m_writer.reset();
    m_access.holder.reset();
    return isOurs ? Result<void>() : Result<void>(last.error());
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, StoreOptions options)
{
    auto access = findAccess(path, options.visitor);
    return access ? open(std::move(*access), std::move(options)) : Result<std::unique_ptr<Store>>(access.error());
}

Result<std::unique_ptr<Store>> Store::open(FileAccess access, StoreOptions options)
{
    qRegisterMetaType<CommitNotice>();
    qRegisterMetaType<Error>();
    const bool writes = access.isWritable();
    auto connection = Connection::open(access.readPath, writes ? Connection::Mode::ReadWrite : access.readMode());
    if (!connection)
        return connection.error();
    if (auto ready = writes ? readyToWrite(**connection, access, *options.clock) : Result<void>(); !ready)
        return ready.error();

    std::unique_ptr<Store> store(new Store(std::move(access), std::move(options)));
    if (writes && store->m_options.installation) {
        auto descent = judgeDescent(**connection, *store->m_options.installation, store->m_access.path);
        if (!descent)
            return descent.error();
        store->m_descent = *descent;
        store->m_wasElsewhere = descent->isElsewhere;
    }
    // SQLite reads the definitions of all tables for each connection: beside those of the office.
    auto opening = std::async(std::launch::async, [self = store.get()] { return self->openReader(); });
    auto schema = readSchema(**connection);
    if (!schema)
        return asDamage(schema.error());
    auto last = lastJournalRow(**connection);
    auto user = seatUser(**connection, **schema, store->m_options.login);
    if (!last || !user)
        return last ? user.error() : last.error();
    store->m_schema = store->m_writerSchema = *schema;
    store->m_catalog = store->m_writerCatalog = std::make_shared<const Catalog>(**schema);
    store->m_lastJournal = *last;
    store->m_user = *user;
    if (writes) {
        store->m_guard.emplace(store->m_access.path);
        auto interrupted = store->m_running.interrupted(**connection);
        if (!interrupted)
            return interrupted.error();
        store->m_interrupted = *interrupted;
    }
    auto reader = opening.get();
    if (!reader)
        return reader.error();
    store->m_reader = std::move(*reader);
    store->m_readers = std::make_unique<ReadPool>([self = store.get()] { return self->openReader(); }, readerThreads);
    (*connection)->clearStatements();
    Store *self = store.get();
    store->m_writer = std::make_unique<Writer>(
        std::move(*connection), watchIntervalMs,
        [self](Connection &c, const std::function<bool()> &isAwaited) { self->whenIdle(c, isAwaited); });
    watchLog(*self, self->m_access.path + u"-wal"_s, [self] { self->lookAround(); });
    if (writes) // a program that was killed may have left something
        store->m_writer->add([self](Connection &c) { self->follow(c, {}); }, false);
    return store;
}

void Store::lookAround()
{
    if (!m_writer || m_looks.exchange(true))
        return;
    // While somebody writes it only looks; in a folder where much happens the rest is not put off for ever.
    const auto isAwaited = [log = m_access.path + u"-wal"_s] {
        return wasJustWritten(log, std::chrono::milliseconds(watchIntervalMs));
    };
    m_writer->add(
        [this, isAwaited](Connection &c) {
            m_looks = false;
            whenIdle(c, isAwaited);
        },
        false);
}

Result<std::unique_ptr<Connection>> Store::openReader() const
{
    return Connection::open(m_access.readPath, m_access.readMode());
}

void Store::setUser(qint64 user)
{
    m_user = user;
    emit userChanged();
}

Answer<Receipt> Store::commit(ChangeSet changes, Priority priority)
{
    auto shared = std::make_shared<const ChangeSet>(std::move(changes)); // std::function copies what it holds
    ChangeSet header = *shared;
    header.changes.clear();
    const bool isExample = header.kind == ActKinds::demo;
    return enqueue(
        std::move(header),
        [shared](Transaction &transaction, const Catalog &) -> Result<Receipt> {
            if (auto done = transaction.applyAll(shared->changes); !done)
                return done.error();
            return transaction.commit();
        },
        priority == Priority::Bulk, isExample ? Followed::No : Followed::Yes);
}

Result<Receipt> Store::commitAndWait(ChangeSet changes)
{
    Result<Receipt> result = commit(std::move(changes)).result();
    QCoreApplication::sendPostedEvents(this);
    return result;
}

Answer<Receipt> Store::enqueue(ChangeSet header, Body body, bool bulk, Followed followed)
{
    return answered<Receipt>(
        *m_writer,
        [this, header = std::move(header), body = std::move(body), user = m_user, followed](Connection &connection) {
            return write(connection, header, body, user, followed);
        },
        bulk);
}

Result<Receipt> Store::write(Connection &connection, const ChangeSet &header, const Body &body, qint64 user,
                             Followed followed)
{
    if (auto allowed = mayWrite(connection); !allowed)
        return allowed.error();
    CommitNotice notice;
    Result<Receipt> result = Receipt{};
    bool isAwaited = false; // by followers
    {
        TransactionSetting setting{m_writerSchema, m_writerCatalog, &m_options.rules, user, m_options.clock->now()};
        setting.machine = m_descent.machine;
        setting.newIdentity = !m_descent.copiedFrom.isNull();
        setting.newSeat = m_descent.needsSeat;
        if (setting.newIdentity && !setting.newSeat)
            setting.numbers = m_options.installation->memoryOf(m_descent.copiedFrom).numbers;
        if (followed == Followed::Yes) {
            setting.followers = &m_options.followers;
            setting.closingRules = &m_options.closingRules;
        }
        Transaction transaction(connection, std::move(setting));
        if (header.goesOn)
            m_running.begin(header.act);
        if (auto begun = transaction.begin(header); !begun)
            return m_access.explained(begun.error());
        for (const qint64 id : std::as_const(m_nothingFollows)) {
            if (auto taken = takeFollowUp(connection, id); !taken)
                return taken.error();
        }
        result = body(transaction, *m_writerCatalog);
        if (!result || result->act.isNull()) {
            connection.clearStatements(); // what is rolled back may have made tables
            return result;
        }
        notice = transaction.takeNotice();
        isAwaited = transaction.hasFollowUps();
    }
    m_nothingFollows.clear();
    m_logWaits = m_searchWaits = true;
    m_indexesWait = m_indexesWait || notice.schemaChanged;
    if (QFileInfo(m_access.path + u"-wal"_s).size() > longestLog)
        putLogIn(connection, true);
    m_descent.copiedFrom = {};
    if (auto last = lastJournalRow(connection); last)
        m_lastJournal = *last;
    const SchemaPtr schema = notice.schemaChanged ? readDefinitions(connection) : nullptr;
    QMetaObject::invokeMethod(
        this, [this, notice, schema] { announce(notice, schema); }, Qt::QueuedConnection);
    if (isAwaited)
        follow(connection, result->act);
    return result;
}

Answer<bool> Store::finishAct(const QUuid &act)
{
    m_interrupted.removeIf([&act](const InterruptedAct &one) { return one.uid == act; });
    return maintain<bool>([this, act](Connection &connection) -> Result<bool> {
        if (auto allowed = mayWrite(connection); !allowed)
            return allowed.error();
        auto done = connection.run(u"UPDATE act SET unfinished = 0 WHERE uid = ? AND unfinished = 1"_s, {uidBytes(act)});
        if (!done)
            return m_access.explained(done.error());
        m_logWaits = true;
        m_running.end(act);
        follow(connection, act); // it was interrupted before it was followed
        return true;
    });
}

Answer<Receipt> Store::takeOut(const QUuid &act)
{
    m_interrupted.removeIf([&act](const InterruptedAct &one) { return one.uid == act; });
    ChangeSet header;
    header.kind = ActKinds::undo;
    header.undoable = false;
    return enqueue(
        header,
        [this, act](Transaction &transaction, const Catalog &catalog) -> Result<Receipt> {
            auto receipt = takeOutAct(transaction, catalog, act);
            if (receipt && !receipt->act.isNull())
                m_running.end(act);
            return receipt;
        },
        true);
}

Answer<bool> Store::takeOver()
{
    m_wasElsewhere = false;
    // Under a new identity even so: nobody can tell whether the file on the other computer was written to since, and what
    // was moved may be a backup that lacks what others have.
    auto taken = maintain<bool>([this](Connection &connection) -> Result<bool> {
        auto self = connection.scalar(u"SELECT uid FROM replica WHERE is_self = 1"_s);
        if (!self)
            return self.error();
        m_descent.copiedFrom = uidFromBytes(self->toByteArray());
        m_descent.needsSeat = false;
        return true;
    });
    (void)settleIdentity(); // comes after it, and before whatever is written next
    return taken;
}

Answer<Receipt> Store::settleIdentity()
{
    ChangeSet header;
    header.kind = ActKinds::exchange;
    header.undoable = false;
    return enqueue(
        header,
        [this](Transaction &transaction, const Catalog &) -> Result<Receipt> {
            return m_descent.copiedFrom.isNull() ? Receipt{} : transaction.commit();
        },
        false);
}

Answer<MergeReport> Store::merge(ChangeSet header, std::function<Result<void>(Merger &)> feed, bool rehearse)
{
    return answered<MergeReport>(
        *m_writer,
        [this, header = std::move(header), feed = std::move(feed), rehearse,
         user = m_user](Connection &connection) -> Result<MergeReport> {
            MergeReport report;
            const Body body = [&](Transaction &transaction, const Catalog &) -> Result<Receipt> {
                Merger merger(transaction,
                              AheadReader([this](ReadPool::Task task) { m_readers->add(std::move(task)); }, m_writerSchema,
                                          m_writerCatalog));
                auto done = feed(merger);
                if (!done)
                    return done.error();
                report = merger.report();
                return rehearse ? Receipt{} : transaction.commit();
            };
            auto receipt = write(connection, header, body, user);
            if (!receipt)
                return receipt.error();
            report.receipt = *receipt;
            return report;
        },
        true);
}

void Store::announce(const CommitNotice &notice, const SchemaPtr &schema)
{
    if (schema) {
        m_schema = schema;
        m_catalog = std::make_shared<const Catalog>(*schema);
        m_reader->clearStatements();
        emit schemaChanged();
    }
    emit committed(notice);
}

Result<UndoStep> Store::undoStep()
{
    return nextUndo(*m_reader, m_user);
}

Result<UndoStep> Store::redoStep()
{
    return nextRedo(*m_reader, m_user);
}

Answer<Receipt> Store::undo()
{
    return turn(false);
}

Answer<Receipt> Store::redo()
{
    return turn(true);
}

Answer<Receipt> Store::turn(bool redo)
{
    ChangeSet header;
    header.kind = redo ? ActKinds::redo : ActKinds::undo;
    header.undoable = false;
    return enqueue(
        header,
        [redo, user = m_user](Transaction &transaction, const Catalog &catalog) {
            return turnLastAct(transaction, catalog, user, redo);
        },
        false);
}

} // namespace Kartoteka
