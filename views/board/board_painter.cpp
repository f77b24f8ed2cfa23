// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_painter.h"

#include "models/base/rate_watch.h"
#include "views/board/board_view.h"
#include "views/widgets/distinct_colours.h"

namespace Kartoteka {

namespace {

/// A choice without a colour of its own has the one that it has everywhere else.
QColor colourOf(const Schema &schema, const ColumnHead &head)
{
    const ListValue *choice = head.colour.isEmpty() ? schema.listValue(head.key) : nullptr;
    return choice ? choiceColours(schema.listValues(choice->field)).value(choice->id) : QColor(head.colour);
}

} // namespace

void BoardPainter::setLook(const QFont &font, const QPalette &palette, const CardLook &look)
{
    m_palette = palette;
    m_cards.emplace(font, palette, look);
    m_lanes.emplace(font, palette);
    m_swimlanes.emplace(font, palette);
}

LaneLook BoardPainter::laneOf(Store &store, const BoardModel &model, int column, const QPalette &palette)
{
    const ColumnHead &head = model.head(column);
    const QList<int> parts = partsOfColumn(model, column);
    return {.name = head.name,
            .count = QLocale().toString(cardsIn(model, parts)),
            .sum = figureText(model, RateWatch::of(store).rates(), parts, store.clock().now(), true),
            .colour = Theme::of(palette).mark(colourOf(*store.schema(), head), ColourRole::Lane),
            .isLate = head.isLate};
}

SwimlaneLook BoardPainter::swimlaneOf(Store &store, const BoardModel &model, int lane, const QPalette &palette)
{
    const ColumnHead &head = model.swimlanes()->lanes()[lane];
    const QList<int> parts = partsOfLane(model, lane);
    const Field *field = store.schema()->field(model.query().typeId, model.swimlanes()->laneField());
    const User *person = field && field->type == FieldType::User ? store.schema()->user(head.key) : nullptr;
    return {.name = head.name,
            .count = QLocale().toString(cardsIn(model, parts)),
            .sum = figureText(model, RateWatch::of(store).rates(), parts, store.clock().now(), true),
            .colour = Theme::of(palette).mark(colourOf(*store.schema(), head), ColourRole::Lane),
            .person = person ? std::optional(*person) : std::nullopt};
}

void BoardPainter::paint(QPainter &painter, const QRect &area, const BoardScene &scene) const
{
    const Theme &theme = Theme::of(m_palette);
    painter.fillRect(area, theme.colour(ColourRole::Window));
    for (int column = 0; column < scene.model.across(); ++column) {
        if (scene.places.columnRect(column).intersects(area))
            paintColumn(painter, scene, column);
    }
    paintLanes(painter, scene);
    paintFinal(painter, scene);
    if (const int landing = scene.gesture.landing(); landing >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(ColourRole::Accent));
        const QRect at(scene.places.left(landing) - sizes().laneGap / 2 - 1, scene.places.top(), 3, area.height());
        painter.drawRoundedRect(at, 1.5, 1.5);
    }
    scene.drag.paint(painter, *m_cards);
}

void BoardPainter::paintColumn(QPainter &painter, const BoardScene &scene, int column) const
{
    const QRect lane = scene.places.laneRect(column);
    const bool isLaned = scene.places.isLaned();
    LaneLook look = laneOf(scene.store, scene.model, column, m_palette);
    look.hovered = !scene.drag.isActive() && scene.mouse.hovered().head && scene.mouse.hovered().column == column;
    look.target = !isLaned && scene.drag.column() == column;
    if (scene.places.columns().isFolded(column)) {
        m_lanes->paintFolded(painter, lane, look);
        return;
    }
    m_lanes->paintLane(painter, lane, look);
    if (!isLaned) {
        paintCards(painter, scene, column);
        if (scene.model.cardCount(column) == 0 && !scene.model.isLoading() && !scene.isBlank && column != scene.formColumn
            && !scene.drag.isActive() && scene.mouse.hovered().column != column)
            m_lanes->paintEmpty(painter, scene.places.bodyRect(column),
                                scene.model.query().isWhole() || scene.model.source()->isPlans()
                                    ? BoardView::tr("Nothing here")
                                    : BoardView::tr("Nothing here matches the filter"));
        paintThumb(painter, scene, column);
    }
    m_lanes->paintHead(painter, lane, look);
}

void BoardPainter::paintThumb(QPainter &painter, const BoardScene &scene, int column) const
{
    const int scrolled = scene.gesture.scrolledColumn() >= 0 ? scene.gesture.scrolledColumn() : scene.mouse.hovered().column;
    if (const QRect thumb = scrolled == column ? scene.places.thumbRect(column) : QRect(); !thumb.isNull())
        m_lanes->paintThumb(painter, thumb);
}

/// The cards lane by lane, scrolled away under the heads of the columns.
void BoardPainter::paintLanes(QPainter &painter, const BoardScene &scene) const
{
    if (!scene.places.isLaned())
        return;
    painter.save();
    painter.setClipRect(scene.places.lanesRect());
    for (int column = 0; column < scene.model.columnCount(); ++column) {
        if (scene.places.isFolded(column) || scene.places.seenBodyRect(column).isEmpty())
            continue;
        if (scene.drag.column() == column)
            m_swimlanes->paintTarget(painter, scene.places.bodyRect(column).adjusted(0, -Space::s, 0, 0));
        paintCards(painter, scene, column);
        paintThumb(painter, scene, column);
    }
    for (int lane = 0; lane < scene.model.laneCount(); ++lane) {
        const QRect head = scene.places.laneHeadRect(lane);
        if (!head.intersects(scene.places.lanesRect()))
            continue;
        SwimlaneLook look = swimlaneOf(scene.store, scene.model, lane, m_palette);
        look.isFolded = scene.places.lanes().isFolded(lane);
        look.hovered = !scene.drag.isActive() && scene.mouse.hovered().laneHead == lane;
        look.target = look.isFolded && scene.drag.column() >= 0 && scene.places.laneOf(scene.drag.column()) == lane;
        m_swimlanes->paintHead(painter, head, look);
    }
    painter.restore();
}

void BoardPainter::paintCards(QPainter &painter, const BoardScene &scene, int column) const
{
    painter.save();
    const QRect body = scene.places.bodyRect(column);
    painter.setClipRect(body.adjusted(0, -1, 0, 0), painter.hasClipping() ? Qt::IntersectClip : Qt::ReplaceClip);
    const qint64 now = scene.store.clock().now();
    const ColumnRows::Shape shape = scene.places.shapeOf(column);
    const int left = body.left() + Space::s;
    const int width = body.width() - 2 * Space::s;
    const bool final = scene.model.isFinal(column);
    const QString search = scene.model.query().search.trimmed();
    // While cards are dragged those below their landing place make room.
    const ColumnRows &rows = scene.places.rows(column);
    int y = body.top() + rows.top(rows.first(), shape);
    const auto paintGap = [&](int row) {
        const int gap = scene.drag.gapAt(column, row);
        if (gap > Space::s)
            m_lanes->paintGap(painter, QRect(left, y, width, gap - Space::s));
        y += gap;
    };
    int row = rows.first();
    for (; row < shape.count && y < body.bottom(); ++row) {
        paintGap(row);
        const int height = shape.heightOf(row);
        if (height == 0)
            continue; // in the person's hand
        const QRect rect(left, y, width, height - Space::s);
        y += height;
        const Card *card = scene.model.card(column, row);
        if (card && card->id == scene.drag.landing())
            continue; // on its way
        if (card) {
            m_cards->paint(painter, rect, *card,
                           {.light = scene.drag.isActive() ? 0 : scene.mouse.lightOf(card->id),
                            .focused = card->id == scene.focused,
                            .selected = scene.selected.contains(card->id),
                            .isFinal = final,
                            .search = search},
                           scene.store.schema(), now);
        } else {
            m_cards->paintPlaceholder(painter, rect);
        }
    }
    if (row == shape.count)
        paintGap(row);
    painter.restore();
    if (scene.mouse.hovered().column != column || scene.drag.isActive() || column == scene.formColumn)
        return;
    if (const QRect add = scene.places.addRect(column); !add.isNull())
        m_lanes->paintAdd(painter, add, scene.mouse.hovered().add);
}

void BoardPainter::paintFinal(QPainter &painter, const BoardScene &scene) const
{
    const QRect lane = scene.places.finalRect();
    if (lane.isNull() || scene.model.isLoading())
        return;
    const bool shown = scene.model.showsFinal();
    const std::optional<qint64> count = scene.finalCount;
    m_lanes->paintFolded(painter, lane,
                         {.name = shown ? BoardView::tr("Fold the final stages") : BoardView::tr("Final stages"),
                          .count = shown || !count ? QString() : QLocale().toString(*count),
                          .sum = {},
                          .colour = Theme::of(m_palette).colour(ColourRole::Success),
                          .isLate = false,
                          .hovered = scene.mouse.hovered().final,
                          .target = scene.drag.isOverFinal()});
}

} // namespace Kartoteka
