// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/pins.h"

#include "core/base/texts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/store/record/record_identity.h"
#include "core/timeline/entry_words.h"
#include "core/timeline/pin_queries.h"
#include "core/timeline/timeline_entries.h"

#include <algorithm>

namespace Kartoteka {

namespace {

Result<bool> isIn(const ReadContext &context, const ItemRef &item, const JournalEntry &row)
{
    auto owners = timelineOwners(context, item);
    if (!owners)
        return owners.error();
    if (owners->contains(row.owner))
        return true;
    return isShared(context, item, row);
}

/// What a row of the journal tells; nothing where it is another item's or tells nothing.
Result<QList<TimelineEntry>> toldBy(const ReadContext &context, const ItemRef &item, qint64 entry)
{
    auto rows = journalRows(context.connection, *context.catalog, {entry});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return QList<TimelineEntry>();
    auto in = isIn(context, item, rows->constFirst());
    if (!in)
        return in.error();
    auto told = *in ? entriesOf(context, item, rows->constFirst()) : Result<QList<TimelineEntry>>(QList<TimelineEntry>());
    if (told)
        told->removeIf([](const TimelineEntry &one) { return one.conflict != 0; });
    return told;
}

ChangeSet act(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry, const QString &kind)
{
    return ChangeSet::of(kind, entryWords(context, item, entry).text.left(60).simplified());
}

} // namespace

Result<QList<TimelineEntry>> readPinned(const ReadContext &context, const ItemRef &item)
{
    auto pins = readPins(context, item);
    if (!pins)
        return pins.error();
    if (pins->isEmpty())
        return QList<TimelineEntry>();
    QList<qint64> places;
    for (const Pin &pin : std::as_const(*pins)) {
        if (!places.contains(pin.entry)) // it may be pinned in what was merged in too
            places << pin.entry;
    }
    auto rows = journalRows(context.connection, *context.catalog, places);
    if (!rows)
        return rows.error();
    QList<TimelineEntry> pinned;
    for (const JournalEntry &row : std::as_const(*rows)) {
        auto told = entriesOf(context, item, row);
        if (!told)
            return told;
        for (const TimelineEntry &entry : std::as_const(*told)) {
            if (entry.conflict == 0)
                pinned.append(entry);
        }
    }
    std::ranges::sort(pinned, {}, [&](const TimelineEntry &entry) { return places.indexOf(entry.id); });
    return pinned;
}

Result<ChangeSet> planPin(const ReadContext &context, const ItemRef &item, qint64 entry)
{
    auto told = toldBy(context, item, entry);
    auto version = versionOf(context, entry);
    if (!told || !version)
        return told ? version.error() : told.error();
    if (told->isEmpty())
        return Error{ErrorCode::NotFound, Texts::tr("The timeline has no such entry."), {}, {}};
    RecordIdentity identity(context.connection, *context.catalog);
    const RecordTable *table = context.table(item.type);
    const QUuid owner = table ? identity.uidOf(table->code, item.id) : QUuid();
    ChangeSet changes = act(context, item, told->constFirst(), ActKinds::pin);
    changes.create(u"pin"_s, {{u"item"_s, toValue(item)}, {u"version"_s, *version}},
                   derivedUid(u"pin", uidText(owner) + u'/' + *version));
    return changes;
}

Result<ChangeSet> planUnpin(const ReadContext &context, const ItemRef &item, qint64 entry)
{
    auto pins = readPins(context, item);
    auto told = toldBy(context, item, entry);
    if (!pins || !told)
        return pins ? told.error() : pins.error();
    ChangeSet changes = told->isEmpty() ? ChangeSet() : act(context, item, told->constFirst(), ActKinds::unpin);
    changes.kind = ActKinds::unpin;
    for (const Pin &pin : std::as_const(*pins)) {
        if (pin.entry == entry)
            changes.update(u"pin"_s, pin.id, {{u"deleted_at"_s, context.clock->now()}});
    }
    if (changes.isEmpty())
        return Error{ErrorCode::NotFound, Texts::tr("That entry is not pinned."), {}, {}};
    return changes;
}

Result<void> pinRule(RuleContext &context, PendingChange &pending)
{
    if (pending.table.code != u"pin" || context.isMerging() || pending.operation == Operation::Erase)
        return {};
    const bool comesBack = pending.operation == Operation::Update && pending.changes(u"deleted_at"_s)
        && !pending.value(u"deleted_at"_s).isValid();
    if (pending.operation == Operation::Create || comesBack) {
        pending.set(Codes::createdAt, context.now());
        pending.set(Codes::createdBy, context.author() == 0 ? Value() : Value(context.author()));
    }
    return {};
}

} // namespace Kartoteka
