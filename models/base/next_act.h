// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"

#include <QCoreApplication>
#include <QDateTime>

namespace Kartoteka {

/// What is to be done next about an item, in a word or two that can be read from afar.
struct NextAct
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::NextAct)
public:
    enum class Kind {
        Nothing, ///< nothing has to be done, and nothing is said
        Answer,  ///< somebody waits for one
        Late,    ///< near enough to be red, or passed
        Today,
        Later,
        Unplanned, ///< it is in progress, and nobody has planned anything
    };
    Kind kind = Kind::Nothing;
    QString text;
    QString brief = {}; ///< where that has no room: the day without its hour; empty where there is nothing shorter

    /// Late, today, or waiting for an answer.
    bool isUrgent() const { return kind == Kind::Answer || kind == Kind::Late || kind == Kind::Today; }
};

/// @p isFinal: the item stands in a final stage, where nothing has to be planned. @p now in local time.
NextAct nextActOf(const Card &card, bool isFinal, const QDateTime &now);
/// What it says most often, for who makes room for it: that nothing is planned, a day and an hour of each weekday.
QStringList usualNextActs();
/// The same as a sentence for who hears it or points at it; lines of a tool tip.
QStringList nextActInWords(const Card &card, bool isFinal, const QDateTime &now);

} // namespace Kartoteka
