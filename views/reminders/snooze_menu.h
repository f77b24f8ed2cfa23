// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

class QMenu;
class QWidget;

namespace Kartoteka {

/// A time for which a reminder is put off.
struct SnoozeStep
{
    QString text;
    QDateTime until;
    int key = 0; ///< of the reminder window; 0: none
};

/// 15 minutes, an hour, a day, the next working morning (keys 1 to 4), and 5 minutes; as of now.
QList<SnoozeStep> snoozeSteps(const Store &store);

/// Fills a menu with them and with one that asks for another time; @p chosen takes the time.
void fillSnoozeMenu(QMenu &menu, const Store &store, QWidget *window, const std::function<void(const QDateTime &)> &chosen);

} // namespace Kartoteka
