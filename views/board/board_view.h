// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "views/board/card_painter.h"
#include "views/board/drop_bar.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <QVariantAnimation>

namespace Kartoteka {

/// The kanban board. Columns scroll by themselves; cards are dragged by the view's own gesture.
/// Keyboard: arrows walk, Enter opens, Ctrl+arrows move a card to the next stage.
class BoardView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    BoardView(Store &store, BoardModel &model, QWidget *parent = nullptr);

    /// Rectangle of a card in the viewport; null when it is not loaded. For tests and the tour.
    QRect cardRect(qint64 id) const;
    /// Rectangle of a column in the viewport.
    QRect columnRect(int column) const;
    /// Where a dragged card can be ended or thrown away; shown while one is dragged.
    const DropBar &dropBar() const { return m_dropBar; }
    qint64 currentCard() const { return m_current; }
    /// Text and button for a board without a card.
    void setEmptyState(const QString &text, const QString &hint);

signals:
    void opened(qint64 id);
    void callRequested(qint64 id);
    void mailRequested(qint64 id);
    void planRequested(qint64 id);
    void dragBegan();
    void convertRequested(qint64 id);
    void deleteRequested(qint64 id);
    void contextMenuWanted(qint64 id, const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Hit
    {
        int column = -1;
        int row = -1;
        qint64 id = 0;
    };
    struct Drag
    {
        qint64 id = 0;
        Card card;
        QPoint grip; ///< pointer in the card
        QPoint at;   ///< pointer in the viewport
        int column = -1;
        int row = -1;
        int zone = -1; ///< of the drop bar
        bool active = false;
    };

    int columnWidth() const;
    int headerHeight() const;
    int rowHeight() const { return m_painter->height() + Space::s; }
    int columnLeft(int column) const;
    int maxScroll(int column) const;
    void setColumnScroll(int column, int value);
    QRect bodyRect(int column) const;
    QRect rowRect(int column, int row) const;
    Hit hitAt(const QPoint &point) const;
    int columnAt(const QPoint &point) const;
    void updateBars();
    void needVisible();
    void paintColumn(QPainter &painter, int column);
    void paintHeader(QPainter &painter, int column, const QRect &rect);
    void paintScrollbar(QPainter &painter, int column);
    void beginDrag(const QPoint &point);
    void updateDrag(const QPoint &point);
    void finishDrag();
    void moveOrConvert(qint64 id, int column, int row);
    void finish(qint64 id, const DropBar::Zone &zone);
    void placeDropBar(double risen);
    void cancelDrag();
    void autoScroll();
    void setCurrent(int column, int row);
    void ensureVisible(int column, int row);
    void showCardToolTip(const QPoint &point, const QPoint &global);

    Store &m_store;
    BoardModel &m_model;
    std::optional<CardPainter> m_painter; ///< made anew when font or palette change
    QList<int> m_scroll;                  ///< vertical, of every column
    qint64 m_current = 0;
    qint64 m_hovered = 0;
    QPoint m_pressed;
    Hit m_pressedHit;
    bool m_panning = false;
    int m_panStart = 0;
    Drag m_drag;
    DropBar m_dropBar;
    QVariantAnimation m_rise;
    QTimer m_autoScroll;
    QString m_emptyText;
    QString m_emptyHint;
};

} // namespace Kartoteka
