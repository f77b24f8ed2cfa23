// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QMenu;

namespace Kartoteka {

class BulkDesk;
class Store;

/// What can be done to activities: completed, opened again, put off. One undo takes each back.
void addDoneTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids);
/// By what postponements() offers, to the next working day, to the next time of what comes again, to a day that is chosen.
void addPutOffTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids);

} // namespace Kartoteka
