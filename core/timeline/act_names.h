// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// An act as people call it, for undo and redo: "moving “Request 12”".
QString actText(const QString &kind, const QString &subject);

} // namespace Kartoteka
