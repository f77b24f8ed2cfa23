// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/file_pictures.h"

#include "views/fields/file_picture.h"

#include <QFileInfo>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int kept = 16'384; ///< KiB of all that are kept
} // namespace

FilePictures::FilePictures(Store &store, QObject *receiver, std::function<void()> told)
    : m_store(store), m_receiver(receiver), m_told(std::move(told)), m_images(kept)
{}

bool FilePictures::isPicture(const QString &name)
{
    static const QStringList suffixes{u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"webp"_s, u"bmp"_s};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

QImage FilePictures::pictureOf(qint64 attachment, const QSize &room)
{
    if (const QImage *known = m_images.object(attachment)) { // it may have been read while there was more room
        const bool fits = known->width() <= room.width() && known->height() <= room.height();
        return fits ? *known : known->scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    if (m_asked.contains(attachment))
        return {};
    m_asked.insert(attachment);
    m_store.read<QImage>({}, [attachment, room](ReadContext &context) { return readPicture(context, attachment, room); })
        .then(m_receiver, [this, attachment](const Result<QImage> &image) {
            if (image && image->isNull()) // no picture, however often it is read
                return;
            m_asked.remove(attachment);
            if (!image)
                return;
            m_images.insert(attachment, new QImage(*image), 1 + int(image->sizeInBytes() / 1024));
            m_told();
        });
    return {};
}

} // namespace Kartoteka
