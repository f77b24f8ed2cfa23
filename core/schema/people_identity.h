// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// Identity of a person who is written down now: what two seats write down under one name is one person. Where somebody else has
/// that identity, being called otherwise by now, it is one of their own.
QUuid personUid(const Schema &schema, const QString &name);
/// The same of a department, by where it stands and what it is called.
QUuid departmentUid(const Schema &schema, qint64 parent, const QString &name);

} // namespace Kartoteka
