// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <optional>

class QWidget;

namespace Kartoteka {

/// Where a tunnel begins and leads.
struct TunnelWish
{
    qint64 fromStage = 0;
    qint64 toPipeline = 0;
    qint64 toStage = 0; ///< 0: the pipeline's first
};

/// Asks where a new tunnel from a stage of @p pipeline is to lead. @p fromStage is offered first.
std::optional<TunnelWish> askTunnel(QWidget *window, const SchemaPtr &schema, qint64 pipeline, qint64 fromStage);
/// Asks to which stage of its pipeline a tunnel is to lead.
std::optional<TunnelWish> askLanding(QWidget *window, const SchemaPtr &schema, const Tunnel &tunnel);

} // namespace Kartoteka
