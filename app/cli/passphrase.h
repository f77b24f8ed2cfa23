// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"

#include <optional>

namespace Kartoteka::Cli {

/// The passphrase that was given: --passphrase-file (a file's first line, or that of standard input for "-"), asked for at the
/// terminal with --ask-passphrase, the variable KARTOTEKA_PASSPHRASE, or --passphrase, of which a remark says that everybody
/// on the computer could read it. Nothing when none was given; an empty one is given too, and refused where it is used.
Result<std::optional<QString>> givenPassphrase(const Arguments &arguments, const Output &output, bool twice);

/// Takes a passphrase out of the words that the system shows of this program: they are to be read before.
void hidePassphrase(int argc, char **argv);

/// Asks at the terminal, without showing what is typed; nothing where there is no terminal.
std::optional<QString> askPassphrase(const QString &question);

} // namespace Kartoteka::Cli
