// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/definition_codes.h"

#include "core/base/uid.h"
#include "core/schema/code_ending.h"
#include "core/store/db/sql_name.h"

#include <QMap>

#include <algorithm>
#include <tuple>

namespace Kartoteka {

namespace {

bool isOfType(const RecordTable &table)
{
    return table.code == u"field";
}

bool hasCode(const RecordTable &table)
{
    return isOfType(table) || table.code == u"entity_type";
}

/// With the whole identity where another has the short ending: two in 65,536 end alike.
QString longCode(const QString &code, const QUuid &uid)
{
    return code + u'_' + QString::fromLatin1(uidBytes(uid).toHex());
}

/// Somebody who wants a code that others want.
struct Claim
{
    qint64 id = 0;
    QUuid uid;
    QString code; ///< what it is called now
    bool isDeleted = false;

    /// Uids begin with the time at which they were made; those of the program's own types sort before all.
    auto rank() const
    {
        const QByteArray bytes = uidBytes(uid);
        return std::tuple(isDeleted, !bytes.startsWith("sys-"), bytes);
    }
};

/// Another record that is called @p code; 0: there is none.
Result<qint64> otherCalled(Connection &connection, const RecordTable &table, qint64 type, const QString &code,
                           const QUuid &uid)
{
    const QString sql = u"SELECT id FROM %1 WHERE code = ? AND uid <> ?%2"_s.arg(
        sqlName(table.name), isOfType(table) ? u" AND entity_type = %1"_s.arg(type) : QString());
    auto id = connection.scalar(sql, {code, uidBytes(uid)});
    return id ? Result<qint64>(id->toLongLong()) : Result<qint64>(id.error());
}

Result<QString> freeEnding(Connection &connection, const RecordTable &table, qint64 type, const QString &code,
                           const QUuid &uid)
{
    auto other = otherCalled(connection, table, type, codeWithSuffix(code, uid), uid);
    if (!other)
        return other.error();
    return *other == 0 ? codeWithSuffix(code, uid) : longCode(code, uid);
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

using Contest = std::pair<qint64, QString>; ///< type of the fields, or 0, and the code that is wanted

/// Codes that somebody wants without having them, with all who do.
Result<QMap<Contest, QList<Claim>>> contestsIn(Connection &connection, const RecordTable &table)
{
    const QString columns = u"SELECT id, uid, code, deleted_at IS NOT NULL, %2 FROM %1"_s.arg(
        sqlName(table.name), isOfType(table) ? u"entity_type"_s : u"0"_s);
    QMap<Contest, QList<Claim>> contests;
    const auto add = [&](const Cursor &cursor) {
        const Claim claim{cursor.integer(0), uidFromBytes(cursor.bytes(1)), cursor.text(2), cursor.integer(3) != 0};
        contests[{cursor.integer(4), wantedCode(claim.code, claim.uid)}] << claim;
    };
    {
        // Both endings stop with the last digits of the identity.
        auto cursor = connection.query(columns + u" WHERE substr(code, -4) = lower(substr(hex(uid), -4))"_s);
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            if (wantedCode(cursor->text(2), uidFromBytes(cursor->bytes(1))) != cursor->text(2))
                add(*cursor);
        }
    }
    const auto keys = contests.keys();
    for (const Contest &contest : keys) {
        const QString where = isOfType(table) ? u" WHERE code = ? AND entity_type = ?"_s : u" WHERE code = ?"_s;
        const QVariantList bound = isOfType(table) ? QVariantList{contest.second, contest.first}
                                                   : QVariantList{contest.second};
        auto cursor = connection.query(columns + where, bound);
        if (!cursor)
            return cursor.error();
        if (cursor->next() && wantedCode(cursor->text(2), uidFromBytes(cursor->bytes(1))) == contest.second)
            add(*cursor);
    }
    return contests;
}

} // namespace

QString wantedCode(const QString &code, const QUuid &uid)
{
    for (const QString &ending : {longCode({}, uid), codeWithSuffix({}, uid)}) {
        if (code.size() > ending.size() && code.endsWith(ending))
            return code.chopped(ending.size());
    }
    return code;
}

Result<void> keepApart(Transaction &transaction, const RecordTable &table, const QUuid &uid, Row &after)
{
    const int code = table.indexOf(u"code"_s);
    if (code < 0 || !hasCode(table) || !after[code].isValid())
        return {};
    const qint64 type = isOfType(table) ? after[table.indexOf(u"entity_type"_s)].toLongLong() : 0;
    const QString wanted = after[code].toString();
    auto other = otherCalled(transaction.connection(), table, type, wanted, uid);
    if (!other)
        return other.error();
    if (*other == 0)
        return {};
    auto ending = freeEnding(transaction.connection(), table, type, wantedCode(wanted, uid), uid);
    if (!ending)
        return ending.error();
    after[code] = *ending;
    return {};
}

Result<void> settleCodes(Transaction &transaction, const Catalog &catalog)
{
    for (const QString &name : {u"entity_type"_s, u"field"_s}) {
        const RecordTable &table = *catalog.table(name);
        auto contests = contestsIn(transaction.connection(), table);
        if (!contests)
            return contests.error();
        for (const auto &[contest, claims] : contests->asKeyValueRange()) {
            const auto first = std::ranges::min_element(claims, {}, &Claim::rank);
            const auto holder = std::ranges::find(claims, contest.second, &Claim::code);
            if (first == holder)
                continue;
            if (holder != claims.end()) {
                auto ending = freeEnding(transaction.connection(), table, contest.first, contest.second, holder->uid);
                auto done = ending ? call(transaction, table, holder->id, *ending) : Result<void>(ending.error());
                if (!done)
                    return done;
            }
            if (auto done = call(transaction, table, first->id, contest.second); !done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
