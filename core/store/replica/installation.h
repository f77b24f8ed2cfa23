// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QUuid>

namespace Kartoteka {

/// What this computer remembers of the databases it wrote exchange files for, outside the databases themselves: a file
/// that is copied to another computer, or put back from a backup, must not give out the same versions again.
class Installation
{
public:
    /// @p folder is made when something is to be remembered.
    explicit Installation(QString folder);
    /// In the person's own folder for the program's data.
    static Installation ofThisComputer();

    /// Names this computer and this person's data on it.
    QString machine() const { return m_machine; }

    /// What was remembered of a replica; empty when nothing.
    struct Memory
    {
        qint64 sequence = 0; ///< the highest that left this computer
        QString path;        ///< where its database stood
        QJsonObject numbers; ///< last number given by entity type uid
        qint64 lastSeat = 0; ///< number of the last seat code given
    };
    Memory memoryOf(const QUuid &replica) const;
    Result<void> remember(const QUuid &replica, const Memory &memory) const;

private:
    QString fileName(const QUuid &replica) const;

    QString m_folder;
    QString m_machine;
};

} // namespace Kartoteka
