// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"
#include "core/store/commit/follower.h"

namespace Kartoteka {

/// Tunnels: on reaching a stage an item makes another one in another pipeline, of its own type or another, linked to it and
/// with its data (docs/decisions/0071).

/// How many items one after the other tunnels make of one.
constexpr int longestTunnelChain = 3;

/// The stage that a tunnel leads to; null when its pipeline is there no more. Points into the schema.
const Stage *landingOf(const Schema &schema, const Tunnel &tunnel);
/// Those that begin in a stage, and lead somewhere.
QList<Tunnel> tunnelsFrom(const Schema &schema, qint64 stage);
/// Tunnels begin in some stage of the type.
bool hasTunnels(const Schema &schema, qint64 typeId);
/// "Won → Service: New"
QString tunnelText(const Schema &schema, const Tunnel &tunnel);

/// Makes a tunnel; leads the one that there is between the two elsewhere. @p toStage 0: the pipeline's first. Refused when it
/// would lead into its own pipeline, or to a stage that is reached by conversion.
Result<ChangeSet> planTunnel(const ReadContext &context, qint64 fromStage, qint64 toPipeline, qint64 toStage);
/// Has the tunnels of a stage begin in a copy, too, that is being made of it.
void copyTunnels(const Schema &schema, qint64 stage, const QUuid &copy, ChangeSet &changes);
ChangeSet planDeleteTunnel(const Schema &schema, const Tunnel &tunnel, qint64 nowMs);

/// Which arrivals in a stage are followed.
enum class Arrivals {
    ByPeople, ///< not those of an import, nor of the editing of stages
    ByImport,
};
/// What the tunnels of the stages in which items of a table stand make of them. Nothing twice for one arrival in a stage; what
/// cannot be made, and the end of a chain, is told by a comment.
Result<QList<Change>> tunnelChanges(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids,
                                    Arrivals arrivals);
/// Runs the tunnels of what people move and make.
Follower tunnelFollower();

} // namespace Kartoteka
