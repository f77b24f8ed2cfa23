// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QLabel>

namespace Kartoteka {

/// A small picture of an attached file; hidden where its contents are no picture. Read and decoded off the GUI thread.
class FilePicture final : public QLabel
{
    Q_OBJECT
public:
    FilePicture(Store &store, QWidget *parent);

    /// @p attachment: row id, 0 for none.
    void setFile(qint64 attachment);

private:
    Store &m_store;
    qint64 m_file = 0;
    CancelToken m_reading;
};

} // namespace Kartoteka
