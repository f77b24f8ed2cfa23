// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Items of a type, without those in the recycle bin.
Result<qint64> countItems(const ReadContext &context, const EntityType &type);

/// Items that hold one of the values in a list field, in the recycle bin too. By the index of the field.
Result<qint64> countHolders(const ReadContext &context, const Field &field, const QList<qint64> &values);

/// Items that stand in no stage, in the recycle bin too, those at the bottom of the board first.
Result<QList<qint64>> itemsWithoutStage(const ReadContext &context, const EntityType &type);

/// An act, told by a row of the journal that is of it.
struct StoredAct
{
    QString kind;        ///< ChangeSet::kind
    qint64 firstRow = 0; ///< of the journal
};
Result<StoredAct> actOf(const ReadContext &context, qint64 journal);

/// Id, type, code and name of the fields that the types of some fields have, those that are deleted left out.
Result<QList<Field>> fieldsBeside(const ReadContext &context, const QList<qint64> &ids);

Result<qint64> idOfSetting(const ReadContext &context, const QString &code);
/// Rows that are not deleted and nobody's own, in the order of their identities.
Result<QList<qint64>> standingRecords(const ReadContext &context, const RecordTable &table);

/// The last number that was given here to items of each type, by type; and the code that numbers of this seat bear, none at
/// the office.
Result<QHash<qint64, qint64>> lastNumbers(const ReadContext &context);
Result<QString> ownSeatCode(const ReadContext &context);

/// A saved filter as it is kept.
struct SavedFilter
{
    qint64 typeId = 0;
    QString name;
    QString conditions;
};
Result<QList<SavedFilter>> savedFilters(const ReadContext &context);

} // namespace Kartoteka
