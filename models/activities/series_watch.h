// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace Kartoteka {

/// Does at an open file what is to be done about series (core/activities/series_upkeep): follows the clock and the commits.
class SeriesWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SeriesWatch(Store &store, QObject *parent = nullptr);

private:
    void look();
    void write(const QList<ChangeSet> &changes);
    void writeAlone(const ChangeSet &changes);

    Store &m_store;
    std::optional<qint64> m_nextAt; ///< UTC ms, if that is known
    CancelToken m_load;
    QTimer m_later;       ///< many commits may come in a row
    bool m_goesOn = true; ///< there was something to be done: there may be more behind it
};

} // namespace Kartoteka
