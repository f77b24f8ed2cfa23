// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "models/filter_model.h"
#include "models/item_table_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QSettings;
class QStackedWidget;

namespace Kartoteka {

class BoardView;
class BulkDesk;
class FilterBar;
class ItemListView;
class ListFooter;
class SectionBar;
class StageMenu;

/// One section: its bar, and the view below it.
class SectionPage final : public QWidget
{
    Q_OBJECT
public:
    enum class View { Board, List };

    SectionPage(Store &store, qint64 typeId, BulkDesk &bulk, QWidget *parent = nullptr);

    qint64 typeId() const { return m_typeId; }
    BoardView *board() const { return m_boardView; }
    BoardModel *boardModel() const { return m_board; }
    ItemListView *list() const { return m_listView; }
    ItemTableModel *listModel() const { return m_table; }
    /// What the section shows, in the order of its list.
    ItemQuery query() const;
    FilterModel *filter() const { return m_filter; }
    FilterBar *filterBar() const;
    StageMenu *stages() const { return m_stages; }
    QLineEdit *search() const;
    View view() const;
    void setView(View view);
    void setGroupBy(const QString &field);
    void setCardOrder(CardOrder order);
    /// The recycle bin of the section instead of its items, as a list.
    void setBin(bool shown);
    bool showsBin() const { return m_query.deleted; }
    /// Shows what a counter of the section counts: my items with activities that are "due" or "incoming".
    void showCounted(const QString &which);
    void focusView();
    /// Makes an item the current one where the view shows it, and gives the view the focus.
    void focusItem(const ItemRef &item);
    /// Items selected in the view that is shown.
    QList<qint64> selectedItems() const;
    /// The neighbour of an item in the view it is shown in; 0 at the end.
    qint64 neighbour(qint64 id, int direction) const;

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

signals:
    void opened(qint64 id);
    /// Esc was pressed, and nothing here had a use for it.
    void escaped();
    /// The Delete key was pressed on items.
    void deleteRequested(const QList<qint64> &ids);
    void createWanted();
    void importWanted();
    void exportWanted();
    void planRequested(qint64 id);
    void dragBegan();
    void convertRequested(qint64 id);
    void contextMenuWanted(const QList<qint64> &ids, const QPoint &global);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);
    void told(const QString &what); ///< nothing of the file was changed

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeBar();
    void makeViews();
    void connectBoard();
    void connectList();
    void fillPipelines();
    void choosePipeline(qint64 id);
    void applyQuery();
    void fillView();
    ItemQuery boardQuery() const;
    void showEmptyText();
    void showCount();
    void showFound();
    void refreshCount();
    void askWhetherNew();
    void showFinal(bool on);
    void showTotals();
    void reach(qint64 id, const QString &scheme);
    void moveTo(const QList<qint64> &ids, int column, int row);
    void finish(const QList<qint64> &ids, qint64 stage);
    void convert(const QList<qint64> &ids);
    /// How cards end that were dropped on the folded final stages.
    void askOutcome(const QList<qint64> &ids, const QPoint &global);
    void askPipeline(const QList<qint64> &ids, const QPoint &global);
    void editCards();
    void showGearMenu();
    void showHeaderMenu(int column, const QPoint &global);
    void scheduleMidnight();
    QString key(const QString &name) const;

    Store &m_store;
    qint64 m_typeId;
    BulkDesk &m_bulk;
    bool m_hasBoard;
    ItemQuery m_query;
    FilterModel *m_filter;
    BoardModel *m_board = nullptr;
    ItemTableModel *m_table;
    BoardView *m_boardView = nullptr;
    ItemListView *m_listView;
    ListFooter *m_footer;
    StageMenu *m_stages;
    QStackedWidget *m_views;
    QWidget *m_listPage;
    SectionBar *m_bar;
    View m_beforeBin = View::Board;
    qint64 m_found = 0;          ///< items that the filter finds
    QList<Condition> m_setAside; ///< a filter that final stages exclude, while they are shown
    bool m_isNew = false;        ///< the type has no item yet, whatever the filter
    bool m_boardStale = true;    ///< the view that is not seen is filled when it is
    bool m_listStale = true;
    bool m_countStale = false;
    QTimer m_midnight; ///< "today" is another day then
    CancelToken m_countLoad;
    QTimer m_totalsSoon; ///< a burst of commits is summed once
};

} // namespace Kartoteka
