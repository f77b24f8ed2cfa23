// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/column_remarks.h"

#include "core/base/texts.h"
#include "core/transfer/row_converter.h"

namespace Kartoteka {

namespace {

void remarkOnDates(const ColumnMapping &mapping, const ColumnSurvey &column, const ImportOptions &options, bool monthFirst,
                   const QDate &today, QList<ImportProblem> &remarks)
{
    if (column.datesContradict() && !options.dayFirst) {
        remarks.append(
            {qMax(column.dayFirstRow, column.monthFirstRow), mapping.header,
             Texts::tr(
                 "Dates in both orders: the day comes first in row %1, the month in row %2. Ambiguous dates were skipped.")
                 .arg(column.dayFirstRow)
                 .arg(column.monthFirstRow)});
    } else if (column.eitherRow != 0 && column.dayFirstRow == 0 && column.monthFirstRow == 0 && !options.dayFirst) {
        remarks.append({column.eitherRow, mapping.header,
                        monthFirst
                            ? Texts::tr("The file does not show whether day or month comes first: the month was assumed.")
                            : Texts::tr("The file does not show whether day or month comes first: the day was assumed.")});
    }
    if (column.shortYears) {
        const int latest = latestYear(mapping, today);
        remarks.append({options.preview.headerRow, mapping.header,
                        Texts::tr("Years of two digits were read as %1 to %2.").arg(latest - 99).arg(latest)});
    }
}

} // namespace

QList<ImportProblem> columnRemarks(const Schema &schema, const ImportOptions &options, const ImportSurvey &survey,
                                   const QDate &today)
{
    const ImportPreview &preview = options.preview;
    QList<ImportProblem> remarks;
    if (!preview.encodingIsSure) {
        remarks.append({preview.headerRow,
                        {},
                        preview.otherEncoding.isEmpty()
                            ? Texts::tr("The text was read as %1.").arg(encodingName(preview.dialect.encoding))
                            : Texts::tr("The text was read as %1; it may be %2.")
                                  .arg(encodingName(preview.dialect.encoding), preview.otherEncoding)});
    }
    for (const SetAside &line : preview.above)
        remarks.append({line.row, {}, Texts::tr("Skipped, above the header: %1").arg(line.text.left(60))});
    const bool monthFirst = monthFirstAtHome(schema);
    for (qsizetype i = 0; i < preview.columns.size(); ++i) {
        const ColumnMapping &mapping = preview.columns[i];
        const ColumnSurvey column = survey.columns.value(i);
        const QString name = mapping.header.trimmed().isEmpty() ? Texts::tr("column %1").arg(i + 1) : mapping.header;
        if (!mapping.isUsed() && column.isFilled && !mapping.isService) {
            const QString why = mapping.reason.isEmpty() ? QString() : u' ' + mapping.reason;
            remarks.append({preview.headerRow, name, Texts::tr("The column is not imported.") + why});
        }
        remarkOnDates(mapping, column, options, monthFirst, today, remarks);
    }
    return remarks;
}

} // namespace Kartoteka
