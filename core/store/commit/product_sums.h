// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/product_codes.h"
#include "core/store/kept/derived_table.h"

#include <QHash>

namespace Kartoteka {

class Connection;
class Transaction;

/// Keeps the amounts of items that come from their products (amount_auto): what people do is journalled with it in the same
/// act; what comes from other replicas is computed from the rows that are here, as theirs is, and not journalled.
class ProductSums final : public DerivedTable
{
public:
    explicit ProductSums(Transaction &transaction) : m_transaction(transaction) {}

    Result<void> note(const NotedChange &change) override;
    /// To be called before that of what is computed from amounts. Refused when somebody made them too large.
    Result<void> write() override;

private:
    void noteOwner(const ItemRef &owner, bool isOwnAct);
    Result<void> noteAll();
    Result<void> write(const ItemRef &owner, bool isOwnAct, TaxRounding rounding);

    Transaction &m_transaction;
    QHash<ItemRef, bool> m_owners; ///< and whether a person did it here
    bool m_roundsAnew = false;     ///< how taxes are rounded has changed
    bool m_isOwnRounding = false;
};

/// What the products of an item come to in a currency. Rows in another one are left out.
Result<ProductTotals> storedTotals(Connection &connection, const ItemRef &owner, const QString &currency,
                                   TaxRounding rounding);

/// How taxes are rounded in the file as it stands.
Result<TaxRounding> storedTaxRounding(Connection &connection);

/// How many items say that their amount comes from their products, and have another one.
Result<qint64> countWrongAmounts(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
