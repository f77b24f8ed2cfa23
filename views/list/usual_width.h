// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

class QFont;
class QFontMetrics;

namespace Kartoteka {

/// How wide a column is until somebody makes it otherwise, in pixels: @p usual, so that eight columns fit a window of 1,240; down
/// to @p narrowest, where numbers and names are still read, in a smaller one.
struct ColumnWidth
{
    int usual;
    int narrowest;
};

/// By what it shows: stages and people by their names, what they are called by its head.
ColumnWidth usualWidth(const Schema &schema, qint64 typeId, const QString &code, const QFont &font);

/// The widths of columns that share @p room: as they usually are, or as much less as each can spare. The column @p name, -1
/// for none, has what is left.
QList<int> sharedWidths(const QList<ColumnWidth> &columns, int name, int room, const QFontMetrics &metrics);

} // namespace Kartoteka
