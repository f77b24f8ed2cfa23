// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board_model.h"
#include "models/item_table_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace Kartoteka {

class BoardView;
class ItemListView;

/// One section: toolbar with Create and search, the row of views, and the view itself.
class SectionPage final : public QWidget
{
    Q_OBJECT
public:
    enum class View { Board, List };

    SectionPage(Store &store, qint64 typeId, QWidget *parent = nullptr);

    qint64 typeId() const { return m_typeId; }
    BoardView *board() const { return m_boardView; }
    BoardModel *boardModel() const { return m_board; }
    ItemListView *list() const { return m_listView; }
    ItemTableModel *listModel() const { return m_table; }
    QLineEdit *search() const { return m_search; }
    View view() const;
    void setView(View view);
    /// The recycle bin of the section instead of its items, as a list.
    void setBin(bool shown);
    void focusView();
    /// Items selected in the view that is shown.
    QList<qint64> selectedItems() const;
    /// The neighbour of an item in the view it is shown in; 0 at the end.
    qint64 neighbour(qint64 id, int direction) const;

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

signals:
    void opened(qint64 id);
    void createWanted();
    void importWanted();
    void planRequested(qint64 id);
    void dragBegan();
    void convertRequested(qint64 id);
    void deleteRequested(qint64 id);
    void contextMenuWanted(qint64 id, const QPoint &global);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    QWidget *makeToolbar();
    QWidget *makeViewRow();
    void makeViews();
    void applyQuery();
    void showCount();
    void reach(qint64 id, const QString &scheme);
    QString key(const QString &name) const;

    Store &m_store;
    qint64 m_typeId;
    bool m_hasBoard;
    ItemQuery m_query;
    BoardModel *m_board = nullptr;
    ItemTableModel *m_table;
    BoardView *m_boardView = nullptr;
    ItemListView *m_listView;
    QStackedWidget *m_views;
    QLabel *m_name;
    QLineEdit *m_search;
    QToolButton *m_boardButton;
    QToolButton *m_listButton;
    QToolButton *m_finalButton;
    QToolButton *m_binButton;
    QComboBox *m_pipelines;
    QLabel *m_count;
    QTimer m_typing; ///< a pause this short is one thought
    CancelToken m_countLoad;
};

} // namespace Kartoteka
