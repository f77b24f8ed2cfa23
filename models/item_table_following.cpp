// SPDX-License-Identifier: GPL-3.0-or-later
// How the list follows commits: by rows where few have changed, by its order read anew otherwise, and not while nobody looks.
#include "models/item_table_model.h"
#include "models/row_steps.h"

namespace Kartoteka {

namespace {

constexpr qsizetype fewChanges = 20; ///< are followed at once; more wait for each other for a moment

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
    m_store
        .read<ListingChange>(m_load,
                             [query = m_query, ids = m_ids, groups = m_groups, journal = m_journal](ReadContext &context) {
                                 return followListing(context, query, Kartoteka::Listing{ids, groups.groups(), journal});
                             })
        .then(this, [this, token = m_load](const Result<ListingChange> &change) {
            if (token.isCancelled())
                return;
            if (!change) {
                fail(change.error());
            } else if (change->isAnother) {
                followAll();
            } else {
                m_journal = change->journal;
                isGrouped() ? applyGrouped(*change) : apply(change->delta);
                if (change->concernsOthers)
                    m_rows->refresh();
                followed();
            }
        });
}

/// Reads the order anew.
void ItemTableModel::followAll()
{
    readAll([this](const Placed &listing) {
        m_rows->clear();
        takeListing(listing, false);
        followed();
    });
}

void ItemTableModel::followed()
{
    m_following = false;
    catchUp();
}

/// Items that stay where they are change there, and so do the heads of their groups; else the rows are laid out anew, in
/// which what is selected stays so.
void ItemTableModel::applyGrouped(const ListingChange &change)
{
    const RowDelta &delta = change.delta;
    if (delta.isEmpty())
        return;
    for (const qsizetype position : delta.removals)
        m_rows->remove(m_ids[position]);
    const QList<qint64> now = applied(m_ids, delta);
    for (const qsizetype position : delta.updates)
        m_rows->remove(now[position]);
    const GroupLayout groups(change.groups, m_folded);
    // The last item of a group may become the first of the next one without another place among the items.
    if (!delta.removals.isEmpty() || !delta.insertions.isEmpty() || !groups.standsAs(m_groups)) {
        layOut(now, groups);
        return;
    }
    m_groups = groups;
    for (const qsizetype position : delta.updates) {
        for (const int row : {m_groups.rowAt(int(position)), m_groups.headAt(int(position))}) {
            if (row >= 0)
                emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

void ItemTableModel::apply(const RowDelta &delta)
{
    for (const qsizetype row : delta.removals)
        m_rows->remove(m_ids[row]);
    carryOut(delta, m_ids,
             {.remove =
                  [this](int row) {
                      beginRemoveRows({}, row, row);
                      m_ids.removeAt(row);
                      endRemoveRows();
                  },
              .insert =
                  [this](int row, qint64 id) {
                      beginInsertRows({}, row, row);
                      m_ids.insert(row, id);
                      endInsertRows();
                  },
              .move =
                  [this](int from, int before) {
                      beginMoveRows({}, from, from, {}, before);
                      m_ids.move(from, before > from ? before - 1 : before);
                      endMoveRows();
                  },
              .changed =
                  [this](int row) {
                      m_rows->remove(m_ids[row]);
                      emit dataChanged(index(row, 0), index(row, columnCount() - 1));
                  },
              .layOut = [this](const QList<qint64> &after) { layOut(after, {}); }});
}

} // namespace Kartoteka
