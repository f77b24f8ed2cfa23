// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/usual_width.h"

#include "core/items/field_path.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "models/list_columns.h"
#include "views/theme/theme.h"

#include <cmath>
#include <numeric>

namespace Kartoteka {

namespace {

constexpr ColumnWidth number{72, 52}; // "S12-1234", or one of a million
constexpr ColumnWidth amount{120, 108};
constexpr ColumnWidth date{112, 100};
constexpr ColumnWidth moment{148, 140}; // "Nov 29 12:00 PM"
constexpr ColumnWidth act{148, 104};
constexpr ColumnWidth client{168, 116};
constexpr ColumnWidth phone{150, 126};
constexpr ColumnWidth other{150, 116};

/// For a font of 19 pixels' height.
ColumnWidth widthOfKind(const Field *field, const QString &code)
{
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

/// The longest of the names that can stand in the column; 0: they are not known.
int widestName(const Schema &schema, const Field *field, const QFontMetrics &metrics)
{
    int widest = 0;
    const auto add = [&](const QString &name) { widest = qMax(widest, metrics.horizontalAdvance(name)); };
    if (field && field->type == FieldType::Stage) {
        for (const Pipeline &pipeline : schema.pipelines(field->typeId)) {
            for (const Stage &stage : schema.stages(pipeline.id))
                add(displayName(schema, stage));
        }
    } else if (field && field->type == FieldType::User && !field->multiple) {
        for (const User &user : schema.users())
            add(user.name);
    }
    return widest;
}

} // namespace

ColumnWidth usualWidth(const Schema &schema, qint64 typeId, const QString &code, const QFont &font)
{
    constexpr int widestUsual = 184;
    constexpr int widestHead = 120; ///< that narrows no other column
    const QFontMetrics metrics(font);
    const Field *field = pathOf(schema, typeId, code).field;
    const ColumnWidth kind = widthOfKind(field, code);
    ColumnWidth width{scaled(kind.usual, metrics), scaled(kind.narrowest, metrics)};
    if (const int name = widestName(schema, field, metrics); name > 0) {
        const int before = scaled(field->type == FieldType::Stage ? 14 : 26, metrics); // the dot, or the initials
        const int after = field->type == FieldType::Stage ? scaled(16, metrics) : 0;   // the arrow
        width.usual = qBound(width.narrowest, name + before + after + 2 * Space::s, scaled(widestUsual, metrics));
        width.narrowest = qMin(width.usual, qMin(name + before + 2 * Space::s + 1, width.narrowest));
    }
    const QString head = ListColumn::name(schema, typeId, code);
    const int headWidth = QFontMetrics(Theme::small(font)).horizontalAdvance(head) + 2 * Space::s + 1;
    width.narrowest = qMax(width.narrowest, qMin(headWidth, scaled(widestHead, metrics)));
    width.usual = qMax(width.usual, width.narrowest);
    return width;
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
        left -= columns[i].usual;
        spare += columns[i].usual - columns[i].narrowest;
    }
    const double given = spare > 0 ? qBound(0.0, double(-left) / spare, 1.0) : 0.0;
    QList<int> widths;
    for (const ColumnWidth &column : columns)
        widths << column.usual - int(std::ceil((column.usual - column.narrowest) * given));
    if (name >= 0) {
        widths[name] = 0;
        widths[name] = qMax(least, room - std::accumulate(widths.cbegin(), widths.cend(), 0));
    }
    return widths;
}

} // namespace Kartoteka
