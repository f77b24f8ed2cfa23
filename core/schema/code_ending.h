// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

namespace Kartoteka {

/// @p code, wanted by the record @p uid, with the ending of its identity: what is called so on two seats is told apart by it.
QString codeWithSuffix(const QString &code, const QUuid &uid);

} // namespace Kartoteka
