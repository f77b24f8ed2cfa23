// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

#include <optional>

namespace Kartoteka {

/// The company that the office is: one of its companies, whose card holds all that is known of it. A setting names it.
struct OwnCompany
{
    Item item;
    QString name;
    QString taxId;
    qint64 logo = 0; ///< attached file; 0: none

    bool operator==(const OwnCompany &other) const
    {
        return item.id == other.item.id && name == other.name && taxId == other.taxId && logo == other.logo;
    }
};

/// None while nothing is set, or while its card is in the recycle bin.
Result<std::optional<OwnCompany>> readOwnCompany(const ReadContext &context);

/// Calls it so. While there is none it becomes the company of this name, or a new one; what two seats make is one. An empty
/// name: the office is no company any more; the card stays.
Result<ChangeSet> planCompanyName(const ReadContext &context, const QString &name);
/// Refused while there is no company.
Result<ChangeSet> planCompanyTaxId(const ReadContext &context, const QString &taxId);
/// @p path: of a picture; empty takes the logo away. Refused while there is no company, and for what cannot be read.
Result<ChangeSet> planCompanyLogo(const ReadContext &context, const QString &path);

} // namespace Kartoteka
