// SPDX-License-Identifier: GPL-3.0-or-later
// How the list follows commits: few changes by place, many by its order read anew, and none while nobody sees it.
#include "models/item_table_model.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr qsizetype fewChanges = 20; ///< are followed at once, row by row
constexpr qsizetype mostFollowed = 20'000; ///< after more the list is read anew
constexpr qsizetype shortList = 2'000;     ///< is read whole as quickly as its changes are looked up

} // namespace

void ItemTableModel::onCommitted(const CommitNotice &notice)
{
    if (!m_asked)
        return;
    for (const RecordChange &change : notice.records) {
        if (change.typeId == m_query.typeId)
            m_changed.insert(change.id);
    }
    m_stale = m_stale || notice.whole || m_changed.size() > mostFollowed;
    catchUp();
}

/// Follows what was announced, unless something is being read that will know of it, or nobody looks.
void ItemTableModel::catchUp()
{
    if (!m_shown || !m_asked || m_loading || m_following)
        return;
    if (m_stale)
        reload();
    else if (m_soon.isActive() || m_changed.isEmpty())
        return;
    else if (m_changed.size() > fewChanges)
        m_soon.start();
    else
        follow();
}

void ItemTableModel::follow()
{
    m_following = true;
    const QSet<qint64> changed = std::exchange(m_changed, {});
    if (!isGrouped() && changed.size() <= fewChanges && m_ids.size() > shortList)
        followFew(changed);
    else
        followAll(changed);
}

void ItemTableModel::followed()
{
    m_following = false;
    catchUp();
}

/// Asks only where the changed rows stand now.
void ItemTableModel::followFew(const QSet<qint64> &changed)
{
    using Places = std::optional<QList<Place>>;
    m_store
        .read<Places>(m_load, [query = m_query, ids = m_ids,
                               changed](ReadContext &context) { return placesOf(context, query, ids, changed); })
        .then(this, [this, changed, token = m_load](const Result<Places> &places) {
            if (token.isCancelled())
                return;
            if (!places) {
                m_following = false;
                fail(places.error());
            } else if (!*places || !m_changed.isEmpty()) {
                followAll(changed); // what changed meanwhile may have misled the search
            } else {
                applyPlaces(**places, changed);
                followed();
            }
        });
}

/// Reads the order anew and moves what has changed.
void ItemTableModel::followAll(const QSet<qint64> &changed)
{
    m_store
        .read<Listing>(m_load, [query = m_query, folded = m_folded](
                                   ReadContext &context) { return readListing(context, query, folded); })
        .then(this, [this, changed, token = m_load](const Result<Listing> &listing) {
            if (token.isCancelled())
                return;
            if (!listing) {
                m_following = false;
                fail(listing.error());
                return;
            }
            if (isGrouped() || changed.size() > fewChanges) {
                for (const qint64 id : changed)
                    m_rows->remove(id);
                takeListing(*listing, false);
            } else {
                applyDelta(listing->ids, changed);
            }
            followed();
        });
}

void ItemTableModel::applyPlaces(const QList<Place> &places, const QSet<qint64> &changed)
{
    QSet<qint64> moved = changed;
    for (const Place &place : places) {
        m_rows->remove(place.id);
        if (m_ids.value(place.at) == place.id)
            moved.remove(place.id);
    }
    // Those that stay are only repainted; of several that changed places, what looks the same may not be.
    if (!moved.isEmpty())
        moved = changed;
    for (const qint64 id : std::as_const(moved)) {
        m_rows->remove(id);
        const int row = rowOf(id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    }
    for (const Place &place : places) {
        if (!moved.contains(place.id)) {
            emit dataChanged(index(int(place.at), 0), index(int(place.at), columnCount() - 1));
            continue;
        }
        beginInsertRows({}, int(place.at), int(place.at));
        m_ids.insert(place.at, place.id);
        endInsertRows();
    }
}

/// Takes changed rows out of their old places and puts them into the new ones; all others keep theirs.
void ItemTableModel::applyDelta(const QList<qint64> &ids, QSet<qint64> changed)
{
    for (const qint64 id : std::as_const(changed))
        m_rows->remove(id);
    if (ids == m_ids) {
        for (const qint64 id : std::as_const(changed)) {
            if (const int row = rowOf(id); row >= 0)
                emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
        return;
    }
    // The order may be of a moment later than the notice: what it has more or less is not among the changed.
    changed += m_changed;
    qsizetype before = 0;
    QList<QPair<int, qint64>> places;
    for (const qint64 id : std::as_const(changed)) {
        before += rowOf(id) >= 0 ? 1 : 0;
        if (const auto at = ids.indexOf(id); at >= 0)
            places.append({int(at), id});
    }
    if (changed.size() > fewChanges || ids.size() - places.size() != m_ids.size() - before) {
        takeListing({ids, {}}, false);
        return;
    }
    for (const qint64 id : std::as_const(changed)) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    }
    std::sort(places.begin(), places.end());
    for (const auto &[row, id] : std::as_const(places)) {
        if (row > m_ids.size())
            break;
        beginInsertRows({}, row, row);
        m_ids.insert(row, id);
        endInsertRows();
    }
    if (m_ids != ids)
        setIds(ids); // a row moved whose notice is still to come
}

} // namespace Kartoteka
