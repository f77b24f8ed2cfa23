// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/closed_sums.h"
#include "core/base/result.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Puts amounts of closed items together, each by the rate of the day on which it was closed, as the office has it. Reads the
/// rates that it needs, each currency's once.
class ClosingRates
{
public:
    /// Of items of a type, which may be unable to be closed.
    ClosingRates(const ReadContext &context, const RecordTable &table);

    /// Whether any amount may count by another rate than today's.
    /// The day by which an amount of the item aliased t counts, as SQL; null: by today's rate. @p currency: its column, as SQL.
    QString day(const QString &currency) const;
    /// Adds what such a column of a row says; a null day adds nothing.
    Result<void> add(ClosedSums &sums, const QString &currency, const QVariant &day, const QVariant &amount);
    /// Adds what is kept of stages that meet a condition, by stage.
    Result<QHash<qint64, ClosedSums>> kept(const QString &stages);

private:
    /// Against the base currency, the earliest day first.
    using Days = QList<std::pair<QString, qint64>>;
    Result<const Days *> daysOf(const QString &currency);

    const ReadContext &m_context;
    QString m_base;
    bool m_areAsked = false;
    QHash<QString, Days> m_days;
};

} // namespace Kartoteka
