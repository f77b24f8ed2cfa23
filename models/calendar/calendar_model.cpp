// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/calendar_model.h"

#include "core/calendar/calendar_entries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/roles.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr qsizetype keptWindows = 8;

/// The same question, but for the days.
bool asksTheSame(CalendarQuery a, const CalendarQuery &b)
{
    a.from = b.from;
    a.to = b.to;
    a.limitPerDay = b.limitPerDay;
    return a == b;
}

bool isSame(const CalendarEntry &a, const CalendarEntry &b)
{
    return a.ref == b.ref && a.isGhost == b.isGhost && (!a.isGhost || a.first == b.first);
}

/// What stands between two days of what was read for more.
CalendarEntries cutOut(const CalendarEntries &all, const QDate &from, const QDate &to)
{
    CalendarEntries cut{from, {}, {}, all.isCut};
    for (QDate day = from; day <= to; day = day.addDays(1))
        cut.counts << all.count(day);
    std::ranges::copy_if(all.entries, std::back_inserter(cut.entries),
                         [&](const CalendarEntry &one) { return one.first <= to && one.last >= from; });
    return cut;
}

void put(CalendarEntries &shown, const CalendarEntry &before, const CalendarEntry &after)
{
    const auto at = std::ranges::find_if(shown.entries, [&](const CalendarEntry &one) { return isSame(one, before); });
    const bool isHere = after.last >= shown.from && after.first < shown.from.addDays(shown.counts.size());
    if (at == shown.entries.end() && !isHere)
        return;
    const auto countOn = [&](const CalendarEntry &entry, int by) {
        for (qsizetype i = 0; i < shown.counts.size(); ++i) {
            if (entry.covers(shown.from.addDays(i)))
                shown.counts[i] += by;
        }
    };
    if (at != shown.entries.end()) {
        countOn(*at, -1);
        shown.entries.erase(at);
    }
    if (!isHere)
        return;
    countOn(after, 1);
    shown.entries.insert(std::upper_bound(shown.entries.begin(), shown.entries.end(), after, comesBefore), after);
}

} // namespace

CalendarModel::CalendarModel(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (concerns(notice))
            refresh();
    });
    connect(&store, &Store::userChanged, this, &CalendarModel::refresh);
}

bool CalendarModel::concerns(const CommitNotice &notice) const
{
    if (notice.whole || notice.schemaChanged)
        return true;
    const SchemaPtr schema = m_store.schema();
    const bool isOfItems = m_query.mode == CalendarMode::Moment || m_query.mode == CalendarMode::Span;
    return std::ranges::any_of(notice.records, [&](const RecordChange &one) {
        const EntityType *type = schema->type(one.typeId);
        return one.typeId == m_query.items.typeId
            || (!isOfItems && ((type && isActivities(*type)) || one.table == Codes::seriesException));
    });
}

void CalendarModel::setQuery(const CalendarQuery &query)
{
    if (asksTheSame(query, m_query) && m_isRead)
        return;
    m_query = query;
    m_moved.clear();
    m_isRead = false;
    m_isStale = true;
    read();
}

void CalendarModel::setWindow(const QDate &from, const QDate &to, int limit, const QList<QPair<QDate, QDate>> &ahead)
{
    m_from = from;
    m_to = to;
    m_limit = limit;
    m_ahead = ahead;
    m_isStale = true;
    read();
}

void CalendarModel::setShown(bool shown)
{
    m_isShown = shown;
    read();
}

void CalendarModel::refresh()
{
    for (Window &window : m_windows)
        window.isStale = true;
    m_aheadLoad.cancel();
    m_isStale = true;
    read();
}

CalendarQuery CalendarModel::windowQuery(const QDate &from, const QDate &to) const
{
    CalendarQuery query = m_query;
    query.from = from;
    query.to = to;
    query.limitPerDay = m_limit;
    return query;
}

/// A window that has all that is asked for.
const CalendarModel::Window *CalendarModel::known(const CalendarQuery &query) const
{
    const auto has = [&](const Window &one) {
        const bool listsEnough = one.query.limitPerDay < 0 || !one.entries.isCut
            || (query.limitPerDay >= 0 && query.limitPerDay <= one.query.limitPerDay);
        return one.query.from <= query.from && one.query.to >= query.to && listsEnough && asksTheSame(one.query, query);
    };
    const auto found = std::ranges::find_if(m_windows, has);
    return found == m_windows.end() ? nullptr : &*found;
}

void CalendarModel::read()
{
    if (!m_isShown || !m_isStale || !m_from.isValid() || m_query.items.typeId == 0)
        return;
    const CalendarQuery query = windowQuery(m_from, m_to);
    const Window *window = known(query);
    m_isRead = window && !window->isStale;
    show(); // what is known, be it old
    m_isStale = false;
    m_load.cancel();
    if (m_isRead)
        readAhead();
    else
        start(query, false);
}

void CalendarModel::readAhead()
{
    for (const auto &[from, to] : std::as_const(m_ahead)) {
        const CalendarQuery query = windowQuery(from, to);
        const Window *window = known(query);
        if (!window || window->isStale) {
            start(query, true);
            return; // one after the other: what is seen may be asked for in between
        }
    }
}

void CalendarModel::start(const CalendarQuery &query, bool isAhead)
{
    CancelToken &load = isAhead ? m_aheadLoad : m_load;
    load.cancel();
    load = CancelToken();
    QList<qint64> settled;
    for (const Moved &one : std::as_const(m_moved)) {
        if (one.isCommitted)
            settled << one.number;
    }
    CalendarQuery asked = query;
    asked.items.user = m_store.user();
    asked.items.now = m_store.clock().now();
    m_store.read<CalendarEntries>(load, [asked](const ReadContext &context) { return readCalendar(context, asked); })
        .then(this, [this, query, isAhead, token = load, settled](const Result<CalendarEntries> &found) {
            if (token.isCancelled())
                return;
            if (!found) {
                if (!isAhead)
                    emit readFailed(found.error());
                return;
            }
            keep(query, *found);
            if (!isAhead) {
                m_moved.removeIf([&](const Moved &one) { return settled.contains(one.number); });
                m_isRead = true;
                show();
            }
            readAhead();
        });
}

void CalendarModel::keep(const CalendarQuery &query, const CalendarEntries &entries)
{
    m_windows.removeIf([&](const Window &one) { return one.query == query; });
    m_windows.prepend({query, entries, false});
    while (m_windows.size() > keptWindows)
        m_windows.removeLast();
}

void CalendarModel::show()
{
    const Window *window = known(windowQuery(m_from, m_to));
    m_shown = window ? cutOut(window->entries, m_from, m_to) : CalendarEntries{m_from, {}, {}, false};
    for (const Moved &one : std::as_const(m_moved))
        put(m_shown, one.before, one.after);
    emit changed();
}

void CalendarModel::apply(const CalendarEntry &before, const CalendarEntry &after, const Result<ChangeSet> &changes,
                          const QString &said)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    const qint64 number = ++m_moves;
    CalendarEntry there = after;
    // What is done to it next counts from its new times, although the file has not said them yet.
    const SchemaPtr schema = m_store.schema();
    for (const Change &change : changes->changes) {
        for (const FieldValue &value : change.values) {
            for (const Field &field : schema->fields(before.ref.type)) {
                const bool isTime = field.type == FieldType::Date || field.type == FieldType::DateTime;
                if (isTime && change.id == before.ref.id && field.column == value.field)
                    there.times.insert(field.code, value.value);
            }
        }
    }
    m_moved.append({before, there, number, false});
    show();
    m_store.commit(*changes).then(this, [this, number, said](const Result<Receipt> &receipt) {
        if (!receipt) {
            m_moved.removeIf([&](const Moved &one) { return one.number == number; });
            show();
            emit failed(receipt.error());
            return;
        }
        for (Moved &one : m_moved)
            one.isCommitted = one.isCommitted || one.number == number;
        refresh(); // what stands now drops the overlay
        emit done(said);
    });
}

} // namespace Kartoteka
