// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_drag.h"

#include "views/theme/motion.h"

#include <QScrollBar>

namespace Kartoteka {

namespace {

constexpr int scrollStepMs = 16;
constexpr int riseMs = 140;
constexpr int unfoldMs = 600; ///< of holding a card over a folded lane
constexpr int edgeZone = 48;  ///< of the viewport in which a dragged card scrolls it

} // namespace

CardDrag::CardDrag(QAbstractScrollArea &board, const Store &store, BoardModel &model, BoardPlaces &places)
    : QObject(&board), m_board(board), m_store(store), m_model(model), m_places(places), m_motion(this)
{
    connect(&m_motion, &CardMotion::moved, board.viewport(), qOverload<>(&QWidget::update));
    m_autoScroll.setInterval(scrollStepMs);
    connect(&m_autoScroll, &QTimer::timeout, this, &CardDrag::scrollNearEdges);
    m_unfold.setSingleShot(true);
    m_unfold.setInterval(unfoldMs);
    connect(&m_unfold, &QTimer::timeout, this, [this] {
        if (m_final)
            emit finalWanted();
        else if (m_column >= 0 && m_places.isFolded(m_column))
            emit unfoldWanted(m_column);
    });
    m_rise.setDuration(riseMs);
    m_rise.setEasingCurve(QEasingCurve::OutCubic);
    m_rise.setStartValue(0.0);
    m_rise.setEndValue(1.0);
    connect(&m_rise, &QVariantAnimation::valueChanged, this, [this](const QVariant &risen) { placeBar(risen.toDouble()); });
}

void CardDrag::begin(const QList<qint64> &ids, const BoardHit &from, const QPoint &point)
{
    const Card *card = m_model.card(from.column, from.row);
    if (!card || ids.isEmpty())
        return;
    m_ids = ids;
    m_card = *card;
    const QRect place = m_places.rowRect(from.column, from.row);
    m_size = place.size();
    m_held = place;
    m_column = m_from = from.column;
    m_row = from.row;
    m_motion.lift(place);
    m_places.setHeld(QSet<qint64>(ids.begin(), ids.end()));
    emit began();
    m_board.viewport()->setCursor(Qt::ClosedHandCursor);
    m_autoScroll.start();
    const SchemaPtr schema = m_store.schema();
    m_bar.setZones(*schema, *schema->type(m_model.query().typeId), m_model.query().pipeline,
                   Theme::of(m_board.palette()).colour(ColourRole::Danger));
    placeBar(isMotionWanted() ? 0 : 1);
    if (isMotionWanted())
        m_rise.start();
    move(point);
}

void CardDrag::move(const QPoint &point)
{
    m_at = point;
    m_zone = m_bar.zoneAt(point);
    const bool onBar = m_bar.rect().contains(point);
    const bool isFinal = !onBar && !m_model.showsFinal() && m_places.finalRect().contains(point);
    const int column = onBar || isFinal ? -1 : m_places.columnAt(point);
    if (column != m_column || isFinal != m_final)
        m_unfold.start();
    m_final = isFinal;
    m_column = column;
    if (const QString why = refusal(column); why != m_refusal) {
        m_refusal = why;
        m_board.viewport()->setCursor(why.isEmpty() ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
    }
    if (column >= 0)
        m_row = m_places.landingAt(column, point.y());
    m_motion.openGap(this->column(), this->column() < 0 ? -1 : m_row);
    m_board.viewport()->update();
}

void CardDrag::takeColumns()
{
    m_from = m_model.find(m_ids.constFirst()).first;
    m_column = -1;
    move(m_at);
}

int CardDrag::gapAt(int column, int row) const
{
    return isActive() ? qRound((m_size.height() + Space::s) * m_motion.gapAt(column, row)) : 0;
}

QString CardDrag::refusal(int column) const
{
    if (column < 0 || column == m_from)
        return {};
    const Swimlanes *lanes = m_model.swimlanes();
    const qint64 now = m_store.clock().now();
    if (const auto value = m_model.source()->valueFor(m_model.head(column).key, {}, now); !value)
        return value.error().message;
    if (const QString why = m_from < 0
            ? QString()
            : m_model.source()->refusalFrom(m_model.head(m_from).key, m_model.head(column).key, now);
        !why.isEmpty())
        return why;
    if (!lanes)
        return {};
    const auto lane = lanes->laneValue(m_model.cellKey(column), {}, now);
    return lane ? QString() : lane.error().message;
}

void CardDrag::drop(const QPoint &point)
{
    move(point);
    const QList<qint64> ids = m_ids;
    const QPoint global = m_board.viewport()->mapToGlobal(point);
    const int column = m_column;
    const int row = column >= 0 && m_places.isFolded(column) ? 0 : m_row;
    const int zone = m_zone;
    const bool final = m_final;
    letGo();
    if (zone >= 0) {
        const DropBar::Zone &chosen = m_bar.zones()[zone];
        switch (chosen.act) {
        case DropBar::Act::Finish: emit finishWanted(ids, chosen.stage); break;
        case DropBar::Act::Pipeline: emit pipelineWanted(ids, global); break;
        case DropBar::Act::Delete: emit deleteWanted(ids); break;
        }
    } else if (final) {
        emit outcomeWanted(ids, global);
    } else if (column >= 0) {
        emit dropped(ids, column, row);
    }
}

void CardDrag::cancel()
{
    letGo();
}

void CardDrag::letGo()
{
    if (isActive())
        m_motion.land(m_ids.constFirst(), m_held);
    m_ids.clear();
    m_places.setHeld({});
    m_column = m_row = m_zone = -1;
    m_final = false;
    m_refusal.clear();
    m_autoScroll.stop();
    m_unfold.stop();
    m_rise.stop();
    m_board.viewport()->setCursor(Qt::ArrowCursor);
    m_board.viewport()->update();
}

void CardDrag::placeBar(double risen)
{
    m_bar.place(m_board.viewport()->rect(), scaled(56, m_board.fontMetrics()) + 2 * Space::m, risen);
    m_board.viewport()->update();
}

/// Towards the edge, faster the nearer it is.
void CardDrag::scrollNearEdges()
{
    const QRect area = m_board.viewport()->rect();
    const auto speed = [](int distance) { return distance < edgeZone ? (edgeZone - distance) / 3 : 0; };
    QScrollBar &sideways = *m_board.horizontalScrollBar();
    sideways.setValue(sideways.value() + speed(area.right() - m_at.x()) - speed(m_at.x()));
    if (m_column >= 0) {
        const int dy = speed(m_bar.rect().top() - m_at.y()) - speed(m_at.y() - m_places.headerHeight());
        if (dy != 0) {
            if (m_places.isLaned())
                m_board.verticalScrollBar()->setValue(m_board.verticalScrollBar()->value() + dy);
            else
                m_places.scrollBy(m_column, dy);
            emit scrolled();
        }
    }
    move(m_at);
}

QRect CardDrag::heldRect(const CardPainter &cards) const
{
    constexpr int fromPointer = 12;
    const int width = cards.cardWidth(m_size.width());
    const QSize size(width, cards.height(m_card, width));
    return m_motion.lifted(QRect(m_at + QPoint(fromPointer, fromPointer), size));
}

void CardDrag::paint(QPainter &painter, const CardPainter &cards) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (isActive())
        paintHeld(painter, cards);
    else if (landing() != 0)
        paintLanding(painter, cards);
}

void CardDrag::paintHeld(QPainter &painter, const CardPainter &cards) const
{
    constexpr double tilt = 2; // degrees
    constexpr double seenThrough = 0.08;
    m_bar.paint(painter, m_board, m_zone);
    const QRect rect = m_held = heldRect(cards);
    painter.save();
    painter.setOpacity(1 - seenThrough * m_motion.lifted());
    if (isMotionWanted()) {
        painter.translate(rect.topLeft());
        painter.rotate(tilt * m_motion.lifted());
        painter.translate(-rect.topLeft());
    }
    // Several lie one on another.
    for (int i = int(qMin<qsizetype>(m_ids.size(), 3)) - 1; i >= 0; --i)
        cards.paint(painter, rect.translated(i * Space::xs, i * Space::xs), m_card, {.dragged = true}, m_store.schema(),
                    m_store.clock().now());
    if (!m_refusal.isEmpty()) {
        painter.setPen(QPen(Theme::of(m_board.palette()).colour(ColourRole::Danger), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, Space::cardRadius, Space::cardRadius);
    }
    painter.restore();
    if (m_ids.size() > 1)
        paintCount(painter, rect.topRight());
    if (!m_refusal.isEmpty())
        paintRefusal(painter, rect);
}

/// To where it stands now: home, or where it was dropped.
void CardDrag::paintLanding(QPainter &painter, const CardPainter &cards) const
{
    const QRect place = m_places.cardRect(landing());
    if (!place.isNull())
        cards.paint(painter, m_motion.landing(place), m_card, {.dragged = true}, m_store.schema(), m_store.clock().now());
}

/// Why they cannot be let go here, below the cards or, at the foot of the board, above them.
void CardDrag::paintRefusal(QPainter &painter, const QRect &card) const
{
    const Theme &theme = Theme::of(m_board.palette());
    const QFont font = Theme::small(m_board.font());
    constexpr int flags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
    const QRect room(0, 0, card.width() - 2 * Space::s, 1000);
    QRect plate =
        QFontMetrics(font).boundingRect(room, flags, m_refusal).adjusted(-Space::s, -Space::xs, Space::s, Space::xs);
    plate.moveTopLeft(card.bottomLeft() + QPoint(0, Space::s));
    if (plate.bottom() > m_board.viewport()->height())
        plate.moveBottom(card.top() - Space::s);
    painter.setFont(font);
    painter.setPen(theme.colour(ColourRole::Line));
    painter.setBrush(theme.colour(ColourRole::Raised));
    painter.drawRoundedRect(plate, 6, 6);
    painter.setPen(theme.colour(ColourRole::Danger));
    painter.drawText(plate.adjusted(Space::s, Space::xs, -Space::s, -Space::xs), flags, m_refusal);
}

void CardDrag::paintCount(QPainter &painter, const QPoint &corner) const
{
    const QString text = QLocale().toString(m_ids.size());
    QFont strong = m_board.font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    const int side = qMax(metrics.height() + Space::xs, metrics.horizontalAdvance(text) + Space::m);
    const QRect badge(corner.x() - side / 2, corner.y() - side / 2, side, metrics.height() + Space::xs);
    painter.setFont(strong);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(m_board.palette()).accentFill());
    painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter.setPen(Qt::white);
    painter.drawText(badge, int(Qt::AlignCenter), text);
}

} // namespace Kartoteka
