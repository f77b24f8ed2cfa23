// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board/board_model.h"

#include "core/pipeline/column_drop.h"

#include <QHash>

#include <functional>

namespace Kartoteka {

/// Moves cards of a board as a person drags them. One card shows in its new place at once, and returns when the move is
/// refused.
class CardMover final : public QObject
{
    Q_OBJECT
public:
    CardMover(Store &store, BoardModel &board, QObject *parent = nullptr);

    /// Moves cards before row @p row of the column (one in its own column: reorders). @p values, by column of the table, fill
    /// what a stage requires.
    void move(const QList<qint64> &ids, int column, int row, const QList<FieldValue> &values = {});
    /// Moves cards to a stage that need not be a column.
    void finish(const QList<qint64> &ids, qint64 stage, const QList<FieldValue> &values = {});

signals:
    /// The card is back where it was; the message says why.
    void refused(qint64 id, const Kartoteka::Error &error);
    void moved(qint64 id, const QString &title, const QString &where);
    /// What was wanted is done, and the card stands elsewhere: something else of it counts more.
    void stays(qint64 id, const QString &title, const QString &where);
    void movedMany(int count, const QString &where);
    /// Too many for one step: to be done with progress.
    void manyToMove(const QList<qint64> &ids, const Kartoteka::BulkAct &act, const QString &where);

private:
    QString nameOf(int column) const;
    Card landedOn(Card card, int column) const;
    void moveOne(qint64 id, int column, int row, const QList<FieldValue> &values);
    void moveMany(const QList<qint64> &ids, const ColumnsPtr &source, qint64 key, const QString &where, BoardPlace place,
                  const QList<FieldValue> &values);
    void reorder(qint64 id, int column, int row);
    void takeBack(qint64 id, const Error &error);
    Store &m_store;
    BoardModel &m_board;
    /// Cards whose move is being written, with the one that was wanted meanwhile: it is planned by what stands in the file.
    QHash<qint64, std::function<void()>> m_underway;
};

} // namespace Kartoteka
