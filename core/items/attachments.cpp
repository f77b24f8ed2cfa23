// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachments.h"

#include "core/base/texts.h"
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "core/store/record/contents.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace Kartoteka {

namespace {

const QString columns = u"id, owner_type, owner_id, name, size, digest, created_by, created_at"_s;

Attachment readRow(const Cursor &c)
{
    return {c.integer(0), {c.integer(1), c.integer(2), {}}, c.text(3), c.integer(4), c.text(5), c.integer(6), c.integer(7)};
}

} // namespace

Result<ChangeSet> planAttach(const ItemRef &item, const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    if (file.size() > largestContent) {
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” is too large to be attached: %2, at most %3. Attach a link to it instead.")
                         .arg(name, QLocale().formattedDataSize(file.size()), QLocale().formattedDataSize(largestContent)),
                     {},
                     path};
    }
    const QByteArray bytes = file.readAll();
    ChangeSet changes;
    changes.kind = u"attach"_s;
    changes.subject = name;
    const QString digest = contentDigest(bytes);
    changes.contents.insert(digest, bytes);
    changes.create(
        u"attachment"_s,
        {{u"owner"_s, toValue(item)}, {u"name"_s, name}, {u"size"_s, qint64(bytes.size())}, {u"digest"_s, digest}});
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

ChangeSet planDetach(const Attachment &attachment, qint64 nowMs)
{
    ChangeSet changes;
    changes.kind = u"detach"_s;
    changes.subject = attachment.name;
    changes.update(u"attachment"_s, attachment.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<QList<Attachment>> readAttachments(const ReadContext &context, const ItemRef &item)
{
    auto cursor = context.connection.query(
        u"SELECT %1 FROM attachment WHERE owner_type = ? AND owner_id = ? AND deleted_at IS NULL ORDER BY id"_s.arg(columns),
        {item.type, item.id});
    if (!cursor)
        return cursor.error();
    QList<Attachment> found;
    while (cursor->next())
        found.append(readRow(*cursor));
    return found;
}

Result<Attachment> readAttachment(const ReadContext &context, qint64 id)
{
    auto cursor = context.connection.query(u"SELECT %1 FROM attachment WHERE id = ?"_s.arg(columns), {id});
    if (!cursor)
        return cursor.error();
    if (!cursor->next())
        return Error{ErrorCode::NotFound, Texts::tr("The file is no longer attached."), {}, {}};
    return readRow(*cursor);
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
