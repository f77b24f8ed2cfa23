// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/record_identity.h"

namespace Kartoteka {

/// The values of a change as rows hold them: what they refer to by identity is looked up, also where the same act made it, and
/// what no column can hold is refused.
class GivenValues
{
public:
    explicit GivenValues(RecordIdentity &identity) : m_identity(identity) {}

    /// Later changes may name what was made by its uid.
    void noteCreated(const QUuid &uid, qint64 id) { m_created.insert(uid, id); }
    /// Puts the values of @p change into @p row.
    Result<void> assign(const RecordTable &table, const Change &change, Row &row) const;

private:
    Result<Value> resolved(const RecordColumn &column, const Value &value) const;
    qint64 rowOf(const QUuid &uid, const QString &table) const;

    RecordIdentity &m_identity;
    QHash<QUuid, qint64> m_created;
};

} // namespace Kartoteka
