// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

#include <QList>

class QMenu;

namespace Kartoteka {

class BulkDesk;
class Store;

/// What can be done to activities: completed, opened again, put off. One undo takes each back.
void addDoneTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids);
/// By an hour, a day, to next Monday, to a day that is chosen, to the next time of what comes again.
void addPutOffTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids);

/// By how much people put an activity off, in words.
QList<QPair<QString, Postponement>> postponements();

} // namespace Kartoteka
