// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/row_check.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/resource_codes.h"
#include "core/schema/system_codes.h"
#include "core/store/merge/value_check.h"
#include "core/store/record/contents.h"
#include "core/store/record/name_limit.h"
#include "core/store/record/record_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>

namespace Kartoteka {

namespace {

QString misfit(const QString &name)
{
    return Texts::tr("“%1” holds what cannot be there.").arg(name.left(60));
}

QString missing(const QString &name)
{
    return Texts::tr("“%1” is missing.").arg(name);
}

QString fixed()
{
    return Texts::tr("this part of a definition cannot be changed.");
}

bool isWhole(const QJsonValue &json)
{
    const double number = json.toDouble();
    return json.isDouble() && std::abs(number) <= 9.2e18 && std::floor(number) == number;
}

bool isMember(const RecordColumn &column, const QJsonValue &json)
{
    if (!json.isObject())
        return false;
    const auto text = [&](const char *name) {
        const QJsonValue value = json[QLatin1StringView(name)];
        return value.isUndefined() || value.isString();
    };
    const QJsonValue uid = json[u"u"];
    return text("v") && text("l") && text("t") && (uid.isUndefined() || isUid(uid))
        && (holdsTexts(column.type) || isUid(uid));
}

/// Whether the form of a value is that of the column; null is none.
bool hasForm(const RecordColumn &column, const QJsonValue &json)
{
    if (json.isNull())
        return true;
    if (column.multiple) {
        const QJsonArray members = json.toArray();
        return json.isArray() && members.size() <= mostMembers
            && std::all_of(members.begin(), members.end(), [&](const auto &member) { return isMember(column, member); });
    }
    if (column.type == FieldType::Money)
        return json.isArray() && json.toArray().size() == 2 && isWhole(json[0]) && json[1].isString();
    if (column.isAnyItem())
        return json.isObject() && json[u"t"].isString() && isUid(json[u"u"]);
    if (holdsReference(column.type))
        return isUid(json);
    switch (column.type) {
    case FieldType::Boolean: return json.isBool();
    case FieldType::Integer:
    case FieldType::DateTime: return isWhole(json);
    case FieldType::Number: return json.isDouble();
    case FieldType::Date: return json.isString() && QDate::fromString(json.toString(), Qt::ISODate).isValid();
    default: return json.isString();
    }
}

/// Columns that a record cannot be without.
const QStringList &neededIn(const QString &table)
{
    static const QHash<QString, QStringList> needed{
        {u"setting"_s, {u"code"_s}},
        {u"user"_s, {u"name"_s}},
        {u"entity_type"_s, {u"code"_s}},
        {u"section"_s, {u"entity_type"_s, u"code"_s}},
        {u"field"_s, {u"entity_type"_s, u"code"_s, u"type"_s}},
        {u"list_value"_s, {u"field"_s, u"code"_s}},
        {u"pipeline"_s, {u"entity_type"_s, u"code"_s}},
        {u"stage"_s, {u"pipeline"_s, u"code"_s, u"colour"_s, u"stage_group"_s}},
        {u"stage_rule"_s, {u"field"_s, u"pipeline"_s, u"first_stage"_s, u"last_stage"_s}},
        {u"tunnel"_s, {u"from_stage"_s, u"to_pipeline"_s}},
        {u"department"_s, {u"name"_s}},
        {u"currency"_s, {u"code"_s}},
        {u"rate"_s, {u"currency"_s, u"base"_s, u"day"_s, u"value"_s}},
        {u"calendar_day"_s, {u"day"_s, u"kind"_s}},
        {u"preset"_s, {u"entity_type"_s, u"name"_s}},
        {u"activity_kind"_s, {u"value"_s}},
        {u"checklist_item"_s, {u"activity"_s, u"text"_s}},
        {u"series_exception"_s, {u"series"_s, u"occurrence"_s, u"kind"_s}},
        {u"card_view"_s, {u"entity_type"_s}},
        {u"card_view_for"_s, {u"card_view"_s}},
        {u"card_section"_s, {u"card_view"_s}},
        {u"card_field"_s, {u"card_view"_s, u"field"_s}},
        {u"card_tab"_s, {u"card_view"_s, u"code"_s}},
        {u"person_setting"_s, {u"person"_s, u"code"_s}},
        {u"comment"_s, {u"owner"_s, u"text"_s}},
        {u"pin"_s, {u"item"_s, u"version"_s}},
        {u"notice"_s, {u"person"_s, u"kind"_s, u"item"_s, u"comment"_s, Codes::createdAt}},
        {u"attachment"_s, {u"owner"_s, u"name"_s, u"size"_s, u"digest"_s}},
        {Codes::resourceHours, {u"resource"_s, u"weekday"_s}},
        {Codes::productRow, {u"owner"_s, u"name"_s, u"quantity"_s, u"price"_s, u"currency"_s}},
        {u"link"_s, {u"kind"_s, u"source"_s, u"target"_s}}};
    static const QStringList none;
    const auto it = needed.constFind(table);
    return it == needed.cend() ? none : *it;
}

/// Columns that stay as they were made, whoever made them.
bool isFixed(const QString &table, const QString &column)
{
    static const QHash<QString, QStringList> columns{
        {u"entity_type"_s, {u"is_item"_s, u"has_activities"_s}},
        {u"field"_s, {u"entity_type"_s, u"type"_s, u"multiple"_s, u"system"_s, u"target"_s}},
        {u"section"_s, {u"entity_type"_s}},
        {u"list_value"_s, {u"field"_s}},
        {u"pipeline"_s, {u"entity_type"_s}},
        {u"stage"_s, {u"pipeline"_s}},
        {u"setting"_s, {u"code"_s}},
        {u"tunnel"_s, {u"from_stage"_s, u"to_pipeline"_s}},
        {u"checklist_item"_s, {u"activity"_s}},
        {u"attachment"_s, {u"size"_s, u"digest"_s, u"role"_s}}};
    return columns.value(table).contains(column);
}

/// … and these too where the program itself made them.
bool isFixedOfProgram(const QString &table, const QString &column)
{
    if (table == u"entity_type" && column == u"has_stages")
        return true;
    return (table == u"entity_type" || table == u"field") && (column == u"code" || column == u"deleted_at");
}

bool isCode(const QString &code)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_]{0,60}$"_s);
    return pattern.match(code).hasMatch();
}

/// What identifies a record that two seats may make independently of each other (derivedUid()).
const QStringList &keyOf(const QString &table)
{
    static const QHash<QString, QStringList> keys{{u"currency"_s, {u"code"_s}},
                                                  {u"rate"_s, {u"currency"_s, u"base"_s, u"day"_s}},
                                                  {u"calendar_day"_s, {u"day"_s}},
                                                  {u"activity_kind"_s, {u"value"_s}},
                                                  {u"series_exception"_s, {u"series"_s, u"occurrence"_s}},
                                                  {u"card_view"_s, {u"entity_type"_s, u"person"_s}},
                                                  {u"card_view_for"_s, {u"card_view"_s, u"person"_s, u"department"_s}},
                                                  {u"card_section"_s, {u"card_view"_s, u"section"_s}},
                                                  {u"card_field"_s, {u"card_view"_s, u"field"_s}},
                                                  {u"card_tab"_s, {u"card_view"_s, u"code"_s}},
                                                  {u"person_setting"_s, {u"person"_s, u"code"_s}},
                                                  {u"pin"_s, {u"item"_s, u"version"_s}},
                                                  {Codes::resourceHours, {u"resource"_s, u"weekday"_s}},
                                                  {u"notice"_s, {u"person"_s, u"comment"_s}}};
    static const QStringList none;
    const auto it = keys.constFind(table);
    return it == keys.cend() ? none : *it;
}

/// Some of them are made by one person only: a view of the card that has a name, a section that it has of its own.
bool hasOwnIdentity(const QString &table, const QJsonObject &patch)
{
    return (table == u"card_view" && patch[u"name"].isString())
        || (table == u"card_section" && !patch[u"section"].isString());
}

/// Such a record bears the identity of its key, keeps both, and is hidden, never erased but with the item that it belongs to.
QString keyProblem(const RecordTable &table, const JournalRow &row)
{
    const QStringList &key = keyOf(table.code);
    if (key.isEmpty())
        return {};
    if (row.operation == u"erase")
        return table.indexOf(u"item"_s) >= 0 || table.code == Codes::resourceHours ? QString() : fixed();
    QStringList parts;
    for (const QString &name : key) {
        if (row.operation == u"update" && row.patch.contains(name))
            return fixed();
        const QJsonValue part = row.patch[name];
        parts << (part.isObject() ? part[u"u"] : part).toString();
    }
    if (hasOwnIdentity(table.code, row.patch))
        return {};
    if (const QString kind = row.patch[u"kind"].toString(); table.code == u"notice" && kind != u"mention")
        parts << kind; // mentions had their identity before there were others
    const bool saysKey = row.operation == u"create" || (row.operation == u"restore" && !row.patch.isEmpty());
    return !saysKey || derivedUid(table.code, parts.join(u'/')) == row.uid ? QString() : misfit(u"uid"_s);
}

/// Columns of definitions that hold one of some words, or a text of a certain form.
QString wordProblem(const RecordTable &table, const std::function<QString(const QString &)> &said)
{
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    static const QRegularExpression codes(u"^[a-z][a-z0-9_]{0,60}(,[a-z][a-z0-9_]{0,60})*$"_s);
    static const QRegularExpression judged(u"^(warn|refuse)$"_s);
    static const QHash<QString, QHash<QString, QRegularExpression>> forms{
        {u"entity_type"_s, {{u"colour"_s, colour}}},
        {u"list_value"_s, {{u"colour"_s, colour}}},
        {u"field"_s, {{u"uniqueness"_s, judged}, {u"former_codes"_s, codes}}}};
    const auto ofTable = forms.constFind(table.code);
    if (ofTable == forms.cend())
        return {};
    for (auto it = ofTable->cbegin(); it != ofTable->cend(); ++it) {
        if (const QString text = said(it.key()); !text.isEmpty() && !it.value().match(text).hasMatch())
            return misfit(it.key());
    }
    return {};
}

} // namespace

Result<QString> RowCheck::problemOf(const RecordTable &table, const JournalRow &row, qint64 id) const
{
    const bool isUpdate = row.operation == u"update";
    for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
        const int at = table.indexOf(it.key());
        if (at < 0 || table.columns[at].computed)
            continue; // of a newer program; or a name that is not taken from files
        const RecordColumn &column = table.columns[at];
        const QJsonArray pair = isUpdate ? it.value().toArray() : QJsonArray();
        const QJsonValue before = pair.at(0);
        const QJsonValue after = isUpdate ? pair.at(1) : QJsonValue(it.value());
        if ((isUpdate && pair.size() != 2) || !hasForm(column, after) || (isUpdate && !hasForm(column, before)))
            return misfit(it.key());
        if (row.operation == u"erase")
            continue;
        if (!after.isNull() && !isSensibleValue(table.code, it.key(), after))
            return misfit(it.key());
        auto problem = valueProblem(table, column, after);
        if (!problem || !problem->isEmpty())
            return problem;
        if (isUpdate && after.isNull() && neededIn(table.code).contains(it.key()))
            return missing(it.key());
        if (isUpdate && before != after
            && (isFixed(table.code, it.key()) || (table.typeId != 0 && it.key() == u"number")
                || (isBuiltIn(uidBytes(row.uid)) && isFixedOfProgram(table.code, it.key()))))
            return fixed();
    }
    const bool makes = id == 0 && (row.operation == u"create" || row.operation == u"restore");
    for (const QString &name : makes &&row.operation == u"create" ? neededIn(table.code) : QStringList()) {
        if (row.patch[name].isNull() || row.patch[name].isUndefined())
            return missing(name);
    }
    if (const QString problem = keyProblem(table, row); !problem.isEmpty())
        return problem;
    if (auto problem = isUpdate || id == 0 ? Result<QString>(QString()) : againProblem(table, row, id);
        !problem || !problem->isEmpty())
        return problem;
    if (table.definesSchema) {
        auto problem = definitionProblem(table, row, id);
        if (!problem || !problem->isEmpty())
            return problem;
    }
    if (makes && row.operation == u"create" && table.stageColumn >= 0 && table.isItem && !mayLackStage(table)
        && !row.patch[table.columns[table.stageColumn].code].isString())
        return missing(table.columns[table.stageColumn].code);
    // An erasure that is taken back says again which file it was.
    const bool isFile = table.code == u"attachment" && makes && (row.operation == u"create" || !row.patch.isEmpty());
    return isFile ? attachmentProblem(row) : Result<QString>(QString());
}

/// What is made once more, or comes back, is what it was.
Result<QString> RowCheck::againProblem(const RecordTable &table, const JournalRow &row, qint64 id) const
{
    if (row.operation == u"erase")
        return QString();
    auto stored = readRecord(m_connection, m_schema, table, id);
    if (!stored)
        return stored.error();
    for (auto it = row.patch.begin(); *stored && it != row.patch.end(); ++it) {
        const int at = table.indexOf(it.key());
        if (at < 0 || !isFixed(table.code, it.key()))
            continue;
        QByteArray json("[");
        appendJournal(table.columns[at], (*stored)->row[at], m_identity, json);
        if (QJsonDocument::fromJson(json + ']').array().at(0) != it.value())
            return fixed();
    }
    return QString();
}

Result<QString> RowCheck::valueProblem(const RecordTable &table, const RecordColumn &column, const QJsonValue &json) const
{
    if (column.type == FieldType::Stage || column.type == FieldType::Pipeline)
        return stageProblem(table, column, json);
    if (holdsReference(column.type) && !column.multiple) {
        const bool needed = neededIn(table.code).contains(column.code);
        if (!needed || json.isNull())
            return QString();
        // An item that is away comes back for what belongs to it; a definition that is not here never will.
        const QString target = column.isAnyItem() ? json[u"t"].toString() : column.target;
        const RecordTable *leads = m_catalog.table(target);
        const bool mayLead = leads
            && (!column.isAnyItem() || leads->isItem
                || (table.code == u"attachment" && leads->code == u"activity")); // what is done about an item has files too
        if (!mayLead)
            return misfit(column.code);
        return leads->definesSchema && m_identity.idOf(target, uidFromText(json.toString())) == 0 ? misfit(column.code)
                                                                                                  : QString();
    }
    if (column.multiple && !holdsTexts(column.type))
        return QString();
    const Value value = fromJournal(column, json, m_identity);
    const bool fits = isStorable(table, column, value);
    return fits ? QString() : misfit(column.code);
}

/// Types of the office's own may be given stages, or have none any more: their items come to the first one when they are needed
/// (core/store/merge/definition_keeper).
bool RowCheck::mayLackStage(const RecordTable &table) const
{
    const EntityType *type = m_schema.type(table.typeId);
    return type && !isBuiltIn(uidBytes(type->uid));
}

/// An item stands in a stage of its own type.
Result<QString> RowCheck::stageProblem(const RecordTable &table, const RecordColumn &column, const QJsonValue &json) const
{
    if (!table.isItem || (json.isNull() && mayLackStage(table)))
        return QString();
    if (json.isNull() && column.type == FieldType::Pipeline)
        return misfit(column.code);
    const QString sql = column.type == FieldType::Stage
        ? u"SELECT p.entity_type FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE s.uid = ?"_s
        : u"SELECT entity_type FROM pipeline WHERE uid = ?"_s;
    auto type = m_connection.scalar(sql, {uidBytes(uidFromText(json.toString()))});
    if (!type)
        return type.error();
    return type->toLongLong() == table.typeId ? QString() : misfit(column.code);
}

Result<QString> RowCheck::definitionProblem(const RecordTable &table, const JournalRow &row, qint64 id) const
{
    const bool isHiddenNotErased = table.indexOf(u"deleted_at"_s) >= 0;
    if (row.operation == u"erase")
        return isHiddenNotErased ? fixed() : QString();
    if (row.operation != u"update" && isBuiltIn(uidBytes(row.uid)))
        return fixed();
    const auto said = [&](const QString &name) {
        const QJsonValue value = row.patch[name];
        return (row.operation == u"update" ? value[1] : value).toString();
    };
    if (table.code == u"setting") {
        QString code = said(u"code"_s);
        if (code.isEmpty()) {
            auto known = m_connection.scalar(u"SELECT code FROM setting WHERE uid = ?"_s, {uidBytes(row.uid)});
            if (!known)
                return known.error();
            code = known->toString();
        }
        return code.size() <= 120 && isSettingValue(code, said(u"value"_s)) ? QString() : misfit(u"value"_s);
    }
    if (table.code == u"entity_type" && row.patch.contains(u"code"_s)) {
        auto problem = typeProblem(said(u"code"_s));
        if (!problem || !problem->isEmpty())
            return problem;
    }
    if (table.code == u"field" && row.patch.contains(u"code"_s) && !isCode(said(u"code"_s)))
        return misfit(u"code"_s);
    if (auto problem = wordProblem(table, said); !problem.isEmpty())
        return problem;
    if (table.code == u"field" && id == 0)
        return fieldProblem(row);
    if (table.code == u"stage" && row.patch.contains(u"stage_group"_s)) {
        static const QStringList groups{u"in_progress"_s, u"won"_s, u"lost"_s};
        if (!groups.contains(said(u"stage_group"_s)))
            return misfit(u"stage_group"_s);
    }
    if (table.code == u"stage" && row.patch.contains(u"probability"_s)) {
        const QJsonValue value = row.patch[u"probability"];
        const double probability = (row.operation == u"update" ? value[1] : value).toDouble();
        return probability >= 0 && probability <= 100 ? QString() : misfit(u"probability"_s);
    }
    return QString();
}

/// A type may not be called as the program calls its own tables.
Result<QString> RowCheck::typeProblem(const QString &code) const
{
    if (!isCode(code))
        return misfit(u"code"_s);
    const RecordTable *known = m_catalog.table(code);
    if (known && known->typeId == 0)
        return misfit(u"code"_s);
    auto taken = m_connection.scalar(u"SELECT 1 FROM sqlite_master m WHERE m.name = ? AND NOT EXISTS "
                                     "(SELECT 1 FROM entity_type t WHERE t.code = m.name)"_s,
                                     {code});
    if (!taken)
        return taken.error();
    return taken->isValid() ? misfit(u"code"_s) : QString();
}

Result<QString> RowCheck::fieldProblem(const JournalRow &row) const
{
    const auto type = fieldTypeFromName(row.patch[u"type"].toString());
    const QString code = row.patch[u"code"].toString();
    const bool isSystem = row.patch[u"system"].toBool() && systemFieldCodes().contains(code);
    if (!type)
        return misfit(u"type"_s);
    if ((*type == FieldType::Stage || *type == FieldType::Pipeline) && (!isSystem || code != fieldTypeName(*type)))
        return misfit(u"type"_s);
    const QByteArray owner = uidBytes(uidFromText(row.patch[u"entity_type"].toString()));
    if (row.patch[u"system"].toBool() && isBuiltIn(owner))
        return misfit(u"system"_s);
    auto columns = m_connection.scalar(
        u"SELECT count(*) + sum(f.type IN ('string', 'text', 'address', 'money')) FROM field f "
        "JOIN entity_type t ON t.id = f.entity_type WHERE t.uid = ?"_s,
        {owner});
    if (!columns)
        return columns.error();
    if (columns->toLongLong() + 10 > mostColumns)
        return Texts::tr("the type has too many fields.");
    // Two uids that end alike would be called alike.
    auto taken = m_connection.scalar(
        u"SELECT 1 FROM field f JOIN entity_type t ON t.id = f.entity_type WHERE t.uid = ? "
        "AND substr(f.uid, 9) = ? AND f.uid <> ? AND substr(f.uid, 1, 4) <> CAST('sys-' AS BLOB)"_s,
        {owner, uidBytes(row.uid).mid(8), uidBytes(row.uid)});
    if (!taken)
        return taken.error();
    return taken->isValid() ? misfit(u"uid"_s) : QString();
}

Result<QString> RowCheck::attachmentProblem(const JournalRow &row) const
{
    const QString digest = row.patch[u"digest"].toString();
    const qint64 size = row.patch[u"size"].toInteger(-1);
    static const QRegularExpression pattern(u"^[0-9a-f]{64}$"_s);
    if (!pattern.match(digest).hasMatch())
        return misfit(u"digest"_s);
    if (size < 0 || size > largestContent)
        return misfit(u"size"_s);
    auto here = m_connection.scalar(u"SELECT length(bytes) FROM content WHERE digest = ?"_s, {digest});
    if (!here)
        return here.error();
    const qint64 comes = here->isValid() ? here->toLongLong() : m_contents.value(digest, -1);
    if (comes < 0)
        return Texts::tr("the contents of the attached file did not come with it.");
    return comes == size ? QString() : misfit(u"size"_s);
}

} // namespace Kartoteka
