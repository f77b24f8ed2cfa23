// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// The statements of an SQL script, without comments. Knows quotes ('…', "…", `…`, […]), comments
/// (-- and /* */) and trigger bodies (BEGIN … END), because Qt's SQLite driver runs one statement a call.
QStringList splitSqlScript(const QString &script);

} // namespace Kartoteka
