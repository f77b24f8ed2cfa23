// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/part_words.h"

#include "core/base/texts.h"
#include "core/products/product_texts.h"
#include "core/schema/product_codes.h"
#include "core/schema/text_pictures.h"

namespace Kartoteka {

bool isToldOfPart(const QString &table, const QString &column)
{
    static const QStringList ofProducts{u"name"_s,     u"unit"_s,          u"quantity"_s, u"price"_s,       u"currency"_s,
                                        u"discount"_s, u"discount_kind"_s, u"tax"_s,      u"tax_included"_s};
    return table == Codes::productRow ? ofProducts.contains(column) : column == u"text" || column == u"name";
}

QString partColumnName(const QString &table, const QString &column)
{
    if (table == Codes::productRow)
        return productColumnName(column);
    return column == u"text" ? Texts::tr("Text") : Texts::tr("Name");
}

QString partValueText(const Schema &schema, const QString &table, const QString &column, const Value &value)
{
    return table == Codes::productRow ? productValueText(column, value) : plainComment(value.toString(), &schema);
}

} // namespace Kartoteka
