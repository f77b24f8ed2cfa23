// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/value.h"
#include "core/store/record/read_context.h"

#include <QSet>

namespace Kartoteka {

/// Items of a type by the E.164 phones and folded e-mails of @p keys that they have; what is deleted is left out.
Result<QHash<QString, QSet<qint64>>> ownersOfKeys(const ReadContext &context, qint64 typeId, const QStringList &keys);

/// Items in progress of @p table, not deleted, by the client that their column @p column names, of those in @p clients.
Result<QHash<qint64, QList<qint64>>> openItemsOf(const ReadContext &context, const RecordTable &table, const QString &column,
                                                 const QList<qint64> &clients);

} // namespace Kartoteka
