// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// Counters of all sections for the current user; change with every commit and when a deadline comes near.
class CounterModel final : public QObject
{
    Q_OBJECT
public:
    explicit CounterModel(Store &store, QObject *parent = nullptr);

    Lights lights(qint64 typeId) const { return m_lights.value(typeId); }

signals:
    void changed();
    /// A deadline has come near or passed: lights that are shown must be read again.
    void lightsDue();

private:
    void refresh();

    Store &m_store;
    QHash<qint64, Lights> m_lights;
    std::optional<qint64> m_nextAt; ///< UTC ms at which the next light comes on, if that is known
    CancelToken m_load;
};

} // namespace Kartoteka
