// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

#include <QStringList>

namespace Kartoteka {

/// What stands in a database that no program of ours puts there and that would run or mislead one: triggers, views, indexes
/// and tables with expressions, modules other than the search index, names that are no plain identifiers. Files come from
/// others; what is planted in one must not run here.
/// @return in words, at most some; empty when there is nothing.
Result<QStringList> foreignContents(Connection &connection);

/// Tables that do no harm but are none of ours, by name: somebody's own, made with an SQL tool.
Result<QStringList> strangeTables(Connection &connection);

/// A name of a table or column that needs no quotes in SQL: letters of the Latin alphabet, digits and underscores.
bool isPlainName(const QString &name);

} // namespace Kartoteka
