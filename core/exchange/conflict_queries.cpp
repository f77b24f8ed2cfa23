// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/conflicts.h"

#include "core/base/texts.h"
#include "core/store/db/sql_name.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Kartoteka {

namespace {

const QString columns =
    u"SELECT c.id, c.entity, c.record, c.owner_type, c.owner_id, c.field, c.open, c.winner, w.author, w.at, "
    "w.operation, w.patch, l.author, l.at, l.operation, l.patch FROM conflict c JOIN journal w "
    "ON w.id = c.winner JOIN journal l ON l.id = c.loser "_s;

struct Raw
{
    Conflict conflict;
    QString keptOperation;
    QString keptPatch;
    QString otherOperation;
    QString otherPatch;
};

Value valueIn(const ReadContext &context, const Conflict &conflict, const QString &operation, const QString &patch)
{
    const RecordTable *table = context.catalog->table(conflict.table);
    const int at = table ? table->indexOf(conflict.field) : -1;
    if (at < 0)
        return {};
    const QJsonValue json = QJsonDocument::fromJson(patch.toUtf8()).object()[conflict.field];
    RecordIdentity identity(context.connection, *context.catalog);
    return fromJournal(table->columns[at], operation == u"update" ? json[1] : json, identity);
}

Result<QList<Conflict>> read(const ReadContext &context, const QString &where, const QVariantList &bound)
{
    QList<Raw> raw;
    {
        auto c = context.connection.query(columns + where, bound);
        if (!c)
            return c.error();
        while (c->next()) {
            Raw one;
            one.conflict.id = c->integer(0);
            one.conflict.table = c->text(1);
            one.conflict.record = c->integer(2);
            one.conflict.owner = {c->integer(3), c->integer(4), {}};
            one.conflict.field = c->text(5);
            one.conflict.open = c->integer(6) != 0;
            one.conflict.winner = c->integer(7);
            one.conflict.kept = {{}, c->integer(8), c->integer(9)};
            one.conflict.other = {{}, c->integer(12), c->integer(13)};
            one.keptOperation = c->text(10);
            one.keptPatch = c->text(11);
            one.otherOperation = c->text(14);
            one.otherPatch = c->text(15);
            raw.append(one);
        }
    }
    QList<Conflict> conflicts;
    for (Raw &one : raw) {
        one.conflict.kept.value = valueIn(context, one.conflict, one.keptOperation, one.keptPatch);
        one.conflict.other.value = valueIn(context, one.conflict, one.otherOperation, one.otherPatch);
        if (const RecordTable *table = context.catalog->table(one.conflict.table))
            one.conflict.table = table->code;
        conflicts.append(one.conflict);
    }
    return conflicts;
}

} // namespace

Result<QList<Conflict>> openConflicts(const ReadContext &context, int limit)
{
    return read(context, u"WHERE c.open = 1 ORDER BY max(w.at, l.at) DESC, c.id LIMIT ?"_s, {limit});
}

Result<qint64> countOpenConflicts(Connection &connection)
{
    auto count = connection.scalar(u"SELECT count(*) FROM conflict WHERE open = 1"_s);
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<QList<Conflict>> conflictsWonBy(const ReadContext &context, qint64 journalRow)
{
    return read(context, u"WHERE c.winner = ?"_s, {journalRow});
}

Result<Conflict> readConflict(const ReadContext &context, qint64 id)
{
    auto found = read(context, u"WHERE c.id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, Texts::tr("There is no such conflict."), {}, {}};
    return found->first();
}

QString nameInFile(const ReadContext &context, const Conflict &conflict)
{
    const RecordTable *table = context.catalog->table(conflict.table);
    if (!table)
        return {};
    const QString named = table->code == u"rate" ? u"currency || ' ' || day"_s
        : table->indexOf(u"day"_s) >= 0          ? sqlName(u"day"_s)
        : table->indexOf(u"name"_s) >= 0         ? sqlName(u"name"_s)
        : table->indexOf(u"text"_s) >= 0         ? sqlName(u"text"_s)
                                                 : sqlName(u"code"_s);
    auto name = context.connection.scalar(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(named, sqlName(table->name)),
                                          {conflict.record});
    return name ? name->toString() : QString();
}

} // namespace Kartoteka
