// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/unique_numbers.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

QString endingOf(const QUuid &uid)
{
    return u'-' + uidText(uid).right(4).toUpper();
}

/// A number without the ending that it may have got here. What is left must be a number itself: of a seat's "S2-1234" the
/// uid may end with 1234 too.
QString plainNumber(const QString &number, const QUuid &uid)
{
    const QString ending = endingOf(uid);
    const QString rest = number.endsWith(ending) ? number.chopped(ending.size()) : number;
    return !rest.isEmpty() && rest.section(u'-', -1).toLongLong() > 0 ? rest : number;
}

struct Stored
{
    qint64 id = 0;
    QUuid uid;
    QString number;
};

Result<QList<Stored>> find(Connection &connection, const QString &sql, const QVariantList &bound)
{
    auto c = connection.query(sql, bound);
    if (!c)
        return c.error();
    QList<Stored> found;
    while (c->next())
        found.append({c->integer(0), uidFromBytes(c->bytes(1)), c->text(2)});
    return found;
}

Result<void> setNumber(Transaction &transaction, const RecordTable &table, const Stored &item, const QString &number)
{
    QUuid uid;
    auto before = transaction.readRow(table, item.id, uid);
    if (!before)
        return before.error();
    Row after = *before;
    after[table.indexOf(u"number"_s)] = number;
    transaction.noteRenumbered(uid);
    auto written = transaction.replaceRow(table, item.id, uid, *before, after);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace

Result<QString> numberFor(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &number)
{
    const QString ending = endingOf(uid);
    const QString plain = plainNumber(number, uid);
    auto others = find(transaction.connection(),
                       u"SELECT id, uid, number FROM %1 WHERE number = ? AND uid <> ? LIMIT 1"_s.arg(sqlName(table.name)),
                       {plain, uidBytes(uid)});
    if (!others)
        return others.error();
    if (others->isEmpty())
        return plain;
    const Stored other = others->constFirst();
    // Uids begin with the time at which they were made.
    if (uidBytes(other.uid) < uidBytes(uid))
        return plain + ending;
    auto done = setNumber(transaction, table, other, plain + endingOf(other.uid));
    return done ? Result<QString>(plain) : Result<QString>(done.error());
}

Result<void> giveNumberBack(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &number)
{
    if (number.isEmpty() || plainNumber(number, uid) != number)
        return {};
    auto others = find(
        transaction.connection(),
        u"SELECT id, uid, number FROM %1 WHERE number > ? AND number < ? ORDER BY uid"_s.arg(sqlName(table.name)),
        {number + u'-', number + u'.'});
    if (!others)
        return others.error();
    const auto first = std::find_if(others->cbegin(), others->cend(),
                                    [&](const Stored &other) { return other.number == number + endingOf(other.uid); });
    return first == others->cend() ? Result<void>() : setNumber(transaction, table, *first, number);
}

} // namespace Kartoteka
