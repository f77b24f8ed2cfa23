// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/transfer_desk.h"

#include "core/schema/builtin_names.h"
#include "core/schema/roles.h"
#include "core/transfer/calendar_export.h"
#include "core/transfer/exporter.h"
#include "core/transfer/importer.h"
#include "views/dialogs/import_dialog.h"
#include "views/publish/calendar_publisher.h"
#include "views/shell/calendar_transfer.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"

#include <QFileInfo>
#include <QLocale>

namespace Kartoteka {

namespace {

/// Only activities are written as a calendar, whatever a file is called.
bool writesCalendar(const ReadContext &context, qint64 typeId, const QString &path)
{
    return CalendarTransfer::takes(path) && isActivities(*context.schema->type(typeId));
}

} // namespace

TransferDesk::TransferDesk(Store &store, TaskRunner &tasks, QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_tasks(tasks)
    , m_window(window)
    , m_calendars(new CalendarTransfer(store, tasks, window))
{
    connect(m_calendars, &CalendarTransfer::said, this, &TransferDesk::said);
    connect(m_calendars, &CalendarTransfer::failed, this, &TransferDesk::failed);
    auto *publisher = new CalendarPublisher(store, tasks, this);
    connect(publisher, &CalendarPublisher::failed, this, &TransferDesk::failed);
}

bool TransferDesk::takesFiles(qint64 typeId)
{
    const bool takes = m_store.schema()->type(typeId)->isItem;
    if (!takes)
        emit failed(
            {ErrorCode::Refused, tr("Activities cannot be imported here: go to the section the file is for."), {}, {}});
    return takes;
}

void TransferDesk::askImport(qint64 typeId)
{
    const QString kinds = m_store.schema()->type(typeId)->isItem
        ? tr("CSV files and calendars (*.csv *.txt *.ics);;All files (*)")
        : tr("Calendars (*.ics)");
    const QString path = askForFile(m_window, {FileQuestion::Kind::Open, tr("Import"), kinds, {}});
    if (!path.isEmpty())
        importFrom(typeId, path);
}

void TransferDesk::importFrom(qint64 typeId, const QString &path)
{
    if (CalendarTransfer::takes(path)) {
        m_calendars->importFrom(path);
        return;
    }
    if (!takesFiles(typeId))
        return;
    auto preview = previewImport(*m_store.schema(), typeId, path);
    if (!preview) {
        AskDialog::tell(m_window, tr("“%1” cannot be imported").arg(QFileInfo(path).fileName()), preview.error());
        return;
    }
    ImportDialog dialog(m_store, typeId, *preview, m_window);
    if (dialog.exec() == QDialog::Accepted)
        run(dialog.options());
}

void TransferDesk::run(ImportOptions options)
{
    const QString name = tr("Importing %1").arg(QFileInfo(options.preview.path).fileName());
    m_tasks.run<ImportReport>(
        name,
        [this, options = std::move(options)](const CancelToken &cancel, const TaskRunner::Progress &progress) {
            ImportOptions running = options;
            running.cancel = cancel;
            running.progress = [progress, size = options.preview.size](qint64 bytes, qint64 rows) {
                progress(bytes, size, rows);
            };
            return importFile(m_store, running);
        },
        [this](const Result<ImportReport> &report) {
            if (!report) {
                emit failed(report.error());
                return;
            }
            emit said(importSummary(*report), report->imported + report->updated > 0);
            if (!report->rejected.isEmpty() || !report->warnings.isEmpty()) {
                auto *dialog = new ImportReportDialog(*report, m_window);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            }
        });
}

void TransferDesk::askExport(const ItemQuery &query, const QStringList &columns, ExportFile proposed)
{
    exportTo(
        [query, columns](const ReadContext &context, const QString &path) {
            return writesCalendar(context, query.typeId, path) ? exportCalendar(context, query, path)
                                                               : exportCsv(context, query, path, columns);
        },
        query.typeId, proposed);
}

void TransferDesk::askExport(qint64 typeId, const QList<qint64> &ids)
{
    exportTo(
        [typeId, ids](const ReadContext &context, const QString &path) {
            return writesCalendar(context, typeId, path) ? exportCalendar(context, ids, path)
                                                         : exportCsv(context, typeId, ids, path);
        },
        typeId, ExportFile::Table);
}

void TransferDesk::exportTo(const std::function<Result<qint64>(const ReadContext &, const QString &)> &write, qint64 typeId,
                            ExportFile proposed)
{
    const EntityType type = *m_store.schema()->type(typeId);
    const bool isCalendar = proposed == ExportFile::Calendar && isActivities(type);
    QStringList kinds{tr("CSV (*.csv)")};
    if (isActivities(type))
        kinds.insert(isCalendar ? 0 : 1, tr("Calendars (*.ics)"));
    const QString path = askForFile(m_window,
                                    {FileQuestion::Kind::Save, tr("Export"), kinds.join(u";;"_s),
                                     pluralName(type) + (isCalendar ? u".ics"_s : u".csv"_s)});
    if (path.isEmpty())
        return;
    m_tasks.run<qint64>(
        tr("Exporting to %1").arg(QFileInfo(path).fileName()),
        [this, write, path](const CancelToken &cancel, const TaskRunner::Progress &) {
            return m_store.read<qint64>(cancel, [write, path](ReadContext &context) { return write(context, path); })
                .result();
        },
        [this](const Result<qint64> &written) {
            if (written)
                emit said(tr("Exported: %1").arg(QLocale().toString(*written)), false);
            else if (written.error().code != ErrorCode::Cancelled)
                emit failed(written.error());
        });
}

} // namespace Kartoteka
