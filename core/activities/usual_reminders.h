// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What a new activity of a kind begins with: the reminders that the person chose last for one on an item of that type and
/// pipeline, else those of the kind. @p item: null for one that is for
/// none; without an id for one that is still to be made, or for several, of whose pipeline nothing is known.
Result<QString> usualReminders(const ReadContext &context, qint64 person, const ItemRef &item, qint64 kind);

/// The person chose these: they are the usual ones from now on. Empty where they are already.
Result<ChangeSet> planUsualReminders(const ReadContext &context, qint64 person, const ItemRef &item, qint64 kind,
                                     const QString &reminders);

} // namespace Kartoteka
