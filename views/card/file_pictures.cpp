// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/file_pictures.h"

#include "views/fields/file_picture.h"

#include <QFileInfo>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int keptSize = 16'384; ///< KiB of all that are kept
} // namespace

FilePictures::FilePictures(Store &store, QObject *receiver, std::function<void()> told)
    : m_store(store), m_receiver(receiver), m_told(std::move(told)), m_kept(keptSize)
{}

bool FilePictures::isPicture(const QString &name)
{
    static const QStringList suffixes{u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"webp"_s, u"bmp"_s};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

QImage FilePictures::pictureOf(qint64 attachment, const QSize &room)
{
    return picture(QString::number(attachment), room, [attachment](const ReadContext &context, const QSize &within) {
        return readPicture(context, attachment, within);
    });
}

QImage FilePictures::pictureOf(const QString &digest, const QSize &room)
{
    return picture(digest, room, [digest](const ReadContext &context, const QSize &within) {
        return readPicture(context, digest, within);
    });
}

/// What was read for less room is seen as it is until it is read anew.
QImage FilePictures::picture(const QString &key, const QSize &room, const Read &read)
{
    const Kept *known = m_kept.object(key);
    if (!known || known->room != known->room.expandedTo(room))
        ask(key, known ? known->room.expandedTo(room) : room, read);
    if (!known)
        return {};
    const bool fits = known->image.width() <= room.width() && known->image.height() <= room.height();
    return fits ? known->image : known->image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

void FilePictures::ask(const QString &key, const QSize &room, const Read &read)
{
    if (m_asked.contains(key))
        return;
    m_asked.insert(key);
    m_store.read<QImage>({}, [read, room](ReadContext &context) { return read(context, room); })
        .then(m_receiver, [this, key, room](const Result<QImage> &image) {
            if (image && image->isNull()) // no picture, however often it is read
                return;
            m_asked.remove(key);
            if (!image)
                return;
            m_kept.insert(key, new Kept{*image, room}, 1 + int(image->sizeInBytes() / 1024));
            m_told();
        });
}

} // namespace Kartoteka
