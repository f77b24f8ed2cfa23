// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Activities, by their ids, that stand for one time of an event that others know by a UID: not those of a series here.
Result<QList<qint64>> timesOfUid(const ReadContext &context, const QString &icsUid);

/// Titles of the rooms that some activities book, by id: other resources are no places.
Result<QHash<qint64, QString>> bookedRooms(const ReadContext &context, const QList<Item> &activities);
/// Where an activity is, as files say it in one text: what was typed, else its address, else the rooms that it books.
QString writtenPlace(const Item &activity, const QHash<qint64, QString> &rooms);

} // namespace Kartoteka
