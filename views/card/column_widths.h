// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Kartoteka {

/// Widths of columns that share @p room. Each gets what it wants where there is room for that, and the last of @p flexible what
/// is left over. Else the flexible ones give way: first the widest, down to the next, none below @p least.
QList<int> sharedWidths(QList<int> wanted, const QList<int> &flexible, int room, int least);

} // namespace Kartoteka
