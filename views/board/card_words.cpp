// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_words.h"

#include "core/items/value_text.h"
#include "core/schema/number_patterns.h"
#include "models/base/sum_text.h"
#include "views/board/board_view.h"

namespace Kartoteka {

QString badgeOf(const Card &card)
{
    return card.repeat ? BoardView::tr("Repeat", "the badge of a lead whose client was known") : QString();
}

QStringList cardInWords(const Card &card, const Schema &schema)
{
    const Stage *stage = schema.stage(card.stage);
    const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
    const EntityType *type = pipeline ? schema.type(pipeline->typeId) : nullptr;
    QStringList lines{BoardView::tr("No. %1 %2", "number and title of an item")
                          .arg(type ? numberText(schema, *type, card.number) : card.number, card.title)};
    if (card.act)
        lines << BoardView::tr("Planned: %1", "an activity").arg(card.act->title);
    if (!card.client.isEmpty())
        lines << card.client;
    if (card.repeat)
        lines << badgeOf(card);
    if (const User *user = schema.user(card.responsible))
        lines << BoardView::tr("Responsible: %1").arg(user->name);
    if (!card.tags.isEmpty())
        lines << card.tags.join(u", "_s);
    return lines;
}

QString figureName(ColumnFigure figure)
{
    switch (figure) {
    case ColumnFigure::Sum: return BoardView::tr("Sum of amounts");
    case ColumnFigure::Weighted: return BoardView::tr("Sum weighted by probability");
    case ColumnFigure::AverageAge: return BoardView::tr("Average age");
    case ColumnFigure::Unplanned: return BoardView::tr("Without a next step");
    }
    return {};
}

QString figureText(const ItemTotals &totals, const Rates &rates, ColumnFigure figure, qint64 now, bool brief)
{
    switch (figure) {
    case ColumnFigure::Sum: return sumText(rates, totals.sums, totals.closed, brief);
    case ColumnFigure::Weighted: return sumText(rates, totals.weighted, {}, brief);
    case ColumnFigure::AverageAge: {
        constexpr qint64 day = 86'400;
        if (totals.count == 0)
            return {};
        const int days = int(qMax<qint64>(0, now / 1000 - totals.created / totals.count) / day);
        return brief ? BoardView::tr("age: %n d", "average, in days", days) : BoardView::tr("%n day(s)", nullptr, days);
    }
    case ColumnFigure::Unplanned: {
        const qint64 open = totals.count - totals.planned;
        if (open <= 0)
            return {};
        const QLocale locale;
        return brief ? BoardView::tr("unplanned: %1").arg(locale.toString(open))
                     : BoardView::tr("%1 of %2").arg(locale.toString(open), locale.toString(totals.count));
    }
    }
    return {};
}

QString figureText(const BoardModel &model, const Rates &rates, const QList<int> &columns, qint64 now, bool brief)
{
    const ColumnFigure figure = model.query().figure;
    QList<int> asked = columns;
    if (figure == ColumnFigure::Unplanned)
        asked.removeIf([&model](int column) { return model.isFinal(column); });
    if (asked.isEmpty() || model.source()->isPlans()) // what is planned is counted alone
        return {};
    return figureText(model.totalsAcross(asked), rates, figure, now, brief);
}

QList<int> partsOfColumn(const BoardModel &model, int column)
{
    QList<int> parts;
    for (int at = column % model.across(); at < model.columnCount(); at += model.across())
        parts << at;
    return parts;
}

QList<int> partsOfLane(const BoardModel &model, int lane)
{
    QList<int> parts;
    for (int at = 0; at < model.across(); ++at)
        parts << lane * model.across() + at;
    return parts;
}

qint64 cardsIn(const BoardModel &model, const QList<int> &columns)
{
    qint64 count = 0;
    for (const int column : columns)
        count += model.cardCount(column);
    return count;
}

} // namespace Kartoteka
