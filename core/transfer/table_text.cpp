// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/table_text.h"

#include "core/items/field_path.h"
#include "core/items/row_queries.h"
#include "core/pipeline/activity_columns.h"
#include "core/schema/number_patterns.h"
#include "core/transfer/cell_text.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype portion = 500;

void addRow(const QStringList &values, const QString &tag, TableText &out)
{
    QStringList cells;
    for (const QString &value : values)
        cells << guarded(value); // it is made for spreadsheets

    out.html += u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        // A tab or a line's end inside a value would tear the table.
        out.tsv += (i == 0 ? QString() : u"\t"_s)
            + QString(cells[i]).replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
        out.html += u'<' + tag + u'>' + cells[i].toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</"_s + tag + u'>';
    }
    out.tsv += u'\n';
    out.html += u"</tr>\n"_s;
}

} // namespace

Result<TableText> tableText(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, const QStringList &columns)
{
    TableText out;
    out.html = u"<table>\n"_s;
    QStringList names;
    QList<FieldPath> paths;
    const EntityType *type = context.schema->type(typeId);
    for (const QString &column : columns) {
        paths << pathOf(*context.schema, typeId, column);
        const QString told = type && !paths.last() ? ToldColumn::name(*type, column) : QString();
        names << (paths.last() ? paths.last().name() : told.isEmpty() ? numberSign() : told);
    }
    addRow(names, u"th"_s, out);
    for (qsizetype from = 0; from < ids.size(); from += portion) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto rows = readRows(context, typeId, ids.mid(from, portion), columns);
        if (!rows)
            return rows.error();
        const auto told = readActivityCells(context, typeId, columns, ids.mid(from, portion));
        if (!told)
            return told.error();
        const auto cell = [&](const ItemRow &row, qsizetype at) {
            if (paths[at])
                return rowText(*context.schema, *paths[at].field, row, at);
            return columns[at] == u"number" ? row.values[at].toString() : told->text(row.id, columns[at]);
        };
        for (const ItemRow &row : std::as_const(*rows)) {
            QStringList cells;
            for (qsizetype at = 0; at < paths.size(); ++at)
                cells << cell(row, at);
            addRow(cells, u"td"_s, out);
        }
    }
    out.html += u"</table>\n"_s;
    return out;
}

} // namespace Kartoteka
