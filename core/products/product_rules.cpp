// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/products/product_rules.h"

#include "core/base/money.h"
#include "core/products/rows.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"

namespace Kartoteka {

namespace {

Result<void> checkPending(PendingChange &pending)
{
    ProductRow row = productRowOf([&pending](const QString &column) { return pending.value(column); });
    if (const auto problem = rowProblem(row))
        return Error{ErrorCode::Refused, problem->message, {}, problem->where};
    // Without a discount its kind says nothing.
    if (!row.line.discount)
        pending.set(u"discount_kind"_s, {});
    return {};
}

} // namespace

Result<void> productRule(RuleContext &context, PendingChange &pending)
{
    if (context.isMerging())
        return {};
    if (pending.table.code == Codes::productRow)
        return checkPending(pending);
    if (!pending.table.isItem || !pending.has(Codes::amountAuto) || !pending.has(Codes::amount))
        return {};
    const bool wasAutomatic = pending.operation == Operation::Update && pending.oldValue(Codes::amountAuto).toBool();
    // What the products themselves write, in another currency, is nobody's word.
    const bool byHand = context.actKind() != productAct;
    if (wasAutomatic && byHand && pending.changes(Codes::amount) && !pending.changes(Codes::amountAuto)) {
        pending.set(Codes::amountAuto, false);
        return {};
    }
    // The currency of an item is that of its amount: what is to be computed has one.
    if (pending.value(Codes::amountAuto).toBool() && !pending.value(Codes::amount).isValid())
        pending.set(Codes::amount, toValue(Money{0, context.schema().baseCurrency()}));
    return {};
}

} // namespace Kartoteka
