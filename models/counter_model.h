// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

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
    QTimer m_next; ///< fires when the next light comes on
    CancelToken m_load;
};

} // namespace Kartoteka
