// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/calendar_transfer.h"

#include "core/transfer/calendar_import.h"
#include "views/calendar/calendar_import_dialog.h"
#include "views/dialogs/import_dialog.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/ask_dialog.h"

#include <QFileInfo>

namespace Kartoteka {

CalendarTransfer::CalendarTransfer(Store &store, TaskRunner &tasks, QWidget *window)
    : QObject(window), m_store(store), m_tasks(tasks), m_window(window)
{}

void CalendarTransfer::importFrom(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    m_tasks.run<CalendarPreview>(
        tr("Reading %1").arg(name),
        [this, path](const CancelToken &cancel, const TaskRunner::Progress &) -> Result<CalendarPreview> {
            auto bytes = readCalendarFile(path);
            if (!bytes)
                return bytes.error();
            auto file = readCalendarText(*bytes, cancel);
            if (!file)
                return file.error();
            return m_store
                .read<CalendarPreview>(
                    cancel, [file = *file](const ReadContext &context) { return previewCalendar(context, file, {}); })
                .result();
        },
        [this, name](const Result<CalendarPreview> &preview) {
            if (preview)
                show(*preview, name);
            else if (preview.error().code != ErrorCode::Cancelled)
                AskDialog::tell(m_window, tr("“%1” cannot be imported").arg(name), preview.error());
        });
}

void CalendarTransfer::show(const CalendarPreview &preview, const QString &name)
{
    CalendarImportDialog dialog(m_store, preview, name, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    CalendarImportOptions options;
    options.subject = name;
    options.responsible = dialog.responsible();
    m_tasks.run<ImportReport>(
        tr("Importing %1").arg(name),
        [this, preview, options](const CancelToken &cancel, const TaskRunner::Progress &progress) {
            CalendarImportOptions running = options;
            running.cancel = cancel;
            running.progress = [progress](qint64 done, qint64 of) { progress(done, of, done); };
            return importCalendar(m_store, preview, running);
        },
        [this](const Result<ImportReport> &report) {
            if (!report) {
                emit failed(report.error());
                return;
            }
            emit said(importSummary(*report), report->imported + report->updated > 0);
            if (!report->rejected.isEmpty()) {
                auto *told = new ImportReportDialog(*report, m_window);
                told->setAttribute(Qt::WA_DeleteOnClose);
                told->open();
            }
        });
}

} // namespace Kartoteka
