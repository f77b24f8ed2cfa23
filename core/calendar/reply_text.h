// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// What the writer of a pasted e-mail wrote, line by line: without its head, what it quotes and its signature.
QStringList ownLines(const QString &mail);

} // namespace Kartoteka
