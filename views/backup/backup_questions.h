// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace Kartoteka {

/// Whether a backup is to be encrypted. @return the passphrase, empty for a plain one; nothing: no backup at all.
std::optional<QString> askBackupPassphrase(QWidget *parent);

/// Whether the backup of @p at (UTC ms) is to take the place of the file called @p name.
bool askRestore(QWidget *parent, const QString &name, qint64 at);

/// Asks how many daily backups are kept. @return true when that was changed.
bool askBackupPlan(QWidget *parent);

} // namespace Kartoteka
