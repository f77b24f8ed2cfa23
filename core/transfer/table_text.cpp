// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/table_text.h"

#include "core/items/field_path.h"
#include "core/items/row_queries.h"
#include "core/schema/number_patterns.h"

namespace Kartoteka {

namespace {

constexpr qsizetype portion = 500;

void addRow(const QStringList &cells, const QString &tag, TableText &out)
{
    out.html += u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        // A tab or a line's end inside a value would tear the table.
        out.tsv += (i == 0 ? QString() : u"\t"_s) + QString(cells[i]).replace(u'\t', u' ').replace(u'\n', u' ');
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
    for (const QString &column : columns) {
        paths << pathOf(*context.schema, typeId, column);
        names << (paths.last() ? paths.last().name() : numberSign());
    }
    addRow(names, u"th"_s, out);
    for (qsizetype from = 0; from < ids.size(); from += portion) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto rows = readRows(context, typeId, ids.mid(from, portion), columns);
        if (!rows)
            return rows.error();
        for (const ItemRow &row : std::as_const(*rows)) {
            QStringList cells;
            for (qsizetype at = 0; at < paths.size(); ++at)
                cells << (paths[at] ? rowText(*context.schema, *paths[at].field, row, at) : row.values[at].toString());
            addRow(cells, u"td"_s, out);
        }
    }
    out.html += u"</table>\n"_s;
    return out;
}

} // namespace Kartoteka
