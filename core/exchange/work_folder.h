// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <QTemporaryDir>

#include <memory>

namespace Kartoteka {

/// A folder of this run's own beside a database, for what may stand in the clear only where the database does. It goes
/// when the work is done; what a program that was killed left behind goes with the next one.
class WorkFolder
{
public:
    explicit WorkFolder(const QString &databasePath);
    ~WorkFolder();
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;

    bool isValid() const { return m_folder && m_folder->isValid(); }
    QString filePath(const QString &name) const { return m_folder->filePath(name); }
    QString path() const { return m_folder->path(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QLockFile> m_lock;
};

/// Removes what killed programs left beside the database.
void removeLeftovers(const QString &databasePath);

/// Gives a file that is whole its name, in the place of what is called so; it is on the disk by then.
Result<void> putInPlace(const QString &partial, const QString &target);

} // namespace Kartoteka
