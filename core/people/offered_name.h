// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// A person as a choice shows them: who is away says until when.
QString offeredName(const User &user, const QDate &today);

} // namespace Kartoteka
