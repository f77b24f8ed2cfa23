// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/list_columns.h"

#include "core/base/texts.h"
#include "core/items/field_path.h"
#include "core/pipeline/activity_columns.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "core/schema/product_codes.h"
#include "core/schema/roles.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What the column of the client tells already.
const QStringList &toldOfClient()
{
    static const QStringList codes{Codes::clientCompany, Codes::clientContact, Codes::companyTitle};
    return codes;
}

} // namespace

bool ListColumn::isComputed(const QString &code)
{
    return code == client || code == nextAct || code == itemStage;
}

QString ListColumn::name(const Schema &schema, qint64 typeId, const QString &code, bool inBin)
{
    if (code == deletedAt)
        return Texts::tr("Deleted");
    if (inBin && code == Codes::modifiedBy)
        return Texts::tr("Deleted by");
    if (code == number)
        return numberSign();
    if (code == client)
        return Texts::tr("Client");
    if (code == nextAct)
        return Texts::tr("Next activity");
    if (code == itemStage)
        return Texts::tr("Stage");
    return pathOf(schema, typeId, code).name();
}

int ListColumn::alignment(const Field *field)
{
    const bool isNumeric = field
        && (field->type == FieldType::Money || field->type == FieldType::Integer || field->type == FieldType::Number);
    return int(Qt::AlignVCenter | (isNumeric ? Qt::AlignRight : Qt::AlignLeft));
}

QStringList ListColumn::all(const Schema &schema, const EntityType &type)
{
    QStringList codes;
    for (const Field &field : schema.fields(type.id))
        codes << field.code;
    if (!clientFields(schema, type.id).isEmpty() || isActivities(type))
        codes << client;
    if (isActivities(type))
        codes << itemStage;
    if (type.hasActivities)
        codes << nextAct;
    return codes + linkedPaths(schema, type.id);
}

QStringList ListColumn::usual(const Schema &schema, const EntityType &type)
{
    if (isActivities(type))
        return {Codes::deadline, Codes::title, u"kind"_s, u"items"_s, client, itemStage, Codes::responsible};
    QStringList codes;
    const QStringList able = all(schema, type);
    for (const QString &code :
         {Codes::title, Codes::sku, Codes::stage, Codes::amount, Codes::price, Codes::unit, client, Codes::companies,
          Codes::position, Codes::phone, Codes::email, Codes::industry, nextAct, Codes::responsible}) {
        // In a sale the phone is enough: the rest has its place on the card.
        const bool isDetail = code == Codes::email || code == Codes::position;
        if (able.contains(code) && !(type.hasStages && isDetail))
            codes << code;
    }
    return codes;
}

QStringList ListColumn::ofBin(const Schema &schema, const EntityType &type)
{
    QStringList codes = usual(schema, type);
    // What one would work with is left to the card, so that all of this fits the window.
    for (const QString &code : {nextAct, QString(Codes::phone), QString(Codes::email), QString(Codes::responsible)})
        codes.removeAll(code);
    codes.insert(codes.indexOf(Codes::title) + 1, deletedAt);
    if (schema.field(type.id, Codes::modifiedBy))
        codes.insert(codes.indexOf(deletedAt) + 1, Codes::modifiedBy);
    return codes;
}

QStringList ListColumn::fieldsOf(const Schema &schema, qint64 typeId, const QStringList &codes)
{
    QStringList fields;
    const EntityType *type = schema.type(typeId);
    for (const QString &code : codes) {
        const bool isTold = type && !ToldColumn::name(*type, code).isEmpty();
        for (const QString &field : code == client && !isTold ? toldOfClient() : QStringList{code}) {
            if ((isTold || field == number || pathOf(schema, typeId, field)) && !fields.contains(field))
                fields << field;
        }
    }
    return fields;
}

} // namespace Kartoteka
