// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// An act as people call it, for undo and redo: "moving “Request 12”".
QString actText(const QString &kind, const QString &subject);
/// What is told once an act is taken back, the act as actText() has it.
QString takenBackText(const QString &act, qsizetype keptNewer);
/// … behind what is told of it, with a blank before it: so many values stayed (Receipt::keptNewer). Empty where none did.
QString keptNewerText(qsizetype keptNewer);

} // namespace Kartoteka
