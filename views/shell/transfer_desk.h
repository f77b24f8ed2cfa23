// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

class QWidget;

namespace Kartoteka {

class CalendarTransfer;
class TaskRunner;
struct ImportOptions;
struct ItemQuery;

/// What kind of file is proposed first.
enum class ExportFile { Table, Calendar };

/// Brings items in from files of others and out into them: asks, runs it with progress, tells what was done.
class TransferDesk final : public QObject
{
    Q_OBJECT
public:
    TransferDesk(Store &store, TaskRunner &tasks, QWidget *window);

    /// Asks for a file of items of a type.
    void askImport(qint64 typeId);
    /// Shows the mapping of a file and imports it.
    void importFrom(qint64 typeId, const QString &path);
    /// @p columns: paths of the fields that are written; none: all of the type.
    void askExport(const ItemQuery &query, const QStringList &columns, ExportFile proposed);
    void askExport(qint64 typeId, const QList<qint64> &ids);

signals:
    void said(const QString &text, bool undoable);
    void failed(const Kartoteka::Error &error);

private:
    /// False, said so, for what is not read from files.
    bool takesFiles(qint64 typeId);
    void run(ImportOptions options);
    void exportTo(const std::function<Result<qint64>(const ReadContext &, const QString &)> &write, qint64 typeId,
                  ExportFile proposed);

    Store &m_store;
    TaskRunner &m_tasks;
    QWidget *m_window;
    CalendarTransfer *m_calendars;
};

} // namespace Kartoteka
