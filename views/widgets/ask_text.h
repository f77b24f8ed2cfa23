// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace Kartoteka {

/// Asks for a line of text in a dialog as wide as its title needs. @return the trimmed text; nothing when the person
/// thought better of it, or left it empty.
std::optional<QString> askText(QWidget *parent, const QString &title, const QString &label, const QString &text = {});

} // namespace Kartoteka
