// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

#include <QLockFile>
#include <QUuid>

#include <map>

namespace Kartoteka {

/// A long act, such as an import, whose program ended before it had written all of it.
struct InterruptedAct
{
    qint64 id = 0;
    QUuid uid;
    QString kind;
    QString subject;
    qint64 at = 0;      ///< UTC ms
    qint64 changes = 0; ///< records that it had written
};

/// The long acts that this program is at work on. Each is told to other programs by a lock beside the database: an act that
/// is not finished and has no living lock was interrupted.
class RunningActs
{
public:
    explicit RunningActs(QString databasePath) : m_path(std::move(databasePath)) {}

    void begin(const QUuid &act);
    void end(const QUuid &act) { m_locks.erase(act); }

    /// Acts that are not finished and that no program works on any more.
    Result<QList<InterruptedAct>> interrupted(Connection &connection) const;

private:
    QString lockPath(const QUuid &act) const;

    QString m_path;
    std::map<QUuid, std::unique_ptr<QLockFile>> m_locks; // QHash cannot hold unique_ptr
};

} // namespace Kartoteka
