// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/column_head.h"

#include "core/items/field_path.h"
#include "models/list/item_table_model.h"

namespace Kartoteka {

QVariant columnHeadData(const Schema &schema, const ItemQuery &query, const QString &code, int role)
{
    if (role == Qt::TextAlignmentRole)
        return ListColumn::alignment(pathOf(schema, query.typeId, code).field);
    const QString name = ListColumn::name(schema, query.typeId, code, query.deleted);
    if (role == Qt::ToolTipRole && ListColumn::isComputed(code))
        return name + u'\n' + ItemTableModel::tr("Right-click or Alt+Up for its menu.");
    if (role == Qt::ToolTipRole)
        return name + u'\n'
            + ItemTableModel::tr("Click to sort, Shift-click to add to the sorting, right-click or Alt+Up for its menu.");
    if (role != Qt::DisplayRole)
        return {};
    const int place = sortPlace(query, code);
    if (place == 0)
        return name;
    const QString arrow = query.sort[place - 1].descending ? u" ↓"_s : u" ↑"_s;
    return name + arrow + (query.sort.size() > 1 ? QString::number(place) : QString());
}

int sortPlace(const ItemQuery &query, const QString &code)
{
    for (int i = 0; i < query.sort.size(); ++i) {
        if (query.sort[i].field == code)
            return i + 1;
    }
    return 0;
}

ItemQuery sortedBy(ItemQuery query, const QString &code, bool add)
{
    const int place = sortPlace(query, code);
    if (place > 0 && (add || query.sort.size() == 1)) {
        query.sort[place - 1].descending = !query.sort[place - 1].descending;
        return query;
    }
    if (!add)
        query.sort.clear();
    query.sort.append({code, code == ListColumn::number}); // the newest first
    return query;
}

} // namespace Kartoteka
