// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/interrupted_acts.h"

#include "core/base/uid.h"

namespace Kartoteka {

QString RunningActs::lockPath(const QUuid &act) const
{
    return u"%1-act-%2"_s.arg(m_path, uidText(act).right(12));
}

void RunningActs::begin(const QUuid &act)
{
    if (m_locks.contains(act))
        return;
    auto lock = std::make_unique<QLockFile>(lockPath(act));
    lock->setStaleLockTime(0); // however long it takes
    lock->tryLock(0);          // where it cannot be made, a kill only leaves a question to the person
    m_locks.emplace(act, std::move(lock));
}

Result<QList<InterruptedAct>> RunningActs::interrupted(Connection &connection) const
{
    auto cursor = connection.query(u"SELECT a.id, a.uid, a.kind, a.subject, a.at, (SELECT count(*) FROM journal j "
                                   "WHERE j.act = a.id) FROM act a WHERE a.unfinished = 1"_s);
    if (!cursor)
        return cursor.error();
    QList<InterruptedAct> found;
    while (cursor->next()) {
        const InterruptedAct act{cursor->integer(0), uidFromBytes(cursor->bytes(1)),
                                 cursor->text(2),    cursor->text(3),
                                 cursor->integer(4), cursor->integer(5)};
        QLockFile lock(lockPath(act.uid));
        lock.setStaleLockTime(0);
        if (!m_locks.contains(act.uid) && (lock.tryLock(0) || lock.error() != QLockFile::LockFailedError))
            found.append(act);
    }
    return found;
}

} // namespace Kartoteka
