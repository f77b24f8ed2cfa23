// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/act_rows.h"

#include "core/base/uid.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/resource_codes.h"
#include "core/store/record/record_reader.h"

#include <QJsonDocument>

namespace Kartoteka {

namespace {

constexpr int portion = 500;

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

} // namespace

Result<ActRows> rowsOfAct(Connection &connection, qint64 act)
{
    auto cursor = connection.query(u"SELECT first_row, last_row FROM exchange_log WHERE act = ?"_s, {act});
    if (!cursor)
        return cursor.error();
    return cursor->next() ? ActRows{act, cursor->integer(0), cursor->integer(1)} : ActRows{act};
}

Result<QList<WrittenRow>> rowsBefore(Connection &connection, const ActRows &act, qint64 before)
{
    const QString sql = u"SELECT id, entity, record, uid, operation, patch, merged FROM journal WHERE %1 AND id < ? "
                        "ORDER BY id DESC LIMIT ?"_s.arg(act.areBrought() ? u"id >= ? AND id <= ?"_s : u"act = ?"_s);
    auto cursor = connection.query(
        sql, act.areBrought() ? QVariantList{act.first, act.last, before, portion} : QVariantList{act.act, before, portion});
    if (!cursor)
        return cursor.error();
    QList<WrittenRow> rows;
    while (cursor->next()) {
        const bool differs = !cursor->isNull(6);
        const QString patch = cursor->text(differs ? 6 : 5);
        WrittenRow row{cursor->integer(0), cursor->text(1),
                       cursor->integer(2), uidFromBytes(cursor->bytes(3)),
                       cursor->text(4),    QJsonDocument::fromJson(patch.toUtf8()).object()};
        if (differs)
            row.operation = u"update"_s;
        rows.append(row);
    }
    return rows;
}

bool isHiddenNotErased(const RecordTable &table)
{
    static const QStringList keyed{
        u"rate"_s,           u"pin"_s,      u"card_view"_s,      u"card_view_for"_s, u"card_section"_s,
        u"card_field"_s,     u"card_tab"_s, u"person_setting"_s, u"notice"_s,        u"series_exception"_s,
        Codes::resourceHours};
    return (table.definesSchema || keyed.contains(table.code)) && table.indexOf(u"deleted_at"_s) >= 0;
}

Result<QHash<QString, QSet<qint64>>> madeAndInUse(Connection &connection, const Catalog &catalog,
                                                  const QList<WrittenRow> &rows, const ActRows &act)
{
    QHash<QString, QList<qint64>> made;
    for (const WrittenRow &row : rows) {
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

Change inverse(const RecordTable &table, const WrittenRow &row, Identity &identity)
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
        } else if (table.typeId != 0 && column.code == u"number") {
            continue; // what stands here when two seats gave one each is nobody's act to take back
        } else if (it.value()[0] != it.value()[1]) {
            change.values.append({column.code, fromJournal(column, it.value()[0], identity)});
            if (isComputed && column.code == Codes::amount) // nobody's word: it goes while it comes from the products
                change.onlyIf.append({Codes::amountAuto, true});
            else
                change.onlyIf.append({column.code, fromJournal(column, it.value()[1], identity)});
        }
    }
    return change;
}

} // namespace Kartoteka
