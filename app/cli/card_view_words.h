// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verbs.h"
#include "core/items/card_layout.h"

namespace Kartoteka::Cli {

/// Views of the card and what stands in them, as scripts get them.
QJsonObject viewJson(const Schema &schema, const CardView &view);
QJsonObject layoutJson(const Schema &schema, const CardLayout &layout);

} // namespace Kartoteka::Cli
