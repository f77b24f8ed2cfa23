// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/card_acts.h"

#include "core/clients/clients.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/links.h"

namespace Kartoteka {

Result<ChangeSet> randomLink(Store &store, const ItemRef &item, QRandomGenerator &random,
                             const std::function<ItemRef(const QString &type)> &any)
{
    const auto read = readItem(store.reader(), item);
    if (!read)
        return ChangeSet();
    if (random.bounded(3) == 0) {
        const ItemRef other = any({});
        return other.id == 0 ? Result<ChangeSet>(ChangeSet()) : planLink(store.reader(), item, other);
    }
    Clients clients;
    clients.company = any(u"company"_s);
    for (int i = random.bounded(4); i > 0; --i) {
        const ItemRef contact = any(u"contact"_s);
        if (contact.id != 0 && !clients.contacts.contains(contact))
            clients.contacts << contact;
    }
    return planEdit(*store.schema(), *read, clientValues(*store.schema(), item.type, clients));
}

} // namespace Kartoteka
