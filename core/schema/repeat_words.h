// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/repeat_rule.h"

namespace Kartoteka {

/// The rule as people say it: "every week on Mon", with its end.
QString repeatText(const RepeatRule &rule);
/// … of a rule as the file has it; one that cannot be read as it is.
QString repeatText(const QString &code, bool whenDone = false);

} // namespace Kartoteka
