// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

#include <QStringList>

namespace Kartoteka {

/// Items as a table for the clipboard: what spreadsheets and mail programs take.
struct TableText
{
    QString tsv;  ///< tabs between values, with a line of names
    QString html; ///< the same as a table
};

/// @p columns: paths of fields (field_path.h); "number" for the number.
Result<TableText> tableText(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, const QStringList &columns);

} // namespace Kartoteka
