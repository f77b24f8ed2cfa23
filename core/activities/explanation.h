// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"

#include <QStringList>

namespace Kartoteka {

/// An activity that a counter counts, and why.
struct LitActivity
{
    qint64 id = 0;
    QString number;
    QString title;
    Value deadline; ///< UTC ms
    bool incoming = false;
    Value since;            ///< UTC ms from which it is red; none of what is incoming
    int leadMinutes = 0;    ///< how long before its deadline that is
    bool byReminder = true; ///< it has a reminder that says so
    bool operator==(const LitActivity &) const = default;
};

/// What a counter counts: what is incoming first, then by the moment at which it became red.
struct Explanation
{
    Lights lights;                 ///< the numbers themselves
    QList<LitActivity> activities; ///< the first of them
    qint64 more = 0;               ///< that are counted besides
};

/// What the counter of an item counts at @p nowMs. At most @p most activities are told.
Result<Explanation> explainItem(const ReadContext &context, const ItemRef &item, qint64 nowMs, int most = 10);
/// … and that of a section for @p user.
Result<Explanation> explainSection(const ReadContext &context, qint64 typeId, qint64 user, qint64 nowMs, int most = 10);

/// The rule by which one is counted: «due 14:00, red since 13:00 (first reminder: 1 h before)». Local time.
QString whyLit(const LitActivity &lit);
/// A line for each, with its title.
QStringList explanationLines(const Explanation &explanation);

} // namespace Kartoteka
