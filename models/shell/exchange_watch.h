// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// How the exchange with the other seats stands. True again after every commit.
class ExchangeWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ExchangeWatch(Store &store, QObject *parent = nullptr);

    struct State
    {
        bool hasOthers = false; ///< there is a seat besides this one
        qint64 heardAt = 0;     ///< UTC ms: the last file of another one that was read was written then; 0: none was
        qint64 waiting = 0;     ///< changes that the seat furthest behind is not known to have
        bool operator==(const State &) const = default;
    };
    const State &state() const { return m_state; }
    /// "09:11 · 5"; empty while there is nobody to exchange with.
    QString shortText() const;
    /// The same in a sentence.
    QString text() const;

signals:
    void changed();

private:
    void refresh();
    QString heardText() const;

    Store &m_store;
    State m_state;
    CancelToken m_load;
};

} // namespace Kartoteka
