// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

class QMenu;

namespace Kartoteka {

class BulkDesk;
class Store;

/// What can be done to activities: completed, opened again, put off. One undo takes each back.
/// @p isDone: of what is one alone; of several, which may be either, both are offered.
void addDoneTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids, std::optional<bool> isDone = {});
/// By what postponements() offers, to the next working day, to the next time of what comes again, to a day that is chosen.
void addPutOffTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids);

} // namespace Kartoteka
