// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/schema.h"

namespace Kartoteka {

/// By what two items are the same people: what both have.
struct SharedMarks
{
    bool phone = false;
    bool email = false;
};
SharedMarks sharedMarks(const Schema &schema, const Item &item, const Item &client);

/// Phones, or e-mails, that tell who somebody is, as keys.
QStringList tellingKeys(const Schema &schema, const Item &item, FieldType type);

} // namespace Kartoteka
