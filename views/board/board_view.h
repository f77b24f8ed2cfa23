// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "views/board/card_painter.h"
#include "views/board/column_layout.h"
#include "views/board/column_rows.h"
#include "views/board/drop_bar.h"
#include "views/board/lane_painter.h"
#include "views/widgets/key_hint.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <QVariantAnimation>

namespace Kartoteka {

class FinalCount;
class QuickForm;

/// The kanban board. Columns scroll by themselves; cards are dragged by the view's own gesture, several when several are
/// selected. Keyboard: arrows walk, Enter opens, Space selects, Ctrl+arrows move cards to the next stage, Insert opens the
/// quick form.
class BoardView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    BoardView(Store &store, BoardModel &model, QWidget *parent = nullptr);

    /// What it heeds, for the overview of the keys.
    static QList<KeyHint> keys();
    /// Rectangle of a card in the viewport; null when it is not loaded. For tests and the tour.
    QRect cardRect(qint64 id) const;
    /// Rectangle of a column in the viewport.
    QRect columnRect(int column) const;
    /// The + in a column's head, and the row that adds a card below the last one; null when that has no room.
    QRect plusRect(int column) const;
    QRect addRect(int column) const;
    /// The lane of all final stages: a click shows or folds them. Null when the pipeline has none.
    QRect finalRect() const;
    /// Name of a column with what stands beside it in its head.
    LaneLook laneOf(int column) const;
    BoardModel &model() const { return m_model; }
    Store &store() const { return m_store; }
    /// The cards that are seen in a column, first and last row; last < first when none is.
    QPair<int, int> seenRows(int column) const;
    QRect rowRect(int column, int row) const;
    bool isFinal(int column) const;
    /// Where a dragged card can be ended or thrown away; shown while one is dragged.
    const DropBar &dropBar() const { return m_dropBar; }
    bool isSelected(qint64 id) const { return m_selected.contains(id); }
    qint64 currentCard() const { return m_current; }
    /// Makes a card the current one if the board shows it.
    void setCurrentCard(qint64 id);
    QList<qint64> selectedCards() const { return m_selected.values(); }
    void clearSelection();
    void toggleSelected(qint64 id);
    void selectColumn(int column);
    bool isFolded(int column) const { return m_layout.isFolded(column); }
    void setFolded(int column, bool folded);
    /// Opens the form for a new card on top of a column.
    void startQuickForm(int column);
    QuickForm *quickForm() const { return m_quick; }
    /// Text and button for a board without a card.
    void setEmptyState(const QString &text, const QString &hint);
    QString emptyText() const { return m_emptyText; }
    /// What the cards show.
    void setCardLook(const CardLook &look);
    const CardLook &cardLook() const { return m_look; }

    QString saveColumns() const { return m_layout.saved(); }
    void restoreColumns(const QString &state);

signals:
    void opened(qint64 id);
    void callRequested(qint64 id);
    void mailRequested(qint64 id);
    void planRequested(qint64 id);
    void dragBegan();
    /// Cards were dropped on a column or moved there by keys: before row @p row.
    void dropped(const QList<qint64> &ids, int column, int row);
    void finishRequested(const QList<qint64> &ids, qint64 stage);
    void deleteRequested(const QList<qint64> &ids); ///< by the key
    void deleteDropped(const QList<qint64> &ids);   ///< onto the zone of the drop bar
    void pipelineRequested(const QList<qint64> &ids, const QPoint &global);
    void contextMenuWanted(qint64 id, const QPoint &global);
    void headerMenuWanted(int column, const QPoint &global);
    void columnsReordered(const QList<qint64> &stages);
    void failed(const Kartoteka::Error &error);
    /// The final stages are to be shown, or not any more.
    void finalWanted(bool shown);
    /// Cards were dropped on the folded final stages: how do they end?
    void outcomeWanted(const QList<qint64> &ids, const QPoint &global);
    void selectionChanged();
    void currentChanged(); ///< by a person, or because a card was opened
    void layoutChanged();

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
        bool head = false;
        bool add = false;   ///< the row that adds a card
        bool final = false; ///< the lane of the final stages
    };
    struct Drag
    {
        QList<qint64> ids; ///< the one that was taken hold of first
        QSet<qint64> held; ///< the same
        Card card;
        QSize size; ///< of the card
        QPoint at;  ///< pointer in the viewport
        int column = -1;
        int row = -1;
        int zone = -1;      ///< of the drop bar
        bool final = false; ///< over the lane of the final stages
        bool active = false;
    };
    /// What a press outside the cards has begun.
    enum class Gesture { None, Pan, Resize, MoveColumn, Scroll };

    void makePainter();
    int headerHeight() const { return boardTop() + m_lanes->headHeight(); }
    int boardTop() const;
    int columnLeft(int column) const;
    /// Height of a row with the gap below it; nothing of a card that is being dragged.
    int heightOf(int column, int row) const;
    ColumnRows::Shape shapeOf(int column) const;
    void scrollColumn(int column, int pixels);
    QRect laneRect(int column) const;
    QRect bodyRect(int column) const;
    QRect scrollbarRect(int column) const;
    Hit hitAt(const QPoint &point) const;
    int columnAt(const QPoint &point) const;
    void updateBars();
    void needVisible();
    void placeQuickForm();
    void paintColumn(QPainter &painter, int column);
    void paintCards(QPainter &painter, int column);
    void paintFinal(QPainter &painter);
    void paintDrag(QPainter &painter);
    bool pressOutside(const QPoint &point, const Hit &hit);
    void moveGesture(const QPoint &point);
    void finishGesture(const QPoint &point);
    void hover(const QPoint &point);
    void beginDrag(const QPoint &point);
    void updateDrag(const QPoint &point);
    void finishDrag();
    void finish(const QList<qint64> &ids, const DropBar::Zone &zone, const QPoint &at);
    void placeDropBar(double risen);
    void cancelDrag();
    void autoScroll();
    void select(Qt::KeyboardModifiers modifiers, const Hit &hit);
    QList<qint64> actedOn() const;
    void setCurrent(int column, int row);
    void walk(int key, bool extend);
    void ensureVisible(int column, int row);
    void showCardToolTip(const QPoint &point, const QPoint &global);

    Store &m_store;
    BoardModel &m_model;
    CardLook m_look;
    std::optional<CardPainter> m_painter; ///< made anew when font, palette or look change
    std::optional<LanePainter> m_lanes;
    FinalCount *m_final;
    ColumnLayout m_layout;
    QList<ColumnRows> m_rows; ///< of every column
    qint64 m_current = 0;
    QSet<qint64> m_selected;
    qint64 m_hovered = 0;
    int m_hoveredColumn = -1;
    int m_hoveredHead = -1;
    bool m_hoveredFinal = false;
    bool m_hoveredAdd = false;
    QPoint m_pressed;
    Hit m_pressedHit;
    Gesture m_gesture = Gesture::None;
    int m_gestureColumn = -1;
    int m_gestureStart = 0;
    double m_gesturePlace = 0; ///< of a column's thumb
    int m_landing = -1;        ///< place of a column that is being moved
    Drag m_drag;
    DropBar m_dropBar;
    QVariantAnimation m_rise;
    QTimer m_autoScroll;
    QTimer m_unfold; ///< a card is held over a folded lane
    QuickForm *m_quick;
    int m_quickColumn = -1;
    QString m_emptyText;
    QString m_emptyHint;
};

} // namespace Kartoteka
