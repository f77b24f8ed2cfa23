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

private:
    Store &m_store;
    QObject *m_receiver;
    std::function<void()> m_told;
    QCache<qint64, QImage> m_images; ///< by KiB
    QSet<qint64> m_asked;            ///< being read, or no pictures
};

} // namespace Kartoteka
