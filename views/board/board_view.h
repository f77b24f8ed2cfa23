// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/board_mouse.h"
#include "views/board/board_painter.h"
#include "views/board/board_places.h"
#include "views/board/card_drag.h"
#include "views/board/card_selection.h"
#include "views/board/column_form.h"
#include "views/board/lane_gesture.h"

#include <QAbstractScrollArea>

namespace Kartoteka {

class EmptyState;
class FinalCount;
class QuickForm;
struct EmptyText;

/// The kanban board. Columns scroll by themselves; cards are dragged by the view's own gesture, several when several are
/// selected. Keyboard: arrows walk, Enter opens, Space selects, Ctrl+arrows move cards to the next stage or lane, Insert opens
/// the quick form.
class BoardView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    BoardView(Store &store, BoardModel &model, QWidget *parent = nullptr);

    /// Where everything stands.
    const BoardPlaces &places() const { return m_places; }
    /// Asks for the final stages, or for them to be folded again; what is shown then is brought into view.
    void toggleFinal();
    BoardModel &model() const { return m_model; }
    Store &store() const { return m_store; }
    /// Where a dragged card can be ended or thrown away; shown while one is dragged.
    const DropBar &dropBar() const { return m_drag.bar(); }
    CardSelection &selection() { return m_selection; }
    const CardSelection &selection() const { return m_selection; }
    /// Makes a card the current one if the board shows it, or as soon as it does.
    void setCurrentCard(qint64 id);
    void selectColumn(int column);
    /// Makes a card the current one and shows it; with @p extend the ones it comes from and goes to are selected.
    void walkTo(int column, int row, bool extend);
    bool isDragging() const { return m_drag.isActive(); }
    void cancelDrag()
    {
        m_drag.cancel();
        m_mouse.forget();
    }
    /// Its cards are folded away, with its column or its swimlane.
    bool isFolded(int column) const { return m_places.isFolded(column); }
    /// Of the column, in all lanes. One that is unfolded is seen: its lane is too.
    void setFolded(int column, bool folded);
    void setLaneFolded(int lane, bool folded);
    void foldAllLanes(bool folded);
    /// Makes a column wider by so many pixels, or narrower.
    void widen(int column, int pixels);
    /// Items in the final stages that are folded away, when it is known.
    std::optional<qint64> finalCount() const;
    /// Folds a lane or opens it; that of all that are not shown asks which are to be.
    void clickLane(int lane);
    /// Opens the form for a new card on top of a column.
    void startQuickForm(int column);
    QuickForm *quickForm() const { return m_form->form(); }
    /// What a board without a card says.
    void setEmptyText(const EmptyText &text);
    EmptyState *emptyState() const { return m_empty; }
    /// What the cards show.
    void setCardLook(const CardLook &look);
    const CardLook &cardLook() const { return m_look; }

    QString saveColumns() const { return m_places.columns().saved(); }
    void restoreColumns(const QString &state);
    QString saveLanes() const { return m_places.lanes().saved(); }
    void restoreLanes(const QString &state) { m_places.lanes().restore(state); }

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
    void laneMenuWanted(int lane, const QPoint &global);
    /// The lane of all that are not shown was clicked.
    void otherLanesWanted();
    void columnsReordered(const QList<qint64> &stages);
    void failed(const Kartoteka::Error &error);
    /// Why keys moved no card.
    void told(const QString &what);
    /// The final stages are to be shown, or not any more.
    void finalWanted(bool shown);
    /// Cards were dropped on the folded final stages, or moved there by keys: how do they end?
    void outcomeWanted(const QList<qint64> &ids, const QPoint &global);
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
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void connectModel();
    void connectGestures();
    void setLook();
    void showReset();
    void updateBars();
    void needVisible();
    bool isEmpty() const;
    void showEmpty();
    void showLayout();
    void ensureVisible(int column, int row);
    void noteActedOn();
    void goOnFromGone();

    Store &m_store;
    BoardModel &m_model;
    CardLook m_look;
    BoardPainter m_painter;
    FinalCount *m_final;
    BoardPlaces m_places;
    CardDrag m_drag;
    LaneGesture m_gesture;
    BoardMouse m_mouse;
    CardSelection m_selection;
    qint64 m_awaited = 0;                    ///< a card that is to be the current one when it comes
    QPair<int, int> m_awaitedRow = {-1, -1}; ///< or the one in a row of a column that was not read yet
    QPair<int, int> m_actedOn = {-1, -1};    ///< where the current card stood when something was done with it
    bool m_revealFinal = false;              ///< the final stages were asked for and have not come yet
    ColumnForm *m_form;
    EmptyState *m_empty;
};

} // namespace Kartoteka
