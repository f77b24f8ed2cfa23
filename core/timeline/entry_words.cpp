// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/entry_words.h"

#include "core/base/size_text.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/items/shared_marks.h"
#include "core/items/value_text.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/schema/text_pictures.h"
#include "core/timeline/entry_queries.h"
#include "core/timeline/shortened.h"

namespace Kartoteka {

namespace {

constexpr qsizetype longestNote = 500; ///< of what came of an activity; its card has the whole

constexpr qsizetype shownOfValue = 80;
constexpr qint64 shortestStay = 60'000; ///< in a stage: less is not worth telling

const Field *fieldOfColumn(const Schema &schema, qint64 typeId, const QString &column)
{
    for (const Field &field : schema.fields(typeId)) {
        if (field.column == column)
            return &field;
    }
    return nullptr;
}

QString fromTo(const ReadContext &context, const Field &field, const FieldChange &change)
{
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    const QString before = shortened(valueText(*context.schema, field, change.before, titles), shownOfValue);
    const QString after = shortened(valueText(*context.schema, field, change.after, titles), shownOfValue);
    const QString empty = Texts::tr("empty");
    return Texts::tr("%1 → %2", "value before and after")
        .arg(before.isEmpty() ? empty : before, after.isEmpty() ? empty : after);
}

/// One line a field.
QString changeLines(const ReadContext &context, qint64 typeId, const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes) {
        if (const Field *field = fieldOfColumn(*context.schema, typeId, change.field))
            lines << Texts::tr("%1: %2", "field and its change").arg(displayName(*field), fromTo(context, *field, change));
    }
    return lines.join(u'\n');
}

/// The change alone, where the entry says already what changed.
QString changeOnly(const ReadContext &context, qint64 typeId, const FieldChange &change)
{
    const Field *field = fieldOfColumn(*context.schema, typeId, change.field);
    return field ? fromTo(context, *field, change) : QString();
}

QString typeAndTitle(const ReadContext &context, const ItemRef &ref)
{
    const EntityType *type = context.schema->type(ref.type);
    return type ? Texts::tr("%1 “%2”", "type and title of an item").arg(displayName(*type), itemTitle(context, ref))
                : QString();
}

void describeActivity(const ReadContext &context, const TimelineEntry &entry, EntryWords &words)
{
    switch (entry.kind) {
    case EntryKind::ActivityPlanned: words.text = Texts::tr("Planned: %1").arg(entry.text); break;
    case EntryKind::ActivityCompleted:
        words.text = Texts::tr("Done: %1").arg(entry.text);
        words.detail = shortened(entry.note, longestNote).simplified();
        break;
    case EntryKind::ActivityReopened: words.text = Texts::tr("Reopened: %1").arg(entry.text); break;
    case EntryKind::ActivityDeleted: words.text = Texts::tr("Activity deleted: %1").arg(entry.text); break;
    case EntryKind::ReminderFired:
        words.text = entry.count == 1 ? Texts::tr("Reminder: %1").arg(entry.text)
                                      : Texts::tr("Reminder: %1 and %n more", nullptr, entry.count - 1).arg(entry.text);
        if (const Field *field = fieldOfColumn(*context.schema, entry.record.type, entry.changes.value(0).field);
            field && entry.count == 1)
            words.text = Texts::tr("Reminder: %1, due %2")
                             .arg(entry.text, valueText(*context.schema, *field, entry.changes.constFirst().after));
        break;
    case EntryKind::ActivityRescheduled:
        words.text = Texts::tr("Rescheduled: %1").arg(entry.text);
        words.detail = entry.changes.size() == 1 ? changeOnly(context, entry.record.type, entry.changes.constFirst())
                                                 : changeLines(context, entry.record.type, entry.changes);
        break;
    default:
        words.text = Texts::tr("Activity changed: %1").arg(entry.text);
        words.detail = changeLines(context, entry.record.type, entry.changes);
    }
}

bool isRepeatSince(const QList<FieldChange> &changes)
{
    return std::any_of(changes.cbegin(), changes.cend(),
                       [](const FieldChange &change) { return change.field == Codes::repeat && change.after.toBool(); });
}

/// By what a client was recognised. Where the two share neither any more it was one of them.
QString recognised(const ReadContext &context, const TimelineEntry &entry, const ItemRef &client)
{
    const QString name = typeAndTitle(context, client);
    auto item = readItem(context, entry.owner);
    auto known = readItem(context, client);
    const SharedMarks marks = item && known ? sharedMarks(*context.schema, *item, *known) : SharedMarks();
    if (marks.phone != marks.email)
        return marks.phone ? Texts::tr("%1, by phone", "type and title of a client").arg(name)
                           : Texts::tr("%1, by e-mail", "type and title of a client").arg(name);
    return marks.phone ? Texts::tr("%1, by phone and e-mail", "type and title of a client").arg(name)
                       : Texts::tr("%1, by phone or e-mail", "type and title of a client").arg(name);
}

/// Which client is known, and how: found by the program, or named by a person before.
void describeRepeat(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry, EntryWords &words)
{
    words.text = Texts::tr("The client is already known");
    QList<FieldChange> others = entry.changes;
    others.removeIf([](const FieldChange &change) { return change.field == Codes::repeat; });
    words.detail = changeLines(context, item.type, others);
    QStringList found;
    QStringList named;
    QList<ItemRef> namedClients;
    for (const Field *field : clientFields(*context.schema, item.type)) {
        const EntityType *client = context.schema->type(field->target);
        const auto here = std::ranges::find(others, field->column, &FieldChange::field);
        const bool isFound = here != others.end() && here->after.isValid();
        auto before = isFound ? Result<Value>(here->after) : writtenBefore(context, entry, field->column);
        if (!client || !before || !before->isValid())
            continue;
        const ItemRef ref{client->id, before->toLongLong(), {}};
        if (isFound) {
            found << recognised(context, entry, ref);
            words.links << ref;
        } else {
            named << Texts::tr("%1, named by hand", "type and title of a client").arg(typeAndTitle(context, ref));
            namedClients << ref;
        }
    }
    if (found.isEmpty() && others.isEmpty()) {
        found = named;
        words.links = namedClients;
    }
    if (!found.isEmpty())
        words.detail = found.join(u'\n');
}

/// How many rows of the item's parts, and what amount that came to.
QString partsDetail(const ReadContext &context, qint64 typeId, const TimelineEntry &entry)
{
    QStringList said;
    if (entry.acts.size() == 1)
        said << Texts::tr("%n row(s)", nullptr, entry.count);
    if (!entry.changes.isEmpty())
        said << changeLines(context, typeId, entry.changes);
    return said.join(u" · "_s);
}

QString markOf(const TimelineEntry &entry)
{
    QStringList marks;
    // A row that was written twice is one row still: of parts the acts are counted.
    const int times = entry.kind == EntryKind::Parts ? int(entry.acts.size()) : entry.count;
    if (times > 1 && entry.kind != EntryKind::ReminderFired)
        marks << Texts::tr("%n times", nullptr, times);
    if (entry.editedAt.isValid())
        marks << Texts::tr("edited");
    if (entry.actKind == ActKinds::undo || entry.actKind == ActKinds::takeBack)
        marks << Texts::tr("undo");
    else if (entry.actKind == ActKinds::redo)
        marks << Texts::tr("redo");
    return marks.join(u" · "_s);
}

} // namespace

EntryWords entryWords(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry)
{
    EntryWords words;
    switch (entry.kind) {
    case EntryKind::Created: words.text = Texts::tr("Created"); break;
    case EntryKind::Imported: words.text = Texts::tr("Imported from a file"); break;
    case EntryKind::ConvertedFrom:
        words.text = Texts::tr("Created by conversion");
        if (!entry.record.isNull()) {
            words.detail = Texts::tr("From: %1").arg(typeAndTitle(context, entry.record));
            words.links = {entry.record};
        }
        break;
    case EntryKind::ConvertedTo: {
        words.text = Texts::tr("Converted");
        QStringList made;
        for (const ItemRef &ref : entry.items)
            made << typeAndTitle(context, ref).replace(u'\n', u' ');
        words.detail = made.join(u'\n');
        words.links = entry.items;
        break;
    }
    case EntryKind::StageChanged:
        words.text = Texts::tr("Stage changed");
        words.detail = changeOnly(context, item.type, entry.changes.value(0));
        if (entry.inStageMs.isValid() && entry.inStageMs.toLongLong() >= shortestStay)
            words.detail += u"  ·  "_s + Texts::tr("%1 in the stage").arg(durationText(entry.inStageMs.toLongLong()));
        break;
    case EntryKind::FieldsChanged:
        words.text = Texts::tr("Changed");
        words.detail = changeLines(context, item.type, entry.changes);
        if (isRepeatSince(entry.changes))
            describeRepeat(context, item, entry, words);
        break;
    case EntryKind::Comment: words.text = plainComment(entry.text, context.schema.get()); break;
    case EntryKind::ActivityPlanned:
    case EntryKind::ActivityCompleted:
    case EntryKind::ActivityRescheduled:
    case EntryKind::ActivityChanged:
    case EntryKind::ActivityReopened:
    case EntryKind::ActivityDeleted:
    case EntryKind::ReminderFired: describeActivity(context, entry, words); break;
    case EntryKind::Deleted: words.text = Texts::tr("Moved to the recycle bin"); break;
    case EntryKind::Restored: words.text = Texts::tr("Restored from the recycle bin"); break;
    case EntryKind::Conflict: words.text = Texts::tr("Changed in two places at once"); break;
    case EntryKind::File:
        words.text = entry.text;
        words.detail = sizeText(entry.size);
        break;
    case EntryKind::Merged:
        words.text = entry.into ? Texts::tr("Merged into another") : Texts::tr("Another was merged into this one");
        words.detail = typeAndTitle(context, entry.record);
        words.links = {entry.record};
        break;
    case EntryKind::Parts:
        words.text = entry.text == u"product_row" ? Texts::tr("Products changed")
                                                  : Texts::tr("Changed by a newer program: %1").arg(entry.text);
        words.detail = partsDetail(context, item.type, entry);
        break;
    case EntryKind::Linked:
        words.text = Texts::tr("Linked");
        words.detail = typeAndTitle(context, entry.record);
        words.links = {entry.record};
        break;
    case EntryKind::Tunnelled:
        words.text = entry.into ? Texts::tr("Created from it by a tunnel") : Texts::tr("Created by a tunnel");
        words.detail = entry.into ? typeAndTitle(context, entry.record)
                                  : Texts::tr("From: %1").arg(typeAndTitle(context, entry.record));
        words.links = {entry.record};
        break;
    }
    words.mark = markOf(entry);
    return words;
}

QString textAndDetail(const QString &text, const QString &detail)
{
    if (detail.isEmpty())
        return text;
    return text + (text.contains(u':') ? u" — "_s : u": "_s) + detail;
}

} // namespace Kartoteka
