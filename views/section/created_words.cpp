// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/created_words.h"

#include "core/base/texts.h"
#include "core/query/condition_match.h"
#include "core/schema/codes.h"
#include "core/store/store.h"

namespace Kartoteka {

QString createdWords(const Store &store, const ItemQuery &query, const Item &item)
{
    const SchemaPtr schema = store.schema();
    const QString title = item.text(Codes::title);
    const QueryMoment moment{store.clock().now(), firstDayOfWeek(*schema), store.user()};
    const bool isHidden = query.typeId == item.typeId && matches(*schema, query.conditions, item, moment) == Match::No;
    return isHidden ? Texts::tr("Created: %1. The filter does not show it.").arg(title)
                    : Texts::tr("Created: %1").arg(title);
}

} // namespace Kartoteka
