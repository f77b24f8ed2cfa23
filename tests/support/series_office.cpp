// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/series_office.h"

#include "core/activities/activity_queries.h"
#include "core/activities/recurrence.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/items/item_queries.h"

#include <QTest>

namespace Kartoteka {

SeriesOffice::SeriesOffice() : m_lead(create(u"lead"_s, {{u"title"_s, u"First"_s}}))
{}

Result<qint64> SeriesOffice::plan(const QString &rule, bool whenDone, bool incoming)
{
    ActivityDraft draft;
    draft.title = u"Call"_s;
    draft.description = u"About the pipes"_s;
    draft.items = {{typeId(u"lead"_s), m_lead, {}}};
    draft.deadline = incoming ? Value() : Value(clock().now());
    draft.incoming = incoming;
    draft.recurrence = rule;
    draft.repeatWhenDone = whenDone;
    const ChangeSet changes = planActivity(schema(), draft);
    auto receipt = store().commitAndWait(changes);
    return receipt ? Result<qint64>(receipt->created.value(changes.changes.first().uid)) : receipt.error();
}

Activity SeriesOffice::read(Store &store, qint64 id)
{
    auto activity = readActivity(store.reader(), id);
    return activity ? *activity : Activity{};
}

QList<Activity> SeriesOffice::open(Store &store)
{
    ActivityQuery query;
    query.user = store.user();
    query.now = store.clock().now();
    auto found = listActivities(store.reader(), query);
    QList<Activity> activities = found ? *found : QList<Activity>();
    activities.removeIf([](const Activity &activity) { return activity.done; });
    return activities;
}

void SeriesOffice::complete(Store &store, qint64 id, bool done)
{
    QVERIFY(store.commitAndWait(planComplete(read(store, id), done)));
}

Result<ChangeSet> SeriesOffice::skipped(qint64 id, SkipTo to)
{
    auto item = readItem(store().reader(), {typeId(u"activity"_s), id, {}});
    return item ? planSkip(store().reader(), *item, to) : Result<ChangeSet>(item.error());
}

QString SeriesOffice::dayOf(const Activity &activity)
{
    return occurrenceCode(wallOf(activity.deadline.toLongLong()));
}

void SeriesOffice::send(Store &from, Store &to, const QString &seat)
{
    clock().advance(1000);
    ExchangeWriteOptions write;
    write.path = path(u"letter.kartoteka-exchange"_s);
    write.seat = seat;
    const auto written = writeExchange(from, write);
    QVERIFY2(written, written ? "" : qUtf8Printable(written.error().message));
    ExchangeReadOptions options;
    options.path = write.path;
    const auto taken = readExchange(to, options);
    QVERIFY2(taken, taken ? "" : qUtf8Printable(taken.error().message));
    QCoreApplication::sendPostedEvents(&to);
}

} // namespace Kartoteka
