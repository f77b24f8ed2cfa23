// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/take_back.h"

#include "core/base/texts.h"
#include "core/schema/act_kinds.h"
#include "core/store/commit/act_rows.h"
#include "core/store/commit/begun_series.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/record_identity.h"

#include <limits>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

Result<bool> stands(Connection &connection, const RecordTable &table, qint64 id)
{
    auto found = connection.scalar(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(sqlName(table.name)), {id});
    return found ? Result<bool>(found->isValid()) : Result<bool>(found.error());
}

/// Appends what turns a row back, if there is anything to be turned.
Result<void> takeBack(const ReadContext &context, const RecordTable &table, const WrittenRow &row, bool isUsed,
                      Identity &identity, ChangeSet &changes)
{
    Change change = inverse(table, row, identity);
    const bool brings = change.operation == Operation::Create;
    const qint64 record = brings ? identity.idOf(table.code, change.uid) : row.record;
    auto there = stands(context.connection, table, record);
    if (!there)
        return there.error();
    if (!*there && !brings)
        return {}; // what is gone needs no taking back
    if (brings && *there) {
        change.operation = Operation::Update;
        change.id = record;
    }
    if (change.operation == Operation::Erase && (isUsed || isHiddenNotErased(table))) {
        change.operation = Operation::Update;
        change.values = {{u"deleted_at"_s, context.clock->now()}};
    }
    if (change.operation != Operation::Update || !change.values.isEmpty())
        changes.changes.append(change);
    auto ended = endOfBegunSeries(context.connection, table, row, context.clock->now());
    if (!ended)
        return ended.error();
    changes.changes += *ended;
    return {};
}

Error refused()
{
    return {ErrorCode::Refused, Texts::tr("This can no longer be undone separately, or it already was."), {}, {}};
}

} // namespace

Result<bool> canTakeBack(const ReadContext &context, qint64 act)
{
    auto can = context.connection.scalar(u"SELECT undoable = 1 AND undone_by IS NULL FROM act WHERE id = ?"_s, {act});
    return can ? Result<bool>(can->toBool()) : Result<bool>(can.error());
}

namespace {

Result<void> takeBackAct(const ReadContext &context, qint64 act, ChangeSet &changes)
{
    auto can = canTakeBack(context, act);
    auto subject = context.connection.scalar(u"SELECT subject FROM act WHERE id = ?"_s, {act});
    auto actRows = rowsOfAct(context.connection, act);
    if (!can || !subject || !actRows)
        return !can ? can.error() : !subject ? subject.error() : actRows.error();
    if (!*can)
        return refused();
    changes.subject = subject->toString();
    RecordIdentity identity(context.connection, *context.catalog);
    qint64 before = std::numeric_limits<qint64>::max();
    for (qsizetype count = 0;;) {
        auto rows = rowsBefore(context.connection, *actRows, before);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return {};
        count += rows->size();
        if (count > mostTakenBack) {
            return Error{
                ErrorCode::Refused,
                Texts::tr("It changed more than %n record(s) at once: use Undo instead.", nullptr, int(mostTakenBack)),
                {},
                {}};
        }
        auto used = madeAndInUse(context.connection, *context.catalog, *rows, *actRows);
        if (!used)
            return used.error();
        for (const WrittenRow &row : std::as_const(*rows)) {
            const RecordTable *table = context.catalog->table(row.entity);
            if (!table)
                continue;
            if (table->definesSchema)
                return refused();
            auto done = takeBack(context, *table, row, used->value(row.entity).contains(row.record), identity, changes);
            if (!done)
                return done;
        }
        before = rows->last().id;
    }
}

} // namespace

Result<ChangeSet> planTakeBack(const ReadContext &context, const QList<qint64> &acts)
{
    ChangeSet changes;
    changes.kind = ActKinds::takeBack;
    for (const qint64 act : acts) {
        if (auto done = takeBackAct(context, act, changes); !done)
            return done.error();
    }
    return changes;
}

} // namespace Kartoteka
