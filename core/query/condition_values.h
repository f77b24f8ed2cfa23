// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition_compiler.h"

namespace Kartoteka {

/// By size, by a part, and those that hold where the value does not.
bool isOrdering(Comparison comparison);
bool isContaining(Comparison comparison);
bool isNegative(Comparison comparison);

/// A comparison with values as SQL, by the kind of the field. Used by compileCondition.

/// @p column is a folded text column of the table, such as t.number or t.title_fold.
Result<CompiledQuery> compareText(const CompileContext &context, const Condition &condition, const QString &column);
Result<CompiledQuery> compareMembers(const CompileContext &context, const Field &field, const Condition &condition);
Result<CompiledQuery> compareDays(const CompileContext &context, const Field &field, const Condition &condition);
Result<CompiledQuery> compareValue(const CompileContext &context, const Field &field, const Condition &condition);
Result<CompiledQuery> compareStage(const CompileContext &context, const Field &field, const Condition &condition);

/// Stages of a type that a text names, in all pipelines: by code or name, or "group won". Empty: none.
QList<qint64> stagesNamed(const Schema &schema, qint64 typeId, const QString &text);

/// Days of one of the condition's values, or the error that it is no period.
Result<DateSpan> spanOf(const CompileContext &context, const Condition &condition, const QString &text);

/// The condition does not make sense: what, and where it stands in its text.
Error misfit(const Condition &condition, const QString &what);
Error wrongOperator(const Condition &condition);
/// No stage is called @p text; one that was deleted is named.
Error noStage(const CompileContext &context, const Condition &condition, const QString &text);

} // namespace Kartoteka
