// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"

#include <QCache>
#include <QPixmap>

#include <functional>

class QPainter;

namespace Kartoteka {

/// What drawn cards show, kept until something in it changes: laying text out is most of what a frame costs, and nearly all
/// cards of a frame stood in the one before.
class CardPictures
{
public:
    /// All that the inside of a card depends on, besides fonts, colours and language, for which a painter is made anew.
    struct Shown
    {
        Card card;
        QSize size;    ///< pixels of the layout
        double ratio;  ///< of them to those of the screen
        qint64 minute; ///< since the epoch: deadlines are told to the minute
        bool isFinal;
        bool isSelected;
        bool isReached; ///< it has the signs of phone and e-mail
        QString search;
        SchemaPtr schema;
        bool operator==(const Shown &) const = default;
    };

    /// @p draw is asked when nothing is known of it or something changed; it draws within (0, 0) and the size.
    const QPixmap &picture(const Shown &shown, const std::function<void(QPainter &)> &draw);
    /// How much is kept: twice what @p seen holds, whose pixels are told as those of the screen.
    void setSeen(const QSize &seen);

private:
    struct Kept
    {
        Shown shown;
        QPixmap picture;
    };
    QCache<qint64, Kept> m_kept; ///< by item; cost in bytes
    QPixmap m_unkept;            ///< the last one that found no room
};

} // namespace Kartoteka
