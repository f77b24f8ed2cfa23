// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/items/attachments.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QJsonObject fileJson(const Session &session, const Attachment &file)
{
    return {{u"id"_s, QString::number(file.id)},
            {u"name"_s, file.name},
            {u"size"_s, file.size},
            {u"sha256"_s, file.digest},
            {u"at"_s, session.instant(file.at)},
            {u"author"_s, session.userName(file.author)}};
}

Result<ChangeSet> planIntoField(const Session &session, const ItemRef &ref, const QString &name)
{
    const Field *field = findField(session.schema(), ref.type, name);
    if (!field || field->type != FieldType::File)
        return Error{ErrorCode::Usage, Texts::tr("“%1” is not a field that holds files.").arg(name), {}, name};
    auto item = readItem(session.reader(), ref);
    if (!item)
        return item.error();
    return planHold(session.schema(), *item, *field, session.arguments.words[2], session.store.clock().now());
}

} // namespace

int runAttach(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    if (session.arguments.words.size() < 3)
        return session.output.fail({ErrorCode::Usage, Texts::tr("Name the file to be attached."), {}, {}});
    const QString name = session.arguments.value(u"--field"_s);
    auto changes = name.isEmpty() ? planAttach(*ref, session.arguments.words[2]) : planIntoField(session, *ref, name);
    if (!changes)
        return session.output.fail(changes.error());
    const QUuid uid = changes->changes.constFirst().uid;
    auto receipt = session.store.commitAndWait(std::move(*changes));
    if (!receipt)
        return session.output.fail(receipt.error());
    auto file = readAttachment(session.reader(), receipt->created.value(uid));
    if (!file)
        return session.output.fail(file.error());
    session.output.line(Texts::tr("Attached: %1").arg(file->name));
    session.output.document(fileJson(session, *file));
    return 0;
}

int runFiles(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    auto files = readAttachments(session.reader(), *ref);
    if (!files)
        return session.output.fail(files.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const Attachment &file : std::as_const(*files)) {
        list.append(fileJson(session, file));
        rows.append({QString::number(file.id), file.name, QString::number(file.size), session.userName(file.author)});
    }
    session.output.table({u"id"_s, Texts::tr("name"), Texts::tr("bytes"), Texts::tr("by")}, rows);
    session.output.document(list);
    return 0;
}

int runSaveFile(const Session &session)
{
    if (session.arguments.words.size() < 2) {
        return session.output.fail(
            {ErrorCode::Usage, Texts::tr("Use “save-file N FILE”; “files TYPE ID” tells the numbers."), {}, {}});
    }
    auto file = readAttachment(session.reader(), session.arguments.words[0].toLongLong());
    if (!file)
        return session.output.fail(file.error());
    if (auto saved = saveAttachment(session.reader(), *file, session.arguments.words[1]); !saved)
        return session.output.fail(saved.error());
    session.output.line(Texts::tr("Saved: %1").arg(session.arguments.words[1]));
    session.output.document(fileJson(session, *file));
    return 0;
}

} // namespace Kartoteka::Cli
