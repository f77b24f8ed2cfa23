// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QImage>
#include <QLabel>

namespace Kartoteka {

/// The picture in an attached file, not larger than @p within; null where its contents are none. Any thread.
Result<QImage> readPicture(const ReadContext &context, qint64 attachment, const QSize &within);
/// The same of contents by their digest.
Result<QImage> readPicture(const ReadContext &context, const QString &digest, const QSize &within);

/// A small picture of an attached file; hidden where its contents are no picture. Read and decoded off the GUI thread.
class FilePicture final : public QLabel
{
    Q_OBJECT
public:
    FilePicture(Store &store, QWidget *parent);

    /// How large it may be, in device-independent pixels; before setFile().
    void setLargest(const QSize &size) { m_largest = size; }
    /// @p attachment: row id, 0 for none.
    void setFile(qint64 attachment);

private:
    Store &m_store;
    qint64 m_file = 0;
    QSize m_largest{160, 120};
    CancelToken m_reading;
};

} // namespace Kartoteka
