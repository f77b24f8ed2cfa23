// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Kartoteka {

/// What the desktop says of how programs are to look and move. What it does not say is read from the toolkit's palette.
struct SystemLook
{
    std::optional<bool> isDark = {};
    std::optional<bool> isStark = {}; ///< high contrast
    bool isStill = false;             ///< nothing is to move

    bool operator==(const SystemLook &) const = default;
};

/// It holds for all that is as the system has it.
SystemLook &systemLook();

/// Whether windows may be seen through, so that corners can be round: on X11 only while a compositor runs.
bool screenComposes();

} // namespace Kartoteka
