// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/board_places.h"
#include "views/board/card_motion.h"
#include "views/board/drop_bar.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <QVariantAnimation>

namespace Kartoteka {

/// Cards that a person holds over a board: where they would land, the bar of ends that rises below, and what becomes of them
/// when they are let go. Near an edge they scroll the board; a folded lane under them is unfolded.
class CardDrag final : public QObject
{
    Q_OBJECT
public:
    CardDrag(QAbstractScrollArea &board, const Store &store, BoardModel &model, BoardPlaces &places);

    /// Takes hold of the card at @p from, and of @p ids with it; the first of them is that card.
    void begin(const QList<qint64> &ids, const BoardHit &from, const QPoint &point);
    void move(const QPoint &point);
    /// The board has other columns now, under what is held.
    void takeColumns();
    void drop(const QPoint &point);
    /// They go back to where they stand.
    void cancel();
    bool isActive() const { return !m_ids.isEmpty(); }

    /// The column that the cards are over and the row before which they would land; -1: none.
    int column() const { return m_refusal.isEmpty() ? m_column : -1; }
    int row() const { return m_row; }
    /// Over the lane of the final stages.
    bool isOverFinal() const { return m_final; }
    /// The height of the gap before a row, in which they would land, and that of one that closes; 0: none.
    int gapAt(int column, int row) const;
    /// The card that was let go and is on its way to its place; 0: none.
    qint64 landing() const { return m_motion.landing(); }
    const DropBar &bar() const { return m_bar; }

    void paint(QPainter &painter, const CardPainter &cards) const;

signals:
    void began();
    /// The board was scrolled under them.
    void scrolled();
    void unfoldWanted(int column);
    /// The lane of the final stages is to show them.
    void finalWanted();
    void dropped(const QList<qint64> &ids, int column, int row);
    void outcomeWanted(const QList<qint64> &ids, const QPoint &global);
    void finishWanted(const QList<qint64> &ids, qint64 stage);
    void pipelineWanted(const QList<qint64> &ids, const QPoint &global);
    void deleteWanted(const QList<qint64> &ids);

private:
    QString refusal(int column) const;
    void letGo();
    /// Where the first card is drawn while it is held.
    QRect heldRect(const CardPainter &cards) const;
    void paintHeld(QPainter &painter, const CardPainter &cards) const;
    void paintLanding(QPainter &painter, const CardPainter &cards) const;
    void scrollNearEdges();
    void placeBar(double risen);
    void paintCount(QPainter &painter, const QPoint &corner) const;
    void paintRefusal(QPainter &painter, const QRect &card) const;

    QAbstractScrollArea &m_board;
    const Store &m_store;
    BoardModel &m_model;
    BoardPlaces &m_places;
    QList<qint64> m_ids; ///< the one that was taken hold of first
    Card m_card;
    QSize m_size;         ///< of the card
    mutable QRect m_held; ///< where it was drawn last
    QPoint m_at;          ///< pointer in the viewport
    int m_from = -1;      ///< the column they come from
    int m_column = -1;
    QString m_refusal; ///< why nothing comes into that column by hand; empty: it does
    int m_row = -1;
    int m_zone = -1; ///< of the bar
    bool m_final = false;
    DropBar m_bar;
    QVariantAnimation m_rise;
    CardMotion m_motion;
    QTimer m_autoScroll;
    QTimer m_unfold; ///< the cards are held over a folded lane
};

} // namespace Kartoteka
