// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/definition_codes.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

#include <QSet>

namespace Kartoteka {

namespace {

/// Uids begin with the time at which they were made; those of the program's own types sort before all.
std::pair<bool, QByteArray> order(const QUuid &uid)
{
    const QByteArray bytes = uidBytes(uid);
    return {!bytes.startsWith("sys-"), bytes};
}

bool isOfType(const RecordTable &table)
{
    return table.code == u"field";
}

/// Writes another code into the file alone: the journal holds what is wanted.
Result<void> call(Transaction &transaction, const RecordTable &table, qint64 id, const QString &code)
{
    QUuid uid;
    auto before = transaction.readRow(table, id, uid);
    if (!before)
        return before.error();
    Row after = *before;
    after[table.indexOf(u"code"_s)] = code;
    auto renamed = transaction.replaceRow(table, id, uid, *before, after);
    return renamed ? Result<void>() : Result<void>(renamed.error());
}

struct Waiting
{
    qint64 id = 0;
    qint64 type = 0;
    QString code; ///< without the suffix
};

/// Who has a suffix of its own identity behind a code that nobody has; the first of those who want one code before the others.
Result<QList<Waiting>> waitingIn(Connection &connection, const RecordTable &table)
{
    const QString type = isOfType(table) ? u"entity_type"_s : u"0"_s;
    auto cursor = connection.query(
        u"SELECT id, %2, substr(code, 1, length(code) - 5) FROM %1 w WHERE substr(code, -5) = '_' || lower(substr(hex(uid), -4)) "
        "AND NOT EXISTS (SELECT 1 FROM %1 o WHERE o.code = substr(w.code, 1, length(w.code) - 5)%3) "
        "ORDER BY hex(uid) NOT LIKE '7379732D%', uid"_s.arg(
            sqlName(table.name), type, isOfType(table) ? u" AND o.entity_type = w.entity_type"_s : QString()));
    if (!cursor)
        return cursor.error();
    QList<Waiting> waiting;
    while (cursor->next())
        waiting.append({cursor->integer(0), cursor->integer(1), cursor->text(2)});
    return waiting;
}

} // namespace

Result<void> settleCode(Transaction &transaction, const RecordTable &table, const QUuid &uid, Row &after)
{
    const int code = table.indexOf(u"code"_s);
    if (code < 0 || (!isOfType(table) && table.code != u"entity_type") || !after[code].isValid())
        return {};
    QVariantList bound{after[code], uidBytes(uid)};
    if (isOfType(table))
        bound << after[table.indexOf(u"entity_type"_s)];
    qint64 other = 0;
    QUuid otherUid;
    {
        auto cursor = transaction.connection().query(
            u"SELECT id, uid FROM %1 WHERE code = ? AND uid <> ?%2"_s.arg(
                sqlName(table.name), isOfType(table) ? u" AND entity_type = ?"_s : QString()),
            bound);
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return {};
        other = cursor->integer(0);
        otherUid = uidFromBytes(cursor->bytes(1));
    }
    const QString plain = after[code].toString();
    if (order(uid) < order(otherUid))
        return call(transaction, table, other, codeWithSuffix(plain, otherUid));
    after[code] = codeWithSuffix(plain, uid);
    return {};
}

Result<void> giveCodesBack(Transaction &transaction, const Catalog &catalog)
{
    for (const QString &name : {u"entity_type"_s, u"field"_s}) {
        const RecordTable &table = *catalog.table(name);
        const auto waiting = waitingIn(transaction.connection(), table);
        if (!waiting)
            return waiting.error();
        QSet<std::pair<qint64, QString>> given;
        for (const Waiting &one : *waiting) {
            if (given.contains({one.type, one.code}))
                continue;
            given.insert({one.type, one.code});
            if (auto done = call(transaction, table, one.id, one.code); !done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
