// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Kartoteka {

/// What the program's texts are in its other language: in Russian where they are shown in English, and the other way round.
/// Marks of letters (&) are left out on both sides.
/// @return by those of @p shown that the program has texts for; several where one text stands for several things.
QHash<QString, QStringList> inOtherLanguage(const QSet<QString> &shown);

} // namespace Kartoteka
