// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

#include <QStringList>

namespace Kartoteka {

/// Tables, columns and indexes that a file of today's format has and this one lacks: another program took them away. Those
/// of items are asked of the file's own definitions, all others of a new file. Not for the thread of the window: it makes
/// that new file.
/// @return in words, at most some; empty when nothing is missing.
Result<QStringList> missingParts(Connection &connection);

} // namespace Kartoteka
