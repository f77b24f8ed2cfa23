// SPDX-License-Identifier: GPL-3.0-or-later
// How the list follows commits: by rows where few have changed, by its order read anew otherwise, and not while nobody looks.
#include "models/item_table_model.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype fewChanges = 20; ///< are followed at once; more wait for each other for a moment
constexpr qsizetype fewMoves = 8;    ///< are shown row by row; more are another layout

} // namespace

void ItemTableModel::onCommitted(const CommitNotice &notice)
{
    if (!m_asked)
        return;
    // What a commit changed is asked of the journal: it may have been followed already, and other tables may matter.
    m_behind = true;
    if (notice.whole || notice.records.size() > fewChanges) {
        if (!m_soon.isActive())
            m_soon.start();
        return;
    }
    catchUp();
}

/// Follows what was committed, unless something is being read that will know of it, or nobody looks.
void ItemTableModel::catchUp()
{
    if (m_behind && m_shown && m_asked && !m_loading && !m_following && !m_soon.isActive())
        follow();
}

void ItemTableModel::follow()
{
    m_following = true;
    m_behind = false;
    if (isGrouped()) {
        followAll();
        return;
    }
    m_store
        .read<ListingChange>(m_load,
                             [query = m_query, before = Kartoteka::Listing{m_ids, {}, m_journal}](ReadContext &context) {
                                 return followListing(context, query, before);
                             })
        .then(this, [this, token = m_load](const Result<ListingChange> &change) {
            if (token.isCancelled())
                return;
            if (!change) {
                m_following = false;
                fail(change.error());
            } else if (change->isAnother) {
                followAll();
            } else {
                m_journal = change->journal;
                apply(change->delta);
                followed();
            }
        });
}

/// Reads the order anew.
void ItemTableModel::followAll()
{
    m_store
        .read<Placed>(
            m_load,
            [query = m_query, folded = m_folded](ReadContext &context) { return readPlaced(context, query, folded); })
        .then(this, [this, token = m_load](const Result<Placed> &listing) {
            if (token.isCancelled())
                return;
            if (!listing) {
                m_following = false;
                fail(listing.error());
                return;
            }
            m_rows->clear();
            takeListing(*listing, false);
            followed();
        });
}

void ItemTableModel::followed()
{
    m_following = false;
    catchUp();
}

void ItemTableModel::apply(const RowDelta &delta)
{
    QSet<qint64> removed;
    for (const qsizetype row : delta.removals) {
        removed.insert(m_ids[row]);
        m_rows->remove(m_ids[row]);
    }
    QSet<qint64> moving;
    QSet<qint64> pending; // do not stand where they belong yet
    for (const RowDelta::Insertion &one : delta.insertions) {
        pending.insert(one.id);
        if (removed.contains(one.id))
            moving.insert(one.id);
    }
    const QList<qint64> after = applied(m_ids, delta);
    if (moving.size() > fewMoves) {
        layOut(after, {});
    } else {
        for (const qsizetype row : delta.removals) {
            if (moving.contains(m_ids[row]))
                continue;
            beginRemoveRows({}, int(row), int(row));
            m_ids.removeAt(row);
            endRemoveRows();
        }
        for (const RowDelta::Insertion &one : delta.insertions) {
            pending.remove(one.id);
            place(one, moving.contains(one.id), after, pending);
        }
    }
    for (const qsizetype row : delta.updates) {
        m_rows->remove(m_ids[row]);
        emit dataChanged(index(int(row), 0), index(int(row), columnCount() - 1));
    }
}

/// Puts one row where it belongs: before the next one that is in its place already, as the @p pending are not.
void ItemTableModel::place(const RowDelta::Insertion &one, bool moves, const QList<qint64> &after,
                           const QSet<qint64> &pending)
{
    qsizetype next = one.row + 1;
    while (next < after.size() && pending.contains(after[next]))
        ++next;
    const qsizetype to = next < after.size() ? m_ids.indexOf(after[next]) : m_ids.size();
    if (!moves) {
        beginInsertRows({}, int(to), int(to));
        m_ids.insert(to, one.id);
        endInsertRows();
        return;
    }
    const qsizetype from = m_ids.indexOf(one.id);
    if (beginMoveRows({}, int(from), int(from), {}, int(to))) {
        m_ids.move(from, to > from ? to - 1 : to);
        endMoveRows();
    }
    const int row = int(to > from ? to - 1 : to);
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

} // namespace Kartoteka
