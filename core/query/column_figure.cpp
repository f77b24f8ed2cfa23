// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/column_figure.h"

#include "core/schema/codes.h"
#include "core/schema/schema.h"

namespace Kartoteka {

QList<ColumnFigure> columnFigures(const Schema &schema, qint64 typeId)
{
    QList<ColumnFigure> figures;
    if (schema.field(typeId, Codes::amount)) {
        figures << ColumnFigure::Sum;
        if (schema.field(typeId, Codes::probability))
            figures << ColumnFigure::Weighted;
    }
    return figures << ColumnFigure::AverageAge << ColumnFigure::Unplanned;
}

} // namespace Kartoteka
