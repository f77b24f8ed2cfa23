// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/kinds.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// An item for which nothing is planned though somebody ought to.
struct NextStep
{
    ItemRef item;
    QString title;
    std::optional<SuggestedNext> suggested = {}; ///< by the kind of what was done
};

/// The item of @p item if a person is to be asked what comes next: it is in progress, nothing is planned for it, and the
/// person did not want not to be asked about its type at @p now (UTC ms).
Result<std::optional<NextStep>> missingNextStep(const ReadContext &context, const ItemRef &item, qint64 person, qint64 now);
/// The same of the first item that a completed activity is for. What answers a client asks in any case, planned or not.
Result<std::optional<NextStep>> nextStepAfter(const ReadContext &context, qint64 activity, qint64 person, qint64 now);
/// As missingNextStep(), when a person leaves the item. What somebody else is responsible for asks only where the person has written
/// something of it after row @p since of the journal.
Result<std::optional<NextStep>> nextStepLeft(const ReadContext &context, const ItemRef &item, qint64 person, qint64 now,
                                             qint64 since);
/// Whether a person wrote something of an item after a row of the journal.
Result<bool> wroteSince(const ReadContext &context, const ItemRef &item, qint64 person, qint64 since);

/// The activity if it is to be asked what came of it: it is done, its kind wants to know, and nobody has said.
Result<std::optional<Activity>> missingResult(const ReadContext &context, qint64 activity);

/// The person is not asked about items of a type until then, UTC ms; nothing: never again. It is no act to be taken back.
ChangeSet planDoNotAsk(const Schema &schema, qint64 person, qint64 typeId, std::optional<qint64> until);
/// What planDoNotAsk() said holds no more.
ChangeSet planAskAgain(const Schema &schema, qint64 person, qint64 typeId);

/// Whether a person is asked what comes next for items of a type.
struct NextStepAsking
{
    qint64 type = 0;
    bool asks = true;
    std::optional<qint64> again = {}; ///< asked again from then on, UTC ms; nothing while not asked: never
};
/// The same of each type whose items are asked about at all, as it is at @p now (UTC ms).
Result<QList<NextStepAsking>> nextStepAsking(const ReadContext &context, qint64 person, qint64 now);

} // namespace Kartoteka
