// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/record_table.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/resource_codes.h"
#include "core/store/db/sql_name.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

RecordColumn plain(const QString &code, FieldType type = FieldType::String)
{
    return {.code = code, .type = type, .multiple = false, .target = {}, .field = 0};
}

RecordColumn reference(const QString &code, const QString &target)
{
    return {.code = code, .type = FieldType::Link, .multiple = false, .target = target, .field = 0};
}

RecordColumn kept(RecordColumn column)
{
    column.kept = true;
    return column;
}

RecordColumn computed(RecordColumn column)
{
    column.computed = true;
    return column;
}

QString targetOf(const Field &field)
{
    switch (field.type) {
    case FieldType::User: return u"user"_s;
    case FieldType::List: return u"list_value"_s;
    case FieldType::Stage: return u"stage"_s;
    case FieldType::Pipeline: return u"pipeline"_s;
    case FieldType::File: return u"attachment"_s;
    default: return field.target;
    }
}

QList<RecordTable> fixedTables()
{
    const auto integer = FieldType::Integer;
    const auto boolean = FieldType::Boolean;
    const RecordColumn deleted = kept(plain(u"deleted_at"_s, FieldType::DateTime));
    const RecordColumn position = kept(plain(u"position"_s, integer));
    QList<RecordTable> tables;
    const auto add = [&](const QString &code, const QString &name, bool schema, QList<RecordColumn> columns) {
        RecordTable table;
        table.code = code;
        table.name = name;
        table.definesSchema = schema;
        table.columns = std::move(columns);
        tables.append(table);
    };
    add(u"setting"_s, u"setting"_s, true, {plain(u"code"_s), plain(u"value"_s, FieldType::Text)});
    add(u"department"_s, u"department"_s, true,
        {plain(u"name"_s), reference(u"parent"_s, u"department"_s), reference(u"head"_s, u"user"_s), position, deleted});
    add(u"user"_s, u"user_account"_s, true,
        {plain(u"login"_s), plain(u"name"_s), plain(u"active"_s, boolean), reference(u"department"_s, u"department"_s),
         plain(u"job"_s), plain(u"phone"_s), plain(u"email"_s), plain(u"absent_from"_s), plain(u"absent_until"_s), deleted});
    add(u"currency"_s, u"currency"_s, true, {plain(u"code"_s), position, deleted});
    add(u"rate"_s, u"rate"_s, false,
        {plain(u"currency"_s), plain(u"base"_s), plain(u"day"_s), plain(u"value"_s, integer), deleted});
    add(u"calendar_day"_s, u"calendar_day"_s, true, {plain(u"day"_s), plain(u"kind"_s), plain(u"name"_s), deleted});
    add(u"entity_type"_s, u"entity_type"_s, true,
        {plain(u"code"_s), plain(u"name"_s), plain(u"name_plural"_s), computed(plain(u"table_name"_s)), plain(u"icon"_s),
         plain(u"colour"_s), plain(u"title_pattern"_s), plain(u"is_listed"_s, boolean), position,
         plain(u"is_item"_s, boolean), plain(u"has_stages"_s, boolean), plain(u"has_pipelines"_s, boolean),
         plain(u"has_client"_s, boolean), plain(u"has_products"_s, boolean), plain(u"has_activities"_s, boolean),
         plain(u"converts_to"_s), deleted});
    add(u"section"_s, u"section"_s, true,
        {reference(u"entity_type"_s, u"entity_type"_s), plain(u"code"_s), plain(u"name"_s), position, deleted});
    add(u"field"_s, u"field"_s, true,
        {reference(u"entity_type"_s, u"entity_type"_s),
         plain(u"code"_s),
         plain(u"name"_s),
         plain(u"type"_s),
         plain(u"multiple"_s, boolean),
         plain(u"required"_s, boolean),
         plain(u"indexed"_s, boolean),
         plain(u"system"_s, boolean),
         plain(u"editable"_s, boolean),
         plain(u"significant"_s, boolean),
         computed(plain(u"column_name"_s)),
         plain(u"target"_s),
         reference(u"section"_s, u"section"_s),
         reference(u"values_from"_s, u"field"_s),
         plain(u"default_value"_s),
         plain(u"uniqueness"_s),
         plain(u"help"_s, FieldType::Text),
         plain(u"as_tab"_s, boolean),
         plain(u"former_codes"_s),
         position,
         deleted});
    add(u"list_value"_s, u"list_value"_s, true,
        {reference(u"field"_s, u"field"_s), plain(u"code"_s), plain(u"name"_s), plain(u"colour"_s),
         reference(u"merged_into"_s, u"list_value"_s), position, deleted});
    add(u"pipeline"_s, u"pipeline"_s, true,
        {reference(u"entity_type"_s, u"entity_type"_s), plain(u"code"_s), plain(u"name"_s), position,
         plain(u"is_default"_s, boolean), deleted});
    add(u"stage"_s, u"stage"_s, true,
        {reference(u"pipeline"_s, u"pipeline"_s), plain(u"code"_s), plain(u"name"_s), plain(u"colour"_s),
         plain(u"stage_group"_s), plain(u"probability"_s, integer), position, deleted});
    add(u"tunnel"_s, u"tunnel"_s, true,
        {reference(u"from_stage"_s, u"stage"_s), reference(u"to_pipeline"_s, u"pipeline"_s),
         reference(u"to_stage"_s, u"stage"_s), deleted});
    add(u"stage_rule"_s, u"stage_rule"_s, true,
        {reference(u"field"_s, u"field"_s), reference(u"pipeline"_s, u"pipeline"_s), reference(u"first_stage"_s, u"stage"_s),
         reference(u"last_stage"_s, u"stage"_s), deleted});
    // Two people's properties of a kind are both kept, one by one.
    add(u"activity_kind"_s, u"activity_kind"_s, true,
        {kept(reference(u"value"_s, u"list_value"_s)), kept(plain(u"icon"_s)), kept(plain(u"duration"_s, integer)),
         kept(plain(u"reminders"_s)), kept(plain(u"deadline"_s)), kept(plain(u"blocks"_s)),
         kept(reference(u"suggests"_s, u"list_value"_s)), kept(plain(u"suggests_after"_s)),
         kept(plain(u"asks_result"_s, boolean)), kept(plain(u"reminds_participants"_s, boolean)), deleted});
    add(u"preset"_s, u"preset"_s, false,
        {reference(u"entity_type"_s, u"entity_type"_s), reference(u"person"_s, u"user"_s), plain(u"name"_s),
         plain(u"conditions"_s, FieldType::Text), plain(u"search"_s), position, deleted});
    // Two people's layouts are both kept, value by value: nobody is asked about the place of a field.
    const RecordColumn rank = kept(plain(u"rank"_s, FieldType::Number));
    const RecordColumn hidden = kept(plain(u"hidden"_s, boolean));
    const RecordColumn ofView = kept(reference(u"card_view"_s, u"card_view"_s));
    add(u"card_view"_s, u"card_view"_s, false,
        {kept(reference(u"entity_type"_s, u"entity_type"_s)), kept(reference(u"pipeline"_s, u"pipeline"_s)),
         kept(reference(u"person"_s, u"user"_s)), plain(u"name"_s), kept(plain(u"forced"_s, boolean)), rank, deleted});
    add(u"card_view_for"_s, u"card_view_for"_s, false,
        {ofView, kept(reference(u"person"_s, u"user"_s)), kept(reference(u"department"_s, u"department"_s)), deleted});
    add(u"card_section"_s, u"card_section"_s, false,
        {ofView, kept(reference(u"section"_s, u"section"_s)), plain(u"name"_s), rank, hidden, deleted});
    add(u"card_field"_s, u"card_field"_s, false,
        {ofView, kept(reference(u"field"_s, u"field"_s)), kept(reference(u"card_section"_s, u"card_section"_s)), rank,
         kept(plain(u"shown"_s)), deleted});
    add(u"card_tab"_s, u"card_tab"_s, false, {ofView, kept(plain(u"code"_s)), rank, hidden, deleted});
    add(u"person_setting"_s, u"person_setting"_s, false,
        {kept(reference(u"person"_s, u"user"_s)), kept(plain(u"code"_s)), kept(plain(u"value"_s)), deleted});
    add(u"comment"_s, u"comment"_s, false,
        {reference(u"owner"_s, {}), plain(u"text"_s, FieldType::Text), plain(u"created_at"_s, FieldType::DateTime),
         reference(u"created_by"_s, u"user"_s), kept(plain(u"edited_at"_s, FieldType::DateTime)), deleted});
    add(u"pin"_s, u"pin"_s, false,
        {reference(u"item"_s, {}), plain(u"version"_s), kept(plain(u"created_at"_s, FieldType::DateTime)),
         kept(reference(u"created_by"_s, u"user"_s)), deleted});
    add(u"notice"_s, u"notice"_s, false,
        {kept(reference(u"person"_s, u"user"_s)), kept(plain(u"kind"_s)), kept(reference(u"item"_s, {})),
         kept(plain(u"comment"_s)), kept(plain(u"created_at"_s, FieldType::DateTime)),
         kept(reference(u"created_by"_s, u"user"_s)), kept(plain(u"read_at"_s, FieldType::DateTime)),
         kept(plain(u"how_many"_s, integer)), deleted});
    add(u"attachment"_s, u"attachment"_s, false,
        {reference(u"owner"_s, {}), plain(u"name"_s), plain(u"size"_s, integer), plain(u"digest"_s), plain(u"role"_s),
         plain(u"created_at"_s, FieldType::DateTime), reference(u"created_by"_s, u"user"_s), deleted});
    add(Codes::productRow, Codes::productRow, false,
        {reference(u"owner"_s, {}), reference(u"product"_s, Codes::productType), plain(u"name"_s), plain(u"unit"_s),
         plain(u"quantity"_s, integer), plain(u"price"_s, integer), plain(u"currency"_s), plain(u"discount"_s, integer),
         plain(u"discount_kind"_s), plain(u"tax"_s, integer), plain(u"tax_included"_s, boolean),
         kept(plain(u"rank"_s, FieldType::Number)), deleted});
    add(u"checklist_item"_s, u"checklist_item"_s, false,
        {kept(reference(u"activity"_s, u"activity"_s)), plain(u"text"_s), kept(plain(u"done"_s, boolean)), rank, deleted});
    add(u"series_exception"_s, u"series_exception"_s, false,
        {kept(plain(u"series"_s)), kept(plain(u"occurrence"_s)), kept(plain(u"kind"_s)), deleted});
    add(Codes::resourceHours, Codes::resourceHours, false,
        {kept(reference(u"resource"_s, Codes::resourceType)), kept(plain(u"weekday"_s)), plain(u"hours"_s), deleted});
    add(u"link"_s, u"link"_s, false, {plain(u"kind"_s), reference(u"source"_s, {}), reference(u"target"_s, {}), deleted});
    return tables;
}

QStringList quoted(QStringList names)
{
    for (QString &name : names)
        name = sqlName(name);
    return names;
}

} // namespace

QStringList physicalColumns(const RecordColumn &column)
{
    if (column.multiple)
        return {};
    if (column.type == FieldType::Money)
        return {column.code, column.code + u"_currency"_s};
    if (column.isAnyItem())
        return {column.code + u"_type"_s, column.code + u"_id"_s};
    return {column.code};
}

QStringList sqlColumns(const RecordColumn &column)
{
    return quoted(physicalColumns(column));
}

QStringList writtenColumns(const RecordColumn &column)
{
    QStringList columns = physicalColumns(column);
    if (column.isFolded())
        columns << column.code + u"_fold"_s;
    return columns;
}

void RecordTable::finish()
{
    QStringList read;
    QStringList written{u"id"_s, u"uid"_s};
    for (int i = 0; i < columns.size(); ++i) {
        columnIndex.insert(columns[i].code, i);
        columns[i].patchName = '"' + columns[i].code.toUtf8() + "\":";
        if (columns[i].multiple) {
            hasMultiple = true;
            // What is the same for all values of a field stands in the text: every bound value costs a third of a microsecond.
            columns[i].insertMemberSql =
                u"INSERT INTO multi_value (entity_type, field, item, position, value, %1) VALUES (%2, %3, ?, ?, ?, ?, ?)"_s
                    .arg(holdsTexts(columns[i].type) ? u"label, key"_s : u"ref, ref_type"_s)
                    .arg(typeId)
                    .arg(columns[i].field);
        }
        const QStringList physical = quoted(writtenColumns(columns[i]));
        read << sqlColumns(columns[i]);
        written << physical;
        if (!physical.isEmpty())
            columns[i].assignmentSql = physical.join(u" = ?, "_s) + u" = ?"_s;
    }
    if (typeId != 0)
        written << u"filled"_s;
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].field != 0 && columns[i].type != FieldType::Boolean)
            fillable << i;
    }
    std::sort(fillable.begin(), fillable.end(), [this](int a, int b) {
        return std::pair(columns[a].multiple, columns[a].field) < std::pair(columns[b].multiple, columns[b].field);
    });
    stageColumn = isItem ? indexOf(Codes::stage) : -1;
    for (const auto &code : {Codes::pipeline, Codes::stageChangedAt, Codes::closedAt}) {
        if (stageColumn >= 0 && indexOf(code) >= 0)
            withStage << indexOf(code);
    }
    const QString marks = QStringList(written.size(), u"?"_s).join(u',');
    const QString select = u"SELECT id, uid, %1 FROM %2 WHERE "_s.arg(read.join(u", "_s), sqlName(name));
    selectSql = select + u"id = ?"_s;
    selectManySql = select + u"uid IN (%1)"_s.arg(QStringList(recordsPerRead, u"?"_s).join(u','));
    selectByIdsSql = select + u"id IN (SELECT value FROM json_each(?))"_s;
    insertSql = u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(sqlName(name), written.join(u", "_s), marks);
}

Catalog::Catalog(const Schema &schema)
{
    for (const RecordTable &table : fixedTables())
        add(table);
    for (const EntityType &type : schema.allTypes()) {
        RecordTable table;
        table.code = type.code;
        table.name = type.table;
        table.typeId = type.id;
        table.isItem = type.isItem;
        table.columns << kept(plain(u"number"_s)); // activities are called by one too
        if (type.isItem)
            table.columns << kept(plain(u"rank"_s, FieldType::Number));
        table.columns << kept(plain(u"deleted_at"_s, FieldType::DateTime));
        for (const Field &field : schema.fields(type.id) + schema.hiddenFields(type.id)) {
            table.columns.append({.code = field.column,
                                  .type = field.type,
                                  .multiple = field.multiple || holdsTexts(field.type),
                                  .target = targetOf(field),
                                  .field = field.id,
                                  .kept = !field.editable || field.type == FieldType::Pipeline});
        }
        add(table);
    }
}

const RecordTable *Catalog::table(const QString &code) const
{
    const auto it = m_tables.constFind(m_codeByEntity.value(code, code));
    return it == m_tables.cend() ? nullptr : it->get();
}

const RecordTable *Catalog::table(qint64 typeId) const
{
    const auto it = m_codeByType.constFind(typeId);
    return it == m_codeByType.cend() ? nullptr : table(*it);
}

void Catalog::add(RecordTable table)
{
    table.finish();
    if (table.typeId != 0)
        m_codeByType.insert(table.typeId, table.code);
    table.entity = table.typeId != 0 ? table.name : table.code;
    if (table.entity != table.code)
        m_codeByEntity.insert(table.entity, table.code);
    const QString code = table.code;
    m_tables.insert(code, std::make_shared<const RecordTable>(std::move(table)));
}

} // namespace Kartoteka
