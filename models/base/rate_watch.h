// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rates.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// Today's rates of an open file, and whether those of other days change; follows commits, settings and midnight.
class RateWatch final : public QObject
{
    Q_OBJECT
public:
    /// That of an open file; it lives as long as the store.
    static RateWatch &of(Store &store);

    /// None are known before the first are read: until then, and if they cannot be read, every currency lacks one.
    const Rates &rates() const { return m_rates; }

signals:
    void changed();
    /// Rates of other days may be others, or count where they did not: sums of what was closed are to be read anew.
    void pastChanged();

private:
    explicit RateWatch(Store &store);
    void refresh();

    Store &m_store;
    Rates m_rates;
    QString m_past; ///< that of the last read
    CancelToken m_load;
};

} // namespace Kartoteka
