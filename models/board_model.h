// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"
#include "core/pipeline/stage_move.h"
#include "core/store/store.h"

#include <QObject>
#include <QSet>

namespace Kartoteka {

/// The columns of a board: stages with their totals and a window of cards. Follows every commit by rows.
/// A card that a person has moved shows in its new place at once and returns when the move is refused.
class BoardModel final : public QObject
{
    Q_OBJECT
public:
    explicit BoardModel(Store &store, QObject *parent = nullptr);

    /// What is shown; loads anew.
    void setQuery(const ItemQuery &query);
    const ItemQuery &query() const { return m_query; }
    void setShowFinal(bool show);
    bool showsFinal() const { return m_showFinal; }

    int columnCount() const { return int(m_columns.size()); }
    const Stage &stage(int column) const { return m_columns[column].stage; }
    int columnOfStage(qint64 stage) const;
    const ItemTotals &totals(int column) const { return m_columns[column].totals; }
    /// Cards in the column, loaded or not.
    int cardCount(int column) const;
    /// Null while the card is being loaded.
    const Card *card(int column, int row) const;
    /// Position of a loaded card; {-1, -1} when not loaded.
    QPair<int, int> find(qint64 id) const;
    /// Says which rows a view shows, so that they are loaded.
    void need(int column, int firstRow, int lastRow);
    bool isLoading() const { return m_loading; }

    /// Reads the lights of the loaded cards again: time has passed.
    void refreshLights();

    /// Moves a card before row @p row of the column (in its own column: reorders).
    void moveCard(qint64 id, int column, int row);
    /// Moves a card to a stage that need not be a column.
    void finishCard(qint64 id, qint64 stage);

signals:
    void reset();
    void columnChanged(int column);
    void totalsChanged();
    /// The card is back where it was; the message says why.
    void moveRefused(qint64 id, const Kartoteka::Error &error);
    void moved(qint64 id, const QString &title, const QString &stage);

private:
    struct Column
    {
        Stage stage;
        ItemTotals totals;
        QList<BoardRow> rows; ///< from the top; all of the column once `complete`
        bool complete = false;
        bool loadingRows = false;
        QHash<qint64, Card> cards; ///< of the rows near what is shown
        QSet<qint64> requested;
    };
    /// A moved card until its commit is announced.
    struct Overlay
    {
        Card card;
        int column = -1;
        int position = -1; ///< among the column's rows without the card
    };
    struct FirstLoad
    {
        QList<ItemTotals> totals;
        QList<QList<Card>> cards;
    };

    void reload();
    void takeFirst(const FirstLoad &load);
    void loadRows(int column);
    void loadCards(int column, const QList<qint64> &ids);
    void onCommitted(const CommitNotice &notice);
    void refreshCards(const QList<qint64> &ids);
    void place(const QList<qint64> &ids, const QList<Card> &cards);
    void refreshTotals();
    void trim(Column &column, int firstRow, int lastRow);
    int rowOf(const Column &column, qint64 id) const;
    qint64 idAt(int column, int row) const;
    BoardPlace placeBetween(int column, qint64 moved, int row) const;

    Store &m_store;
    ItemQuery m_query;
    bool m_showFinal = false;
    bool m_loading = false;
    QList<Column> m_columns;
    std::optional<Overlay> m_overlay;
    CancelToken m_load;
    CancelToken m_totalsLoad;
};

} // namespace Kartoteka
