// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_layout.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// Adds a named view that begins as what @p layout shows; @p uid receives its identity.
Result<ChangeSet> planAddView(const Schema &schema, const CardLayout &layout, const QString &name, QUuid *uid = nullptr);
Result<ChangeSet> planRenameView(const CardView &view, const QString &name);
/// For whom a named view is. @p known: it is for these now.
ChangeSet planAssignView(const Schema &schema, const CardView &known, const QList<qint64> &people,
                         const QList<qint64> &departments, qint64 nowMs);
/// A view of a type that nobody can leave: the common one, or a named one for whom it is.
ChangeSet planForceView(const Schema &schema, qint64 typeId, const CardView &view, bool forced);
ChangeSet planViewPipeline(const CardView &view, qint64 pipeline);
ChangeSet planOrderViews(const QList<CardView> &views);
ChangeSet planDeleteView(const CardView &view, qint64 nowMs);
/// Remembers what a person chose; no act to be undone. Refused while a view is forced on them.
Result<ChangeSet> planChooseView(const Schema &schema, const CardLayout &layout, const CardView &view);

} // namespace Kartoteka
