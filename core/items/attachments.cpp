// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachments.h"

#include "core/base/size_text.h"
#include "core/base/texts.h"
#include "core/items/attachment_queries.h"
#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "core/store/record/contents.h"

#include <QFile>
#include <QFileInfo>

namespace Kartoteka {

namespace {

const QString heldRole = u"field"_s;      ///< of an attachment that a field holds
const QString writtenRole = u"comment"_s; ///< … of one that stands in a comment

Error tooLarge(const QString &name, qint64 size, const QString &path)
{
    return {ErrorCode::Refused,
            Texts::tr("“%1” is too large to attach: %2; the limit is %3. Attach a link instead.")
                .arg(name, sizeText(size), sizeText(largestContent)),
            {},
            path};
}

QUuid add(ChangeSet &changes, const FileContents &file, const ItemRef &item, const Value &role)
{
    changes.contents.insert(file.digest, file.bytes);
    return changes.create(u"attachment"_s,
                          {{u"owner"_s, toValue(item)},
                           {u"name"_s, file.name},
                           {u"size"_s, qint64(file.bytes.size())},
                           {u"digest"_s, file.digest},
                           {u"role"_s, role}});
}

/// Adds the attachment of the file at @p path; the rest of the act is the caller's.
Result<QUuid> addFile(ChangeSet &changes, const ItemRef &item, const QString &path, const Value &role)
{
    auto file = readFile(path);
    if (!file)
        return file.error();
    changes.kind = ActKinds::attach;
    changes.subject = file->name;
    return add(changes, *file, item, role);
}

} // namespace

Result<FileContents> readFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    if (file.size() > largestContent)
        return tooLarge(name, file.size(), path);
    const QByteArray bytes = file.readAll();
    return FileContents{name, contentDigest(bytes), bytes};
}

Result<FileContents> contentsOf(const QString &name, const QByteArray &bytes)
{
    if (bytes.size() > largestContent)
        return tooLarge(name, bytes.size(), {});
    return FileContents{name, contentDigest(bytes), bytes};
}

Result<ChangeSet> planAttach(const ItemRef &item, const QString &path)
{
    ChangeSet changes;
    auto added = addFile(changes, item, path, {});
    return added ? Result<ChangeSet>(changes) : Result<ChangeSet>(added.error());
}

QList<qint64> filesIn(const Field &field, const Value &value)
{
    QList<qint64> ids;
    if (field.multiple) {
        for (const Member &member : value.value<Members>())
            ids << member.ref.id;
    } else if (value.isValid()) {
        ids << value.toLongLong();
    }
    return ids;
}

Result<ChangeSet> planHold(const Schema &schema, const Item &item, const Field &field, const QString &path, qint64 nowMs)
{
    ChangeSet changes;
    auto added = addFile(changes, item.ref(), path, heldRole);
    if (!added)
        return added.error();
    Value value(*added);
    if (field.multiple) {
        Members members = item.members(field.code);
        members.append({.text = {}, .label = {}, .ref = {0, 0, *added}, .key = {}});
        value = toValue(members);
    } else {
        for (const qint64 before : filesIn(field, item.value(field.code)))
            changes.update(u"attachment"_s, before, {{u"deleted_at"_s, nowMs}});
    }
    changes.update(schema.type(item.typeId)->code, item.id, {{field.column, value}});
    return changes;
}

ChangeSet planLetGo(const Schema &schema, const Item &item, const Field &field, const Attachment &attachment, qint64 nowMs)
{
    ChangeSet changes = planDetach(attachment, nowMs);
    Value value;
    if (field.multiple) {
        Members members = item.members(field.code);
        members.removeIf([&](const Member &member) { return member.ref.id == attachment.id; });
        value = membersValue(members);
    }
    changes.update(schema.type(item.typeId)->code, item.id, {{field.column, value}});
    return changes;
}

void attachSame(ChangeSet &changes, const Attachment &attachment, const ItemRef &to)
{
    changes.create(u"attachment"_s,
                   {{u"owner"_s, toValue(to)},
                    {u"name"_s, attachment.name},
                    {u"size"_s, attachment.size},
                    {u"digest"_s, attachment.digest}});
}

void attachPicture(ChangeSet &changes, const FileContents &picture, const ItemRef &item)
{
    add(changes, picture, item, writtenRole);
}

ChangeSet planDetach(const Attachment &attachment, qint64 nowMs)
{
    ChangeSet changes = ChangeSet::of(ActKinds::detach, attachment.name);
    changes.update(u"attachment"_s, attachment.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<void> clearHolders(const ReadContext &context, const QList<qint64> &attachments, ChangeSet &changes)
{
    if (attachments.isEmpty())
        return {};
    const QSet<qint64> gone(attachments.begin(), attachments.end());
    for (const EntityType &type : context.schema->allTypes()) {
        for (const Field &field : context.schema->fields(type.id) + context.schema->hiddenFields(type.id)) {
            if (field.type != FieldType::File)
                continue;
            auto holders = holdersOf(context, type, field, attachments);
            if (!holders)
                return holders.error();
            auto items = readItems(context, type.id, *holders);
            if (!items)
                return items.error();
            for (const Item &item : std::as_const(*items)) {
                Members kept = item.members(field.code);
                kept.removeIf([&](const Member &member) { return gone.contains(member.ref.id); });
                changes.update(type.code, item.id, {{field.column, field.multiple ? membersValue(kept) : Value()}});
            }
        }
    }
    return {};
}

Result<void> saveAttachment(const ReadContext &context, const Attachment &attachment, const QString &path)
{
    auto bytes = readContent(context.connection, attachment.digest);
    if (!bytes)
        return bytes.error();
    auto output = OutputFile::open(path, {OutputKind::SameName, QFileInfo(attachment.name).suffix()});
    if (!output)
        return output.error();
    (*output)->device().write(*bytes); // a failed one is told by commit()
    return (*output)->commit();
}

Result<void> attachmentRule(RuleContext &context, PendingChange &pending)
{
    if (pending.table.code != u"attachment" || context.isMerging())
        return {};
    if (pending.value(u"name"_s).toString().trimmed().isEmpty())
        return Error{ErrorCode::Refused, Texts::tr("An attached file needs a name."), {}, u"name"_s};
    if (pending.operation == Operation::Create) {
        pending.set(u"created_at"_s, context.now());
        pending.set(u"created_by"_s, context.author() == 0 ? Value() : Value(context.author()));
    }
    return {};
}

} // namespace Kartoteka
