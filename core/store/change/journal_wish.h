// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/journal_reader.h"

namespace Kartoteka {

/// Which rows of a history somebody asks for; all of them unless told.
struct JournalWish
{
    qint64 author = 0;
    std::optional<qint64> from = {}; ///< UTC ms, this one included
    QStringList entities = {};       ///< of one of these kinds, as the journal names them
    QStringList without = {};        ///< of none of these
    QString column = {};             ///< that say something of this column
    JournalCondition beside = {};    ///< for which this holds too
};

JournalCondition conditionOf(const JournalWish &wish);

} // namespace Kartoteka
