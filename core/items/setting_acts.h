// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// Sets settings of the office, code → value as a person writes it, as one act. Usage error for an unknown code or a value
/// that cannot be.
Result<ChangeSet> planSettings(const QList<QPair<QString, QString>> &values);

} // namespace Kartoteka
