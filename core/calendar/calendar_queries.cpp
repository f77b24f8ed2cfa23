// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/calendar_queries.h"

#include "core/activities/recurrence.h"
#include "core/base/durations.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/calendar/activity_span.h"
#include "core/calendar/busy.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// No two time zones are farther apart: whole days planned there may be these here.
constexpr qint64 zonesApart = qint64(26) * 60 * minuteMs;

qint64 beginOf(const QDate &day)
{
    // A day that was left out, as Samoa did, is no time at all.
    return instantOfWall({day, QTime(0, 0), Qt::UTC});
}

/// A day as the moments of a source begin with it.
QVariant bound(bool isDate, const QDate &day)
{
    return isDate ? QVariant(day.toString(Qt::ISODate)) : QVariant(beginOf(day));
}

QString endOf(const CalendarSource &source)
{
    return u"iif(%1.start IS NULL, %1.deadline, %1.start + coalesce(%1.duration, 0) * 60000)"_s.arg(source.row);
}

QString fromOf(const CalendarSource &source)
{
    return source.index.isEmpty() ? source.rows : source.rows + u" INDEXED BY "_s + sqlName(source.index);
}

CalendarSource activitySource(const QString &row)
{
    CalendarSource source;
    source.rows = u"activity "_s + row;
    source.index = u"activity_moment"_s;
    source.row = row;
    source.moment = u"coalesce(%1.start, %1.deadline)"_s.arg(row);
    source.isActivities = true;
    return source;
}

Result<CalendarSource> itemSource(const ReadContext &context, const CalendarQuery &query)
{
    CalendarSource source;
    source.row = u"t"_s;
    source.isSearched = !query.items.search.trimmed().isEmpty();
    auto compiled = compileQuery(context, query.items, !source.isSearched);
    if (!compiled)
        return compiled.error();
    const Field *field = context.schema->field(query.items.typeId, query.field);
    if (!field || (field->type != FieldType::Date && field->type != FieldType::DateTime) || field->multiple)
        return Error{ErrorCode::Usage, Texts::tr("“%1” is not a date field.").arg(query.field), {}, query.field};
    const RecordTable &table = *context.table(query.items.typeId);
    source.rows = compiled->from;
    source.table = table.name;
    source.where = compiled->where;
    source.bound = compiled->bound;
    source.moment = u"t."_s + sqlName(field->column);
    source.isDate = field->type == FieldType::Date;
    if (field->indexed && !source.isSearched && !query.items.deleted)
        source.index = table.name + u'_' + field->column;
    return source;
}

/// Activities of the items that the filter leaves.
Result<CalendarSource> activitiesOfItems(const ReadContext &context, const CalendarQuery &query)
{
    CalendarSource source = activitySource(u"a"_s);
    const bool isSearched = !query.items.search.trimmed().isEmpty();
    auto compiled = compileQuery(context, query.items, !isSearched);
    if (!compiled)
        return compiled.error();
    source.where = u"a.deleted_at IS NULL"_s;
    source.bound = QVariantList{query.items.typeId} + compiled->bound;
    source.where += isSearched
        ? u" AND EXISTS (SELECT 1 FROM activity_link l WHERE l.activity = a.id AND l.item_type = ? AND l.item IN "
          "(SELECT t.id FROM %1 WHERE %2))"_s.arg(compiled->from, compiled->where)
        : u" AND EXISTS (SELECT 1 FROM activity_link l CROSS JOIN %1 ON t.id = l.item WHERE l.activity = a.id "
          "AND l.item_type = ? AND %2)"_s.arg(compiled->from, compiled->where);
    return source;
}

QString hasMember(const Field &field, const QString &test)
{
    return u"EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = %1 AND m.item = t.id AND m.field = %2%3)"_s.arg(
        QString::number(field.typeId), QString::number(field.id), test);
}

/// Activities by who takes part or what is booked; not those that belong to deleted items alone.
Result<CalendarSource> activitiesOf(const ReadContext &context, const CalendarQuery &query)
{
    CalendarSource source = activitySource(u"t"_s);
    const EntityType &type = *context.schema->type(u"activity"_s);
    ItemQuery filter = query.items;
    filter.typeId = type.id;
    auto compiled = compileQuery(context, filter, true);
    if (!compiled)
        return compiled.error();
    source.where = compiled->where;
    source.bound = compiled->bound;
    const QString chosen = u" AND m.ref IN (SELECT value FROM json_each(?))"_s;
    if (query.mode == CalendarMode::People && !query.people.isEmpty()) {
        const Field *participants = context.schema->field(type.id, Codes::participants);
        source.where += u" AND (t.responsible IN (SELECT value FROM json_each(?)) OR %1)"_s.arg(
            participants ? hasMember(*participants, chosen) : u"0"_s);
        source.bound += QVariantList(participants ? 2 : 1, idList(query.people));
    }
    if (query.mode == CalendarMode::Resources) {
        const Field *resources = context.schema->field(type.id, Codes::resources);
        source.where += u" AND "_s
            + (resources ? hasMember(*resources, query.resources.isEmpty() ? QString() : chosen) : u"0"_s);
        if (resources && !query.resources.isEmpty())
            source.bound << idList(query.resources);
    }
    if (const Field *items = context.schema->field(type.id, u"items"_s)) {
        source.where += u" AND (EXISTS (SELECT 1 FROM activity_link l WHERE l.activity = t.id) OR NOT %1)"_s.arg(
            hasMember(*items, {}));
    }
    return source;
}

Error cancelled()
{
    return {ErrorCode::Cancelled, {}, {}, {}};
}

/// The fields by which activitySpan() knows when an activity is.
QString spanColumns(const QString &row)
{
    return u"%1.id, %1.start, %1.deadline, %1.duration, %1.all_day, %1.time_zone"_s.arg(row);
}

Result<QList<CalendarRow>> readActivityRows(const ReadContext &context, const QString &sql, const QVariantList &bound)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    QList<CalendarRow> rows;
    while (cursor->next()) {
        CalendarRow row{cursor->integer(0), {}};
        int at = 0;
        for (const QString &code : {Codes::start, Codes::deadline, Codes::duration, Codes::allDay, Codes::timeZone}) {
            if (!cursor->isNull(++at))
                row.times.insert(code, cursor->value(at));
        }
        rows.append(std::move(row));
        if (rows.size() % cancelCheckRows == 0 && context.token.isCancelled())
            return cancelled();
    }
    return rows;
}

Value momentValue(const Field &field, const Cursor &cursor, int column)
{
    if (cursor.isNull(column))
        return {};
    return field.type == FieldType::Date ? toValue(QDate::fromString(cursor.text(column), Qt::ISODate))
                                         : Value(cursor.integer(column));
}

/// Rows with the values of some fields of theirs.
Result<QList<CalendarRow>> readItemRows(const ReadContext &context, const QString &sql, const QVariantList &bound,
                                        const QList<const Field *> &fields)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    QList<CalendarRow> rows;
    while (cursor->next()) {
        CalendarRow row{cursor->integer(0), {}};
        for (int i = 0; i < fields.size(); ++i) {
            if (const Value value = momentValue(*fields[i], *cursor, i + 1); value.isValid())
                row.times.insert(fields[i]->code, value);
        }
        rows.append(std::move(row));
        if (rows.size() % cancelCheckRows == 0 && context.token.isCancelled())
            return cancelled();
    }
    return rows;
}

/// A part of an index.
struct Walk
{
    QString from;
    QString where;
    QVariant bound;
};

/// Whether the first one has fewer rows. Both are counted a little further in turn, so that it costs as much as the shorter.
Result<bool> isShorter(const ReadContext &context, const Walk &one, const Walk &other)
{
    if (one.from == other.from)
        return true;
    for (qint64 limit = 1'000;; limit *= 4) {
        for (const Walk *walk : {&one, &other}) {
            auto count = context.connection.scalar(
                u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE t.deleted_at IS NULL AND %2 LIMIT ?)"_s.arg(walk->from,
                                                                                                           walk->where),
                {walk->bound, limit});
            if (!count || context.token.isCancelled())
                return count ? cancelled() : count.error();
            if (count->toLongLong() < limit)
                return walk == &one;
        }
    }
}

/// The number of the day, from 0, of a moment between two days, as SQL: they last 24 hours, but for those on which the clock is changed.
QString numberOfDay(const CalendarSource &source, const QDate &from, const QDate &to)
{
    QString sql = u"(%1 - %2) / %3"_s.arg(source.moment, QString::number(beginOf(from)), QString::number(dayMs));
    qint64 number = 0;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        const qint64 next = beginOf(day.addDays(1));
        ++number;
        if (next - beginOf(day) != dayMs)
            sql = u"iif(%1 >= %2, (%1 - %2) / %3 + %4, min(%5, %6))"_s.arg(source.moment, QString::number(next),
                                                                           QString::number(dayMs), QString::number(number),
                                                                           QString::number(number - 1), sql);
    }
    return sql;
}

/// How many items begin on each day, where more than the moment is asked of them: each row is looked at once, in the order in which the
/// rows lie in the file, instead of once a day all over it.
Result<QList<int>> countsOfDays(const ReadContext &context, const CalendarSource &source, const QDate &from, const QDate &to)
{
    const QString within = u"SELECT i.id FROM %1 i INDEXED BY %2 WHERE i.deleted_at IS NULL AND %3 >= ? AND %3 < ?"_s.arg(
        sqlName(source.table), sqlName(source.index), u"i"_s + source.moment.mid(source.row.size()));
    const QString day = source.isDate ? source.moment : numberOfDay(source, from, to);
    auto cursor = context.connection.query(
        u"SELECT %1, count(*) FROM %2 NOT INDEXED WHERE %3.id IN (%4) AND %5 GROUP BY 1"_s.arg(day, source.rows, source.row,
                                                                                               within, source.where),
        QVariantList{bound(source.isDate, from), bound(source.isDate, to.addDays(1))} + source.bound);
    if (!cursor)
        return cursor.error();
    QList<int> counts(from.daysTo(to) + 1);
    while (cursor->next()) {
        const qint64 at = source.isDate ? from.daysTo(QDate::fromString(cursor->text(0), Qt::ISODate)) : cursor->integer(0);
        if (at >= 0 && at < counts.size())
            counts[at] = int(cursor->integer(1));
    }
    return context.token.isCancelled() ? Result<QList<int>>(cancelled()) : Result<QList<int>>(counts);
}

/// Whether the index of moments does not tell all that is asked.
bool isFiltered(const CalendarSource &source)
{
    return !source.isActivities && !source.index.isEmpty() && source.where != source.row + u".deleted_at IS NULL"_s;
}

} // namespace

Result<CalendarSource> calendarSource(const ReadContext &context, const CalendarQuery &query)
{
    auto source = query.mode == CalendarMode::Moment || query.mode == CalendarMode::Span ? itemSource(context, query)
        : query.mode == CalendarMode::Activities                                         ? activitiesOfItems(context, query)
                                                                                         : activitiesOf(context, query);
    if (source && source->isActivities && !query.withDone)
        source->where += u" AND %1.done IS NOT 1"_s.arg(source->row);
    if (source && source->isActivities && query.onlyClashes) {
        const qint64 now = query.items.now != 0 ? query.items.now : context.clock->now();
        const auto ids = clashesWithin(context, {beginOf(query.from), beginOf(query.to.addDays(1))}, now);
        if (!ids)
            return ids.error();
        source->where += u" AND %1.id IN (SELECT value FROM json_each(?))"_s.arg(source->row);
        source->bound << idList(*ids);
    }
    return source;
}

Result<DayRows> dayRows(const ReadContext &context, const CalendarSource &source, const QDate &from, const QDate &to,
                        int limitPerDay)
{
    const QString onDay = u"%1 >= ? AND %1 < ?"_s.arg(source.moment);
    // Walked by the moment with the smallest row first, which is the order of the index.
    QString where = source.where + u" AND "_s + onDay;
    if (source.isActivities)
        where += u" AND NOT (coalesce(%1.all_day, 0) = 1 OR coalesce(%1.duration, 0) > 1440)"_s.arg(source.row);
    const QString ends = source.isActivities ? endOf(source) : QString();
    const QString count = u"SELECT count(*)%1 FROM %2 WHERE %3"_s.arg(
        source.isActivities ? u", coalesce(sum(%1 > ?), 0)"_s.arg(ends) : QString(), fromOf(source), where);
    const QString first = u"SELECT %1.id FROM %2 WHERE %3 ORDER BY %4, %1.id LIMIT ?"_s.arg(source.row, fromOf(source),
                                                                                            where, source.moment);
    const QString over = u"SELECT %1.id FROM %2 WHERE %3 AND %4 > ?"_s.arg(source.row, fromOf(source), where, ends);
    DayRows rows;
    std::optional<QList<int>> known;
    if (isFiltered(source)) {
        auto counts = countsOfDays(context, source, from, to);
        if (!counts)
            return counts.error();
        known = std::move(*counts);
    }
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        if (context.token.isCancelled())
            return cancelled();
        const QVariant begin = bound(source.isDate, day);
        const QVariant end = bound(source.isDate, day.addDays(1));
        const QVariantList days = source.bound + QVariantList{begin, end};
        qint64 counted = known ? known->value(from.daysTo(day)) : 0;
        qint64 later = 0;
        if (!known) {
            auto cursor = context.connection.query(count, source.isActivities ? QVariantList{end} + days : days);
            if (!cursor || !cursor->next())
                return cursor ? cancelled() : cursor.error();
            counted = cursor->integer(0);
            later = source.isActivities ? cursor->integer(1) : 0;
        }
        rows.counts << int(counted);
        if (counted > 0 && limitPerDay != 0) {
            auto ids = readIds(context, first, days + QVariantList{limitPerDay});
            if (!ids)
                return ids.error();
            rows.ids += *ids;
        }
        if (later > 0) {
            auto ids = readIds(context, over, days + QVariantList{end});
            if (!ids)
                return ids.error();
            rows.overNight.unite({ids->cbegin(), ids->cend()});
        }
        rows.isCut = rows.isCut || (limitPerDay >= 0 && counted > limitPerDay);
    }
    return rows;
}

Result<QList<CalendarRow>> longRows(const ReadContext &context, const CalendarSource &source, const QDate &from,
                                    const QDate &to)
{
    const qint64 begin = beginOf(from);
    // Whole days of a time zone in the east begin before, and those of one in the west end later.
    QList<CalendarRow> rows;
    for (const auto &[index, which] : {std::pair{u"activity_whole"_s, u"%1.all_day = 1"_s},
                                       {u"activity_long"_s, u"%1.duration > 1440 AND %1.all_day IS NOT 1"_s}}) {
        auto some = readActivityRows(
            context,
            u"SELECT %1 FROM %2 INDEXED BY %3 WHERE %4 AND %5 AND %6 < ? AND %6 + max(1440, coalesce(%7.duration, 0)) * 60000 > ?"_s
                .arg(spanColumns(source.row), source.rows, sqlName(index), source.where, which.arg(source.row),
                     source.moment, source.row),
            source.bound + QVariantList{beginOf(to.addDays(1)) + zonesApart, begin - zonesApart});
        if (!some)
            return some;
        rows += *some;
    }
    auto before = readActivityRows(context,
                                   u"SELECT %1 FROM %2 WHERE %3 AND NOT %4 AND %5 >= ? AND %5 < ? AND %6 > ?"_s.arg(
                                       spanColumns(source.row), fromOf(source), source.where,
                                       u"(coalesce(%1.all_day, 0) = 1 OR coalesce(%1.duration, 0) > 1440)"_s.arg(source.row),
                                       source.moment, endOf(source)),
                                   source.bound + QVariantList{begin - zonesApart, begin, begin});
    return before ? Result<QList<CalendarRow>>(rows + *before) : before;
}

Result<QList<CalendarRow>> activityRows(const ReadContext &context, const QSet<qint64> &ids)
{
    if (ids.isEmpty())
        return QList<CalendarRow>();
    return readActivityRows(
        context, u"SELECT %1 FROM activity a WHERE a.id IN (SELECT value FROM json_each(?))"_s.arg(spanColumns(u"a"_s)),
        {idList(ids.values())});
}

Result<QList<CalendarRow>> foundRows(const ReadContext &context, const CalendarSource &source, const Field &field,
                                     const QDate &from, const QDate &to)
{
    return readItemRows(context,
                        u"SELECT %1.id, %2 FROM %3 WHERE %4 AND %2 >= ? AND %2 < ? ORDER BY %2, %1.id"_s.arg(
                            source.row, source.moment, source.rows, source.where),
                        source.bound + QVariantList{bound(source.isDate, from), bound(source.isDate, to.addDays(1))},
                        {&field});
}

Result<QList<CalendarRow>> spanRows(const ReadContext &context, const CalendarSource &source, const Field &first,
                                    const Field &last, const QDate &from, const QDate &to)
{
    const QString begins = source.moment;
    const QString ends = u"t."_s + sqlName(last.column);
    const bool endsByDay = last.type == FieldType::Date;
    const QVariant beginFrom = bound(source.isDate, from);
    const QVariant endTo = bound(endsByDay, to.addDays(1));
    CalendarSource byEnd = source;
    if (last.indexed && !source.index.isEmpty())
        byEnd.index = context.table(first.typeId)->name + u'_' + last.column;
    const Walk earlier{fromOf(source), begins + u" < ?"_s, beginFrom};
    const Walk later{fromOf(byEnd), ends + u" >= ?"_s, endTo};
    auto isFewer = source.isSearched ? Result<bool>(true) : isShorter(context, earlier, later);
    if (!isFewer)
        return isFewer.error();
    // What begins within the days, what ends there, and what lasts over all of them.
    struct Part
    {
        QString from;
        QString where;
        QVariantList bound;
    };
    const QList<Part> parts{
        {fromOf(source), u"%1 >= ? AND %1 < ?"_s.arg(begins), {beginFrom, bound(source.isDate, to.addDays(1))}},
        {fromOf(byEnd),
         u"%2 >= ? AND %2 < ? AND (%1 IS NULL OR %1 < ?)"_s.arg(begins, ends),
         {bound(endsByDay, from), endTo, beginFrom}},
        {*isFewer ? earlier.from : later.from, u"%1 < ? AND %2 >= ?"_s.arg(begins, ends), {beginFrom, endTo}}};
    QList<CalendarRow> rows;
    for (const Part &part : parts) {
        auto some = readItemRows(
            context, u"SELECT t.id, %1, %2 FROM %3 WHERE %4 AND %5"_s.arg(begins, ends, part.from, source.where, part.where),
            source.bound + part.bound, {&first, &last});
        if (!some)
            return some;
        rows += *some;
    }
    return rows;
}

Result<QList<qint64>> openSeries(const ReadContext &context, const CalendarSource &source, const QDate &to)
{
    return readIds(context,
                   u"SELECT %1.id FROM %2 INDEXED BY activity_repeats WHERE %3 AND %1.recurrence IS NOT NULL AND "
                   "%1.done IS NOT 1 AND %1.deadline < ?"_s.arg(source.row, source.rows, source.where),
                   source.bound + QVariantList{beginOf(to.addDays(1))});
}

Result<QSet<QUuid>> standingActivities(const ReadContext &context, const QList<QUuid> &uids)
{
    QSet<QUuid> standing;
    for (const QUuid &uid : uids) {
        auto found = context.connection.scalar(u"SELECT 1 FROM activity WHERE uid = ? AND deleted_at IS NULL"_s,
                                               {uidBytes(uid)});
        if (!found)
            return found.error();
        if (found->isValid())
            standing.insert(uid);
    }
    return standing;
}

Result<QHash<ItemRef, qint64>> itemStages(const ReadContext &context, const QSet<ItemRef> &items)
{
    QHash<qint64, QList<qint64>> byType;
    for (const ItemRef &item : items)
        byType[item.type].append(item.id);
    QHash<ItemRef, qint64> stages;
    for (auto it = byType.cbegin(); it != byType.cend(); ++it) {
        const RecordTable *table = context.table(it.key());
        if (!table || table->stageColumn < 0)
            continue;
        auto cursor = context.connection.query(
            u"SELECT id, stage FROM %1 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(sqlName(table->name)),
            {idList(it.value())});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            stages.insert({it.key(), cursor->integer(0), {}}, cursor->integer(1));
    }
    return stages;
}

} // namespace Kartoteka
