// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/group_query.h"

#include "core/base/texts.h"
#include "core/query/closed_sums.h"
#include "core/query/month_text.h"
#include "core/query/sort_expression.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/exact_sum.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

constexpr qsizetype cancelCheckGroups = 1024;

/// A day as seen from @p today.
QString dayTitle(const QDate &day, const QDate &today)
{
    switch (today.daysTo(day)) {
    case -1: return Texts::tr("Yesterday");
    case 0: return Texts::tr("Today");
    case 1: return Texts::tr("Tomorrow");
    default: break;
    }
    const QString whole = QLocale().toString(day, QLocale::LongFormat);
    return whole.left(1).toUpper() + whole.mid(1);
}

/// What a group is called, of the value of its first item.
QString titleOf(const ReadContext &context, const Field &field, const QVariant &value)
{
    if (value.isNull())
        return field.code == Codes::deadline ? Texts::tr("No deadline") : QString();
    const Schema &schema = *context.schema;
    switch (field.type) {
    case FieldType::User: {
        const User *user = schema.user(value.toLongLong());
        return user ? user->name : QString();
    }
    case FieldType::List: {
        const ListValue *one = schema.listValue(value.toLongLong());
        return one ? displayName(schema, *one) : QString();
    }
    case FieldType::Stage: {
        const Stage *stage = schema.stage(value.toLongLong());
        return stage ? displayName(schema, *stage) : QString();
    }
    case FieldType::Pipeline: {
        const Pipeline *pipeline = schema.pipeline(value.toLongLong());
        return pipeline ? displayName(*pipeline) : QString();
    }
    case FieldType::Boolean: return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    case FieldType::Date:
    case FieldType::DateTime: {
        const QString text = value.toString();
        const QDate day = QDate::fromString(text.leftJustified(10, u' ').replace(u"   "_s, u"-01"_s), Qt::ISODate);
        return text.size() == 10 ? dayTitle(day, QDateTime::fromMSecsSinceEpoch(context.clock->now()).date())
                                 : monthText(day);
    }
    default: return value.toString();
    }
}

/// The value by which titleOf() knows a group.
QString shownValue(const ReadContext &context, const FieldPath &path, const QString &key)
{
    const Field &field = *path.field;
    if (field.type == FieldType::Date || field.type == FieldType::DateTime)
        return key;
    const EntityType *target = field.type == FieldType::Link ? context.schema->type(field.target) : nullptr;
    return throughLinks(*context.schema, path, [&](const QString &row) {
        const QString column = row + u'.' + sqlName(field.column);
        return target ? u"(SELECT l.title FROM %1 l WHERE l.id = %2)"_s.arg(sqlName(target->table), column) : column;
    });
}

FieldPath groupPath(const ReadContext &context, const ItemQuery &query)
{
    return pathOf(*context.schema, query.typeId, query.groupBy);
}

/// What is told of a group: its title, count, currency, sum, and the day by whose rate it counts, of the rows aliased t.
QString groupColumns(const ReadContext &context, const ItemQuery &query, const QString &key, const ClosingRates &rates)
{
    const bool hasAmount = context.table(query.typeId)->indexOf(Codes::amount) >= 0;
    return u"max(%1), count(*), %2, %3, %4"_s.arg(shownValue(context, groupPath(context, query), key),
                                                  hasAmount ? u"t.amount_currency"_s : u"NULL"_s,
                                                  hasAmount ? u"coalesce(%1, 0)"_s.arg(sumOf(u"t.amount"_s)) : u"0"_s,
                                                  hasAmount ? rates.day(u"t.amount_currency"_s) : u"NULL"_s);
}

/// Adds what a row that begins with the key and groupColumns() says of one currency and day of a group.
Result<void> addPart(const Cursor &cursor, ItemGroup &group, ClosingRates &rates)
{
    group.count += cursor.integer(2);
    if (cursor.isNull(3))
        return {};
    const QString currency = cursor.text(3);
    auto sum = std::ranges::find(group.sums, currency, &std::pair<QString, qint64>::first);
    if (sum == group.sums.end())
        sum = group.sums.insert(group.sums.end(), {currency, 0});
    addSum(sum->second, cursor.value(4));
    return rates.add(group.closed, currency, cursor.value(5), cursor.value(4));
}

/// The group of a row that begins with the key and groupColumns().
ItemGroup groupOf(const ReadContext &context, const FieldPath &path, const Cursor &cursor)
{
    const QVariant value = cursor.isNull(1) ? QVariant() : cursor.value(1);
    ItemGroup group{titleOf(context, *path.field, value)};
    if (path.field->type == FieldType::Stage)
        group.stage = value.toLongLong();
    return group;
}

} // namespace

bool canGroup(const Field &field)
{
    return !field.multiple && !holdsTexts(field.type) && field.type != FieldType::Text && field.type != FieldType::File
        && field.code != Codes::title;
}

bool canGroup(const FieldPath &path)
{
    return path.isSingle() && canGroup(*path.field);
}

Result<QString> groupExpression(const ReadContext &context, const ItemQuery &query)
{
    const FieldPath path = groupPath(context, query);
    const Field *field = path.field;
    if (!path)
        return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(query.groupBy), {}, query.groupBy};
    if (field->type == FieldType::File) {
        return Error{
            ErrorCode::Usage, Texts::tr("You cannot group by “%1”: it holds files.").arg(path.name()), {}, query.groupBy};
    }
    if (!path.isSingle())
        return Error{ErrorCode::Usage,
                     Texts::tr("You cannot group by “%1”: it holds several values.").arg(path.name()),
                     {},
                     query.groupBy};
    const QString column = throughLinks(*context.schema, path,
                                        [&](const QString &row) { return row + u'.' + sqlName(field->column); });
    if (field->type == FieldType::Date)
        return u"substr(%1, 1, 7)"_s.arg(column);
    if (field->type == FieldType::DateTime) {
        // What is to be done is looked at day by day.
        const bool byDay = isActivities(*context.schema->type(field->typeId));
        return u"strftime('%1', %2 / 1000, 'unixepoch', 'localtime')"_s.arg(byDay ? u"%Y-%m-%d"_s : u"%Y-%m"_s, column);
    }
    return sortExpression(context, path);
}

Result<QList<ItemGroup>> queryGroups(const ReadContext &context, const ItemQuery &query)
{
    auto key = groupExpression(context, query);
    if (!key)
        return key.error();
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    ClosingRates rates(context, *context.table(query.typeId));
    auto cursor = context.connection.query(u"SELECT %1, %2 FROM %3 WHERE %4 GROUP BY 1, 4, 6 ORDER BY 1%5"_s.arg(
                                               *key, groupColumns(context, query, *key, rates), compiled->from,
                                               compiled->where, query.groupsDescend ? u" DESC"_s : QString()),
                                           compiled->bound);
    if (!cursor)
        return cursor.error();
    const FieldPath path = groupPath(context, query);
    QList<ItemGroup> groups;
    QVariant last;
    while (cursor->next()) {
        const QVariant value = cursor->isNull(0) ? QVariant() : cursor->value(0);
        if (groups.isEmpty() || value != last) {
            groups.append(groupOf(context, path, *cursor));
            last = value;
        }
        if (auto done = addPart(*cursor, groups.last(), rates); !done)
            return done.error();
        if (groups.size() % cancelCheckGroups == 0 && context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
    return groups;
}

Result<QHash<qint64, ItemGroup>> groupsOfItems(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids)
{
    auto key = groupExpression(context, query);
    if (!key)
        return key.error();
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    const QString table = sqlName(context.table(query.typeId)->name);
    ClosingRates rates(context, *context.table(query.typeId));
    auto cursor = context.connection.query(
        u"WITH asked AS MATERIALIZED (SELECT t.id AS item, %1 AS shared FROM %2 t "
        "WHERE t.id IN (SELECT value FROM json_each(?))) "
        "SELECT a.item, %3 FROM %4 JOIN asked a ON %1 IS a.shared WHERE %5 GROUP BY 1, 4, 6"_s.arg(
            *key, table, groupColumns(context, query, *key, rates), compiled->from, compiled->where),
        QVariantList{idList(ids)} + compiled->bound);
    if (!cursor)
        return cursor.error();
    const FieldPath path = groupPath(context, query);
    QHash<qint64, ItemGroup> groups;
    while (cursor->next()) {
        auto it = groups.find(cursor->integer(0));
        if (it == groups.end())
            it = groups.insert(cursor->integer(0), groupOf(context, path, *cursor));
        if (auto done = addPart(*cursor, *it, rates); !done)
            return done.error();
    }
    return groups;
}

Result<QHash<qint64, QVariant>> groupKeys(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids)
{
    auto key = groupExpression(context, query);
    if (!key)
        return key.error();
    auto cursor = context.connection.query(u"SELECT t.id, %1 FROM %2 t WHERE t.id IN (SELECT value FROM json_each(?))"_s.arg(
                                               *key, sqlName(context.table(query.typeId)->name)),
                                           {idList(ids)});
    if (!cursor)
        return cursor.error();
    QHash<qint64, QVariant> keys;
    while (cursor->next())
        keys.insert(cursor->integer(0), cursor->isNull(1) ? QVariant() : cursor->value(1));
    return keys;
}

Result<FieldSums> querySums(const ReadContext &context, const ItemQuery &query, const QStringList &fields)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    auto kept = keptTotals(context, query, true);
    if (!kept)
        return kept.error();
    ClosingRates rates(context, *context.table(query.typeId));
    FieldSums sums;
    for (const QString &code : fields) {
        const Field *field = context.schema->field(query.typeId, code);
        const bool money = field && field->type == FieldType::Money;
        if (!field || field->multiple || !(money || field->type == FieldType::Integer || field->type == FieldType::Number))
            continue;
        if (*kept && field->column == Codes::amount) {
            for (auto sum = (*kept)->sums.cbegin(); sum != (*kept)->sums.cend(); ++sum)
                sums[code].values[sum.key()] = *sum;
            sums[code].closed = (*kept)->closed;
            continue;
        }
        const QString currency = money ? u"t."_s + sqlName(field->column, u"_currency") : u"''"_s;
        auto cursor = context.connection.query(
            u"SELECT %1, %2, %6 FROM %3 WHERE %4 AND t.%5 IS NOT NULL GROUP BY 1, 3"_s.arg(
                currency,
                field->type == FieldType::Number ? u"total(t.%1)"_s.arg(sqlName(field->column))
                                                 : sumOf(u"t."_s + sqlName(field->column)),
                compiled->from, compiled->where, sqlName(field->column), money ? rates.day(currency) : u"NULL"_s),
            compiled->bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            FieldSum &sum = sums[code];
            Value &value = sum.values[cursor->text(0)];
            qint64 whole = value.toLongLong();
            addSum(whole, cursor->value(1));
            value = field->type == FieldType::Number ? Value(cursor->value(1).toDouble()) : Value(whole);
            if (auto done = rates.add(sum.closed, cursor->text(0), cursor->value(2), cursor->value(1)); !done)
                return done.error();
        }
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
    }
    return sums;
}

} // namespace Kartoteka
