// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/file_picture.h"

#include "core/items/attachments.h"
#include "core/store/record/contents.h"

#include <QBuffer>
#include <QImageReader>

namespace Kartoteka {

namespace {

constexpr qint64 largestPicture = 32LL * 1024 * 1024; ///< bytes; what is larger is no portrait

/// Contents come from outside: only plain pictures are decoded, no drawing that may name other files, and none that claims an
/// absurd size (Qt allocates 128 MB for one at most).
QImage decoded(QByteArray bytes, const QSize &within)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    static const QList<QByteArray> plain{"png", "jpeg", "jpg", "gif", "bmp", "webp"};
    if (!plain.contains(reader.format()))
        return {};
    reader.setAutoTransform(true); // photographs lie on their side
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > 20'000 || size.height() > 20'000)
        return {};
    if (size.width() > within.width() || size.height() > within.height())
        reader.setScaledSize(size.scaled(within, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

} // namespace

Result<QImage> readPicture(const ReadContext &context, qint64 attachment, const QSize &within)
{
    auto file = readAttachment(context, attachment);
    if (!file)
        return file.error();
    return file->size > largestPicture ? QImage() : readPicture(context, file->digest, within);
}

Result<QImage> readPicture(const ReadContext &context, const QString &digest, const QSize &within)
{
    auto bytes = readContent(context.connection, digest);
    if (bytes && bytes->size() > largestPicture)
        return QImage();
    return bytes ? Result<QImage>(decoded(*bytes, within)) : Result<QImage>(bytes.error());
}

FilePicture::FilePicture(Store &store, QWidget *parent) : QLabel(parent), m_store(store)
{
    setObjectName(u"filePicture"_s);
    hide();
}

void FilePicture::setFile(qint64 attachment)
{
    if (attachment == m_file)
        return;
    m_file = attachment;
    m_reading.cancel();
    m_reading = CancelToken();
    hide();
    if (attachment == 0)
        return;
    const qreal ratio = devicePixelRatio();
    m_store
        .read<QImage>(m_reading,
                      [attachment, within = m_largest * ratio](ReadContext &context) {
                          return readPicture(context, attachment, within);
                      })
        .then(this, [this, ratio, token = m_reading](const Result<QImage> &image) {
            if (token.isCancelled() || !image || image->isNull())
                return; // the name stands beside it
            QPixmap pixmap = QPixmap::fromImage(*image);
            pixmap.setDevicePixelRatio(ratio);
            setPixmap(pixmap);
            show();
        });
}

} // namespace Kartoteka
