// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/attachments.h"

#include <QHash>
#include <QObject>

class QImage;

namespace Kartoteka {

/// Pictures that were put into a comment which is being written, until it is saved. Until then a key of its own stands for the
/// digest of each, since it is made ready away from the window's thread.
class WrittenPictures final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// @return its key.
    QString add(const QString &name, const QImage &picture);
    /// Of a file.
    QString add(const QString &path);
    bool isReading() const { return m_reading > 0; }
    /// Waits until all are ready.
    void wait();
    /// Those that are named in @p text go with a comment of @p item. @return the text with their digests.
    QString attachTo(ChangeSet &changes, const ItemRef &item, QString text) const;
    void clear();

signals:
    /// None is being read any more.
    void settled();
    /// One of them is none, or cannot be read.
    void failed(const QString &key, const Kartoteka::Error &error);

private:
    QString begin(const std::function<Result<FileContents>()> &read);

    QHash<QString, FileContents> m_ready;
    int m_reading = 0;
};

} // namespace Kartoteka
