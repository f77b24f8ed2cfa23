// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/listing.h"

#include "core/live/dependence.h"
#include "core/query/ordered_among.h"
#include "core/store/change/journal_reader.h"

#include <algorithm>
#include <functional>

namespace Kartoteka {

namespace {

constexpr qsizetype fewItems = 200;    ///< more that changed are not placed one by one
constexpr qsizetype fewEntries = 2000; ///< more rows of the journal are not looked through

/// All that is read in it is of one moment.
template<typename T>
Result<T> inOneMoment(const ReadContext &context, const std::function<Result<T>()> &read)
{
    if (auto begun = context.connection.run(u"BEGIN"_s); !begun)
        return begun.error();
    Result<T> result = read();
    (void)context.connection.run(u"COMMIT"_s); // nothing was written in it
    return result;
}

/// A list without some of its rows, which are few.
class Rest
{
public:
    Rest(const QList<qint64> &ids, const QList<qsizetype> &without) : m_ids(ids), m_without(without) {}

    qsizetype size() const { return m_ids.size() - m_without.size(); }
    qint64 at(qsizetype place) const
    {
        for (const qsizetype row : m_without)
            place += row <= place ? 1 : 0;
        return m_ids[place];
    }
    /// The place that a row of the whole list has, or would have.
    qsizetype placeOf(qsizetype row) const
    {
        return row - (std::lower_bound(m_without.begin(), m_without.end(), row) - m_without.begin());
    }

private:
    const QList<qint64> &m_ids;
    const QList<qsizetype> &m_without; ///< ascending
};

/// Rows at which @p wanted stand in @p ids, ascending.
QList<qsizetype> rowsOf(const QList<qint64> &ids, const QSet<qint64> &wanted)
{
    constexpr qsizetype oneByOne = 8;
    QList<qsizetype> rows;
    if (wanted.size() <= oneByOne) {
        for (const qint64 id : wanted) {
            if (const qsizetype row = ids.indexOf(id); row >= 0)
                rows.append(row);
        }
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    for (qsizetype row = 0; row < ids.size(); ++row) {
        if (wanted.contains(ids[row]))
            rows.append(row);
    }
    return rows;
}

/// Between which places of the rest an item belongs.
struct Bracket
{
    qint64 id = 0;
    qsizetype low = 0;  ///< it stands before none of the places below this …
    qsizetype high = 0; ///< … and before all from this one on
};

/// Narrows all brackets to a place each. SQLite itself compares: whatever the order is made of, it is the list's own.
/// @return false when the rest is not in that order, which then is not what the list was made by.
Result<bool> narrow(const ReadContext &context, const ItemQuery &query, const Rest &rest, QList<Bracket> &brackets)
{
    const qsizetype probesEach = qMax<qsizetype>(4, fewItems / qMax<qsizetype>(1, brackets.size()));
    for (;;) {
        QHash<qint64, qsizetype> probes; // place by id
        QList<qint64> asked;
        for (const Bracket &bracket : std::as_const(brackets)) {
            const qsizetype width = bracket.high - bracket.low;
            if (width == 0)
                continue;
            asked.append(bracket.id);
            const qsizetype count = qMin(width, probesEach);
            for (qsizetype i = 1; i <= count; ++i) {
                const qsizetype place = bracket.low + width * i / (count + 1);
                probes.insert(rest.at(place), place);
            }
        }
        if (asked.isEmpty())
            return true;
        asked += probes.keys();
        auto ordered = orderedAmong(context, query, asked);
        if (!ordered)
            return ordered.error();
        if (ordered->size() != asked.size())
            return false; // one of them is gone, and no row of the journal says so
        QHash<qint64, Bracket *> byId;
        for (Bracket &bracket : brackets)
            byId.insert(bracket.id, &bracket);
        qsizetype last = -1; // place of the last probe
        for (const qint64 id : std::as_const(*ordered)) {
            if (const auto probe = probes.constFind(id); probe != probes.cend()) {
                if (*probe <= last)
                    return false;
                last = *probe;
            } else {
                byId.value(id)->low = qMax(byId.value(id)->low, last + 1);
            }
        }
        qsizetype next = rest.size();
        for (auto it = ordered->crbegin(); it != ordered->crend(); ++it) {
            if (const auto probe = probes.constFind(*it); probe != probes.cend())
                next = *probe;
            else
                byId.value(*it)->high = qMin(byId.value(*it)->high, next);
        }
    }
}

/// @p placed: what belongs into the list, in order, with its places in the rest.
RowDelta deltaTo(const QList<qint64> &ids, const QList<qsizetype> &rows, const Rest &rest, const QList<Bracket> &placed)
{
    QHash<qint64, qsizetype> oldRows;
    for (const qsizetype row : rows)
        oldRows.insert(ids[row], row);
    RowDelta delta;
    QSet<qsizetype> kept; // rows of the old list
    qsizetype lastKept = -1;
    for (qsizetype i = 0; i < placed.size(); ++i) {
        const qsizetype row = placed[i].low + i;
        const qsizetype old = oldRows.value(placed[i].id, -1);
        // It stays when the same items stand before it; of several at one place those that keep their order do.
        if (old > lastKept && rest.placeOf(old) == placed[i].low) {
            lastKept = old;
            kept.insert(old);
            delta.updates.append(row);
        } else {
            delta.insertions.append({row, placed[i].id});
        }
    }
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
        if (!kept.contains(*row))
            delta.removals.append(*row);
    }
    return delta;
}

Result<ListingChange> follow(const ReadContext &context, const ItemQuery &query, const Listing &before)
{
    const ListingChange another{.delta = {}, .journal = before.journal, .isAnother = true};
    auto entries = touchedSince(context.connection, *context.catalog, before.journal, fewEntries);
    if (!entries)
        return entries.error();
    if (entries->size() >= fewEntries)
        return another;
    const Dependence dependence(context, query);
    ListingChange change{.delta = {}, .journal = before.journal, .isAnother = false};
    QSet<qint64> changed;
    for (const TouchedRecord &entry : std::as_const(*entries)) {
        change.journal = entry.journal;
        if (dependence.isBroken(entry))
            return another;
        for (const qint64 id : dependence.itemsOf(entry))
            changed.insert(id);
    }
    if (changed.isEmpty())
        return change;
    if (changed.size() > fewItems)
        return another;
    auto members = queryAmong(context, query, changed.values());
    if (!members)
        return members.error();
    const QList<qsizetype> rows = rowsOf(before.ids, changed);
    const Rest rest(before.ids, rows);
    QList<Bracket> placed;
    for (const qint64 id : std::as_const(*members))
        placed.append({id, 0, rest.size()});
    auto isOrdered = narrow(context, query, rest, placed);
    if (!isOrdered)
        return isOrdered.error();
    if (!*isOrdered)
        return another;
    change.delta = deltaTo(before.ids, rows, rest, placed);
    return change;
}

} // namespace

Result<Listing> readListing(const ReadContext &context, const ItemQuery &query)
{
    return inOneMoment<Listing>(context, [&]() -> Result<Listing> {
        Listing listing;
        auto journal = lastJournalRow(context.connection);
        if (!journal)
            return journal.error();
        listing.journal = *journal;
        auto ids = queryIds(context, query);
        if (!ids)
            return ids.error();
        listing.ids = *ids;
        if (!query.groupBy.isEmpty()) {
            auto groups = queryGroups(context, query);
            if (!groups)
                return groups.error();
            listing.groups = *groups;
        }
        return listing;
    });
}

Result<ListingChange> followListing(const ReadContext &context, const ItemQuery &query, const Listing &before)
{
    if (!query.groupBy.isEmpty())
        return ListingChange{.delta = {}, .journal = before.journal, .isAnother = true};
    return inOneMoment<ListingChange>(context, [&] { return follow(context, query, before); });
}

} // namespace Kartoteka
