// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/products/rows.h"

namespace Kartoteka::Cli {

/// The rows of products in a JSON text: a list of them, or an object that has it as "rows". @p source: where it was read.
Result<QJsonObject> productsIn(const QByteArray &text, const QString &source);
/// Makes these the products of an item.
Result<ChangeSet> plannedProducts(const Session &session, const Item &item, const QList<ProductRow> &before,
                                  const QJsonObject &json);
/// As people read them.
void tellProducts(const Session &session, const Item &item, const QList<ProductRow> &rows);

} // namespace Kartoteka::Cli
