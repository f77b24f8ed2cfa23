// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QUuid>

namespace Kartoteka {

struct ImportProblem
{
    qint64 row = 0; ///< as spreadsheets count: the first line of the file is 1
    QString column;
    QString reason;
};

struct ImportReport
{
    /// No more problems of a kind are kept than this; the rest is counted.
    static constexpr qsizetype mostProblems = 100'000;

    qint64 read = 0;
    qint64 imported = 0;
    qint64 updated = 0;
    qint64 skipped = 0;
    qint64 tunnelled = 0; ///< made by tunnels, besides
    QList<ImportProblem> rejected = {};
    QList<ImportProblem> warnings = {};
    qint64 rejectedRows = 0; ///< also those that are not kept in the list
    QUuid act;
    bool cancelled = false; ///< what was imported before stays, and one undo takes it back

    void reject(const ImportProblem &problem)
    {
        ++rejectedRows;
        if (rejected.size() < mostProblems)
            rejected.append(problem);
    }
    void warn(const ImportProblem &problem)
    {
        if (warnings.size() < mostProblems)
            warnings.append(problem);
    }
};

/// Writes rejected rows and warnings as CSV with row, column and reason. Refuses to write over @p source, which was read.
Result<void> writeProblems(const QString &path, const ImportReport &report, const QString &source = {});

} // namespace Kartoteka
