// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/value.h"
#include "core/store/record/read_context.h"

#include <QSet>

namespace Kartoteka {

/// Items of a type by the E.164 phones and folded e-mails of @p keys that they have, two of each key at most: whether it is
/// one is what matters, and a switchboard may have a hundred thousand. What is deleted is left out.
Result<QHash<QString, QSet<qint64>>> ownersOfKeys(const ReadContext &context, qint64 typeId, const QStringList &keys);

/// Those of some items that name a client in one of @p columns, or have a phone or e-mail that somebody of @p clientTypes has
/// too: of a whole import mostly few.
Result<QList<qint64>> itemsWithClients(const ReadContext &context, const RecordTable &table, const QStringList &columns,
                                       const QList<qint64> &clientTypes, const QList<qint64> &ids);

/// Those of @p clients whom items in progress of @p table name in @p column, those of @p besides left out.
Result<QSet<qint64>> busyClients(const ReadContext &context, const RecordTable &table, const QString &column,
                                 const QList<qint64> &clients, const QList<qint64> &besides);

/// Whether a client was made in an act that wrote the item too: nobody has known it before.
Result<bool> isMadeWith(const ReadContext &context, const ItemRef &item, const ItemRef &client);

} // namespace Kartoteka
