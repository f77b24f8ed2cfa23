// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"
#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What is asked for: which types are to come of the item, and which existing records serve instead of new ones.
struct ConversionRequest
{
    ItemRef source;
    QStringList targets;                          ///< type codes, a subset of EntityType::convertsTo
    QHash<QString, qint64> existing;              ///< type code → row of the client to use
    QHash<QString, QHash<QString, Value>> edited; ///< type code → field values that replace the mapped ones
    QHash<QString, qint64> pipelines;             ///< type code → where the new item begins; absent: the default one
    qint64 user = 0;                              ///< who converts: "me" where a field begins with that
};

/// One item that a conversion makes or completes.
struct ConversionTarget
{
    QString type;
    qint64 existing = 0;          ///< 0: a new one
    QHash<QString, Value> values; ///< by field code; for an existing one only what is added
};

struct ConversionPlan
{
    QList<ConversionTarget> targets; ///< company, contact, deal: what others refer to first
    ChangeSet changes;
    QHash<QString, QUuid> made; ///< type code → uid of the new item
};

/// Plans the conversion as one act. Refused when the type does not convert so, when a field that the target
/// requires would be empty (Error::where is "type.field"), or when the item is converted already.
Result<ConversionPlan> planConversion(const ReadContext &context, const ConversionRequest &request);

/// A field that a conversion has to ask for.
struct MissingField
{
    QString type; ///< code of the target
    Field field;
};

/// Fields that the targets of @p request require and would lack: asked before anything is made, and given in
/// ConversionRequest::edited.
Result<QList<MissingField>> missingInConversion(const ReadContext &context, const ConversionRequest &request);

/// What is made of an item unless somebody says otherwise: all of @p targets but an organisation that the item does not name,
/// for it would be called by the item's title. One of @p known stays, which is in the file already, and so does the only one.
QStringList usualTargets(const Schema &schema, const Item &item, const QStringList &targets, const QStringList &known);

/// Converts many on behalf of @p user: those that lack what a target requires, or are converted already, are passed over.
BulkAct bulkConvert(const QStringList &targets, qint64 user);

} // namespace Kartoteka
