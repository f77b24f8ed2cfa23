// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/unique_numbers.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

/// What comes behind a number that older items have: a part of the uid, all of it where that is another's too.
QStringList endingsOf(const QUuid &uid)
{
    const QString text = uidText(uid).toUpper();
    return {QString(), u'-' + text.right(4), u'-' + text};
}

/// A number without the ending that it may have got here. What is left must be a number itself: of a seat's "S2-1234" the
/// uid may end with 1234 too.
QString plainNumber(const QString &number, const QUuid &uid)
{
    for (const QString &ending : endingsOf(uid).mid(1)) {
        const QString rest = number.chopped(number.endsWith(ending) ? ending.size() : 0);
        if (rest != number && rest.section(u'-', -1).toLongLong() > 0)
            return rest;
    }
    return number;
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

/// The first number from the @p place-th ending on that no older item has; a younger one that has it moves on.
Result<QString> placed(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &plain,
                       qsizetype place)
{
    const QStringList endings = endingsOf(uid);
    for (; place < endings.size() - 1; ++place) {
        const QString number = plain + endings[place];
        auto others = find(
            transaction.connection(),
            u"SELECT id, uid, number FROM %1 WHERE number = ? AND uid <> ? LIMIT 1"_s.arg(sqlName(table.name)),
            {number, uidBytes(uid)});
        if (!others)
            return others.error();
        if (others->isEmpty())
            return number;
        const Stored other = others->constFirst();
        // Uids begin with the time at which they were made.
        if (uidBytes(other.uid) < uidBytes(uid))
            continue;
        auto next = placed(transaction, table, other.uid, plain, place + 1);
        if (!next)
            return next;
        auto done = setNumber(transaction, table, other, *next);
        return done ? Result<QString>(number) : Result<QString>(done.error());
    }
    return plain + endings[place];
}

} // namespace

Result<QString> numberFor(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &number)
{
    return placed(transaction, table, uid, plainNumber(number, uid), 0);
}

Result<void> giveNumberBack(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &number)
{
    const QString plain = plainNumber(number, uid);
    const qsizetype place = endingsOf(uid).indexOf(number.mid(plain.size()));
    if (plain.isEmpty() || place < 0)
        return {};
    auto held = transaction.connection().scalar(
        u"SELECT 1 FROM %1 WHERE number = ? AND uid <> ? LIMIT 1"_s.arg(sqlName(table.name)), {number, uidBytes(uid)});
    if (!held || held->isValid())
        return held ? Result<void>() : Result<void>(held.error());
    auto others = find(
        transaction.connection(),
        u"SELECT id, uid, number FROM %1 WHERE number > ? AND number < ? ORDER BY uid"_s.arg(sqlName(table.name)),
        {plain + u'-', plain + u'.'});
    if (!others)
        return others.error();
    // The oldest of those that would have had it.
    const auto first = std::find_if(others->cbegin(), others->cend(), [&](const Stored &other) {
        const QStringList endings = endingsOf(other.uid);
        const qsizetype there = endings.indexOf(other.number.mid(plain.size()));
        return there > place && plain + endings[place] == number;
    });
    if (first == others->cend())
        return {};
    auto done = setNumber(transaction, table, *first, number);
    return done ? giveNumberBack(transaction, table, first->uid, first->number) : done;
}

} // namespace Kartoteka
