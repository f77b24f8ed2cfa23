// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/store/change/commit_notice.h"

namespace Kartoteka::Cli {

/// A field of a type by the column in which it stands; null when it has none of the kind. Points into the schema.
const Field *fieldOfColumn(const Schema &schema, qint64 typeId, const QString &column);
/// What a field held before and after, as scripts get it.
QJsonObject changeJson(const Session &session, qint64 typeId, const FieldChange &change);

} // namespace Kartoteka::Cli
