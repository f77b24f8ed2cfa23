// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/change/journal_reader.h"

#include <QSet>

#include <limits>

namespace Kartoteka {

enum class EntryKind {
    Created,
    Imported,
    ConvertedFrom, ///< this item was made by converting another
    ConvertedTo,   ///< this item was converted; links say into what
    StageChanged,
    FieldsChanged,
    Comment,
    ActivityPlanned,
    ActivityCompleted,
    ActivityRescheduled,
    ActivityChanged,
    ActivityReopened,
    ActivityDeleted,
    ReminderFired, ///< an activity reminded of itself; no row of the journal tells of it
    Deleted,
    Restored,
    Conflict,  ///< two wrote a field without knowing of each other
    File,      ///< a file was attached
    Merged,    ///< another item became part of this one, or this one of another
    Tunnelled, ///< a tunnel made another item of this one, or this one of another
    Linked,    ///< a person linked another item with this one
    Parts,     ///< rows that the item consists of were written, all of one act
};

QString entryKindName(EntryKind kind);
/// Log-like entries are visually muted.
bool isMuted(EntryKind kind);

/// Kinds of entries as a person asks for them.
enum class EntryGroup { Comments, Activities, Stages, Fields, Files, Events };
EntryGroup groupOf(EntryKind kind);

/// One entry of an item's history, read from the journal.
struct TimelineEntry
{
    qint64 id = 0; ///< journal row; of several that are told as one the newest
    EntryKind kind = EntryKind::Created;
    qint64 at = 0; ///< UTC ms
    qint64 author = 0;
    QList<qint64> acts;   ///< newest first; more than one where equal events are told as one
    QString actKind;      ///< "undo" and "redo" mark what was taken back
    ItemRef owner;        ///< the item in whose history the row stands: what was merged into this one keeps its own
    ItemRef record;       ///< the activity; for a conversion, a merge or a tunnel the other item
    QList<ItemRef> items; ///< what was made by a conversion
    qint64 comment = 0;
    Value editedAt; ///< of a comment: UTC ms
    qint64 attachment = 0;
    qint64 size = 0;            ///< bytes of the attached file
    bool into = false;          ///< of a merge: this item became part of the other; of a tunnel: it made the other
    qint64 conflict = 0;        ///< row of a conflict
    bool isOpen = false;        ///< of a conflict: nobody has settled it
    QString text;               ///< of the comment, title of the activity, name of the file, table of parts
    QString note;               ///< description of the activity
    QList<FieldChange> changes; ///< of the item, or of the activity
    Value inStageMs;            ///< how long the item had been in the stage it left
    int count = 1;              ///< how many events or rows it tells of
    qint64 since = 0;           ///< when the first of them was
};

/// What of a history is wanted; all of it unless told.
struct TimelineFilter
{
    QSet<EntryGroup> groups = {};
    qint64 person = 0;
    qint64 from = std::numeric_limits<qint64>::min();  ///< UTC ms, this one included
    qint64 until = std::numeric_limits<qint64>::max(); ///< … not included
    QString text = {};                                 ///< words, all of which an entry says somewhere

    bool isEmpty() const { return *this == TimelineFilter(); }
    bool operator==(const TimelineFilter &) const = default;
};

/// Where a page of history ends; the next one begins below it.
struct TimelinePosition
{
    qint64 at = std::numeric_limits<qint64>::max();
    qint64 id = std::numeric_limits<qint64>::max();
};

struct TimelinePage
{
    QList<TimelineEntry> entries; ///< newest first
    TimelinePosition end;
    bool atEnd = true;
};

/// The item, and those that were merged into it, whose history is its own now.
Result<QList<ItemRef>> timelineOwners(const ReadContext &context, const ItemRef &item);

/// A page of history, with that of items which were merged into this one: @p limit entries unless the history ends before.
/// What one act wrote of an item's parts is one entry, and so are equal events of one person in a row, each within ten
/// minutes of the next; a page never ends between them. Cost does not depend on how long the history is.
Result<TimelinePage> readTimeline(const ReadContext &context, const ItemRef &item, const TimelinePosition &from, int limit,
                                  const TimelineFilter &filter = {});

} // namespace Kartoteka
