// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/value_parse.h"
#include "core/store/record/read_context.h"
#include "core/transfer/import_mapping.h"

namespace Kartoteka {

/// A user, list value, stage or pipeline that a file names and the office has not.
struct UnknownName
{
    QString field; ///< code
    QString text;  ///< as the file writes it
    qint64 rows = 0;
    qint64 firstRow = 0;
};

/// What one column of a file turns out to be when all its values are looked at.
struct ColumnSurvey
{
    bool isFilled = false;
    qint64 dayFirstRow = 0; ///< the first row that shows so; 0: none does
    qint64 monthFirstRow = 0;
    qint64 eitherRow = 0; ///< the first date that both orders read, with slashes or hyphens
    bool monthWithDots = false;
    bool shortYears = false;
    NumberStyle numbers;
    bool numbersContradict = false; ///< a point or comma means two things

    /// Dates of both orders stand in it.
    bool datesContradict() const { return dayFirstRow != 0 && monthFirstRow != 0; }
};

/// A whole file looked through before anything is written.
struct ImportSurvey
{
    QList<ColumnSurvey> columns;
    QList<UnknownName> unknown; ///< in order of appearance; at most a thousand
    qint64 rows = 0;
};

/// Reads all of a file, in constant memory. May run on any thread. Cancelled when the token is.
Result<ImportSurvey> surveyImport(const Schema &schema, qint64 typeId, const ImportPreview &preview,
                                  const CancelToken &cancel = {});

/// Key of a name in a field, by which choices are kept.
QString nameKey(const QString &field, const QString &text);
/// The row of a user, list value, stage or pipeline called so; 0: unknown. Never by number: that would be one of the other program.
qint64 findNamed(const Schema &schema, const Field &field, const QString &text);
/// A stage of other programs that means won or lost: «Успешно реализовано», "Closed lost".
std::optional<StageGroup> outcomeMeant(const QString &stage);

} // namespace Kartoteka
