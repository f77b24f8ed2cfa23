// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/value.h"
#include "core/store/record/read_context.h"

#include <QUuid>

namespace Kartoteka {

/// The row that has this identity, also when it is deleted; 0: there is none.
Result<qint64> rowOfUid(const ReadContext &context, const QString &table, const QUuid &uid);

/// What a column of the record that has this identity holds; nothing when there is none, or it is deleted.
Result<Value> valueOfUid(const ReadContext &context, const QString &table, const QString &column, const QUuid &uid);

} // namespace Kartoteka
