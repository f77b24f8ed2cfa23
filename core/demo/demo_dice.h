// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRandomGenerator>

namespace Kartoteka {

/// What decides by chance in a demo office: the same seed throws the same.
class DemoDice
{
public:
    explicit DemoDice(quint32 seed) : m_random(seed) {}

    int below(int limit) { return int(m_random.bounded(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    template<typename T>
    const T &one(const QList<T> &list)
    {
        return list[below(int(list.size()))];
    }

private:
    QRandomGenerator m_random;
};

} // namespace Kartoteka
