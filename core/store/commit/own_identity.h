// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_notice.h"
#include "core/store/commit/item_numbers.h"
#include "core/store/commit/journal_writer.h"

namespace Kartoteka {

struct TransactionSetting;

/// Who the file of an open transaction is among its copies: under which replica it writes on.
class OwnIdentity
{
public:
    OwnIdentity(Connection &connection, const TransactionSetting &setting, JournalWriter &journal, ItemNumbers &numbers,
                CommitNotice &notice)
        : m_connection(connection), m_setting(setting), m_own(journal.own), m_numbers(numbers), m_notice(notice)
    {}

    /// Goes on as a new replica from here on; @p newSeat: with numbers of its own.
    Result<void> renew(bool newSeat);
    /// What this file holds as rows of @p parent after @p after is a second history of that name: it goes on as @p branch.
    /// @return whether this file itself wrote it, and so goes on under another identity: it needs a key then.
    Result<bool> moveToBranch(qint64 parent, qint64 after, const QUuid &branch);
    /// Makes the key of the second history under whose name this file goes on (giveBranchKey()).
    Result<void> takeBranchKey();
    /// Goes on with a seat code of its own where another copy lives under this one's (mustLeaveSeat).
    /// @return whether it did.
    Result<bool> leaveSharedSeat();
    qint64 replica() const { return m_own.id; }

private:
    Result<void> moveRows(qint64 parent, qint64 after, qint64 id, const QUuid &branch);
    QVariant machine() const;

    Connection &m_connection;
    const TransactionSetting &m_setting;
    OwnReplica &m_own;
    ItemNumbers &m_numbers;
    CommitNotice &m_notice;
};

} // namespace Kartoteka
