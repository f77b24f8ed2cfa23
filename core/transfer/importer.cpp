// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/importer.h"
#include "core/base/texts.h"

#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/store/file/output_file.h"
#include "core/store/value_codec.h"
#include "core/transfer/csv_writer.h"
#include "core/transfer/row_converter.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <deque>

namespace Kartoteka {

namespace {

constexpr qsizetype batchRows = 8000;
constexpr size_t batchesUnderWay = 2; ///< one being written while the next is prepared

/// A batch on its way, with the rows its creations came from.
struct Batch
{
    ChangeSet changes;
    QList<qint64> rows;
    qint64 updates = 0;
};

struct Pending
{
    Answer<Receipt> answer;
    Batch batch;
};

class Import
{
public:
    Import(Store &store, ImportOptions options, std::unique_ptr<Connection> connection)
        : m_store(store)
        , m_options(std::move(options))
        , m_connection(std::move(connection))
        , m_context{*m_connection, store.schema(), store.catalog(), m_options.cancel}
        , m_type(*m_context.schema->type(m_options.typeId))
        , m_converter(m_context.schema, m_options, m_context)
    {
        m_report.act = makeUid(store.clock().now());
        startBatch();
    }

    QUuid act() const { return m_report.act; }

    Result<ImportReport> run()
    {
        QFile file(m_options.preview.path);
        if (auto opened = openToRead(file); !opened)
            return opened.error();
        CsvReader reader(file, m_options.preview.dialect);
        CsvRecord record;
        if (!reader.next(record))
            return Error{ErrorCode::File, Texts::tr("“%1” is empty.").arg(file.fileName()), {}, {}};
        while (!m_options.cancel.isCancelled() && reader.next(record)) {
            ++m_report.read;
            if (auto done = take(record); !done)
                return done.error();
            if (m_report.read % batchRows == 0 && m_options.progress)
                m_options.progress(reader.position(), m_report.read);
        }
        m_report.cancelled = m_options.cancel.isCancelled();
        if (auto done = send(); !done)
            return done.error();
        while (!m_pending.empty()) {
            if (auto done = collect(); !done)
                return done.error();
        }
        if (m_options.progress)
            m_options.progress(m_options.preview.size, m_report.read);
        return std::move(m_report);
    }

private:
    void startBatch()
    {
        m_batch = {};
        m_batch.changes.act = m_report.act;
        m_batch.changes.goesOn = true;
        m_batch.changes.kind = u"import"_s;
        m_batch.changes.subject = QFileInfo(m_options.preview.path).fileName();
    }

    void reject(qint64 row, const Error &error) { m_report.rejected.append({row, error.where, error.message}); }

    Result<void> take(const CsvRecord &record)
    {
        auto values = m_converter.convert(record, m_batch.changes, m_report.warnings);
        if (!values) {
            // Users and list values that were made for a bad row stay: a later row may use them.
            reject(record.row, values.error());
            return {};
        }
        if (const QString missing = missingField(*values); !missing.isEmpty()) {
            reject(record.row,
                   {ErrorCode::Refused, Texts::tr("The required field “%1” is empty.").arg(missing), {}, missing});
            return {};
        }
        warnOfStage(record.row, *values);
        auto known = m_options.duplicates == DuplicatePolicy::Create ? Result<qint64>(0) : findKnown(*values);
        if (!known)
            return known.error();
        if (*known != 0 && m_options.duplicates == DuplicatePolicy::Skip) {
            ++m_report.skipped;
            return {};
        }
        if (*known != 0)
            return merge(*known, *values);
        QList<FieldValue> fields;
        for (auto it = values->cbegin(); it != values->cend(); ++it)
            fields.append({it.key(), it.value()});
        m_batch.changes.create(m_type.code, std::move(fields));
        m_batch.rows.append(record.row);
        return m_batch.rows.size() >= batchRows ? send() : Result<void>();
    }

    QString missingField(const QHash<QString, Value> &values) const
    {
        for (const Field &field : m_context.schema->fields(m_type.id)) {
            // The responsible is the importer where the file names none.
            if (field.required && field.code != u"responsible" && !values.value(field.column).isValid())
                return displayName(field);
        }
        return {};
    }

    /// What the stage requires and the row lacks is a warning only: files come as they are (SPEC section 3).
    void warnOfStage(qint64 row, const QHash<QString, Value> &values)
    {
        if (m_context.schema->stageRules().isEmpty())
            return;
        qint64 stage = values.value(u"stage"_s).toLongLong();
        if (const Pipeline *pipeline = m_context.schema->defaultPipeline(m_type.id); stage == 0 && pipeline)
            stage = m_context.schema->firstStage(pipeline->id)->id;
        for (const Field &field : m_context.schema->requiredFields(m_type.id, stage)) {
            if (!field.required && !values.value(field.column).isValid())
                m_report.warnings.append({row, displayName(field), Texts::tr("Empty, though its stage requires it.")});
        }
    }

    Result<qint64> findKnown(const QHash<QString, Value> &values)
    {
        for (const Field &field : m_context.schema->fields(m_type.id)) {
            if (field.type != FieldType::Phone && field.type != FieldType::Email)
                continue;
            for (const Member &member : values.value(field.column).value<Members>()) {
                const QString key = memberKey(field.type, member, m_context.schema->phoneRegion());
                if (m_seen.contains(key))
                    return -1; // an earlier row of this file, not yet written
                auto ids = findByKey(m_context, m_type.id, key, 1);
                if (!ids)
                    return ids.error();
                if (!ids->isEmpty())
                    return ids->first();
            }
        }
        for (const Field &field : m_context.schema->fields(m_type.id)) {
            if (field.type != FieldType::Phone && field.type != FieldType::Email)
                continue;
            for (const Member &member : values.value(field.column).value<Members>())
                m_seen.insert(memberKey(field.type, member, m_context.schema->phoneRegion()));
        }
        return 0;
    }

    Result<void> merge(qint64 id, const QHash<QString, Value> &values)
    {
        if (id < 0) {
            ++m_report.skipped;
            return {};
        }
        auto item = readItem(m_context, {m_type.id, id, {}});
        if (!item)
            return item.error();
        QList<FieldValue> added;
        for (const Field &field : m_context.schema->fields(m_type.id)) {
            if (field.editable && !item->value(field.code).isValid() && values.value(field.column).isValid())
                added.append({field.column, values.value(field.column)});
        }
        if (added.isEmpty()) {
            ++m_report.skipped;
            return {};
        }
        m_batch.changes.update(m_type.code, id, added);
        ++m_batch.updates;
        return {};
    }

    Result<void> send()
    {
        if (m_batch.changes.isEmpty())
            return {};
        if (m_options.dryRun) {
            m_report.imported += m_batch.rows.size();
            m_report.updated += m_batch.updates;
            startBatch();
            return {};
        }
        while (m_pending.size() >= batchesUnderWay) {
            if (auto done = collect(); !done)
                return done;
        }
        // The batch is kept beside its commit, so that a refused one can be tried again row by row.
        Pending pending{m_store.commit(m_batch.changes, Store::Priority::Bulk), m_batch};
        m_pending.push_back(std::move(pending));
        startBatch();
        return {};
    }

    Result<void> collect()
    {
        Pending pending = std::move(m_pending.front());
        m_pending.pop_front();
        const Result<Receipt> result = pending.answer.result();
        if (result) {
            m_report.imported += pending.batch.rows.size();
            m_report.updated += pending.batch.updates;
            return {};
        }
        if (result.error().code != ErrorCode::Refused && result.error().code != ErrorCode::NotFound)
            return result.error();
        return retryOneByOne(pending.batch);
    }

    /// A rule refused some row of the batch: the others must not suffer for it.
    Result<void> retryOneByOne(const Batch &batch)
    {
        qsizetype next = 0;
        ChangeSet one = batch.changes;
        one.changes.clear();
        for (const Change &change : batch.changes.changes) {
            one.changes.append(change);
            const bool isRow = change.table == m_type.code && change.operation == Operation::Create
                && next < batch.rows.size();
            if (!isRow)
                continue;
            const qint64 row = batch.rows[next++];
            const Result<Receipt> result = m_store.commit(one, Store::Priority::Bulk).result();
            if (result)
                ++m_report.imported;
            else
                reject(row, result.error());
            one.changes.clear();
        }
        return {};
    }

    Store &m_store;
    ImportOptions m_options;
    std::unique_ptr<Connection> m_connection;
    ReadContext m_context;
    const EntityType &m_type;
    RowConverter m_converter;
    ImportReport m_report;
    Batch m_batch;
    std::deque<Pending> m_pending;
    QSet<QString> m_seen;
};

} // namespace

Result<ImportReport> importFile(Store &store, ImportOptions options)
{
    auto connection = store.openReader();
    if (!connection)
        return connection.error();
    Import import(store, std::move(options), std::move(*connection));
    auto report = import.run();
    if (report) {
        auto finished = store.finishAct(report->act).result();
        return finished ? report : Result<ImportReport>(finished.error());
    }
    // What failed half way leaves nothing behind; where even that fails, the next start takes it out.
    (void)store.takeOut(import.act()).result();
    return report;
}

Result<void> writeProblems(const QString &path, const ImportReport &report, const QString &source)
{
    auto output = OutputFile::open(path, {OutputKind::Table, {}, source});
    if (!output)
        return output.error();
    CsvWriter writer((*output)->device());
    writer.write({Texts::tr("Row"), Texts::tr("Column"), Texts::tr("Reason")});
    for (const QList<ImportProblem> &list : {report.rejected, report.warnings}) {
        for (const ImportProblem &problem : list)
            writer.write({QString::number(problem.row), problem.column, problem.reason});
    }
    return (*output)->commit();
}

} // namespace Kartoteka
