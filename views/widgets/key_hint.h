// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace Kartoteka {

/// A key that a view heeds and no menu shows.
struct KeyHint
{
    QList<QKeySequence> keys; ///< any of them
    QString what;             ///< it does
};

/// Keys of one view, for the overview.
struct KeyGroup
{
    QString title;
    QList<KeyHint> hints;
};

} // namespace Kartoteka
