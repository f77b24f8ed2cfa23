// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/explanation.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// What the counter of one item counts, and why; changes with every commit and when a deadline comes near.
class ItemLights final : public QObject
{
    Q_OBJECT
public:
    explicit ItemLights(Store &store, QObject *parent = nullptr);

    /// Null: nothing is counted.
    void setItem(const ItemRef &item);
    const Explanation &explanation() const { return m_explanation; }

signals:
    void changed();

private:
    void read();
    void take(const Explanation &explanation);

    Store &m_store;
    ItemRef m_item;
    Explanation m_explanation;
    std::optional<qint64> m_nextAt; ///< UTC ms at which the next light comes on, whosever it is
    CancelToken m_reading;
};

} // namespace Kartoteka
