// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_shop.h"

#include "core/base/money.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/product_codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int dear = 30'000; ///< from here on nobody takes many

qint64 catalogueType(const Schema &schema)
{
    return schema.type(Codes::productType)->id;
}

} // namespace

ChangeSet demoSections(const Schema &schema, const DemoWords &words)
{
    ChangeSet changes;
    changes.kind = ActKinds::demo;
    changes.undoable = false;
    const Field *section = schema.field(catalogueType(schema), u"section"_s);
    qint64 position = 0;
    for (const QString &name : words.productSections) {
        ++position;
        changes.create(u"list_value"_s,
                       {{u"field"_s, section->id},
                        {u"code"_s, u"section_%1"_s.arg(position)},
                        {u"name"_s, name},
                        {u"position"_s, position}});
    }
    return changes;
}

QList<FieldValue> demoProduct(const Schema &schema, const DemoWords &words, int at)
{
    const DemoProduct &one = words.catalogue[at];
    const auto choice = [&](const QString &field, const auto &isMeant) -> Value {
        const QList<ListValue> values = schema.listValues(schema.field(catalogueType(schema), field)->id);
        const auto found = std::find_if(values.begin(), values.end(), isMeant);
        return found == values.end() ? Value() : Value(found->id);
    };
    const QString section = words.productSections[one.section];
    return {{u"title"_s, one.name},
            {Codes::sku, one.sku},
            {u"section"_s, choice(u"section"_s, [&](const ListValue &value) { return value.name == section; })},
            {Codes::unit, choice(Codes::unit, [&](const ListValue &value) { return value.code == one.unit; })},
            {Codes::price, toValue(Money{qint64(one.price) * 100, words.currency})},
            {Codes::tax, double(words.tax)},
            {Codes::active, true}};
}

QList<ProductRow> DemoShop::basket(int percent, const QList<qint64> &products)
{
    QList<ProductRow> rows;
    if (!m_dice.chance(percent))
        return rows;
    static const QList<qint64> discounts{3, 5, 7, 10};
    for (int i = 1 + m_dice.below(4); i > 0; --i) {
        const int at = m_dice.below(int(m_words.catalogue.size()));
        const DemoProduct &one = m_words.catalogue[at];
        const BuiltinName unit = builtinName(u"list:unit"_s, one.unit);
        ProductRow row;
        row.product = products[at];
        row.name = one.name;
        row.unit = m_isRussian ? unit.ru : unit.en;
        row.currency = m_words.currency;
        row.line.price = one.price * productUnit;
        row.line.quantity = (1 + m_dice.below(one.price > dear ? 3 : 16)) * productUnit;
        row.line.tax = m_words.tax * taxUnit;
        row.line.taxIncluded = m_isRussian;
        if (m_dice.below(3) == 0)
            row.line.discount = m_dice.one(discounts) * productUnit;
        row.rank = double(rows.size()) + 1;
        rows << row;
    }
    return rows;
}

} // namespace Kartoteka
