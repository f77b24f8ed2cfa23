// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// A record that has a card, with all its values. A plain value: it does not follow the file.
struct Item
{
    qint64 typeId = 0;
    qint64 id = 0;
    QUuid uid;
    QString number;
    double rank = 0;
    bool deleted = false;
    QHash<QString, Value> values; ///< by field code; empty fields are absent

    ItemRef ref() const { return {typeId, id, {}}; }
    Value value(const QString &field) const { return values.value(field); }
    QString text(const QString &field) const { return values.value(field).toString(); }
    qint64 reference(const QString &field) const { return values.value(field).toLongLong(); }
    Members members(const QString &field) const { return values.value(field).value<Members>(); }

    bool operator==(const Item &) const = default;
};

} // namespace Kartoteka
