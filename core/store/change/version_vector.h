// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

#include <QHash>
#include <QJsonObject>
#include <QUuid>

namespace Kartoteka {

/// What somebody has of the journal: the last sequence of each replica. Sequences have no gaps, so it says all.
using VersionVector = QHash<QUuid, qint64>;

/// True when @p vector holds everything that @p other holds.
bool covers(const VersionVector &vector, const VersionVector &other);

QJsonObject vectorToJson(const VersionVector &vector);
/// Ignores what is no uid or no positive number.
VersionVector vectorFromJson(const QJsonObject &json);

/// What this file has, its own rows included.
Result<VersionVector> readVector(Connection &connection);

} // namespace Kartoteka
