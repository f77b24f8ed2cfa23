// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QCache>
#include <QImage>
#include <QSet>

#include <functional>

namespace Kartoteka {

/// Attached pictures, small: each is read once it is wanted, away from the window's thread.
class FilePictures
{
public:
    /// @p told: of a picture that was read; as long as @p receiver is there.
    FilePictures(Store &store, QObject *receiver, std::function<void()> told);

    /// Whether a file of this name is shown as a picture.
    static bool isPicture(const QString &name);
    /// No larger than @p room, in device pixels; null: it is not read yet, or none.
    QImage pictureOf(qint64 attachment, const QSize &room);
    /// The same of contents by their digest.
    QImage pictureOf(const QString &digest, const QSize &room);

private:
    struct Kept
    {
        QImage image;
        QSize room; ///< for which it was read
    };
    using Read = std::function<Result<QImage>(const ReadContext &context, const QSize &room)>;
    QImage picture(const QString &key, const QSize &room, const Read &read);
    void ask(const QString &key, const QSize &room, const Read &read);

    Store &m_store;
    QObject *m_receiver;
    std::function<void()> m_told;
    QCache<QString, Kept> m_kept; ///< by KiB
    QSet<QString> m_asked;        ///< being read, or no pictures
};

} // namespace Kartoteka
