// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/changed_items.h"
#include "core/query/swimlanes.h"
#include "core/store/store.h"
#include "models/base/catch_up.h"
#include "models/board/board_columns.h"

#include <QObject>
#include <QTimer>

namespace Kartoteka {

/// The columns of a board with their totals and a window of cards. Follows every commit by rows while it is seen, and catches
/// up when it is seen again; cards that are held stay where they are. With swimlanes every lane has the columns once more:
/// across() of them are those of the first lane, the next as many those of the second.
class BoardModel final : public QObject
{
    Q_OBJECT
public:
    explicit BoardModel(Store &store, QObject *parent = nullptr);

    /// What is shown; loads anew.
    void setQuery(const ItemQuery &query);
    const ItemQuery &query() const { return m_query; }
    /// Code of the field that the columns stand for; "activity": what is planned; empty, or one that cannot be: the stages.
    /// Holds from the next query on.
    void setColumnField(const QString &code);
    const QString &columnField() const { return m_columnField; }
    /// The lanes across the columns. Holds from the next query on.
    void setSwimlanes(const SwimlaneChoice &choice) { m_laneChoice = choice; }
    const SwimlaneChoice &swimlaneChoice() const { return m_laneChoice; }
    /// Of a board of stages; holds from the next query on.
    void setShowFinal(bool show);
    bool showsFinal() const { return m_showFinal; }
    /// Codes of the fields that cards show besides (Card::more).
    void setCardFields(const QStringList &fields);
    const QStringList &cardFields() const { return m_fields; }
    /// Whether anybody sees it. What nobody sees follows no commit.
    void setShown(bool shown);

    /// What the columns stand for; not null.
    const ColumnsPtr &source() const { return m_source; }
    /// The same with the lanes: what is read, and what a card is dropped on by cellKey(). Without lanes it is source().
    const ColumnsPtr &cells() const { return m_cells; }
    /// Null without lanes.
    const Swimlanes *swimlanes() const { return m_cells->swimlanes(); }
    int columnCount() const { return m_columns.count(); }
    /// Columns side by side; none while the board stands empty because it could not be read.
    int across() const
    {
        return swimlanes() && columnCount() > 0 ? int(swimlanes()->columns()->heads().size()) : columnCount();
    }
    int laneCount() const { return swimlanes() && columnCount() > 0 ? columnCount() / across() : 0; }
    const ColumnHead &head(int column) const { return m_columns[column].head; }
    qint64 cellKey(int column) const { return m_columns[column].key; }
    int columnOfCell(qint64 cellKey) const { return m_columns.indexOf(cellKey); }
    /// The column with a key of source(), in the lane with the key @p lane where there are lanes; -1: none.
    int columnOf(qint64 key, qint64 lane = 0) const;
    /// The stage of a column; null where the columns are none.
    const Stage *stage(int column) const;
    /// Whether it is a stage in which nothing is in progress.
    bool isFinal(int column) const;
    /// Cards stand as people drag them, not by what they say.
    bool isOrderedByHand() const { return m_query.order == CardOrder::Newest && !m_source->isPlans(); }
    const ItemTotals &totals(int column) const { return m_columns[column].totals; }
    /// Of a column in all lanes, and of a lane in all columns.
    ItemTotals totalsAcross(const QList<int> &columns) const;
    /// Cards in the column, loaded or not.
    int cardCount(int column) const { return m_columns.cardCount(column); }
    /// Null while the card is being loaded.
    const Card *card(int column, int row) const { return m_columns.card(column, row); }
    /// Position of a loaded card; {-1, -1} when not loaded.
    QPair<int, int> find(qint64 id) const { return m_columns.find(id); }
    /// Ranks of the cards between which row @p row lies, the card @p moved left out.
    BoardPlace placeBetween(int column, qint64 moved, int row) const { return m_columns.placeBetween(column, moved, row); }
    /// Says which rows a view shows, so that they are loaded.
    void need(int column, int firstRow, int lastRow);
    bool isLoading() const { return m_catchUp.isLoading(); }
    /// Every card of a column, loaded or not; empty while the column is being read.
    QList<qint64> cardsOf(int column) const;
    /// Makes sure that all rows of a column are known.
    void needAll(int column);

    /// Reads the lights of the loaded cards again: time has passed.
    void refreshLights();
    /// It is another day, or the clock was set: what is asked for and where cards stand are of @p now, and what is seen stays.
    void turnTo(qint64 now);

    /// Shows a card at row @p row of a column until what moves it is committed, or takeBack() says that it was refused.
    void showMoved(const Card &card, int column, int row);
    void takeBack();

signals:
    void reset();
    void columnChanged(int column);
    void totalsChanged();
    /// What is shown could not be read.
    void readFailed(const Kartoteka::Error &error);

private:
    /// What a read found, and up to which row of the journal that is true.
    template<typename T>
    struct AsOf
    {
        T value;
        qint64 journal = 0;
    };
    struct Followed
    {
        ChangedItems changed;
        QList<Card> cards; ///< those of the changed that answer the query
    };

    template<typename T, typename Read, typename Take>
    void readAsOf(Read read, Take take);
    ColumnsPtr makeSource() const;
    ColumnsPtr withLanes(const ColumnsPtr &source) const;
    void takeDefinitions();
    void reload();
    void fail(const Error &error);
    void takeFirst(const ColumnsPtr &source, const ColumnsPtr &cells, const BoardStart &start);
    void follow();
    void readAgain();
    void takeAgain(const BoardStart &start);
    void place(const QList<qint64> &ids, const QList<Card> &cards);
    void refreshHeldCards();
    void refreshTotals();
    void loadRows(int column);
    void loadCards(int column, const QList<qint64> &ids);

    Store &m_store;
    ItemQuery m_query;
    QString m_columnField;
    QStringList m_fields;
    SchemaPtr m_schema; ///< by which it was read
    ColumnsPtr m_source;
    ColumnsPtr m_cells; ///< that with the lanes
    SwimlaneChoice m_laneChoice;
    BoardColumns m_columns;
    bool m_showFinal = false;
    bool m_stale = false; ///< to be read anew when it is shown
    CatchUp m_catchUp;
    CancelToken m_totalsLoad;
    QTimer m_totalsSoon; ///< a burst of commits is summed once
};

} // namespace Kartoteka
