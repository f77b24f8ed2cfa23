// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Kartoteka {

/// A moment as people say it who know which day it is: "today 14:05", "yesterday 9:00", else day and hour.
QString momentText(const QDateTime &at, const QDate &today);

} // namespace Kartoteka
