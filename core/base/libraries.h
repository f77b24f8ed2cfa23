// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Kartoteka {

/// A library that the program is built with.
struct Library
{
    QString name;
    QString version; ///< of the one that is loaded; empty where it does not tell
    QString licence; ///< SPDX
};
QList<Library> libraries();

} // namespace Kartoteka
