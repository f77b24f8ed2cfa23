// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/undo.h"

#include "core/store/commit/act_rows.h"
#include "core/store/commit/begun_series.h"
#include "core/store/replica/clock_corrections.h"

#include <limits>

namespace Kartoteka {

namespace {

/// Before the row at @p at is turned back: reads what it and the next ones are about.
Result<void> readAhead(Transaction &transaction, const Catalog &catalog, const QList<WrittenRow> &rows, qsizetype at)
{
    const RecordTable *table = catalog.table(rows[at].entity);
    QList<qint64> ids;
    for (qsizetype i = at; i < qMin(at + recordsPerRead, rows.size()); ++i) {
        if (rows[i].entity == rows[at].entity)
            ids << rows[i].record;
    }
    return table ? transaction.readAhead(*table, ids) : Result<void>();
}

/// Whether nothing can be written at all, as against one record that cannot.
bool isFailureOfTheFile(const Error &error)
{
    return error.code == ErrorCode::Full || error.code == ErrorCode::Locked || error.code == ErrorCode::File
        || error.code == ErrorCode::Cancelled || error.code == ErrorCode::Damaged;
}

/// What an act began has gone on by itself.
Result<void> endBegun(Transaction &transaction, const RecordTable &table, const WrittenRow &row)
{
    auto changes = endOfBegunSeries(transaction.connection(), table, row, transaction.now());
    if (!changes)
        return changes.error();
    for (const Change &change : std::as_const(*changes)) {
        if (auto done = transaction.apply(change); !done)
            return done;
    }
    return {};
}

enum class Turn { Undo, Redo };

/// Applies the inverse of everything @p journalled wrote.
Result<void> turnBack(Transaction &transaction, qint64 journalled, const Catalog &catalog, Turn turn)
{
    Connection &connection = transaction.connection();
    auto act = rowsOfAct(connection, journalled);
    if (!act)
        return act.error();
    qint64 before = std::numeric_limits<qint64>::max();
    while (true) {
        auto rows = rowsBefore(connection, *act, before);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return {};
        auto used = madeAndInUse(connection, catalog, *rows, *act);
        if (!used)
            return used.error();
        for (qsizetype i = 0; i < rows->size(); ++i) {
            if (i % recordsPerRead == 0) {
                if (auto done = readAhead(transaction, catalog, *rows, i); !done)
                    return done;
            }
            const WrittenRow &row = rows->at(i);
            const RecordTable *table = catalog.table(row.entity);
            if (!table)
                continue;
            if (table->code == u"setting" && isClockSetting(row.patch[u"code"].toString()))
                continue;
            Change change = inverse(*table, row, transaction.identity());
            if (change.operation == Operation::Erase) {
                if (used->value(row.entity).contains(row.record) || isHiddenNotErased(*table)) {
                    change.operation = Operation::Update;
                    change.values = {{u"deleted_at"_s, transaction.now()}};
                }
            }
            if (change.operation == Operation::Create) {
                // It may be back by another row: then it gets the values it had.
                const qint64 standing = transaction.identity().idOf(table->code, change.uid);
                change.operation = standing == 0 ? Operation::Create : Operation::Update;
                change.id = standing == 0 ? change.id : standing;
            }
            auto done = transaction.apply(change);
            if (!done && act->areBrought() && !isFailureOfTheFile(done.error())) {
                // What others have done since stands in the way of this record only.
                transaction.noteKept();
                continue;
            }
            // A record that is gone already needs no taking back.
            if (!done && done.error().code != ErrorCode::NotFound)
                return done;
            // What an undo ended comes back by its rows.
            if (auto ended = turn == Turn::Undo ? endBegun(transaction, *table, row) : Result<void>(); !ended)
                return ended;
        }
        before = rows->last().id;
    }
}

Result<UndoStep> firstStep(Connection &connection, const QString &sql, const QVariantList &bound)
{
    auto cursor = connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    if (!cursor->next())
        return UndoStep{};
    return UndoStep{cursor->integer(0), cursor->integer(1), cursor->text(2), cursor->text(3)};
}

} // namespace

Result<UndoStep> nextUndo(Connection &connection, qint64 author)
{
    return firstStep(connection,
                     u"SELECT id, 0, kind, subject FROM act WHERE undoable = 1 AND author = ? AND undone_by IS NULL "
                     "ORDER BY id DESC LIMIT 1"_s,
                     {author});
}

Result<UndoStep> nextRedo(Connection &connection, qint64 author)
{
    return firstStep(connection,
                     u"SELECT a.id, u.id, a.kind, a.subject FROM act u JOIN act a ON a.id = u.undoes AND a.undone_by = u.id "
                     "WHERE u.author = ? AND u.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM act later WHERE "
                     "later.undoable = 1 AND later.author = u.author AND later.id > u.id) ORDER BY u.id DESC LIMIT 1"_s,
                     {author});
}

Result<Receipt> undoAct(Transaction &transaction, const Catalog &catalog, const UndoStep &step)
{
    if (auto done = turnBack(transaction, step.act, catalog, Turn::Undo); !done)
        return done.error();
    if (auto done = transaction.markUndone(step.act, true); !done)
        return done.error();
    return transaction.commit();
}

Result<Receipt> redoAct(Transaction &transaction, const Catalog &catalog, const UndoStep &step)
{
    if (auto done = turnBack(transaction, step.undoneBy, catalog, Turn::Redo); !done)
        return done.error();
    if (auto done = transaction.markUndone(step.act, false); !done)
        return done.error();
    return transaction.commit();
}

} // namespace Kartoteka
