// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_tips.h"

#include "core/activities/explanation.h"
#include "core/query/day_columns.h"
#include "models/base/rate_watch.h"
#include "views/board/board_view.h"
#include "views/board/card_words.h"

namespace Kartoteka {

namespace {

/// What a head says, with its name where it is no sum of amounts.
QString figureLine(ColumnFigure figure, const QString &said)
{
    return figure == ColumnFigure::Sum ? said : u"%1: %2"_s.arg(figureName(figure), said);
}

} // namespace

QStringList tipAt(const BoardView &view, const QPoint &point)
{
    const BoardModel &model = view.model();
    const BoardHit hit = view.places().hitAt(point);
    if (hit.final)
        return {model.showsFinal() ? BoardView::tr("Fold the final stages") : BoardView::tr("Show the final stages")};
    if (hit.laneHead >= 0) {
        const ColumnHead &lane = model.swimlanes()->lanes()[hit.laneHead];
        QStringList lines{lane.name};
        const QString said = figureText(model, RateWatch::of(view.store()).rates(), partsOfLane(model, hit.laneHead),
                                        view.store().clock().now(), false);
        if (!said.isEmpty())
            lines << figureLine(model.query().figure, said);
        return lines << (lane.key == Swimlanes::others ? BoardView::tr("Click to choose which lanes are shown.")
                                                       : BoardView::tr("Click to fold or unfold the lane."));
    }
    if (hit.head) {
        QStringList lines{model.head(hit.column).name};
        // Only columns of days begin with what is late.
        const bool isNextWeek = model.head(hit.column).key == qint64(DayColumn::NextWeek) && model.head(0).isLate;
        if (isNextWeek)
            lines << BoardView::tr(
                "From the day after this week’s last working day, so the weekend too, to the last working "
                "day of the next week.");
        if (const QString said = figureText(model, RateWatch::of(view.store()).rates(), partsOfColumn(model, hit.column),
                                            view.store().clock().now(), false);
            !said.isEmpty())
            lines << figureLine(model.query().figure, said);
        if (view.places().plusRect(hit.column).contains(point))
            lines << BoardView::tr("New card here (Insert)");
        else if (model.source()->isStages())
            lines << BoardView::tr("Right-click or Alt+Up for its menu, drag to move the column.");
        return lines;
    }
    const Card *card = hit.row >= 0 ? model.card(hit.column, hit.row) : nullptr;
    if (!card)
        return {};
    if (!view.places().nextActRect(hit.column, hit.row).contains(point)) {
        QStringList lines = cardInWords(*card, *view.store().schema());
        if (card->idleSince.isValid())
            lines << BoardView::tr("No movement for longer than is usual in its stage; the column’s menu sets how long.");
        return lines;
    }
    QStringList lines = nextActInWords(*card, view.model().isFinal(hit.column), view.store().clock().localNow());
    const ItemRef item{model.query().typeId, card->id, {}};
    const auto counted = card->lights.red + card->lights.green == 0
        ? Result<Explanation>(Explanation())
        : explainItem(view.store().reader(), item, view.store().clock().now());
    if (counted)
        lines += explanationLines(*counted);
    return lines << (card->lights.planned > 0 ? BoardView::tr("Click to see and complete them, or to plan another one.")
                                              : BoardView::tr("Click to plan one."));
}

} // namespace Kartoteka
