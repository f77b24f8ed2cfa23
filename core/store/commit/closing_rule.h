// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/kept/derived_table.h"
#include "core/store/record/read_context.h"

#include <QSet>

#include <functional>

namespace Kartoteka {

/// Judges what an act comes to, once all its records and what is kept of them are written and before the transaction ends: what
/// concerns several records at once. Asked where followers are: not about what comes from exchange files, undo and redo, which
/// stand whatever they come to.
struct ClosingRule
{
    /// Whether a record is to be judged. Asked of every change, so it must be cheap.
    std::function<bool(const NotedChange &)> wants;
    /// The records, by row id, as of @p now (UTC ms). An error refuses the whole act.
    std::function<Result<void>(const ReadContext &, const QList<qint64> &, qint64 now)> judge;
};

/// The rules of a transaction. Written last, so that they see everything else.
class ClosingRules final : public DerivedTable
{
public:
    ClosingRules(const QList<ClosingRule> &rules, Connection &connection, SchemaPtr schema,
                 std::shared_ptr<const Catalog> catalog, qint64 now)
        : m_rules(rules)
        , m_wanted(rules.size())
        , m_connection(connection)
        , m_schema(std::move(schema))
        , m_catalog(std::move(catalog))
        , m_now(now)
    {}

    Result<void> note(const NotedChange &change) override;
    Result<void> write() override;

private:
    const QList<ClosingRule> &m_rules;
    QList<QSet<qint64>> m_wanted; ///< by rule
    Connection &m_connection;
    SchemaPtr m_schema;
    std::shared_ptr<const Catalog> m_catalog;
    qint64 m_now;
};

} // namespace Kartoteka
