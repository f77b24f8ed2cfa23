// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"
#include "core/pipeline/stage_move.h"
#include "core/store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

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
    /// Codes of the fields that cards show besides (Card::more).
    void setCardFields(const QStringList &fields);
    const QStringList &cardFields() const { return m_fields; }

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

    /// Moves cards before row @p row of the column (one in its own column: reorders). @p values, by column, fill what the
    /// stage requires.
    void moveCards(const QList<qint64> &ids, int column, int row, const QList<FieldValue> &values = {});
    void moveCard(qint64 id, int column, int row) { moveCards({id}, column, row); }
    /// Moves cards to a stage that need not be a column.
    void finishCards(const QList<qint64> &ids, qint64 stage, const QList<FieldValue> &values = {});
    /// Every card of a column, loaded or not; empty while the column is being read.
    QList<qint64> cardsOf(int column) const;
    /// Makes sure that all rows of a column are known.
    void needAll(int column);

signals:
    void reset();
    void columnChanged(int column);
    void totalsChanged();
    /// The card is back where it was; the message says why.
    void moveRefused(qint64 id, const Kartoteka::Error &error);
    void moved(qint64 id, const QString &title, const QString &stage);
    void movedMany(int count, const QString &stage);
    /// Too many for one step: to be moved with progress.
    void manyToMove(const QList<qint64> &ids, qint64 stage, const QList<Kartoteka::FieldValue> &values);
    /// What is shown could not be read.
    void readFailed(const Kartoteka::Error &error);

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

    void reload();
    void takeFirst(const QList<Stage> &stages, const BoardStart &start);
    Result<ChangeSet> planMoves(const QList<qint64> &ids, qint64 stage, BoardPlace place,
                                const QList<FieldValue> &values) const;
    void moveOne(qint64 id, int column, int row, const QList<FieldValue> &values);
    void reorder(qint64 id, int column, int row);
    void commitMoves(const QList<qint64> &ids, qint64 stage, Result<ChangeSet> changes);
    void failLoad(const Error &error);
    void takeBack(qint64 id, const Error &error);
    void showOverlay(const Card &card, int fromColumn, int column, int position);
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
    QStringList m_fields;
    bool m_showFinal = false;
    bool m_loading = false;
    QList<Column> m_columns;
    std::optional<Overlay> m_overlay;
    CancelToken m_load;
    CancelToken m_totalsLoad;
    QTimer m_reloadSoon; ///< acts on many come in parts: the board is read anew now and then
};

} // namespace Kartoteka
