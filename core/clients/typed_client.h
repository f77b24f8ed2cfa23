// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// Digits that can be somebody's number.
constexpr qsizetype shortestPhone = 6;

/// What a person typed to find a client, as the values of a new one: phones, e-mails, an organisation's tax number, and what is
/// left as a name taken apart.
QHash<QString, Value> valuesOfTyped(const Schema &schema, const EntityType &type, const QString &typed);

} // namespace Kartoteka
