// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/listing.h"

#include "core/live/changed_groups.h"
#include "core/live/changed_items.h"
#include "core/live/rest.h"
#include "core/query/ordered_among.h"
#include "core/store/change/journal_reader.h"
#include "core/store/db/one_moment.h"

namespace Kartoteka {

namespace {

constexpr qsizetype probesInAll = 200; ///< rows of the list that are ordered with the changed ones at a time

/// Between which places of the rest an item belongs.
struct Bracket
{
    qint64 id = 0;
    qsizetype low = 0;  ///< it stands before none of the places below this …
    qsizetype high = 0; ///< … and before all from this one on
};

/// Narrows all brackets to a place each. SQLite itself compares: whatever the order is made of, it is the list's own.
/// @return false when the rest is not in that order, which then is not what the list was made by.
Result<bool> narrow(const ReadContext &context, const ItemQuery &query, const Rest<qint64> &rest, QList<Bracket> &brackets)
{
    const qsizetype probesEach = qMax<qsizetype>(4, probesInAll / qMax<qsizetype>(1, brackets.size()));
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

Result<ListingChange> follow(const ReadContext &context, const ItemQuery &query, const Listing &before)
{
    ListingChange another;
    another.journal = before.journal;
    another.isAnother = true;
    auto touched = changedItems(context, query, {}, before.journal);
    if (!touched)
        return touched.error();
    if (touched->isAnother)
        return another;
    ListingChange change{
        .delta = {}, .groups = before.groups, .journal = touched->journal, .concernsOthers = touched->concernsOthers};
    if (touched->ids.isEmpty())
        return change;
    const QSet<qint64> changed(touched->ids.begin(), touched->ids.end());
    auto members = queryAmong(context, query, touched->ids);
    if (!members)
        return members.error();
    const QList<qsizetype> rows = rowsOf(before.ids, changed, std::identity());
    const Rest<qint64> rest(before.ids, rows);
    QList<Bracket> brackets;
    for (const qint64 id : std::as_const(*members))
        brackets.append({id, 0, rest.size()});
    auto isOrdered = narrow(context, query, rest, brackets);
    if (!isOrdered)
        return isOrdered.error();
    if (!*isOrdered)
        return another;
    QList<ChangedRow> old;
    for (const qsizetype row : rows)
        old.append({row, before.ids[row]});
    QList<PlacedRow> placed;
    for (const Bracket &bracket : std::as_const(brackets))
        placed.append({bracket.id, bracket.low});
    change.delta = deltaTo(old, placed);
    if (query.groupBy.isEmpty())
        return change;
    auto groups = followGroups(context, query, before, rows, change.delta);
    if (!groups)
        return groups.error();
    if (!*groups)
        return another;
    change.groups = **groups;
    return change;
}

} // namespace

Result<Listing> readListing(const ReadContext &context, const ItemQuery &query)
{
    return inOneMoment(context.connection, [&]() -> Result<Listing> {
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
    return inOneMoment(context.connection, [&] { return follow(context, query, before); });
}

} // namespace Kartoteka
