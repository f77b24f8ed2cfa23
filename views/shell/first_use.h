// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "views/widgets/empty_state.h"

namespace Kartoteka {

/// What a section without items tells a newcomer: what will stand there, and where it can come from. Without acts.
EmptyText firstUse(const Schema &schema, const EntityType &type);

} // namespace Kartoteka
