// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

class QFont;
class QFontMetrics;

namespace Kartoteka {

/// How wide a column is until somebody makes it otherwise, in pixels: @p usual, so that eight columns fit a window of 1,240; down
/// to @p enough, where nothing usual is cut, so that the column with the name has more; down to @p narrowest, where numbers and
/// the beginnings of names are still read, in a small window. Where a window is wide, up to @p ample, where nothing is cut.
struct ColumnWidth
{
    int usual;
    int enough;
    int narrowest;
    int ample = 0; ///< less than usual: no more than that
};

/// By what it shows: stages and people by their names, what they are called by its head.
ColumnWidth usualWidth(const Schema &schema, qint64 typeId, const QString &code, const QFont &font);

/// The widths of columns that share @p room. The column @p name, -1 for none, has what is left: the others give way to it.
QList<int> sharedWidths(const QList<ColumnWidth> &columns, int name, int room, const QFontMetrics &metrics);

} // namespace Kartoteka
