// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace Kartoteka {

/// Something to be done, as a row of two lines.
struct WorkRow
{
    QString icon;
    QString title;
    QString note; ///< below, muted: what it is for
    QString when; ///< at the right
    bool isLate = false;
    bool isReply = false; ///< somebody waits
};
void paintWorkRow(QPainter *painter, const QStyleOptionViewItem &option, const WorkRow &row);
QSize workRowSize(const QStyleOptionViewItem &option);

} // namespace Kartoteka
