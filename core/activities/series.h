// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/commit_rule.h"
#include "core/store/commit/follower.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace Kartoteka {

struct OpenOccurrence;

/// Activities that come again (docs/decisions/0081, 0083, 0090): completing one makes the next; of those that come by their dates the
/// next one is made on its date too, whatever became of the one before (core/activities/series_upkeep).

/// The rule as it is to be written of one that has this deadline; empty: it does not come again. Refused in words where the rule
/// makes no sense, and without a deadline, from which it is counted.
Result<QString> checkedRecurrence(const QString &rule, const Value &deadline, bool incoming, const QString &zone = {});
/// Holds to that, and gives what comes again its series, its moment of the rule and the zone in which it is counted.
Result<void> recurrenceRule(PendingChange &pending);

/// Whether another one comes after it.
Result<bool> comesAgain(const ReadContext &context, const Item &activity);

/// What comes after an activity of a series.
struct Successor
{
    QUuid uid;
    QDateTime moment;    ///< of the rule, on the wall; invalid: only known once the activity is done
    QString recurrence;  ///< with as many times less
    qint64 standing = 0; ///< the row that stands for it already, also a deleted one
};
enum class CountedFrom {
    AsItIsSaid,
    Deadline, ///< also where the next one is counted from when this one is done
};
/// The next one that is to be done, over what was skipped, stands by itself or was done before; nothing where none comes.
/// @p notBefore: on the wall; invalid: whatever comes.
Result<std::optional<Successor>> successorOf(const ReadContext &context, const Item &activity, CountedFrom from,
                                             const QDateTime &notBefore = {});
/// The changes that make it of the activity, or bring it back.
Result<QList<Change>> makeSuccessor(const ReadContext &context, const Item &activity, const Successor &next);

/// What people see of the next one, by field code; @p moment: of the rule.
QHash<QString, Value> valuesOfNext(const Schema &schema, const Item &activity, const Successor &next,
                                   const QDateTime &moment);
/// When the one of that moment is made at the latest, though the one before is open: with its day, or its first reminder. UTC ms.
qint64 appearsAt(const QDateTime &moment, const QString &reminders, const QTimeZone &zone);

/// Where what comes again goes on without having been done.
enum class SkipTo {
    Next,  ///< the next moment of its rule
    Today, ///< the first one that is not over
};
/// Puts what comes again off to a later moment of its rule, never to an earlier one than it stands at; where a later one stands
/// already, it goes. To today: all that are open before it. Refused for what does not come
/// again, for the last of a series, for what is done and, to today, for what stands there or later.
Result<ChangeSet> planSkip(const ReadContext &context, const Item &activity, SkipTo to = SkipTo::Next);

/// That a moment of a series is not as its rule says: "skipped", "moved" (on its own) or "ended" (nothing comes from there on).
void addException(ChangeSet &changes, const QString &series, const QString &occurrence, const QString &kind);

/// These go, and are no end of their series: a later one of it stands.
void skipAway(ChangeSet &changes, const QString &series, const QList<OpenOccurrence> &skipped, qint64 now);

/// Makes the next one of what is completed, the same on every seat, and takes an untouched one back when it is reopened; writes
/// down that a series ends where its open one is deleted.
Follower seriesFollower();

} // namespace Kartoteka
