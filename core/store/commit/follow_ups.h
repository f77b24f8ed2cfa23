// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/follower.h"
#include "core/store/db/connection.h"

#include <QSet>

namespace Kartoteka {

/// Writes down which records wait for which follower, in the transaction that changed them: whatever happens to the program
/// afterwards, nothing is forgotten. It is taken away in the transaction that writes what follows: nothing follows twice.
class FollowUps final : public DerivedTable
{
public:
    /// @p act: the row of the act, known by the time of write().
    FollowUps(Connection &connection, const QList<Follower> &followers, const qint64 &act)
        : m_connection(connection), m_followers(followers), m_act(act)
    {}

    Result<void> note(const NotedChange &change) override;
    Result<void> write() override;
    bool isEmpty() const { return m_wanted.isEmpty(); }

private:
    Connection &m_connection;
    const QList<Follower> &m_followers;
    const qint64 &m_act;
    QHash<QPair<QString, QString>, QSet<qint64>> m_wanted; ///< by follower and table
};

/// Records of one table that wait for a follower.
struct FollowUp
{
    qint64 id = 0;
    QString follower;
    QString table; ///< code
    QList<qint64> records;
    QUuid act;
    QString actKind;
    qint64 author = 0;
    bool isTakenBack = false; ///< the act was undone: nothing follows any more
};

/// What waits of one act; of every finished act when @p act is null.
Result<QList<FollowUp>> waitingFollowUps(Connection &connection, const QUuid &act);
enum class FollowUpState {
    Waits,
    TakenBack, ///< its act was undone: nothing follows any more
    Gone       ///< another program has done it
};
/// It is followed, or nothing follows. @return what it was until now; within a transaction that stays so.
Result<FollowUpState> takeFollowUp(Connection &connection, qint64 id);

} // namespace Kartoteka
