// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/card_view_words.h"
#include "app/cli/change_json.h"
#include "app/cli/product_words.h"
#include "app/cli/session.h"
#include "core/activities/details_text.h"
#include "core/activities/explanation.h"
#include "core/base/texts.h"
#include "core/items/card_views.h"
#include "core/items/field_path.h"
#include "core/items/link_groups.h"
#include "core/items/row_queries.h"
#include "core/items/value_text.h"
#include "core/money/rate_queries.h"
#include "core/products/product_texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "core/timeline/entry_words.h"
#include "core/timeline/pins.h"

#include <QJsonArray>

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

constexpr int portion = 500;
constexpr int pageEntries = 200;

/// The number by which `pin` and `comment edit` name an entry. A conflict is no row of the journal, of a reminder there is none.
QString entryNumber(const TimelineEntry &entry)
{
    return entry.conflict == 0 && entry.id != 0 ? QString::number(entry.id) : QString();
}

QJsonObject entryJson(const Session &session, const ItemRef &item, const TimelineEntry &entry)
{
    QJsonObject object{{u"kind"_s, entryKindName(entry.kind)},
                       {u"at"_s, session.instant(entry.at)},
                       {u"author"_s, session.userName(entry.author)},
                       {u"act"_s, entry.actKind}};
    if (const QString number = entryNumber(entry); !number.isEmpty())
        object[u"id"_s] = number;
    if (entry.count > 1)
        object[u"count"_s] = entry.count;
    if (entry.editedAt.isValid())
        object[u"edited_at"_s] = session.instant(entry.editedAt.toLongLong());
    if (!entry.text.isEmpty())
        object[u"text"_s] = entry.text;
    QJsonArray changes;
    const qint64 typeId = entry.record.isNull() || entry.kind == EntryKind::ConvertedFrom ? item.type : entry.record.type;
    for (const FieldChange &change : entry.changes)
        changes.append(changeJson(session, typeId, change));
    if (!changes.isEmpty())
        object[u"changes"_s] = changes;
    if (entry.kind == EntryKind::ConvertedFrom && !entry.record.isNull())
        object[u"from"_s] = session.json(entry.record);
    QJsonArray made;
    for (const ItemRef &ref : entry.items)
        made.append(session.json(ref));
    if (!made.isEmpty())
        object[u"to"_s] = made;
    if (entry.inStageMs.isValid())
        object[u"seconds_in_stage"_s] = entry.inStageMs.toLongLong() / 1000;
    return object;
}

Result<QList<TimelineEntry>> wholeTimeline(const Session &session, const ItemRef &ref)
{
    QList<TimelineEntry> entries;
    TimelinePosition from;
    while (true) {
        auto page = readTimeline(session.reader(), ref, from, pageEntries);
        if (!page)
            return page.error();
        entries += page->entries;
        if (page->atEnd)
            return entries;
        from = page->end;
    }
}

/// The story of an item as people read it, each entry on a line behind its number.
void tellTimeline(const Session &session, const ItemRef &ref, const QList<TimelineEntry> &entries)
{
    qsizetype widest = 0;
    for (const TimelineEntry &entry : entries)
        widest = qMax(widest, entryNumber(entry).size());
    for (const TimelineEntry &entry : entries) {
        const EntryWords words = entryWords(session.reader(), ref, entry);
        // An entry, a line.
        QString said = textAndDetail(words.text.simplified(), QString(words.detail).replace(u'\n', u"; "_s));
        if (!words.mark.isEmpty())
            said += u"  ·  "_s + words.mark;
        QStringList parts{entryNumber(entry).rightJustified(widest), session.moment(entry.at),
                          session.userName(entry.author), said};
        parts.removeIf([](const QString &part) { return part.isEmpty(); }); // reminders are nobody's
        session.output.line(parts.join(u"  "_s));
    }
}

/// What a list shows of items until somebody chooses.
QStringList usualColumns(const Schema &schema, qint64 typeId)
{
    QStringList columns{u"title"_s, u"stage"_s, u"amount"_s, u"price"_s, u"responsible"_s, u"created_at"_s};
    columns.removeIf([&](const QString &code) { return !schema.field(typeId, code); });
    return columns;
}

Result<void> listAsText(const Session &session, qint64 typeId, const QList<qint64> &ids, const QStringList &columns)
{
    const QStringList read = QStringList{u"number"_s} + columns;
    QList<FieldPath> paths;
    QStringList header;
    for (const QString &column : read) {
        paths << pathOf(session.schema(), typeId, column);
        if (paths.last())
            header << paths.last().name();
    }
    QList<QStringList> table;
    for (qsizetype from = 0; from < ids.size(); from += portion) {
        auto rows = readRows(session.reader(), typeId, ids.mid(from, portion), read);
        if (!rows)
            return rows.error();
        for (const ItemRow &row : std::as_const(*rows)) {
            const QString number = row.values.first().toString();
            QStringList cells{number.isEmpty() ? QString::number(row.id) : number};
            for (qsizetype at = 1; at < paths.size(); ++at) {
                if (paths[at])
                    cells << rowText(session.schema(), *paths[at].field, row, at);
            }
            table.append(cells);
        }
    }
    session.output.table(QStringList{Texts::tr("No.")} + header, table);
    return {};
}

Result<QJsonArray> listAsJson(const Session &session, qint64 typeId, const QList<qint64> &ids, const QStringList &columns)
{
    QStringList linked = columns;
    linked.removeIf([](const QString &column) { return !column.contains(u'.'); });
    QJsonArray array;
    for (qsizetype from = 0; from < ids.size(); from += portion) {
        auto items = readItems(session.reader(), typeId, ids.mid(from, portion));
        if (!items)
            return items.error();
        auto rows = linked.isEmpty() ? Result<QList<ItemRow>>(QList<ItemRow>())
                                     : readRows(session.reader(), typeId, ids.mid(from, portion), linked);
        if (!rows)
            return rows.error();
        QHash<qint64, ItemRow> rowOf;
        for (const ItemRow &row : std::as_const(*rows))
            rowOf.insert(row.id, row);
        for (const Item &item : std::as_const(*items)) {
            QJsonObject object = session.json(item, columns);
            const ItemRow row = rowOf.value(item.id);
            for (qsizetype at = 0; at < linked.size(); ++at) {
                const Field &field = *pathOf(session.schema(), typeId, linked[at]).field;
                object[linked[at]] = valueToJson(session.schema(), field, row.values.value(at),
                                                 [&](const ItemRef &ref) { return session.number(ref); });
            }
            array.append(object);
        }
    }
    return array;
}

/// A sum in the base currency; it is null where a rate is missing.
QJsonObject inBaseJson(const BaseSum &all)
{
    return {{u"amount"_s, all.missing.isEmpty() ? QJsonValue(moneyNumber(all.sum)) : QJsonValue()},
            {u"currency"_s, all.sum.currency},
            {u"missing"_s, QJsonArray::fromStringList(all.missing)}};
}

} // namespace

int runList(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    auto query = session.query(*type);
    auto limit = session.wholeNumber(u"--limit"_s, -1);
    auto offset = session.wholeNumber(u"--offset"_s, 0);
    if (!query)
        return session.output.fail(query.error());
    if (!limit || !offset)
        return session.output.fail(limit ? offset.error() : limit.error());
    auto columns = session.columns(*type);
    if (!columns)
        return session.output.fail(columns.error());
    auto ids = queryIds(session.reader(), *query, *limit, *offset);
    if (!ids)
        return session.output.fail(ids.error());
    if (session.output.json()) {
        auto array = listAsJson(session, type->id, *ids, *columns);
        if (!array)
            return session.output.fail(array.error());
        session.output.document(*array);
        return 0;
    }
    auto listed = listAsText(session, type->id, *ids,
                             columns->isEmpty() ? usualColumns(session.schema(), type->id) : *columns);
    return listed ? 0 : session.output.fail(listed.error());
}

int runCount(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    auto query = session.query(*type);
    if (!query)
        return session.output.fail(query.error());
    auto totals = queryTotals(session.reader(), *query);
    if (!totals)
        return session.output.fail(totals.error());
    QJsonObject sums;
    QStringList texts;
    for (auto it = totals->sums.cbegin(); it != totals->sums.cend(); ++it) {
        sums[it.key()] = moneyNumber({it.value(), it.key()});
        texts << moneyText({it.value(), it.key()});
    }
    auto rates = readRates(session.reader(), session.store.clock().localNow().date());
    if (!rates)
        return session.output.fail(rates.error());
    const BaseSum all = inBase(*rates, totals->sums, totals->closed);
    QString said = texts.join(u" + "_s);
    if (all.isConverted)
        said += all.missing.isEmpty() ? u" = "_s + moneyText(all.sum) : u" · "_s + missingText(all);
    session.output.line(Texts::tr("Items: %1").arg(totals->count) + (said.isEmpty() ? QString() : u" · "_s + said));
    QJsonObject document{{u"count"_s, totals->count}, {u"sums"_s, QJsonObject()}};
    if (session.schema().field(type->id, u"amount"_s)) {
        document[u"sums"_s] = QJsonObject{{u"amount"_s, sums}};
        document[u"in_base"_s] = QJsonObject{{u"amount"_s, inBaseJson(all)}};
    }
    session.output.document(document);
    return 0;
}

namespace {

constexpr int mostNamed = 100; ///< items that name one, of each field

/// What names an item in a field of its own: the contracts of a deal. @p linked: what links tell of already.
Result<QJsonArray> namedBy(const Session &session, const ItemRef &ref, const QList<ItemLink> &linked)
{
    const auto isLinked = [&](const ItemRef &other) {
        return std::ranges::any_of(linked,
                                   [&](const ItemLink &link) { return link.source == other || link.target == other; });
    };
    auto groups = linkGroups(session.reader(), ref, mostNamed);
    if (!groups)
        return groups.error();
    QJsonArray array;
    for (const LinkGroup &group : std::as_const(*groups)) {
        const Field *field = group.way.isIncoming ? session.schema().field(group.way.field) : nullptr;
        for (const qint64 id : field ? group.items : QList<qint64>()) {
            const ItemRef other{group.typeId, id, {}};
            if (isLinked(other))
                continue;
            QJsonObject one = session.json(other);
            one[u"kind"_s] = u"field"_s;
            one[u"field"_s] = field->code;
            one[u"direction"_s] = u"from"_s;
            array.append(one);
        }
    }
    return array;
}

void tellLinks(const Session &session, const QJsonArray &links)
{
    for (const QJsonValue &link : links) {
        if (const EntityType *type = session.schema().type(link[u"type"_s].toString()))
            session.output.line(
                Texts::tr("Linked: %1 %2, “%3”")
                    .arg(displayName(*type), numberSign() + link[u"id"_s].toString(), link[u"title"_s].toString()));
    }
}

/// Which view of the card is shown, and which others there are.
void tellViews(const Session &session, const CardLayout &layout)
{
    QStringList others;
    for (const CardView &view : layout.views) {
        if (view.uid != layout.view.uid)
            others << viewName(view);
    }
    const QString shown = Texts::tr("Card view: %1").arg(viewName(layout.view));
    session.output.line(others.isEmpty() ? shown : Texts::tr("%1; also: %2").arg(shown, others.join(u", "_s)));
}

} // namespace

int runShow(const Session &session)
{
    if (session.isOfActivity())
        return runActivityShow(session);
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    auto item = readItem(session.reader(), *ref);
    auto planned = plannedActivities(session.reader(), *ref);
    auto held = heldActivities(session.reader(), *ref, session.store.clock().now());
    auto timeline = wholeTimeline(session, *ref);
    auto links = readLinks(session.reader(), *ref);
    auto pinned = readPinned(session.reader(), *ref);
    if (!item)
        return session.output.fail(item.error());
    auto named = links ? namedBy(session, *ref, *links) : Result<QJsonArray>(links.error());
    if (!planned || !held || !timeline || !links || !pinned || !named) {
        return session.output.fail(!planned        ? planned.error()
                                       : !held     ? held.error()
                                       : !timeline ? timeline.error()
                                       : !links    ? links.error()
                                       : !pinned   ? pinned.error()
                                                   : named.error());
    }

    auto layout = cardLayout(session.reader(), ref->type, item->reference(Codes::pipeline), session.store.user());
    if (!layout)
        return session.output.fail(layout.error());
    QJsonArray views;
    for (const CardView &view : layout->views)
        views.append(viewJson(session.schema(), view));

    QJsonObject object = session.json(*item);
    QJsonArray activities;
    for (const Activity &activity : *planned + *held)
        activities.append(activityJson(session, activity));
    QJsonArray related = *named;
    for (const ItemLink &link : std::as_const(*links)) {
        const bool outgoing = link.source == *ref;
        QJsonObject one = session.json(outgoing ? link.target : link.source);
        one[u"kind"_s] = link.kind;
        one[u"direction"_s] = outgoing ? u"to"_s : u"from"_s;
        related.append(one);
    }
    QJsonArray entries;
    for (const TimelineEntry &entry : std::as_const(*timeline))
        entries.append(entryJson(session, *ref, entry));
    QJsonArray pins;
    for (const TimelineEntry &entry : std::as_const(*pinned))
        pins.append(entryJson(session, *ref, entry));
    object[u"timeline"_s] = entries;
    object[u"pins"_s] = pins;
    object[u"activities"_s] = activities;
    object[u"links"_s] = related;
    object[u"views"_s] = views;
    object[u"layout"_s] = layoutJson(session.schema(), *layout);

    Result<QList<ProductRow>> products = QList<ProductRow>();
    if (session.schema().type(ref->type)->hasProducts) {
        products = readProducts(session.reader(), *ref);
        if (!products)
            return session.output.fail(products.error());
        object[u"products"_s] = productsJson(session.reader(), *item, *products)[u"rows"_s];
    }

    QList<QStringList> rows;
    const TitleSource titles = [&](const ItemRef &other) { return itemTitle(session.reader(), other); };
    for (const Field &field : session.schema().fields(ref->type)) {
        const QString text = valueText(session.schema(), field, item->value(field.code), titles);
        if (!text.isEmpty())
            rows.append({displayName(field), text});
    }
    session.output.table({u"#"_s + item->number, item->text(u"title"_s)}, rows);
    if (!session.output.json() && !products->isEmpty())
        tellProducts(session, *item, *products);
    for (const Activity &activity : std::as_const(*planned)) {
        session.output.line(
            Texts::tr("Planned: %1, %2 (No. %3)").arg(activity.title, deadlineText(session, activity), activity.number));
    }
    for (const Activity &activity : std::as_const(*held))
        session.output.line(Texts::tr("Held: %1 (No. %2), %3")
                                .arg(activity.title, activity.number, detailsText(session.schema(), activity)));
    tellLinks(session, related);
    tellViews(session, *layout);
    if (!session.output.json() && !pinned->isEmpty()) {
        session.output.line(Texts::tr("Pinned:"));
        tellTimeline(session, *ref, *pinned);
        session.output.line({});
    }
    if (!session.output.json() && !timeline->isEmpty()) {
        session.output.line(Texts::tr("Timeline, with the numbers of its entries:"));
        tellTimeline(session, *ref, *timeline);
    }
    session.output.document(object);
    return 0;
}

namespace {

/// What a counter counts, and by which rule.
int explainCounter(const Session &session)
{
    const qint64 now = session.store.clock().now();
    Result<Explanation> found = Explanation();
    if (session.arguments.words.size() > 1) {
        auto item = session.item(1);
        found = item ? explainItem(session.reader(), *item, now) : Result<Explanation>(item.error());
    } else {
        auto type = session.type(0);
        found = type ? explainSection(session.reader(), type->id, session.store.user(), now)
                     : Result<Explanation>(type.error());
    }
    if (!found)
        return session.output.fail(found.error());
    QJsonArray array;
    for (const LitActivity &lit : std::as_const(found->activities)) {
        QJsonObject one{{u"id"_s, lit.number},
                        {u"title"_s, lit.title},
                        {u"light"_s, lit.incoming ? u"green"_s : u"red"_s},
                        {u"why"_s, whyLit(lit)}};
        if (lit.since.isValid()) {
            one[u"deadline"_s] = session.instant(lit.deadline.toLongLong());
            one[u"since"_s] = session.instant(lit.since.toLongLong());
            one[u"by_reminder"_s] = lit.byReminder;
        }
        array.append(one);
    }
    if (found->activities.isEmpty())
        session.output.line(Texts::tr("The counter is empty: nothing is due, and nothing incoming waits."));
    for (const QString &line : explanationLines(*found))
        session.output.line(line);
    session.output.document(QJsonObject{{u"red"_s, found->lights.red},
                                        {u"green"_s, found->lights.green},
                                        {u"planned"_s, found->lights.planned},
                                        {u"activities"_s, array},
                                        {u"more"_s, qint64(found->more)}});
    return 0;
}

} // namespace

int runCounters(const Session &session)
{
    if (session.arguments.has(u"--explain"_s) && session.arguments.words.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("Say which section or item to explain."), {}, {}});
    if (session.arguments.has(u"--explain"_s))
        return explainCounter(session);
    if (!session.arguments.words.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("Only with --explain a section is named."), {}, {}});
    auto lights = sectionLights(session.reader(), session.store.user(), session.store.clock().now());
    if (!lights)
        return session.output.fail(lights.error());
    QJsonObject object;
    QList<QStringList> rows;
    for (const EntityType &type : session.schema().types()) {
        if (!type.hasActivities)
            continue;
        const Lights one = lights->value(type.id);
        object[type.code] = QJsonObject{{u"red"_s, one.red}, {u"green"_s, one.green}, {u"planned"_s, one.planned}};
        rows.append({pluralName(type), QString::number(one.red), QString::number(one.green), QString::number(one.planned)});
    }
    session.output.table({Texts::tr("Section"), Texts::tr("Due"), Texts::tr("Incoming"), Texts::tr("Planned")}, rows);
    session.output.document(object);
    return 0;
}

} // namespace Kartoteka::Cli
