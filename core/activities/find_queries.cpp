// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/find_queries.h"

#include "core/activities/activity_queries.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/query/quick_match.h"
#include "core/schema/codes.h"
#include "core/store/record/read_ids.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

/// What a person has to do is found among that, however often everybody's have the words.
Result<QList<qint64>> ownOpen(const ReadContext &context, const ItemQuery &query, qint64 person, int limit)
{
    auto compiled = compileQuery(context, query, true);
    if (!compiled)
        return compiled.error();
    return readIds(context,
                   u"SELECT t.id FROM activity t INDEXED BY activity_own WHERE t.responsible = ? AND t.done IS NOT 1 AND %1 "
                   "ORDER BY t.deadline IS NULL, t.deadline, t.id LIMIT ?"_s.arg(compiled->where),
                   QVariantList{person} + compiled->bound + QVariantList{limit});
}

/// The activity that has the text for its number; 0: none.
Result<qint64> numberedSo(const ReadContext &context, qint64 typeId, const QString &text)
{
    const QString number = text.startsWith(u'#') ? text.mid(1) : text;
    if (number.isEmpty() || !number.back().isLetterOrNumber())
        return 0;
    auto numbered = findByNumber(context, typeId, number.toUpper());
    return !numbered && numbered.error().code == ErrorCode::NotFound ? Result<qint64>(0) : numbered;
}

Result<QList<qint64>> idsFound(const ReadContext &context, qint64 typeId, qint64 person, const QString &text, int limit)
{
    constexpr qsizetype shortest = 3;
    if (text.size() < shortest)
        return QList<qint64>();
    ItemQuery query;
    query.typeId = typeId;
    query.user = person;
    query.search = text;
    query.sort = {{u"id"_s, true}};
    auto own = ownOpen(context, query, person, limit);
    auto all = own ? queryIds(context, query, limit) : own;
    if (!all)
        return all;
    QList<qint64> ids;
    for (const qint64 id : *own + *all) {
        if (!ids.contains(id))
            ids << id;
    }
    return ids;
}

/// What the person has to do before what others have, and that before what is done.
int distance(const Activity &activity, qint64 person)
{
    return (activity.done ? 2 : 0) + (activity.responsible == person ? 0 : 1);
}

} // namespace

Result<Activity> findActivity(const ReadContext &context, const QString &number)
{
    const auto unknown = [&number] {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Kartoteka::Activities", "There is no activity %1.").arg(number),
                     {},
                     {}};
    };
    auto id = findByNumber(context, context.schema->type(u"activity"_s)->id, number.trimmed().toUpper());
    if (!id)
        return id.error().code == ErrorCode::NotFound ? unknown() : id.error();
    auto activity = readActivity(context, *id);
    return !activity && activity.error().code == ErrorCode::NotFound ? unknown() : activity;
}

Result<QList<DayEntry>> findActivities(const ReadContext &context, qint64 person, const QString &text, int limit)
{
    const QString typed = text.trimmed();
    const qint64 typeId = context.schema->type(u"activity"_s)->id;
    auto numbered = numberedSo(context, typeId, typed);
    auto ids = numbered ? idsFound(context, typeId, person, typed, limit) : Result<QList<qint64>>(numbered.error());
    if (ids && *numbered != 0 && !ids->contains(*numbered))
        ids->prepend(*numbered);
    auto activities = ids ? readActivities(context, *ids) : Result<QList<Activity>>(ids.error());
    auto seen = activities ? itemsSeen(context, *activities) : Result<QHash<qint64, ItemRef>>(activities.error());
    if (!seen)
        return seen.error();
    auto titles = itemTitles(context, QSet<ItemRef>(seen->cbegin(), seen->cend()));
    if (!titles)
        return titles.error();
    QList<DayEntry> found;
    for (const Activity &activity : std::as_const(*activities)) {
        if (const auto item = seen->constFind(activity.id); item != seen->cend())
            found << DayEntry{activity, *item, titles->value(*item)};
    }
    const QuickMatch match(typed);
    std::ranges::stable_sort(found, {}, [&](const DayEntry &one) {
        return std::tuple(one.activity.id != *numbered, distance(one.activity, person), -match.score(one.activity.title));
    });
    return found.first(qMin<qsizetype>(limit, found.size()));
}

} // namespace Kartoteka
