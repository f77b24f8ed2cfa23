// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>

namespace Kartoteka {

/// A month as a heading: “November 2026”.
inline QString monthText(const QDate &month)
{
    const QString name = QLocale().standaloneMonthName(month.month());
    return name.left(1).toUpper() + name.mid(1) + u' ' + QString::number(month.year());
}

} // namespace Kartoteka
