// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A name of the office as part of a menu's line or of a button: shown as it is written, though "&" would underline a letter
/// and a tab begin the column of the keys; one line, shortened where it is longer than anybody reads there.
QString menuText(const QString &name, Qt::TextElideMode shortened = Qt::ElideRight);

} // namespace Kartoteka
