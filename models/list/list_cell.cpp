// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/list_cell.h"

#include "core/items/field_path.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/colour_field.h"
#include "core/schema/number_patterns.h"
#include "core/schema/roles.h"
#include "models/list/item_table_model.h"

namespace Kartoteka {

namespace {

NextAct nextAct(const ListCell &cell, const Schema &schema)
{
    if (!cell.card)
        return {};
    const Stage *stage = schema.stage(cell.card->stage);
    const bool isFinal = stage && stage->group != StageGroup::InProgress;
    // What has no stages is not worked through: nothing has to be planned.
    return nextActOf(*cell.card, isFinal || !stage, cell.store.clock().localNow());
}

/// Of the item that an activity is for; null: it has none.
const Stage *itemStage(const ListCell &cell, const Schema &schema)
{
    return cell.code == ListColumn::itemStage && cell.card ? schema.stage(cell.card->stage) : nullptr;
}

QString momentText(const QDateTime &at, const Store &store)
{
    return shortDate(at.date(), QLocale(), store.clock().localNow().date()) + u' '
        + QLocale().toString(at.time(), QLocale::ShortFormat);
}

QString text(const ListCell &cell, const Schema &schema, const Field *field)
{
    const Value value = cell.row.values.value(cell.column);
    if (cell.code == ListColumn::number) {
        const EntityType *type = schema.type(cell.typeId);
        return type ? numberText(schema, *type, value.toString()) : value.toString();
    }
    if (cell.code == ListColumn::nextAct)
        return nextAct(cell, schema).text;
    if (cell.code == ListColumn::client)
        return cell.card ? cell.card->client : QString();
    if (cell.code == ListColumn::itemStage) {
        const Stage *stage = itemStage(cell, schema);
        return stage ? displayName(schema, *stage) : QString();
    }
    if (cell.code == ListColumn::deletedAt)
        return value.isValid() ? momentText(QDateTime::fromMSecsSinceEpoch(value.toLongLong()), cell.store) : QString();
    if (!field)
        return {};
    const QDate today = cell.store.clock().localNow().date();
    if (field->type == FieldType::DateTime && value.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(value.toLongLong());
        return cell.code == Codes::deadline ? momentText(at, cell.store) : shortDate(at.date(), QLocale(), today);
    }
    if (field->type == FieldType::Date && value.isValid())
        return shortDate(value.toDate(), QLocale(), today);
    return rowText(schema, *field, cell.row, cell.column);
}

/// Of an activity it is read besides whether it is done: that stands before the title, which is last.
bool isLate(const ListCell &cell, const Schema &schema, const QVariant &deadline)
{
    if (cell.code != Codes::deadline || !deadline.isValid() || !isActivities(*schema.type(cell.typeId)))
        return false;
    const bool isDone = cell.row.values.value(cell.row.values.size() - 2).toBool();
    return !isDone && deadline.toLongLong() < cell.store.clock().now();
}

/// The colour that a value is or has; nothing when it has none.
QVariant colourOf(const Schema &schema, const Field &field, const QVariant &value)
{
    if (holdsColour(field))
        return value;
    const ListValue *one = field.type == FieldType::List && !field.multiple ? schema.listValue(value.toLongLong()) : nullptr;
    return one && !one->colour.isEmpty() ? QVariant(one->colour) : QVariant();
}

} // namespace

QVariant cellData(const ListCell &cell, int role)
{
    const SchemaPtr schema = cell.store.schema();
    const Field *field = pathOf(*schema, cell.typeId, cell.code).field;
    const QVariant value = cell.row.values.value(cell.column);
    switch (role) {
    case Qt::DisplayRole: return text(cell, *schema, field);
    case Qt::ToolTipRole: return field ? rowText(*schema, *field, cell.row, cell.column) : text(cell, *schema, field);
    case Qt::TextAlignmentRole: return ListColumn::alignment(field);
    case Qt::DecorationRole:
        if (const Stage *stage = itemStage(cell, *schema))
            return stage->colour;
        return field ? colourOf(*schema, *field, value) : QVariant();
    case ItemTableModel::FieldRole: return cell.code;
    case Qt::EditRole:
    case ItemTableModel::ValueRole: return value;
    case ItemTableModel::StageRole: return field && field->type == FieldType::Stage ? value : QVariant();
    case ItemTableModel::PersonRole: return field && field->type == FieldType::User && !field->multiple ? value : QVariant();
    case ItemTableModel::NextActRole:
        return cell.code == ListColumn::nextAct ? QVariant::fromValue(nextAct(cell, *schema)) : QVariant();
    case ItemTableModel::IsLateRole: return isLate(cell, *schema, value);
    case ItemTableModel::IsMoneyRole: return field && field->type == FieldType::Money;
    default: return {};
    }
}

} // namespace Kartoteka
