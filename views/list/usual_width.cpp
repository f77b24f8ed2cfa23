// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/usual_width.h"

#include "core/schema/codes.h"
#include "models/list_columns.h"
#include "views/theme/theme.h"

#include <cmath>
#include <numeric>

namespace Kartoteka {

ColumnWidth usualWidth(const Field *field, const QString &code)
{
    constexpr ColumnWidth number{72, 52}; // "S12-1234", or one of a million
    constexpr ColumnWidth amount{120, 108};
    constexpr ColumnWidth date{112, 100};
    constexpr ColumnWidth moment{148, 140}; // "Nov 29 12:00 PM"
    constexpr ColumnWidth act{148, 104};
    constexpr ColumnWidth client{168, 116};
    constexpr ColumnWidth phone{150, 134};
    constexpr ColumnWidth other{150, 116};
    if (code == ListColumn::number)
        return number;
    if (code == ListColumn::nextAct)
        return act;
    if (code == ListColumn::client)
        return client;
    if (code == Codes::deadline || code == ListColumn::deletedAt)
        return moment;
    if (!field)
        return other;
    switch (field->type) {
    case FieldType::Money: return amount;
    case FieldType::Date:
    case FieldType::DateTime: return date;
    case FieldType::Phone: return phone;
    default: return other;
    }
}

QList<int> sharedWidths(const QList<ColumnWidth> &columns, int name, int room, const QFontMetrics &metrics)
{
    constexpr int narrowestName = 176;
    const int least = name < 0 ? 0 : scaled(narrowestName, metrics);
    int left = room - least;
    int spare = 0;
    for (int i = 0; i < columns.size(); ++i) {
        if (i == name)
            continue;
        left -= scaled(columns[i].usual, metrics);
        spare += scaled(columns[i].usual, metrics) - scaled(columns[i].narrowest, metrics);
    }
    const double given = spare > 0 ? qBound(0.0, double(-left) / spare, 1.0) : 0.0;
    QList<int> widths;
    for (const ColumnWidth &column : columns) {
        const int usual = scaled(column.usual, metrics);
        widths << usual - int(std::ceil((usual - scaled(column.narrowest, metrics)) * given));
    }
    if (name >= 0) {
        widths[name] = 0;
        widths[name] = qMax(least, room - std::accumulate(widths.cbegin(), widths.cend(), 0));
    }
    return widths;
}

} // namespace Kartoteka
