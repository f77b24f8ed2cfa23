// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <QDate>
#include <QObject>
#include <QSet>

namespace Kartoteka {

/// What the person at an open file has done there today, since it was opened; what is taken back does not count.
class DayTally final : public QObject
{
public:
    explicit DayTally(Store &store, QObject *parent = nullptr);

    int done() const { return today(m_done.size()); }
    int moved() const { return today(m_moved.size()); }
    /// By the person, not by what comes again.
    int planned() const { return today(m_planned.size()); }
    /// Items that came to a stage that is won.
    int won() const { return today(m_won.size()); }

private:
    /// Nothing of another day: the first act of this one is what ends it otherwise.
    int today(qsizetype count) const;
    void note(const CommitNotice &notice);
    void noteActivity(const RecordChange &change, const QString &act);
    void forget();

    Store &m_store;
    QDate m_day;
    QSet<qint64> m_done; ///< activities
    QSet<qint64> m_moved;
    QSet<qint64> m_planned;
    QSet<ItemRef> m_won;
};

} // namespace Kartoteka
