// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// What the columns of a list stand for: fields by their paths (core/items/field_path), those of linked items too, and what is put together of several fields and of what is
/// planned, as a board's card has it.
namespace ListColumn {

inline const QString number = QStringLiteral("number");
inline const QString client = QStringLiteral("client");
inline const QString nextAct = QStringLiteral("activity");
/// Of an activity: where the item stands that it is for.
inline const QString itemStage = QStringLiteral("item_stage");
/// When it was thrown away. By whom: nobody changes what is in the recycle bin, so that is who changed it last.
inline const QString deletedAt = QStringLiteral("deleted_at");

/// It stands for no field: it is neither edited nor sorted by.
bool isComputed(const QString &code);
/// As people read it; empty for what is no column of the type. @p inBin: over the recycle bin.
QString name(const Schema &schema, qint64 typeId, const QString &code, bool inBin = false);
/// Numbers and amounts stand at the right. @p field: null for what is none.
int alignment(const Field *field);
/// All that a list of the type can show besides the number, its own fields first.
QStringList all(const Schema &schema, const EntityType &type);
/// What it shows until somebody chooses.
QStringList usual(const Schema &schema, const EntityType &type);
/// What it shows of the recycle bin.
QStringList ofBin(const Schema &schema, const EntityType &type);
/// The fields that say what a column shows, for what knows nothing of cards: a copy, an export. What activities tell of their items
/// (core/pipeline/activity_columns) is for these too.
QStringList fieldsOf(const Schema &schema, qint64 typeId, const QStringList &codes);

} // namespace ListColumn

} // namespace Kartoteka
