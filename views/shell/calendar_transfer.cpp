// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/calendar_transfer.h"

#include "core/transfer/calendar_import.h"
#include "views/calendar/calendar_import_dialog.h"
#include "views/dialogs/import_dialog.h"
#include "views/tasks/task_runner.h"
#include "views/widgets/ask_dialog.h"

#include <QComboBox>
#include <QFileInfo>
#include <QTimeZone>

namespace Kartoteka {

CalendarTransfer::CalendarTransfer(Store &store, TaskRunner &tasks, QWidget *window)
    : QObject(window), m_store(store), m_tasks(tasks), m_window(window)
{}

void CalendarTransfer::importFrom(const QString &path)
{
    m_waiting << path;
    if (!m_isAtWork)
        next();
}

/// One after the other: each asks what to do with it.
void CalendarTransfer::next()
{
    m_isAtWork = !m_waiting.isEmpty();
    if (m_isAtWork)
        read(m_waiting.takeFirst(), std::nullopt);
}

void CalendarTransfer::read(const QString &path, const std::optional<QByteArray> &zone)
{
    struct Read
    {
        CalendarPreview preview;
        QStringList unknownZones;
    };
    const QString name = QFileInfo(path).fileName();
    m_tasks.run<Read>(
        tr("Reading %1").arg(name),
        [this, path, zone](const CancelToken &cancel, const TaskRunner::Progress &) -> Result<Read> {
            auto bytes = readCalendarFile(path);
            if (!bytes)
                return bytes.error();
            auto file = readCalendarText(*bytes, cancel, {}, zone.value_or(QByteArray()));
            if (!file)
                return file.error();
            auto preview = m_store
                               .read<CalendarPreview>(
                                   cancel,
                                   [file = *file](const ReadContext &context) { return previewCalendar(context, file, {}); })
                               .result();
            return preview ? Result<Read>(Read{*preview, file->unknownZones}) : preview.error();
        },
        [this, path, name, zone](const Result<Read> &read) {
            if (read && !zone && !read->unknownZones.isEmpty()) {
                if (askZone(path, read->unknownZones, read->preview))
                    return;
            } else if (read) {
                show(read->preview, name);
            } else if (read.error().code != ErrorCode::Cancelled) {
                AskDialog::tell(m_window, tr("“%1” cannot be imported").arg(name), read.error());
            }
            next();
        });
}

/// Once for all of them: others know no more of a file than where it came from.
bool CalendarTransfer::askZone(const QString &path, const QStringList &unknown, const CalendarPreview &preview)
{
    const QString name = QFileInfo(path).fileName();
    AskDialog dialog(m_window, tr("In which time zone are the times of “%1”?").arg(name),
                     tr("It names a time zone that nobody knows and does not describe it: %1.")
                         .arg(unknown.mid(0, 3).join(u", "_s).left(200)));
    QStringList zones{tr("The one here: %1").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId()))};
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(id);
    QComboBox *chosen = dialog.addChoice(tr("Time zone"), zones);
    chosen->setObjectName(u"calendarZone"_s);
    dialog.addAnswer(tr("Continue"), u"calendarZoneAccept"_s);
    dialog.addCancel();
    if (dialog.ask().isEmpty())
        return false;
    if (chosen->currentIndex() != 0) {
        read(path, chosen->currentText().toLatin1());
        return true;
    }
    show(preview, name);
    return false;
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
