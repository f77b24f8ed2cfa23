// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/undo.h"

#include "core/base/uid.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/store/replica/clock_corrections.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace Kartoteka {

namespace {

constexpr int portion = 500;

struct JournalRow
{
    qint64 id = 0;
    QString entity;
    qint64 record = 0;
    QUuid uid;
    QString operation;
    QJsonObject patch;
};

/// The journal rows of an act: those that bear its number, or those that a reading brought.
struct ActRows
{
    qint64 act = 0;
    qint64 first = 0;
    qint64 last = 0;

    bool areBrought() const { return first != 0; }
};

Result<ActRows> rowsOfAct(Connection &connection, qint64 act)
{
    auto cursor = connection.query(u"SELECT first_row, last_row FROM exchange_log WHERE act = ?"_s, {act});
    if (!cursor)
        return cursor.error();
    return cursor->next() ? ActRows{act, cursor->integer(0), cursor->integer(1)} : ActRows{act};
}

Result<QList<JournalRow>> rowsBefore(Connection &connection, const ActRows &act, qint64 before)
{
    const QString sql = u"SELECT id, entity, record, uid, operation, patch, merged FROM journal WHERE %1 AND id < ? "
                        "ORDER BY id DESC LIMIT ?"_s.arg(act.areBrought() ? u"id >= ? AND id <= ?"_s : u"act = ?"_s);
    auto cursor = connection.query(
        sql, act.areBrought() ? QVariantList{act.first, act.last, before, portion} : QVariantList{act.act, before, portion});
    if (!cursor)
        return cursor.error();
    QList<JournalRow> rows;
    while (cursor->next()) {
        const bool differs = !cursor->isNull(6);
        const QString patch = cursor->text(differs ? 6 : 5);
        JournalRow row{cursor->integer(0), cursor->text(1),
                       cursor->integer(2), uidFromBytes(cursor->bytes(3)),
                       cursor->text(4),    QJsonDocument::fromJson(patch.toUtf8()).object()};
        if (differs)
            row.operation = u"update"_s;
        rows.append(row);
    }
    return rows;
}

/// Definitions are hidden instead of erased: items may stand in the stage, and its code may be another's by now. So is what is
/// known by its key and what refers to that: another seat may write it too.
bool isHiddenNotErased(const RecordTable &table)
{
    static const QStringList keyed{u"rate"_s,       u"card_view"_s, u"card_view_for"_s, u"card_section"_s,
                                   u"card_field"_s, u"card_tab"_s,  u"person_setting"_s};
    return (table.definesSchema || keyed.contains(table.code)) && table.indexOf(u"deleted_at"_s) >= 0;
}

/// Those of @p ids to which somebody did something after the act that made them, and that still stands.
Result<QSet<qint64>> inUse(Connection &connection, const RecordTable &table, const QList<qint64> &ids, const ActRows &act)
{
    QSet<qint64> used;
    if (!table.isItem || ids.isEmpty())
        return used;
    const QString others = act.areBrought() ? u"NOT (j.id >= ? AND j.id <= ?)"_s : u"j.act <> ?"_s;
    QVariantList bound{idList(ids), table.typeId};
    bound += act.areBrought() ? QVariantList{act.first, act.last} : QVariantList{act.act};
    auto found = connection.query(u"SELECT i.value FROM json_each(?) i WHERE EXISTS (SELECT 1 FROM journal j JOIN act a ON "
                                  "a.id = j.act WHERE j.owner_type = ? AND j.owner_id = i.value AND %1 AND "
                                  "a.undone_by IS NULL AND a.kind NOT IN ('undo', 'redo'))"_s.arg(others),
                                  bound);
    if (!found)
        return found.error();
    while (found->next())
        used.insert(found->integer(0));
    return used;
}

/// Items that the rows made and that somebody uses, by the code of their table.
Result<QHash<QString, QSet<qint64>>> madeAndInUse(Connection &connection, const Catalog &catalog,
                                                  const QList<JournalRow> &rows, const ActRows &act)
{
    QHash<QString, QList<qint64>> made;
    for (const JournalRow &row : rows) {
        if (row.operation == u"create" || row.operation == u"restore")
            made[row.entity] << row.record;
    }
    QHash<QString, QSet<qint64>> used;
    for (auto it = made.cbegin(); it != made.cend(); ++it) {
        const RecordTable *table = catalog.table(it.key());
        auto some = table ? inUse(connection, *table, *it, act) : Result<QSet<qint64>>(QSet<qint64>());
        if (!some)
            return some.error();
        used.insert(it.key(), *some);
    }
    return used;
}

/// Before the row at @p at is turned back: reads what it and the next ones are about.
Result<void> readAhead(Transaction &transaction, const Catalog &catalog, const QList<JournalRow> &rows, qsizetype at)
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

Change inverse(const RecordTable &table, const JournalRow &row, Identity &identity)
{
    Change change;
    change.table = table.code;
    change.id = row.record;
    change.uid = row.uid;
    change.verbatim = true;
    if (row.operation == u"create" || row.operation == u"restore") {
        change.operation = Operation::Erase;
        return change;
    }
    const bool erased = row.operation == u"erase";
    const QJsonValue automatic = row.patch[Codes::amountAuto];
    const bool isComputed = !erased && automatic[0].toBool() && automatic[1].toBool();
    change.operation = erased ? Operation::Create : Operation::Update;
    for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
        const int at = table.indexOf(it.key());
        if (at < 0 || table.columns[at].computed)
            continue;
        const RecordColumn &column = table.columns[at];
        if (erased) {
            change.values.append({column.code, fromJournal(column, it.value(), identity)});
        } else if (it.value()[0] != it.value()[1]) {
            change.values.append({column.code, fromJournal(column, it.value()[0], identity)});
            if (isComputed && column.code == Codes::amount)
                continue; // nobody's word: it is computed anew while it comes from the products
            change.onlyIf.append({column.code, fromJournal(column, it.value()[1], identity)});
        }
    }
    return change;
}

/// Applies the inverse of everything @p journalled wrote.
Result<void> turnBack(Transaction &transaction, qint64 journalled, const Catalog &catalog)
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
            const JournalRow &row = rows->at(i);
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
    if (auto done = turnBack(transaction, step.act, catalog); !done)
        return done.error();
    if (auto done = transaction.markUndone(step.act, true); !done)
        return done.error();
    return transaction.commit();
}

Result<Receipt> redoAct(Transaction &transaction, const Catalog &catalog, const UndoStep &step)
{
    if (auto done = turnBack(transaction, step.undoneBy, catalog); !done)
        return done.error();
    if (auto done = transaction.markUndone(step.act, false); !done)
        return done.error();
    return transaction.commit();
}

} // namespace Kartoteka
