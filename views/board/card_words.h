// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rates.h"
#include "models/base/next_act.h"

namespace Kartoteka {

class BoardModel;

/// "Repeat", of one that is; else nothing.
QString badgeOf(const Card &card);
/// What a card is about, in lines of a tool tip.
QStringList cardInWords(const Card &card, const Schema &schema);
/// How a menu calls what the heads of columns say.
QString figureName(ColumnFigure figure);
/// What a head says of its column at @p now (UTC ms); empty when there is nothing to say. @p brief: in a word or two, else a
/// value that goes with figureName().
QString figureText(const ItemTotals &totals, const Rates &rates, ColumnFigure figure, qint64 now, bool brief);
/// The same of columns of a board taken together, in whose final stages nothing has to be planned.
QString figureText(const BoardModel &model, const Rates &rates, const QList<int> &columns, qint64 now, bool brief);

/// What a column of a board has in all lanes, and a lane in all columns: columns of the model.
QList<int> partsOfColumn(const BoardModel &model, int column);
QList<int> partsOfLane(const BoardModel &model, int lane);
/// How many cards stand in them.
qint64 cardsIn(const BoardModel &model, const QList<int> &columns);

} // namespace Kartoteka
