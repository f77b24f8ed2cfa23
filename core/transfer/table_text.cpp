// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/table_text.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"

namespace Kartoteka {

namespace {

constexpr qsizetype portion = 500;

QString cell(const ReadContext &context, const Item &item, const QString &code, const TitleSource &titles)
{
    if (code == u"number")
        return item.number;
    const Field *field = context.schema->field(item.typeId, code);
    return field ? valueText(*context.schema, *field, item.value(code), titles) : QString();
}

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
    for (const QString &code : columns) {
        const Field *field = context.schema->field(typeId, code);
        names << (field ? displayName(*field) : u"№"_s);
    }
    addRow(names, u"th"_s, out);
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    for (qsizetype from = 0; from < ids.size(); from += portion) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto items = readItems(context, typeId, ids.mid(from, portion));
        if (!items)
            return items.error();
        for (const Item &item : std::as_const(*items)) {
            QStringList cells;
            for (const QString &code : columns)
                cells << cell(context, item, code, titles);
            addRow(cells, u"td"_s, out);
        }
    }
    out.html += u"</table>\n"_s;
    return out;
}

} // namespace Kartoteka
