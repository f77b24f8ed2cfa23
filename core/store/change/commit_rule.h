// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/change/change_set.h"
#include "core/store/record/record_table.h"

#include <functional>

namespace Kartoteka {

/// One record on its way into the file; rules may still complete or refuse it.
class PendingChange
{
public:
    PendingChange(const RecordTable &table, Operation operation, qint64 id, Row before, Row after)
        : table(table), operation(operation), id(id), before(std::move(before)), after(std::move(after))
    {}

    const RecordTable &table;
    Operation operation;
    qint64 id;  ///< 0 while a row is being made
    Row before; ///< empty for a creation
    Row after;

    bool has(const QString &column) const { return table.indexOf(column) >= 0; }
    Value value(const QString &column) const { return after.value(table.indexOf(column)); }
    Value oldValue(const QString &column) const { return before.value(table.indexOf(column)); }
    void set(const QString &column, const Value &value)
    {
        if (const int at = table.indexOf(column); at >= 0)
            after[at] = value;
    }
    bool changes(const QString &column) const
    {
        const int at = table.indexOf(column);
        return at >= 0 && (before.isEmpty() ? after[at].isValid() : before[at] != after[at]);
    }
};

/// What a rule may ask while the transaction is open.
class RuleContext
{
public:
    virtual ~RuleContext() = default;
    virtual const Schema &schema() const = 0;
    virtual qint64 author() const = 0;
    virtual qint64 now() const = 0; ///< UTC ms of the act
    /// What the person does: ChangeSet::kind.
    virtual QString actKind() const = 0;
    /// True while values of several replicas are brought together: a rule then only recomputes what follows from them.
    virtual bool isMerging() const = 0;
    /// Manual order of a card put on top of its column now; grows with every call.
    virtual double nextRank() = 0;
    /// The next number of an entity type, with the seat code at a laptop.
    virtual Result<QString> nextNumber(qint64 typeId) = 0;
};

/// Completes or refuses a pending change; pure but for what the context gives.
using CommitRule = std::function<Result<void>(RuleContext &, PendingChange &)>;

} // namespace Kartoteka
