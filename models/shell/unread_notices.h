// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// Whether a commit may have changed what people are told, or how it is told.
bool concernsNotices(const CommitNotice &notice);

/// How many notices the person at work has not read yet. True again after every commit that concerns them.
class UnreadNotices final : public QObject
{
    Q_OBJECT
public:
    explicit UnreadNotices(Store &store, QObject *parent = nullptr);

    int count() const { return m_count; }

signals:
    void changed();

private:
    void refresh();

    Store &m_store;
    int m_count = 0;
    CancelToken m_load;
};

} // namespace Kartoteka
