// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verbs.h"

namespace Kartoteka::Cli {

/// Those of the calendar, of free times and of resources.
QList<Verb> calendarVerbs();

/// `export activity FILE.ics` and `import activity FILE.ics`.
int runCalendarExport(const Session &session, const EntityType &type);
int runCalendarImport(const Session &session);
/// `calendar publish FILE.ics`.
int runCalendarPublish(const Session &session);

} // namespace Kartoteka::Cli
