// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/query/condition.h"
#include "core/schema/schema.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Where the file uses a field: stages that require it, saved filters, conversions that fill it or take it over, fields that
/// share its values, tabs. Each in words, for whoever is about to delete it.
Result<QStringList> usesOf(const ReadContext &context, const Field &field);
/// Where it uses a stage: fields that are required from it on or up to it, saved filters, tunnels from it and to it.
Result<QStringList> usesOf(const ReadContext &context, const Stage &stage);
/// Where it uses a pipeline: saved filters that ask for it or its stages, and tunnels between it and others.
Result<QStringList> usesOf(const ReadContext &context, const Pipeline &pipeline);
/// Where it uses a value of a list besides the items that have it: saved filters, defaults of fields, what follows an activity.
Result<QStringList> usesOf(const ReadContext &context, const ListValue &value);

/// Whether a path of a type leads to a field, or over it.
bool leadsOver(const Schema &schema, qint64 typeId, const QString &path, qint64 field);
/// Whether a condition of a type asks a field, by whatever path.
bool asksField(const Schema &schema, qint64 typeId, const Condition &condition, qint64 field);

} // namespace Kartoteka
