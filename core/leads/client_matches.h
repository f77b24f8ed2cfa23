// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// By what a client that is known already was found.
enum class MatchedBy {
    Client, ///< the item names it as its client
    Phone,
    Email,
    Title, ///< the same company but for legal form, quotes and case
};

/// A client that an item is perhaps about.
struct ClientMatch
{
    qint64 id = 0;
    MatchedBy by = MatchedBy::Phone;
    QString value; ///< the phone, address or name they have in common, as the item has it
    bool operator==(const ClientMatch &) const = default;
};

/// Clients that are known already for a lead: contacts by phone and e-mail, companies by phone, e-mail and title. Type code
/// → matches, each client once, the surest first; what lies in the recycle bin is left out.
Result<QHash<QString, QList<ClientMatch>>> clientMatches(const ReadContext &context, const Item &item);

} // namespace Kartoteka
