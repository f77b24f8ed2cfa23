// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_layout.h"

namespace Kartoteka {

/// What a view of the cards says of a section, of a field.
struct CardSectionRecord
{
    qint64 id = 0;
    QUuid uid;
    qint64 section = 0;
    QString name;
    std::optional<double> rank;
    bool isHidden = false;
    bool isAway = false;
};

struct CardFieldRecord
{
    qint64 section = 0;
    double rank = 0;
    Shown shown = Shown::Auto;
    bool isAway = false;
};

/// All that a view of the cards says of its own.
struct CardOverrides
{
    QList<CardSectionRecord> sections;
    QHash<qint64, CardFieldRecord> fields;
    QList<PlacedTab> tabs;
};

/// Nothing for view 0: in it nothing has been changed yet.
Result<CardOverrides> readOverrides(const ReadContext &context, qint64 view);

} // namespace Kartoteka
