// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/exporter.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/store/file/output_file.h"
#include "core/transfer/csv_writer.h"

namespace Kartoteka {

namespace {

constexpr qsizetype portion = 500;

QString numberHeader()
{
    Field number;
    number.code = u"number"_s;
    return displayName(number);
}

} // namespace

Result<qint64> exportCsv(const ReadContext &context, const ItemQuery &query, const QString &path)
{
    auto ids = queryIds(context, query);
    return ids ? exportCsv(context, query.typeId, *ids, path) : Result<qint64>(ids.error());
}

Result<qint64> exportCsv(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, const QString &path)
{
    auto output = OutputFile::open(path, {OutputKind::Table});
    if (!output)
        return output.error();
    CsvWriter writer((*output)->device());
    const QList<Field> &fields = context.schema->fields(typeId);
    QStringList header{numberHeader()};
    for (const Field &field : fields)
        header << displayName(field);
    bool written = writer.write(header);
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    for (qsizetype from = 0; written && from < ids.size(); from += portion) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto items = readItems(context, typeId, ids.mid(from, portion));
        if (!items)
            return items.error();
        for (const Item &item : std::as_const(*items)) {
            QStringList row{item.number};
            for (const Field &field : fields)
                row << valueForFile(*context.schema, field, item.value(field.code), titles);
            written = writer.write(row);
        }
    }
    auto done = (*output)->commit();
    return done ? Result<qint64>(ids.size()) : Result<qint64>(done.error());
}

} // namespace Kartoteka
