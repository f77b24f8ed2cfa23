// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

#include <QHash>

namespace Kartoteka {

/// Columns of activities that tell of the item with which each is seen. They are no fields: an activity may be for several items.
namespace ToldColumn {

inline const QString client = QStringLiteral("client");
inline const QString stage = QStringLiteral("item_stage");

/// As people read it; empty for what is no such column of the type.
QString name(const EntityType &type, const QString &code);

} // namespace ToldColumn

/// What these columns say of some activities.
struct ActivityCells
{
    QHash<qint64, QString> clients; ///< by activity
    QHash<qint64, QString> stages;  ///< the same

    QString text(qint64 activity, const QString &code) const;
};

/// Reads nothing where none of the columns is one of these.
Result<ActivityCells> readActivityCells(const ReadContext &context, qint64 typeId, const QStringList &columns,
                                        const QList<qint64> &ids);

} // namespace Kartoteka
