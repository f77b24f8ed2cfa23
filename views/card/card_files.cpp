// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_files.h"

#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/background.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/menu_text.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

namespace Kartoteka {

CardFiles::CardFiles(Store &store, QWidget *card) : QObject(card), m_store(store), m_card(card), m_opened(store)
{
    connect(&m_opened, &OpenedCopies::failed, this, &CardFiles::failed);
}

void CardFiles::askFile(const ItemRef &item)
{
    attach(item, askForFiles(m_card, {FileQuestion::Kind::OpenMany, tr("Attach a file")}));
}

void CardFiles::attach(const ItemRef &item, const QStringList &paths)
{
    for (const QString &path : paths) {
        runInBackground(
            this, [item, path] { return planAttach(item, path); },
            [this](const Result<ChangeSet> &changes) {
                if (!changes) {
                    emit failed(changes.error());
                    return;
                }
                commit(*changes, tr("Attached: %1").arg(changes->subject));
            });
    }
}

void CardFiles::open(qint64 id)
{
    m_opened.open(id);
}

void CardFiles::openContents(const QString &digest)
{
    if (auto attachment = readAttachment(m_store.reader(), digest))
        open(attachment->id);
    else
        emit failed(attachment.error());
}

void CardFiles::attachPicture(const ItemRef &item, const QImage &picture)
{
    savePicture(picture, [this, item](const QString &path) { attach(item, {path}); });
}

void CardFiles::holdPicture(const ItemRef &item, const QString &field, const QImage &picture)
{
    savePicture(picture, [this, item, field](const QString &path) { hold(item, field, {path}); });
}

void CardFiles::savePicture(const QImage &picture, const std::function<void(const QString &path)> &then)
{
    const QString path = m_opened.pathFor(pictureName(m_store.clock().localNow()));
    runInBackground(
        this, [path, picture] { return picture.save(path, "PNG"); },
        [this, path, then](bool isSaved) {
            if (isSaved)
                then(path);
            else
                emit failed({ErrorCode::File, tr("The picture could not be saved."), {}, path});
        });
}

QString CardFiles::pictureName(const QDateTime &at)
{
    return tr("Picture %1.png").arg(at.toString(u"yyyy-MM-dd HH-mm-ss"));
}

void CardFiles::addTo(QMenu &menu, qint64 id)
{
    if (auto attachment = readAttachment(m_store.reader(), id))
        addActs(menu, *attachment, [this, file = *attachment] { remove(file); });
    else
        emit failed(attachment.error());
}

void CardFiles::addTo(QMenu &menu, const QString &digest)
{
    if (auto attachment = readAttachment(m_store.reader(), digest))
        addActs(menu, *attachment, {});
}

void CardFiles::addActs(QMenu &menu, const Attachment &attachment, const std::function<void()> &removing)
{
    const Theme &theme = Theme::of(m_card->palette());
    menu.addAction(theme.icon(u"file"_s), tr("Open"), this, [this, id = attachment.id] { open(id); });
    menu.addAction(theme.icon(u"download"_s), tr("Save as…"), this, [this, attachment] { askSave(attachment); });
    if (!removing)
        return;
    menu.addSeparator();
    menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Remove"), this, removing);
}

void CardFiles::showFieldMenu(const ItemRef &ref, const QString &code, const QPoint &global)
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(ref.type, code);
    const auto item = readItem(m_store.reader(), ref);
    if (!item)
        emit failed(item.error());
    if (!field || !item)
        return;
    QList<Attachment> held;
    for (const qint64 id : filesIn(*field, item->value(code))) {
        const auto attachment = readAttachment(m_store.reader(), id);
        if (!attachment) {
            emit failed(attachment.error());
            return;
        }
        held << *attachment;
    }
    if (held.isEmpty()) {
        askInto(ref, *field);
        return;
    }
    QMenu menu(m_card);
    for (const Attachment &file : std::as_const(held)) {
        QMenu &acts = held.size() == 1 ? menu : *menu.addMenu(menuText(file.name, Qt::ElideMiddle));
        addActs(acts, file, [this, schema, ref, field = *field, file] {
            const auto now = readItem(m_store.reader(), ref); // others may have added a file while the menu stood open
            if (now)
                commit(planLetGo(*schema, *now, field, file, m_store.clock().now()), tr("Removed: %1").arg(file.name));
            else
                emit failed(now.error());
        });
    }
    menu.addSeparator();
    menu.addAction(Theme::of(m_card->palette()).icon(u"clip"_s), field->multiple ? tr("Add a file…") : tr("Replace…"), this,
                   [this, ref, field = *field] { askInto(ref, field); });
    menu.exec(global);
}

void CardFiles::askInto(const ItemRef &ref, const Field &field)
{
    const QString path = askForFile(m_card, {FileQuestion::Kind::Open, displayName(field)});
    if (!path.isEmpty())
        hold(ref, field.code, {path});
}

void CardFiles::hold(const ItemRef &ref, const QString &code, QStringList paths)
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(ref.type, code);
    if (!field || paths.isEmpty())
        return;
    const auto item = readItem(m_store.reader(), ref); // as it is by now
    if (!item) {
        emit failed(item.error());
        return;
    }
    const QString path = paths.takeFirst();
    runInBackground(
        this,
        [schema, item = *item, field = *field, path, now = m_store.clock().now()] {
            return planHold(*schema, item, field, path, now);
        },
        [this, ref, code, paths](const Result<ChangeSet> &changes) {
            if (changes)
                commit(*changes, tr("Attached: %1").arg(changes->subject),
                       [this, ref, code, paths] { hold(ref, code, paths); });
            else
                emit failed(changes.error());
        });
}

void CardFiles::commit(const ChangeSet &changes, const QString &said, const std::function<void()> &after)
{
    m_store.commit(changes).then(this, [this, said, after](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        emit done(said);
        if (after)
            after();
    });
}

void CardFiles::askSave(const Attachment &attachment)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path = askForFile(
        m_card, {FileQuestion::Kind::Save, tr("Save as…"), {}, folder + u'/' + plainFileName(attachment.name)});
    if (!path.isEmpty())
        saveTo(attachment.id, path);
}

void CardFiles::saveTo(qint64 id, const QString &path)
{
    m_store
        .read<bool>({},
                    [id, path](ReadContext &context) -> Result<bool> {
                        auto attachment = readAttachment(context, id);
                        if (!attachment)
                            return attachment.error();
                        auto saved = saveAttachment(context, *attachment, path);
                        return saved ? Result<bool>(true) : Result<bool>(saved.error());
                    })
        .then(this, [this, path](const Result<bool> &saved) {
            if (!saved)
                emit failed(saved.error());
        });
}

void CardFiles::remove(qint64 id)
{
    if (auto attachment = readAttachment(m_store.reader(), id))
        remove(*attachment);
    else
        emit failed(attachment.error());
}

void CardFiles::remove(const Attachment &attachment)
{
    commit(planDetach(attachment, m_store.clock().now()), tr("Removed: %1").arg(attachment.name));
}

} // namespace Kartoteka
