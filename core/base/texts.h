// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Kartoteka {

/// Texts::tr(): translated texts of what is no QObject, all in one context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka)
};

} // namespace Kartoteka
