// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/calendar_query.h"

#include "core/base/texts.h"
#include "core/calendar/activity_span.h"
#include "core/calendar/calendar_entries.h"
#include "core/calendar/calendar_queries.h"
#include "core/items/item_queries.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Puts a calendar together: what begins on a day is counted by the file, what stands on several days is counted here.
class CalendarReading
{
public:
    CalendarReading(const ReadContext &context, const CalendarQuery &query, CalendarSource source)
        : m_context(context), m_query(query), m_source(std::move(source)), m_listed(query.from.daysTo(query.to) + 1)
    {
        m_result.from = query.from;
        m_result.counts = QList<int>(m_listed.size());
    }

    Result<CalendarEntries> read()
    {
        auto done = m_source.isActivities ? readActivities() : readItemDays();
        if (!done)
            return done.error();
        std::ranges::sort(m_result.entries, comesBefore);
        return std::move(m_result);
    }

private:
    qint64 now() const { return m_query.items.now != 0 ? m_query.items.now : m_context.clock->now(); }

    /// Counts it on its days, from @p counted on. @return whether its first day here still lists entries.
    bool note(const QDate &first, const QDate &last, const QDate &counted)
    {
        for (QDate day = qMax(counted, m_query.from); day <= qMin(last, m_query.to); day = day.addDays(1))
            ++m_result.counts[m_query.from.daysTo(day)];
        const qsizetype shown = m_query.from.daysTo(qMax(first, m_query.from));
        if (m_query.limitPerDay >= 0 && m_listed.value(shown) >= m_query.limitPerDay) {
            m_result.isCut = true;
            return false;
        }
        ++m_listed[shown];
        return true;
    }

    Result<void> take(Result<DayRows> rows)
    {
        if (!rows)
            return rows.error();
        for (qsizetype i = 0; i < rows->counts.size(); ++i)
            m_result.counts[i] += rows->counts[i];
        m_result.isCut = m_result.isCut || rows->isCut;
        m_ids += rows->ids;
        m_overNight = rows->overNight;
        return {};
    }

    Result<void> readItemDays()
    {
        const Field &first = *m_context.schema->field(m_query.items.typeId, m_query.field);
        const Field *last = m_query.mode == CalendarMode::Span
            ? m_context.schema->field(m_query.items.typeId, m_query.endField)
            : nullptr;
        if (last || m_source.isSearched) {
            auto rows = last ? spanRows(m_context, m_source, first, *last, m_query.from, m_query.to)
                             : foundRows(m_context, m_source, first, m_query.from, m_query.to);
            if (!rows)
                return rows.error();
            for (const CalendarRow &row : std::as_const(*rows)) {
                const auto days = itemDays(row.times, first, last);
                if (days && note(days->first, days->second, days->first))
                    m_ids << row.id;
            }
        } else if (auto done = take(dayRows(m_context, m_source, m_query.from, m_query.to, m_query.limitPerDay)); !done) {
            return done;
        }
        auto entries = itemEntries(m_context, m_query, m_ids);
        if (!entries)
            return entries.error();
        m_result.entries = std::move(*entries);
        return {};
    }

    Result<void> readActivities()
    {
        auto rows = longRows(m_context, m_source, m_query.from, m_query.to);
        if (!rows)
            return rows.error();
        for (const CalendarRow &row : std::as_const(*rows)) {
            const auto span = activitySpan(row.times);
            if (span && span->last >= m_query.from && span->first <= m_query.to
                && note(span->first, span->last, span->first))
                m_ids << row.id;
        }
        auto done = take(dayRows(m_context, m_source, m_query.from, m_query.to, m_query.limitPerDay));
        if (!done)
            return done;
        auto later = activityRows(m_context, m_overNight);
        if (!later)
            return later.error();
        for (const CalendarRow &row : std::as_const(*later)) {
            if (const auto span = activitySpan(row.times); span && span->last > span->first && span->last <= m_query.to)
                ++m_result.counts[m_query.from.daysTo(span->last)];
        }
        auto entries = activityEntries(m_context, m_ids, now());
        if (!entries)
            return entries.error();
        m_result.entries = std::move(*entries);
        return m_query.withGhosts ? readGhosts() : Result<void>();
    }

    Result<void> readGhosts()
    {
        auto ids = openSeries(m_context, m_source, m_query.to);
        if (!ids || ids->isEmpty())
            return ids ? Result<void>() : Result<void>(ids.error());
        auto series = readItems(m_context, m_context.schema->type(u"activity"_s)->id, *ids);
        if (!series)
            return series.error();
        auto ghosts = ghostsOf(m_context, *series, m_query.from, m_query.to, now());
        if (!ghosts)
            return ghosts.error();
        ghosts->removeIf([this](const Ghost &ghost) {
            const auto span = activitySpan(ghost.times);
            return !note(span->first, span->last, span->first);
        });
        auto open = activityEntries(m_context, *ids, now());
        if (!open)
            return open.error();
        m_result.entries += ghostEntries(*open, *ghosts);
        return {};
    }

    const ReadContext &m_context;
    const CalendarQuery &m_query;
    CalendarSource m_source;
    QList<int> m_listed; ///< of each day, besides those that the file lists
    QList<qint64> m_ids;
    QSet<qint64> m_overNight;
    CalendarEntries m_result;
};

} // namespace

Result<CalendarEntries> readCalendar(const ReadContext &context, const CalendarQuery &query)
{
    const qint64 days = query.from.isValid() && query.to.isValid() ? query.from.daysTo(query.to) + 1 : 0;
    if (days < 1 || days > longestCalendarDays)
        return Error{
            ErrorCode::Usage, Texts::tr("A calendar shows from one day to %1 days.").arg(longestCalendarDays), {}, {}};
    if (query.mode == CalendarMode::Span) {
        const Field *last = context.schema->field(query.items.typeId, query.endField);
        if (!last || (last->type != FieldType::Date && last->type != FieldType::DateTime) || last->multiple)
            return Error{ErrorCode::Usage, Texts::tr("“%1” is not a date field.").arg(query.endField), {}, query.endField};
    }
    auto source = calendarSource(context, query);
    if (!source)
        return source.error();
    return CalendarReading(context, query, std::move(*source)).read();
}

QList<Field> calendarFields(const Schema &schema, qint64 typeId)
{
    QList<Field> fields;
    for (const Field &field : schema.fields(typeId)) {
        if (!field.multiple && (field.type == FieldType::Date || field.type == FieldType::DateTime))
            fields.append(field);
    }
    // Those that have an index and are planned by people come first: the best one to begin with.
    const auto rank = [](const Field &field) { return field.indexed ? (field.editable ? 0 : 1) : 2; };
    std::ranges::stable_sort(fields, [&rank](const Field &a, const Field &b) { return rank(a) < rank(b); });
    return fields;
}

} // namespace Kartoteka
