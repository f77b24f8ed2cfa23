// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/transfer/import_mapping.h"

namespace Kartoteka {

enum class DuplicatePolicy {
    Create, ///< every row becomes an item
    Skip,   ///< a row whose phone or e-mail is known is left out
    Merge,  ///< such a row fills the empty fields of the item that has it
};

struct ImportProblem
{
    qint64 row = 0; ///< as spreadsheets count; the header is 1
    QString column;
    QString reason;
};

struct ImportReport
{
    qint64 read = 0;
    qint64 imported = 0;
    qint64 updated = 0;
    qint64 skipped = 0;
    QList<ImportProblem> rejected;
    QList<ImportProblem> warnings;
    QUuid act;
    bool cancelled = false; ///< what was imported before stays, and one undo takes it back
};

struct ImportOptions
{
    qint64 typeId = 0;
    ImportPreview preview; ///< path, dialect and the mapping as the person left it
    DuplicatePolicy duplicates = DuplicatePolicy::Create;
    bool dryRun = false; ///< reads and judges everything, changes nothing
    CancelToken cancel;
    /// Called now and then on the importing thread: bytes read, rows read.
    std::function<void(qint64 bytes, qint64 rows)> progress;
};

/// Imports a file as one act in many small commits, so that interactive commits go in between and memory
/// does not grow with the file. May run on any thread. Users and list values that are new are made.
Result<ImportReport> importFile(Store &store, ImportOptions options);

/// Writes rejected rows and warnings as CSV with row, column and reason. Refuses to write over @p source, which was read.
Result<void> writeProblems(const QString &path, const ImportReport &report, const QString &source = {});

} // namespace Kartoteka
