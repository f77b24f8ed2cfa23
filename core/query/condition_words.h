// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/schema/schema.h"

namespace Kartoteka {

/// A condition as people read it on a chip: "Stage: New, In progress", "Amount: more than 500".
QString conditionWords(const Schema &schema, qint64 typeId, const Condition &condition);

/// What a condition is about: the name of its field, of a linked item's or an activity's too.
QString subjectWords(const Schema &schema, qint64 typeId, const QString &field);

/// A period as people read it: "last 7 days", "March 2026".
QString periodWords(const QString &text);

/// The field a condition is about, of whatever type it leads to; null for what is no field.
const Field *conditionField(const Schema &schema, qint64 typeId, const QString &path);

} // namespace Kartoteka
