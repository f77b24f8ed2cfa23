// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/importer.h"
#include "core/base/texts.h"

#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/pipeline/import_tunnels.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/store/db/one_moment.h"
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "core/transfer/column_remarks.h"
#include "core/transfer/csv_writer.h"
#include "core/transfer/duplicate_finder.h"
#include "core/transfer/duplicate_queries.h"
#include "core/transfer/import_batches.h"
#include "core/transfer/import_merge.h"
#include "core/transfer/row_converter.h"
#include "core/transfer/stray_rows.h"
#include "core/transfer/unique_guard.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace Kartoteka {

namespace {

constexpr qint64 rowsBetweenNews = 8000;
constexpr qsizetype rowsAhead = 200;      ///< are looked up at once,
constexpr qsizetype signsAhead = 500'000; ///< but no more than some megabytes

class Import
{
public:
    Import(Store &store, ImportOptions options, ImportSurvey survey, std::unique_ptr<Connection> connection)
        : m_options(std::move(options))
        , m_survey(std::move(survey))
        , m_connection(std::move(connection))
        , m_context{*m_connection, store.schema(), store.catalog(), m_options.cancel, &store.clock()}
        , m_type(*m_context.schema->type(m_options.typeId))
        , m_report{.act = makeUid(store.clock().now())}
        , m_batches(store, m_type.code, QFileInfo(m_options.preview.path).fileName(), m_options.dryRun, m_report)
        , m_converter(m_context.schema, m_options, m_survey, m_context, store.clock().localNow().date())
        , m_duplicates(m_context, m_options.typeId)
        , m_unique(m_context, m_options.typeId)
        , m_stray(*m_context.schema, m_options.typeId, m_options.preview.columns)
    {
        m_defaults = defaultsBeside(*m_context.schema, m_options, {store.user(), store.clock().localNow()});
        if (m_options.duplicates == DuplicatePolicy::Merge)
            m_batches.rememberMade();
    }

    QUuid act() const { return m_report.act; }

    Result<ImportReport> run()
    {
        QFile file(m_options.preview.path);
        if (auto opened = openToRead(file); !opened)
            return opened.error();
        for (const ImportProblem &remark :
             columnRemarks(*m_context.schema, m_options, m_survey, m_context.clock->localNow().date()))
            m_report.warn(remark);
        if (auto looked = lookAnew(); !looked)
            return looked.error();
        CsvReader reader(file, m_options.preview.dialect);
        QList<CsvRecord> records;
        while (!m_options.cancel.isCancelled() && readSome(reader, records)) {
            if (auto done = takeAll(records, reader); !done)
                return done.error();
        }
        m_report.cancelled = m_options.cancel.isCancelled();
        auto done = m_batches.flush();
        if (done)
            done = endMoment(*m_connection);
        if (!done)
            return done.error();
        if (m_options.progress)
            m_options.progress(m_options.preview.size, m_report.read);
        return std::move(m_report);
    }

private:
    /// The next records of the file; false at its end.
    bool readSome(CsvReader &reader, QList<CsvRecord> &records)
    {
        records.clear();
        qsizetype signs = 0;
        CsvRecord record;
        while (records.size() < rowsAhead && signs < signsAhead && reader.next(record)) {
            if (record.row <= m_options.preview.headerRow)
                continue;
            for (const QString &field : std::as_const(record.fields))
                signs += field.size();
            records.append(record);
        }
        return !records.isEmpty();
    }

    Result<void> takeAll(const QList<CsvRecord> &records, const CsvReader &reader)
    {
        if (m_options.duplicates != DuplicatePolicy::Create) {
            QList<QHash<QString, Value>> reach;
            for (const CsvRecord &record : records)
                reach << m_converter.reach(record);
            if (auto done = m_duplicates.lookAhead(reach, m_options.duplicates == DuplicatePolicy::Merge); !done)
                return done;
        }
        for (const CsvRecord &record : records) {
            if (m_options.cancel.isCancelled())
                break;
            ++m_report.read;
            if (auto done = take(record); !done)
                return done;
            if (m_batches.isFull()) {
                auto done = m_batches.send();
                if (done)
                    done = lookAnew();
                if (!done)
                    return done;
            }
            if (m_report.read % rowsBetweenNews == 0 && m_options.progress)
                m_options.progress(reader.position(), m_report.read);
        }
        return {};
    }

    /// From here on what is written by now is seen. Each statement by itself would lock the file and look what is new in it.
    Result<void> lookAnew()
    {
        m_duplicates.forgetItems();
        auto done = std::exchange(m_looks, true) ? endMoment(*m_connection) : Result<void>();
        return done ? beginMoment(*m_connection) : done;
    }

    Result<void> flush()
    {
        auto done = m_batches.flush();
        return done ? lookAnew() : done;
    }

    /// A row that is left out leaves nothing behind.
    void reject(qint64 row, const Error &error)
    {
        m_report.reject({row, error.where, error.message});
        forget();
    }

    void skip(qint64 row, const QString &column, const QString &why)
    {
        ++m_report.skipped;
        m_report.warn({row, column, why});
        forget();
    }

    void forget()
    {
        m_batches.drop();
        m_converter.references().discard();
    }

    Result<void> take(const CsvRecord &record)
    {
        if (const QString why = m_stray.whyNoData(record); !why.isEmpty()) {
            reject(record.row, {ErrorCode::Refused, why, {}, {}});
            return {};
        }
        QList<ImportProblem> warnings;
        auto row = m_converter.convert(record, m_batches.references(), warnings);
        if (!row) {
            reject(record.row, row.error());
            return {};
        }
        if (row->values.isEmpty()) {
            for (const ImportProblem &warning : std::as_const(warnings))
                m_report.warn(warning);
            reject(record.row, {ErrorCode::Refused, Texts::tr("None of its values goes into a field."), {}, {}});
            return {};
        }
        if (const QString missing = missingRequired(*m_context.schema, m_type, m_defaults, row->values);
            !missing.isEmpty()) {
            reject(record.row,
                   {ErrorCode::Refused, Texts::tr("The required field “%1” is empty.").arg(missing), {}, missing});
            return {};
        }
        for (const ImportProblem &warning : std::as_const(warnings))
            m_report.warn(warning);
        const DuplicateMatch match = m_options.duplicates == DuplicatePolicy::Create ? DuplicateMatch{}
                                                                                     : m_duplicates.find(row->values);
        if (match.isFound() && m_options.duplicates == DuplicatePolicy::Skip) {
            skip(record.row, {}, sameAs(match));
            return {};
        }
        return match.isFound() ? merge(record.row, match, row->values) : create(record.row, *row);
    }

    QString sameAs(const DuplicateMatch &match)
    {
        if (match.row != 0)
            return Texts::tr("Skipped: row %1 has the same %2.").arg(match.row).arg(match.key);
        const auto named = numberAndTitle(m_context, m_type, match.id);
        const auto [number, title] = named ? *named : std::pair<QString, QString>();
        return Texts::tr("Skipped: no. %1 “%2” has the same %3.").arg(number, title, match.key);
    }

    /// False when the row is left out for a value that must be unique and is not.
    Result<bool> isUnique(qint64 row, const QHash<QString, Value> &values, qint64 item)
    {
        QList<ImportProblem> warnings;
        auto judged = m_unique.judge(row, values, item, warnings);
        if (!judged && judged.error().code != ErrorCode::Refused)
            return judged.error();
        if (!judged)
            reject(row, judged.error());
        for (const ImportProblem &warning : std::as_const(warnings))
            m_report.warn(warning);
        m_unique.note(row, judged ? values : QHash<QString, Value>());
        return bool(judged);
    }

    /// What the stage requires and the row lacks is a warning only: files come as they are.
    void warnOfStage(qint64 row, const QHash<QString, Value> &values)
    {
        if (m_context.schema->stageRules().isEmpty())
            return;
        qint64 stage = values.value(Codes::stage).toLongLong();
        if (const Pipeline *pipeline = m_context.schema->defaultPipeline(m_type.id); stage == 0 && pipeline)
            stage = m_context.schema->firstStage(pipeline->id)->id;
        for (const Field &field : m_context.schema->requiredFields(m_type.id, stage)) {
            if (!field.required && !values.value(field.column).isValid())
                m_report.warn({row, displayName(field), Texts::tr("Empty, though the stage requires it.")});
        }
    }

    /// A date of closing says nothing of an item that is not closed.
    void warnOfClosing(qint64 row, const QHash<QString, Value> &values)
    {
        const Field *closed = m_context.schema->field(m_type.id, Codes::closedAt);
        if (!closed || !values.value(closed->column).isValid())
            return;
        const Stage *stage = m_context.schema->stage(values.value(Codes::stage).toLongLong());
        if (!stage || stage->group == StageGroup::InProgress)
            m_report.warn({row, displayName(*closed), Texts::tr("Skipped: its stage is not a final one.")});
    }

    QString columnOf(const QString &field) const
    {
        for (const ColumnMapping &column : m_options.preview.columns) {
            if (column.field == field)
                return column.header;
        }
        return field;
    }

    Result<void> create(qint64 rowNumber, ConvertedRow &row)
    {
        row.values.insert(m_defaults);
        if (auto unique = isUnique(rowNumber, row.values, 0); !unique || !*unique)
            return unique ? Result<void>() : Result<void>(unique.error());
        const auto commit = [this](ChangeSet changes) {
            auto done = m_batches.commitNow(std::move(changes));
            return done ? lookAnew() : done; // or the new stage would not be seen
        };
        auto place = m_converter.references().place(row.pipeline, row.stage, commit);
        if (!place)
            return place.error();
        for (const auto &[field, remark] : std::as_const(place->remarks))
            m_report.warn({rowNumber, columnOf(field), remark});
        row.values.insert(place->values);
        warnOfStage(rowNumber, row.values);
        warnOfClosing(rowNumber, row.values);
        QList<FieldValue> fields;
        for (auto it = row.values.cbegin(); it != row.values.cend(); ++it)
            fields.append({it.key(), it.value()});
        const QUuid uid = m_batches.create(rowNumber, std::move(fields));
        m_converter.references().keep();
        if (m_options.duplicates != DuplicatePolicy::Create)
            m_duplicates.note(row.values, rowNumber, uid);
        return {};
    }

    /// Values of an item as they will stand when all that is on its way is written, and the change that waits for it.
    Result<QHash<QString, Value>> valuesOf(qint64 id, const Change *waiting)
    {
        QHash<QString, Value> values;
        if (id != 0) {
            if (m_batches.isUnderWay(id)) {
                if (auto done = flush(); !done)
                    return done.error();
            }
            auto item = m_duplicates.item(id);
            if (!item)
                return item.error();
            for (const Field &field : m_context.schema->fields(m_type.id)) {
                if (const Value value = item->value(field.code); value.isValid())
                    values.insert(field.column, value);
            }
        }
        for (const FieldValue &value : waiting ? waiting->values : QList<FieldValue>())
            values.insert(value.field, value.value);
        return values;
    }

    Result<void> merge(qint64 rowNumber, const DuplicateMatch &match, const QHash<QString, Value> &values)
    {
        Change *waiting = match.row != 0 ? m_batches.waiting(match.uid) : nullptr;
        qint64 id = match.id;
        if (match.row != 0 && !waiting) {
            if (m_batches.madeId(match.uid) == 0) {
                if (auto done = flush(); !done)
                    return done;
            }
            id = m_batches.madeId(match.uid);
            if (id == 0) { // its row was refused, or nothing is written
                skip(rowNumber, {}, sameAs(match));
                return {};
            }
        }
        if (!waiting)
            waiting = m_batches.isUnderWay(id) ? nullptr : m_batches.waiting(id);
        auto before = valuesOf(id, waiting);
        if (!before)
            return before.error();
        const MergedValues merged = mergedValues(*m_context.schema, m_type.id, *before, values);
        for (const QString &kept : merged.kept)
            m_report.warn({rowNumber, columnOf(kept), Texts::tr("Skipped: another value is already set.")});
        if (merged.added.isEmpty()) {
            skip(rowNumber, {}, Texts::tr("It adds nothing new.") + u' ' + sameAs(match));
            return {};
        }
        QHash<QString, Value> taken;
        for (const FieldValue &added : merged.added)
            taken.insert(added.field, added.value);
        if (auto unique = isUnique(match.row != 0 ? match.row : rowNumber, taken, id); !unique || !*unique)
            return unique ? Result<void>() : Result<void>(unique.error());
        if (waiting) {
            for (const FieldValue &added : merged.added) {
                waiting->values.removeIf([&](const FieldValue &v) { return v.field == added.field; });
                waiting->values.append(added);
            }
            m_batches.countUpdate();
            m_batches.keep();
        } else {
            m_batches.update(rowNumber, id, merged.added);
        }
        m_converter.references().keep();
        m_duplicates.note(values, match.row, match.uid, match.id);
        return {};
    }

    ImportOptions m_options;
    ImportSurvey m_survey;
    std::unique_ptr<Connection> m_connection;
    ReadContext m_context;
    const EntityType &m_type;
    ImportReport m_report;
    ImportBatches m_batches;
    RowConverter m_converter;
    DuplicateFinder m_duplicates;
    UniqueGuard m_unique;
    QHash<QString, Value> m_defaults; ///< by column
    bool m_looks = false;             ///< the connection is inside a transaction
    StrayRows m_stray;
};

} // namespace

Result<ImportReport> importFile(Store &store, ImportOptions options, std::optional<ImportSurvey> survey)
{
    if (!options.preview.isMapped()) {
        QStringList seen;
        for (const ColumnMapping &column : options.preview.columns.first(qMin<qsizetype>(8, options.preview.columns.size())))
            seen << u"«"_s + column.header.simplified().left(40) + u"»"_s;
        return Error{ErrorCode::Refused,
                     Texts::tr("No column goes into a field. The file has %1. Give its columns the names of fields.")
                         .arg(seen.join(u", "_s)),
                     {},
                     options.preview.path};
    }
    if (!survey) {
        auto looked = surveyImport(*store.schema(), options.typeId, options.preview, options.cancel);
        if (!looked)
            return looked.error();
        survey = std::move(*looked);
    }
    auto connection = store.openReader();
    if (!connection)
        return connection.error();
    const bool wantsTunnels = options.runTunnels && !options.dryRun;
    const qint64 typeId = options.typeId;
    const CancelToken cancel = options.cancel;
    Import import(store, std::move(options), std::move(*survey), std::move(*connection));
    auto report = import.run();
    if (report && wantsTunnels && !report->cancelled) {
        if (auto made = runImportTunnels(store, typeId, report->act, cancel); made)
            report->tunnelled = *made;
        else
            report = made.error();
    }
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
