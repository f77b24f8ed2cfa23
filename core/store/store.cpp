// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/uid.h"
#include "core/store/database_file.h"
#include "core/store/format_update.h"
#include "core/store/journal_reader.h"
#include "core/store/schema_reader.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Kartoteka {

namespace {

constexpr int readerThreads = 2;
constexpr int watchIntervalMs = 700; ///< how often writes of other programs are looked for

/// The person of this seat, else the user of that login, else the first one.
qint64 userOfLogin(const Schema &schema, const QString &login, qint64 person)
{
    if (const User *user = schema.user(person))
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

Store::Store(QString path, StoreOptions options) : m_path(std::move(path)), m_options(std::move(options))
{}

Store::~Store()
{
    // The writer's connection closes last: only it can bring the log into the file, and whoever copies the file after
    // the program has closed it must have everything.
    m_readers.reset();
    m_reader.reset();
    m_writer.reset();
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, StoreOptions options)
{
    qRegisterMetaType<CommitNotice>();
    auto format = inspectDatabase(path);
    if (!format)
        return format.error();
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return connection.error();
    if (auto done = updateFormat(**connection, path, *format, *options.clock); !done)
        return done.error();

    std::unique_ptr<Store> store(new Store(path, std::move(options)));
    if (auto done = store->judgeIdentity(**connection); !done)
        return done.error();
    auto schema = readSchema(**connection);
    if (!schema)
        return schema.error();
    auto last = (*connection)->scalar(u"SELECT max(id) FROM journal"_s);
    if (!last)
        return last.error();
    store->m_schema = store->m_writerSchema = *schema;
    store->m_catalog = store->m_writerCatalog = std::make_shared<const Catalog>(**schema);
    store->m_lastJournal = last->toLongLong();
    auto person = (*connection)->scalar(u"SELECT person FROM replica WHERE is_self = 1"_s);
    if (!person)
        return person.error();
    store->m_user = userOfLogin(**schema, store->m_options.login, person->toLongLong());
    auto reader = Connection::open(path, Connection::Mode::ReadOnly);
    if (!reader)
        return reader.error();
    store->m_reader = std::move(*reader);
    store->m_readers = std::make_unique<ReadPool>(path, readerThreads);
    (*connection)->clearStatements();
    Store *self = store.get();
    store->m_writer = std::make_unique<Writer>(std::move(*connection), watchIntervalMs,
                                               [self](Connection &c) { self->watchOthers(c); });
    return store;
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
    return enqueue(
        std::move(header),
        [shared](Transaction &transaction, const Catalog &) -> Result<Receipt> {
            if (auto done = transaction.applyAll(shared->changes); !done)
                return done.error();
            return transaction.commit();
        },
        priority == Priority::Bulk);
}

Result<Receipt> Store::commitAndWait(ChangeSet changes)
{
    Result<Receipt> result = commit(std::move(changes)).result();
    QCoreApplication::sendPostedEvents(this);
    return result;
}

Answer<Receipt> Store::enqueue(ChangeSet header, Body body, bool bulk)
{
    auto promise = std::make_shared<QPromise<Result<Receipt>>>();
    promise->start();
    Answer<Receipt> answer(promise->future());
    m_writer->add(
        [this, promise, header = std::move(header), body = std::move(body), user = m_user](Connection &connection) {
            promise->addResult(write(connection, header, body, user));
            promise->finish();
        },
        bulk);
    return answer;
}

Result<Receipt> Store::write(Connection &connection, const ChangeSet &header, const Body &body, qint64 user)
{
    CommitNotice notice;
    Result<Receipt> result = Receipt{};
    {
        TransactionSetting setting{m_writerSchema, m_writerCatalog, &m_options.rules, user, m_options.clock->now()};
        if (m_options.installation)
            setting.machine = m_options.installation->machine();
        setting.newIdentity = !m_copiedFrom.isNull();
        setting.newSeat = m_copyNeedsSeat;
        if (setting.newIdentity && !setting.newSeat)
            setting.numbers = m_options.installation->memoryOf(m_copiedFrom).numbers;
        Transaction transaction(connection, std::move(setting));
        if (auto begun = transaction.begin(header); !begun)
            return begun.error();
        result = body(transaction, *m_writerCatalog);
        if (!result || result->act.isNull()) {
            connection.clearStatements(); // what is rolled back may have made tables
            return result;
        }
        notice = transaction.takeNotice();
    }
    m_copiedFrom = {};
    if (auto last = connection.scalar(u"SELECT max(id) FROM journal"_s); last)
        m_lastJournal = last->toLongLong();
    SchemaPtr schema;
    if (notice.schemaChanged) {
        connection.clearStatements();
        if (auto read = readSchema(connection); read) {
            m_writerSchema = schema = *read;
            m_writerCatalog = std::make_shared<const Catalog>(*schema);
        }
    }
    QMetaObject::invokeMethod(
        this, [this, notice, schema] { announce(notice, schema); }, Qt::QueuedConnection);
    return result;
}

Result<void> Store::judgeIdentity(Connection &connection)
{
    if (!m_options.installation)
        return {};
    const Installation &here = *m_options.installation;
    auto self = connection.query(u"SELECT uid, machine, last_sequence FROM replica WHERE is_self = 1"_s);
    if (!self)
        return self.error();
    if (!self->next())
        return {};
    const QUuid uid = uidFromBytes(self->bytes(0));
    const QString machine = self->text(1);
    const Installation::Memory memory = here.memoryOf(uid);
    const QString path = QFileInfo(m_path).canonicalFilePath();
    // Elsewhere, or beside the original, it is a copy; fewer changes than have left this computer: put back from a backup.
    const bool elsewhere = !machine.isEmpty() && machine != here.machine();
    const bool beside = !memory.path.isEmpty() && memory.path != path && replicaOf(memory.path) == uid;
    if (elsewhere || beside || memory.sequence > self->integer(2)) {
        m_copiedFrom = uid;
        m_copyNeedsSeat = elsewhere || beside;
    }
    m_wasElsewhere = elsewhere && !beside;
    return {};
}

Answer<bool> Store::takeOver()
{
    m_wasElsewhere = false;
    return maintain<bool>([this](Connection &connection) -> Result<bool> {
        auto done = connection.run(u"UPDATE replica SET machine = ? WHERE is_self = 1"_s,
                                   {m_options.installation->machine()});
        if (!done)
            return done.error();
        m_copiedFrom = {};
        m_copyNeedsSeat = false;
        return true;
    });
}

Answer<Receipt> Store::settleIdentity()
{
    ChangeSet header;
    header.kind = u"exchange"_s;
    header.undoable = false;
    return enqueue(
        header,
        [this](Transaction &transaction, const Catalog &) -> Result<Receipt> {
            return m_copiedFrom.isNull() ? Receipt{} : transaction.commit();
        },
        false);
}

Answer<MergeReport> Store::merge(ChangeSet header, std::function<Result<void>(Merger &)> feed, bool rehearse)
{
    auto promise = std::make_shared<QPromise<Result<MergeReport>>>();
    promise->start();
    Answer<MergeReport> answer(promise->future());
    m_writer->add(
        [this, promise, header = std::move(header), feed = std::move(feed), rehearse,
         user = m_user](Connection &connection) {
            MergeReport report;
            const Body body = [&](Transaction &transaction, const Catalog &) -> Result<Receipt> {
                Merger merger(transaction);
                auto done = feed(merger);
                if (!done)
                    return done.error();
                report = merger.report();
                return rehearse ? Receipt{} : transaction.commit();
            };
            auto receipt = write(connection, header, body, user);
            if (receipt)
                report.receipt = *receipt;
            promise->addResult(receipt ? Result<MergeReport>(report) : Result<MergeReport>(receipt.error()));
            promise->finish();
        },
        true);
    return answer;
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

void Store::watchOthers(Connection &connection)
{
    // data_version changes when another connection wrote; ours never do on this one.
    auto version = connection.scalar(u"PRAGMA data_version"_s);
    if (!version || version->toLongLong() == m_dataVersion)
        return;
    m_dataVersion = version->toLongLong();
    // The first look finds what came since the file was opened.
    auto notice = noticeSince(connection, *m_writerCatalog, m_lastJournal);
    if (!notice || (notice->records.isEmpty() && !notice->whole))
        return;
    SchemaPtr schema;
    if (notice->schemaChanged) {
        connection.clearStatements();
        if (auto read = readSchema(connection); read) {
            m_writerSchema = schema = *read;
            m_writerCatalog = std::make_shared<const Catalog>(*schema);
        }
    }
    QMetaObject::invokeMethod(
        this, [this, n = *notice, schema] { announce(n, schema); }, Qt::QueuedConnection);
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
    header.kind = redo ? u"redo"_s : u"undo"_s;
    header.undoable = false;
    const qint64 user = m_user;
    return enqueue(
        header,
        [redo, user](Transaction &transaction, const Catalog &catalog) -> Result<Receipt> {
            auto step = redo ? nextRedo(transaction.connection(), user) : nextUndo(transaction.connection(), user);
            if (!step)
                return step.error();
            if (step->act == 0) {
                return Error{ErrorCode::NotFound,
                             redo ? QCoreApplication::translate("Kartoteka::Store", "There is nothing to redo.")
                                  : QCoreApplication::translate("Kartoteka::Store", "There is nothing to undo."),
                             {},
                             {}};
            }
            return redo ? redoAct(transaction, catalog, *step) : undoAct(transaction, catalog, *step);
        },
        false);
}

} // namespace Kartoteka
