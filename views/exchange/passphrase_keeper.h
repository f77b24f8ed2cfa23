// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace Kartoteka {

/// Keeps the passphrases of exchange folders in the keychain of the system (docs/decisions/0026). Where there is none they
/// are kept nowhere: the program asks for them at each start.
namespace PassphraseKeeper {

/// Whether this system has a keychain that the program can use.
bool isThere();
/// Calls @p got with what is kept for a folder, empty when nothing is; not when @p receiver is gone by then.
void ask(const QString &folder, QObject *receiver, const std::function<void(const QString &)> &got);
/// Keeps it; an empty passphrase is forgotten.
void keep(const QString &folder, const QString &passphrase, QObject *receiver);

} // namespace PassphraseKeeper

} // namespace Kartoteka
