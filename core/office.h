// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

/// The rules that every program installs at the one door.
QList<CommitRule> officeRules();

/// What judges acts as a whole, in every program.
QList<ClosingRule> officeClosingRules();

/// What follows on what people write, in every program.
QList<Follower> officeFollowers();

/// Login and full name of the person at the machine.
QString systemLogin();
QString systemUserName();

/// The person at the machine, as who others see that a file is open.
FileVisitor systemVisitor(bool isWindow);

/// Opens a database with all rules, as the person at the machine. @p installation: what this computer remembers, by
/// default in the person's own folder.
Result<std::unique_ptr<Store>> openOffice(const QString &path, const Clock &clock = systemClock(),
                                          std::shared_ptr<const Installation> installation = {});
/// The same for a file that was looked at before.
Result<std::unique_ptr<Store>> openOffice(FileAccess access);

} // namespace Kartoteka
