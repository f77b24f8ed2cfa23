// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/schema/schema.h"

#include <QSet>

#include <optional>

namespace Kartoteka {

/// Stages that a condition names; nothing when it asks for something else than to stand in one of some stages.
std::optional<QSet<qint64>> askedStages(const Schema &schema, qint64 typeId, const Condition &condition);

/// That something is in progress, and whether a condition asks just that.
Condition inProgress();
bool asksInProgress(const Condition &condition);

} // namespace Kartoteka
