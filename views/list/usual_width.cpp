// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/usual_width.h"

#include "core/items/field_path.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "models/base/next_act.h"
#include "models/list/list_columns.h"
#include "views/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Kartoteka {

namespace {

constexpr ColumnWidth number{72, 60, 52}; // "S12-1234", or one of a million
constexpr ColumnWidth amount{120, 112, 98};
constexpr ColumnWidth date{112, 106, 100};
constexpr ColumnWidth moment{148, 144, 140}; // "Nov 29 12:00 PM"
constexpr ColumnWidth act{148, 128, 104};
constexpr ColumnWidth client{168, 148, 116, 220}; // surname, name and patronymic
constexpr ColumnWidth phone{150, 132, 122};
constexpr ColumnWidth email{150, 132, 116, 210};
constexpr ColumnWidth stage{150, 132, 120};
constexpr ColumnWidth other{150, 132, 116};
constexpr ColumnWidth relation{300, 168, 116, 300}; ///< what an activity belongs to is told by a whole title

/// For a font of 19 pixels' height.
ColumnWidth widthOfKind(const Field *field, const QString &code)
{
    if (code == ListColumn::number)
        return number;
    if (code == ListColumn::nextAct)
        return act;
    if (code == ListColumn::client)
        return client;
    if (code == ListColumn::itemStage)
        return stage;
    if (code == Codes::deadline || code == ListColumn::deletedAt)
        return moment;
    if (!field)
        return other;
    switch (field->type) {
    case FieldType::Money: return amount;
    case FieldType::Date:
    case FieldType::DateTime: return date;
    case FieldType::Phone: return phone;
    case FieldType::Email: return email;
    case FieldType::Link: return client;
    case FieldType::Stage: return stage;
    default: return other;
    }
}

/// The longest of the names that can stand in the column; 0: they are not known.
int widestNameOf(const Schema &schema, const Field *field, const QString &code, const QFontMetrics &metrics)
{
    int widest = 0;
    const auto add = [&](const QString &name) { widest = qMax(widest, metrics.horizontalAdvance(name)); };
    if (code == ListColumn::nextAct)
        std::ranges::for_each(usualNextActs(), add);
    else if (field && field->type == FieldType::Stage) {
        for (const Pipeline &pipeline : schema.pipelines(field->typeId)) {
            for (const Stage &stage : schema.stages(pipeline.id))
                add(displayName(schema, stage));
        }
    } else if (field && field->type == FieldType::User && !field->multiple) {
        for (const User &user : schema.users())
            add(user.name);
    } else if (field && field->type == FieldType::List && !field->multiple) {
        for (const ListValue &value : schema.listValues(field->id))
            add(displayName(schema, value));
    }
    return widest;
}

} // namespace

ColumnWidth usualWidth(const Schema &schema, qint64 typeId, const QString &code, const QFont &font)
{
    constexpr int widestHead = 110;   ///< that narrows no other column
    constexpr int widestPerson = 172; ///< who stands last is not to lose two letters
    constexpr int widestName = 240;   ///< of a stage or a choice, where there is room
    const QFontMetrics metrics(font);
    const Field *field = pathOf(schema, typeId, code).field;
    const bool isRelation = field && field->type == FieldType::Link && isActivities(*schema.type(typeId));
    const ColumnWidth kind = isRelation ? relation : widthOfKind(field, code);
    ColumnWidth width{scaled(kind.usual, metrics), scaled(kind.enough, metrics), scaled(kind.narrowest, metrics),
                      scaled(kind.ample, metrics)};
    if (const int name = widestNameOf(schema, field, code, metrics); name > 0) {
        const bool isAct = code == ListColumn::nextAct;
        const bool isPerson = field && field->type == FieldType::User;
        const int before = scaled(isPerson ? 26 : isAct ? 18 : 14, metrics); // initials, a picture, a dot
        const int whole = name + before + 2 * Space::s + 1;
        if (isAct) { // half of when is no time
            width.narrowest = whole;
            width.enough = qMax(width.enough, whole);
        } else {
            if (!isPerson)
                width.narrowest = qMin(width.narrowest, whole);
            width.usual = qBound(width.narrowest, whole, isPerson ? scaled(widestPerson, metrics) : width.usual);
            width.enough = width.usual;
            width.ample = isPerson ? width.usual : qMin(whole, scaled(widestName, metrics));
        }
    }
    const QString head = ListColumn::name(schema, typeId, code);
    const int headWidth = QFontMetrics(Theme::small(font)).horizontalAdvance(head) + 2 * Space::s + 1;
    width.narrowest = qMax(width.narrowest, qMin(headWidth, scaled(widestHead, metrics)));
    width.enough = qMax(width.enough, width.narrowest);
    width.usual = qMax(width.usual, width.enough);
    const int whole = metrics.horizontalAdvance(head) + 2 * Space::s + 1; // whatever font the sheet gives it
    width.ample = std::max({width.ample, width.usual, qMin(whole, scaled(widestName, metrics))});
    return width;
}

namespace {

/// Takes from each as much as it can spare, in proportion, until @p wanted is taken.
void narrow(QList<int> &widths, const QList<int> &least, int name, int wanted)
{
    int spare = 0;
    for (int i = 0; i < widths.size(); ++i)
        spare += i == name ? 0 : widths[i] - least[i];
    const double given = spare > 0 ? qBound(0.0, double(wanted) / spare, 1.0) : 0.0;
    for (int i = 0; i < widths.size(); ++i) {
        if (i != name)
            widths[i] -= int(std::ceil((widths[i] - least[i]) * given));
    }
}

/// Gives @p spare to those that have use for it; who needs least comes first, so that as many as can be have enough.
void widen(QList<int> &widths, const QList<ColumnWidth> &columns, int name, int spare)
{
    QList<int> needy(widths.size());
    std::iota(needy.begin(), needy.end(), 0);
    needy.removeOne(name);
    const auto need = [&](int column) { return columns[column].ample - widths[column]; };
    std::ranges::stable_sort(needy, {}, need);
    for (const int column : std::as_const(needy)) {
        const int given = qBound(0, need(column), qMax(0, spare));
        widths[column] += given;
        spare -= given;
    }
}

} // namespace

QList<int> sharedWidths(const QList<ColumnWidth> &columns, int name, int room, const QFontMetrics &metrics)
{
    constexpr int usualName = 288; ///< what is beyond goes to what is cut
    constexpr int narrowestName = 176;
    QList<int> widths;
    QList<int> enough;
    QList<int> narrowest;
    for (const ColumnWidth &column : columns) {
        widths << column.usual;
        enough << column.enough;
        narrowest << column.narrowest;
    }
    const auto left = [&] { return room - std::accumulate(widths.cbegin(), widths.cend(), 0); };
    if (name >= 0)
        widths[name] = 0;
    narrow(widths, enough, name, (name < 0 ? 0 : scaled(usualName, metrics)) - left());
    if (name >= 0)
        widen(widths, columns, name, left() - scaled(usualName, metrics));
    const int least = name < 0 ? 0 : scaled(narrowestName, metrics);
    narrow(widths, narrowest, name, least - left());
    if (name >= 0)
        widths[name] = qMax(least, left());
    return widths;
}

} // namespace Kartoteka
