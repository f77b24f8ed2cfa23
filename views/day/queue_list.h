// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListView;
class QWidget;

namespace Kartoteka {

class DayQueue;
class Store;

/// The list of what waits in a day: each with its kind, what it is for and its time.
QListView *makeQueueList(Store &store, DayQueue &queue, QWidget *parent);

} // namespace Kartoteka
