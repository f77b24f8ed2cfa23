// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/counter_settings.h"
#include "core/store/db/connection.h"
#include "core/store/kept/activity_counts.h"
#include "core/store/kept/derived_table.h"
#include "core/store/kept/stage_plans.h"

#include <QSet>

#include <optional>

namespace Kartoteka {

/// Keeps activity_link (which lights burn where) in step, and what is counted of it.
class ActivityIndex final : public DerivedTable
{
public:
    ActivityIndex(Connection &connection, const Catalog &catalog)
        : m_connection(connection), m_catalog(&catalog), m_stagePlans(connection)
    {}

    Result<void> note(const NotedChange &change) override;
    void setDefinitions(const Schema &, const Catalog &catalog) override { m_catalog = &catalog; }
    Result<void> write() override;

private:
    /// An activity as its links tell of it, and what it is for.
    struct Standing
    {
        LinkedActivity activity; ///< without when it is lit, before that is asked of the settings
        QString reminders;
        QList<ItemRef> items;
        bool isNew = false; ///< it was not there before this transaction: it has no links
    };
    using MaybeStanding = std::optional<Standing>;

    /// Whose counters count, and from when on.
    Result<void> readSettings();
    Result<void> lightAnew();
    Result<MaybeStanding> read(qint64 activity) const;
    Result<QList<ActivityLink>> linksOf(qint64 activity, LinkedActivity &before) const;
    Result<QList<ActivityLink>> linkAnew(qint64 activity, const MaybeStanding &now);
    Result<void> relink(qint64 activity, MaybeStanding &&now, bool isSame);
    /// Counts the activities of an item for another person: there may be many, and nothing else of them changes.
    Result<void> handOver(const ItemRef &item, const Value &responsible);
    /// Activities of items that came or went.
    Result<QSet<qint64>> ofOtherItems() const;

    Connection &m_connection;
    const Catalog *m_catalog;
    QHash<qint64, MaybeStanding> m_activities; ///< that changed; nothing: it is gone
    ActivityCounts m_counts;
    StagePlans m_stagePlans;
    QHash<ItemRef, Value> m_handedOver; ///< items and who is responsible for them now
    QSet<ItemRef> m_moved;              ///< items that came or went
    bool m_otherMode = false;           ///< the setting that says whose counters count was written
    bool m_otherLead = false;           ///< … that says when what has no reminder is lit
    qint64 m_lead = usualCounterLead;
};

/// UTC ms from which an activity's red light burns; invalid: never.
/// From the deadline less its longest reminder, or less @p lead minutes without one (core/schema/counter_settings.h).
Value litAt(const Value &deadline, const QString &reminders, qint64 lead = usualCounterLead);

} // namespace Kartoteka
