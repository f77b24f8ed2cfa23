// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "models/card/timeline_model.h"
#include "views/card/comment_texts.h"

#include <QStyleOptionViewItem>

namespace Kartoteka {

/// Where the parts of a row of a timeline stand; null where it has none.
struct TimelinePlaces
{
    QRect frame; ///< of the card, or of the line
    QRect icon;
    QRect text;
    QRect detail;
    QRect picture; ///< of an attached picture
    QRect more;    ///< "show all" of a long comment
    QRect take;    ///< buttons of an open conflict
    QRect keep;
    QRect foot; ///< time and author
    QRect acts; ///< the button that opens the menu
    int height = 0;
};

/// Measures rows of a timeline: one layout serves size, painting and clicks.
class TimelineLayout
{
public:
    TimelineLayout(const Clock &clock, FilePictures &pictures) : m_clock(clock), m_comments(pictures) {}

    TimelinePlaces placesOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;
    /// What stands first: of a change of a stage or a field what it was and is.
    QString headOf(const QModelIndex &index) const;
    static QFont headFont(const QStyleOptionViewItem &option, const QModelIndex &index);
    /// Time, author and what else is said beside them.
    QString footOf(const QModelIndex &index) const;
    /// A comment, laid out for the width of its place.
    QTextDocument &commentOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;
    static QString moreOf(const QModelIndex &index);
    static QString takeText();
    static QString keepText();
    /// Diameter of what completes an activity; icons of entries are as large.
    static int iconSize(const QStyleOptionViewItem &option);

private:
    bool isLine(const QModelIndex &index) const;
    void placeBelow(const QStyleOptionViewItem &option, const QModelIndex &index, int inner, TimelinePlaces &places) const;

    const Clock &m_clock;
    mutable CommentTexts m_comments;
};

} // namespace Kartoteka
