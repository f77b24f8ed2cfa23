// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_layout.h"

namespace Kartoteka {

/// Steps by which a layout of the card becomes another one; planLayout() (card_layout_plan.h) makes an act of the two.

/// Puts fields, one below the other, into a section before a field (0: behind all). Those that were hidden are seen again.
Result<CardLayout> withFieldsAt(CardLayout layout, const QList<qint64> &fields, const QUuid &section, qint64 before);
Result<CardLayout> withShown(CardLayout layout, const QList<qint64> &fields, Shown shown);
/// Puts a section before another one (null: behind all).
Result<CardLayout> withSectionAt(CardLayout layout, const QUuid &section, const QUuid &before);
/// A new one before another; @p uid receives its identity.
Result<CardLayout> withNewSection(CardLayout layout, const QString &name, const QUuid &before, QUuid *uid);
Result<CardLayout> withSectionNamed(CardLayout layout, const QUuid &section, const QString &name);
/// One of the view's own is gone when it is hidden, and its fields are where the type puts them.
Result<CardLayout> withSectionHidden(const Schema &schema, CardLayout layout, const QUuid &section, bool hidden);
/// Tabs in this order; of those not among @p shown the card shows none.
CardLayout withTabs(CardLayout layout, const QStringList &order, const QStringList &shown);

} // namespace Kartoteka
