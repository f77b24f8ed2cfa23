// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/history.h"

#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/products/product_texts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/store/change/journal_wish.h"
#include "core/timeline/act_names.h"
#include "core/timeline/history_queries.h"
#include "core/timeline/part_queries.h"
#include "core/timeline/part_words.h"
#include "core/timeline/shortened.h"

#include <algorithm>

namespace Kartoteka {

namespace {

using What = HistoryRow::What;

constexpr int portion = 200;
constexpr qsizetype longestValue = 300;

const Field *fieldOfColumn(const Schema &schema, const RecordTable &table, const QString &column)
{
    const QList<Field> &fields = schema.fields(table.typeId);
    const auto it = std::ranges::find(fields, column, &Field::column);
    return it == fields.end() ? nullptr : &*it;
}

/// What says most about a record that was made.
QString nameColumn(const RecordTable &table)
{
    for (const QString &column : {Codes::title, u"text"_s, u"name"_s}) {
        if (table.indexOf(column) >= 0)
            return column;
    }
    return {};
}

HistoryRow lineOf(const JournalEntry &entry, const QString &seat)
{
    HistoryRow row;
    row.journal = entry.id;
    row.at = entry.at;
    row.author = entry.author;
    row.act = entry.act;
    row.actKind = entry.actKind;
    row.seat = seat;
    row.owner = entry.owner;
    row.table = entry.table;
    row.record = entry.record;
    return row;
}

/// What a discount was and is of: written with it, or standing.
Result<void> addKinds(const ReadContext &context, const JournalEntry &entry, HistoryRow &line)
{
    const auto written = std::ranges::find(entry.fields, u"discount_kind"_s, &FieldChange::field);
    if (written != entry.fields.end()) {
        line.kindBefore = written->before;
        line.kindAfter = written->after;
        return {};
    }
    auto kind = discountKindAt(context, entry.record, entry.id);
    if (!kind)
        return kind.error();
    line.kindBefore = line.kindAfter = *kind;
    return {};
}

Result<QList<HistoryRow>> linesOf(const ReadContext &context, const JournalEntry &entry, const HistoryFilter &filter,
                                  const QString &seat, bool isComputed)
{
    QList<HistoryRow> lines;
    const RecordTable *table = context.catalog->table(entry.table);
    if (!table)
        return lines;
    HistoryRow line = lineOf(entry, seat);
    const bool whole = entry.operation != Operation::Update;
    if (whole && filter.field.isEmpty()) {
        line.what = entry.operation == Operation::Erase ? What::Gone : What::Made;
        const QString name = nameColumn(*table);
        const auto named = std::ranges::find(entry.fields, name, &FieldChange::field);
        if (named != entry.fields.end())
            line.change = *named;
        lines << line;
        return lines;
    }
    const bool ofProduct = entry.table == Codes::productRow;
    const bool hasDiscount = std::ranges::any_of(entry.fields, [](const FieldChange &change) {
        return change.field == u"discount" && change.before != change.after;
    });
    for (const FieldChange &change : entry.fields) {
        const bool isAlong = change.before == change.after; // written down beside another one
        if (isAlong || (!filter.field.isEmpty() && change.field != filter.field))
            continue;
        line.change = change;
        line.what = What::Field;
        line.fromProducts = isComputed && change.field == Codes::amount;
        if (change.field == u"deleted_at")
            line.what = change.after.isValid() ? What::Deleted : What::Restored;
        else if (!isTold(*context.schema, *table, change.field))
            continue;
        if (ofProduct && change.field == u"discount_kind" && hasDiscount)
            continue; // the discount says it
        if (ofProduct && change.field == u"discount") {
            if (auto done = addKinds(context, entry, line); !done)
                return done.error();
        }
        lines << line;
    }
    return lines;
}

JournalCondition wantedRows(const ReadContext &context, const ItemRef &item, const HistoryFilter &filter)
{
    JournalWish wish{.author = filter.person, .column = filter.field};
    if (const RecordTable *table = context.catalog->table(filter.table))
        wish.entities << table->entity;
    if (filter.partsOnly) {
        if (const RecordTable *own = context.table(item.type))
            wish.without << own->entity;
    }
    if (filter.from != HistoryFilter().from)
        wish.from = filter.from;
    return conditionOf(wish);
}

/// Rows in which an amount was written that the products make.
Result<QSet<qint64>> computedIn(const ReadContext &context, const QList<JournalEntry> &rows)
{
    QList<qint64> withAmount;
    for (const JournalEntry &row : rows) {
        if (std::ranges::find(row.fields, QString(Codes::amount), &FieldChange::field) != row.fields.end())
            withAmount << row.id;
    }
    return computedAmounts(context, withAmount);
}

Result<QList<JournalEntry>> rowsBelow(const ReadContext &context, const ItemRef &item, const QList<ItemRef> &owners,
                                      const TimelinePosition &from, const JournalCondition &wanted)
{
    auto rows = sharedJournalOf(context.connection, *context.catalog, item, from.at, from.id, portion, wanted);
    if (!rows)
        return rows;
    for (const ItemRef &owner : owners) {
        auto own = journalOf(context.connection, *context.catalog, owner, from.at, from.id, portion, wanted);
        if (!own)
            return own;
        *rows += *own;
    }
    const auto place = [](const JournalEntry &row) { return std::pair(row.at, row.id); };
    std::ranges::sort(*rows, std::ranges::greater(), place);
    const auto doubled = std::ranges::unique(*rows, {}, &JournalEntry::id);
    rows->erase(doubled.begin(), doubled.end());
    rows->resize(qMin<qsizetype>(rows->size(), portion));
    return rows;
}

QString valueOf(const ReadContext &context, const RecordTable &table, const QString &column, const Value &value)
{
    const Field *field = fieldOfColumn(*context.schema, table, column);
    const QString text = field
        ? valueText(*context.schema, *field, value, [&](const ItemRef &ref) { return itemTitle(context, ref); })
        : partValueText(*context.schema, table.code, column, value);
    return shortened(text, longestValue);
}

QString discountOf(const Value &discount, const Value &kind)
{
    if (!discount.isValid())
        return {};
    ProductLine line;
    line.discount = discount.toLongLong();
    line.discountKind = discountKindFromName(kind.toString()).value_or(DiscountKind::Percent);
    const QString said = discountText(line, QLocale());
    return line.discountKind == DiscountKind::Amount ? Texts::tr("%1 off the line", "a discount in money").arg(said) : said;
}

QString fieldName(const Schema &schema, const RecordTable &table, const QString &column)
{
    if (const Field *field = fieldOfColumn(schema, table, column))
        return displayName(*field);
    return partColumnName(table.code, column);
}

/// Kinds of acts of which it is worth saying how they were done; the others were done by hand.
QString wayOf(const HistoryRow &row)
{
    static const QSet<QString> told{ActKinds::importing, ActKinds::convert,  ActKinds::merge, ActKinds::undo,
                                    ActKinds::redo,      ActKinds::takeBack, ActKinds::demo,  ActKinds::settle};
    const QString way = told.contains(row.actKind) ? actText(row.actKind, {})
        : row.fromProducts                         ? Texts::tr("from the products", "how an amount came about")
                                                   : Texts::tr("manually");
    return row.seat.isEmpty() ? way : Texts::tr("%1, exchange from %2", "how it was done and the seat").arg(way, row.seat);
}

} // namespace

bool isTold(const Schema &schema, const RecordTable &table, const QString &column)
{
    if (table.typeId == 0)
        return isToldOfPart(table.code, column);
    if (column == Codes::amountAuto)
        return true; // from then on the products make the amount, or no longer
    const Field *field = fieldOfColumn(schema, table, column);
    return field && (field->editable || field->significant || column == Codes::stage || column == Codes::pipeline);
}

Result<HistoryPage> readHistory(const ReadContext &context, const ItemRef &item, const HistoryFilter &filter,
                                const TimelinePosition &from, int limit)
{
    auto owners = timelineOwners(context, item);
    auto seats = seatNames(context);
    if (!owners || !seats)
        return owners ? seats.error() : owners.error();
    const JournalCondition wanted = wantedRows(context, item, filter);
    HistoryPage page;
    page.end = from.at < filter.until ? from : TimelinePosition{filter.until, 0};
    while (true) {
        auto rows = rowsBelow(context, item, *owners, page.end, wanted);
        auto computed = rows ? computedIn(context, *rows) : Result<QSet<qint64>>(rows.error());
        if (!computed)
            return computed.error();
        for (const JournalEntry &row : std::as_const(*rows)) {
            page.atEnd = page.rows.size() < limit;
            if (!page.atEnd)
                return page;
            auto lines = linesOf(context, row, filter, seats->value(row.origin), computed->contains(row.id));
            if (!lines)
                return lines.error();
            page.rows += *lines;
            page.end = {row.at, row.id};
        }
        if (rows->size() < portion)
            return page;
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
}

HistoryWords historyWords(const ReadContext &context, const HistoryRow &row)
{
    HistoryWords words;
    words.way = wayOf(row);
    words.record = recordName(*context.schema, row.table);
    const RecordTable *table = context.catalog->table(row.table);
    if (!table)
        return words;
    const auto part = table->typeId == 0 ? partName(context, table->code, row.record) : Result<QString>(QString());
    const bool isNamed = table->typeId != 0 && !table->isItem; // an activity
    const QString title = isNamed ? itemTitle(context, {table->typeId, row.record, {}}) : part ? *part : QString();
    if (!title.isEmpty())
        words.record = Texts::tr("%1 “%2”", "type and title of an item").arg(words.record, title);
    words.after = valueOf(context, *table, row.change.field, row.change.after);
    switch (row.what) {
    case What::Field:
        words.field = fieldName(*context.schema, *table, row.change.field);
        words.before = valueOf(context, *table, row.change.field, row.change.before);
        if (row.table == Codes::productRow && row.change.field == u"discount") {
            words.before = discountOf(row.change.before, row.kindBefore);
            words.after = discountOf(row.change.after, row.kindAfter);
        }
        return words;
    case What::Made: words.field = Texts::tr("Created", "of a record"); return words;
    case What::Deleted: words.field = Texts::tr("Deleted", "of a record"); break;
    case What::Restored: words.field = Texts::tr("Restored", "of a record"); break;
    case What::Gone: words.field = Texts::tr("Deleted for good", "of a record"); break;
    }
    words.after.clear();
    return words;
}

QString recordName(const Schema &schema, const QString &table)
{
    if (const EntityType *type = schema.type(table))
        return displayName(*type);
    static const QHash<QString, const char *> names{{u"comment"_s, QT_TRANSLATE_NOOP("Kartoteka", "Comment")},
                                                    {u"attachment"_s, QT_TRANSLATE_NOOP("Kartoteka", "File")},
                                                    {u"link"_s, QT_TRANSLATE_NOOP("Kartoteka", "Link")},
                                                    {u"checklist_item"_s, QT_TRANSLATE_NOOP("Kartoteka", "Step")},
                                                    {u"product_row"_s, QT_TRANSLATE_NOOP("Kartoteka", "Product")}};
    const char *name = names.value(table);
    return name ? QCoreApplication::translate("Kartoteka", name) : table;
}

const Field *restorableField(const Schema &schema, const ItemRef &item, const HistoryRow &row)
{
    if (row.what != What::Field || !(row.owner == item) || row.record != item.id)
        return nullptr;
    const EntityType *type = schema.type(row.table);
    if (!type || type->id != item.type)
        return nullptr;
    const QList<Field> &fields = schema.fields(item.type);
    const auto it = std::ranges::find(fields, row.change.field, &Field::column);
    const bool isPlain = it != fields.end() && it->editable && it->type != FieldType::Stage
        && it->type != FieldType::Pipeline && it->type != FieldType::File;
    return isPlain ? &*it : nullptr;
}

} // namespace Kartoteka
