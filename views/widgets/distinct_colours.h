// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QColor>
#include <QHash>
#include <QList>

namespace Kartoteka {

/// Somebody or something that is told apart by its colour.
struct ColourWish
{
    qint64 id = 0;
    QColor wish = {};     ///< invalid: any
    bool isFixed = false; ///< it has this one, whoever else has it
};

/// How many can be told apart.
constexpr int distinctColourCount = 12;

/// Colours by id, each taken once while there are any left: those who come first have what they wish, so that one keeps its colour
/// when others come. White can be read on each, and none means late, done or selected anywhere else.
QHash<qint64, QColor> distinctColours(const QList<ColourWish> &wishes);

/// The colours of a list: each value's own, else one that the others of its list have not.
QHash<qint64, QColor> choiceColours(const QList<ListValue> &values);

} // namespace Kartoteka
