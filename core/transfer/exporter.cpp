// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/exporter.h"

#include "core/base/texts.h"
#include "core/items/field_path.h"
#include "core/items/item_queries.h"
#include "core/items/row_queries.h"
#include "core/items/value_text.h"
#include "core/pipeline/activity_columns.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"
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

Result<qint64> exportCsv(const ReadContext &context, const ItemQuery &query, const QString &path, const QStringList &columns)
{
    auto ids = queryIds(context, query);
    return ids ? exportCsv(context, query.typeId, *ids, path, columns) : Result<qint64>(ids.error());
}

Result<qint64> exportCsv(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, const QString &path,
                         const QStringList &columns)
{
    QStringList codes{u"number"_s};
    QStringList header{numberHeader()};
    QList<const Field *> fields; // null: it tells of the item of an activity
    const EntityType *type = context.schema->type(typeId);
    const auto add = [&](const FieldPath &column) {
        codes << column.code();
        header << column.name();
        fields << column.field;
    };
    const auto addTold = [&](const QString &column) {
        const QString name = type ? ToldColumn::name(*type, column) : QString();
        if (name.isEmpty())
            return false;
        codes << column;
        header << name;
        fields << nullptr;
        return true;
    };
    for (const QString &column : columns) {
        const FieldPath found = pathOf(*context.schema, typeId, column);
        if (found)
            add(found);
        else if (!addTold(column))
            return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(column), {}, column};
    }
    if (columns.isEmpty()) {
        for (const Field &field : context.schema->fields(typeId))
            add({{}, &field});
        for (const QString &column : {ToldColumn::client, ToldColumn::stage})
            addTold(column);
    }
    auto output = OutputFile::open(path, {OutputKind::Table});
    if (!output)
        return output.error();
    CsvWriter writer((*output)->device());
    bool written = writer.write(header);
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    for (qsizetype from = 0; written && from < ids.size(); from += portion) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto rows = readRows(context, typeId, ids.mid(from, portion), codes);
        if (!rows)
            return rows.error();
        const auto told = readActivityCells(context, typeId, codes, ids.mid(from, portion));
        if (!told)
            return told.error();
        for (const ItemRow &row : std::as_const(*rows)) {
            QStringList cells{type ? numberText(*context.schema, *type, row.values.first().toString())
                                   : row.values.first().toString()};
            for (qsizetype at = 0; at < fields.size(); ++at)
                cells << (fields[at] ? valueForFile(*context.schema, *fields[at], row.values[at + 1], titles)
                                     : told->text(row.id, codes[at + 1]));
            written = writer.write(cells);
        }
    }
    auto done = (*output)->commit();
    return done ? Result<qint64>(ids.size()) : Result<qint64>(done.error());
}

} // namespace Kartoteka
