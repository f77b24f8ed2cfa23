// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/product_sum.h"
#include "core/schema/schema.h"

namespace Kartoteka::Codes {

/// Whether the amount of an item is what its products come to: kept by the program.
inline const QString amountAuto = QStringLiteral("amount_auto");
/// The catalogue: its entity type, and the fields that rows take over.
inline const QString productType = QStringLiteral("product");
inline const QString sku = QStringLiteral("sku");
inline const QString unit = QStringLiteral("unit");
inline const QString price = QStringLiteral("price");
inline const QString tax = QStringLiteral("tax");
inline const QString active = QStringLiteral("active");
/// Rows of products that items have.
inline const QString productRow = QStringLiteral("product_row");

/// The setting that says how taxes are rounded, and the value of it that is not the usual one.
inline const QString taxRounding = QStringLiteral("tax_rounding");
inline const QString roundedByTotal = QStringLiteral("total");

} // namespace Kartoteka::Codes

namespace Kartoteka {

inline TaxRounding taxRoundingOf(const QString &setting)
{
    return setting == Codes::roundedByTotal ? TaxRounding::Total : TaxRounding::Line;
}

} // namespace Kartoteka
