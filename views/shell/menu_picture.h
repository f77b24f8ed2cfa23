// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// The picture of an act of the menus, by the name of its action; empty: it has none.
QString menuPicture(const QString &act);

} // namespace Kartoteka
