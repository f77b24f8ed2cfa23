// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_office.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What days bring to an office: leads made, edited, moved, deleted, companies renamed, activities planned, acts taken back.
class RandomDays
{
public:
    RandomDays(TestOffice &office, quint32 seed) : m_office(office), m_random(seed) {}

    void act();
    int pick(int below) { return m_random.bounded(below); }
    template<typename T>
    T one(const QList<T> &list)
    {
        return list[pick(int(list.size()))];
    }
    /// All items of a type that are not in the bin.
    QList<qint64> all(const QString &type);
    bool commit(const ChangeSet &changes);
    static ChangeSet update(const QString &type, qint64 id, const QList<FieldValue> &values);

private:
    QString word() { return one<QString>({u"Ёж"_s, u"еж"_s, u"Acme"_s, u"zeta"_s, u"Beta"_s, u"бета"_s, u""_s}); }
    QHash<QString, Value> someValues();

    TestOffice &m_office;
    QRandomGenerator m_random;
};

} // namespace Kartoteka
