// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/item_table_model.h"

#include "core/base/memory.h"
#include "core/items/field_path.h"
#include "core/items/item_acts.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/store/change/journal_reader.h"
#include "models/base/rate_watch.h"
#include "models/base/row_steps.h"
#include "models/list/column_head.h"
#include "models/list/group_head.h"
#include "models/list/list_cell.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int firstPage = 50;

} // namespace

ItemTableModel::ItemTableModel(Store &store, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_catchUp(store), m_rows(new ItemRowCache(store, this))
{
    connect(m_rows, &ItemRowCache::arrived, this, &ItemTableModel::onRowsArrived);
    connect(m_rows, &ItemRowCache::refreshed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(m_rows, &ItemRowCache::failed, this, &ItemTableModel::readFailed);
    connect(&m_catchUp, &CatchUp::due, this, &ItemTableModel::follow);
    connect(&RateWatch::of(store), &RateWatch::pastChanged, this, [this] {
        if (isGrouped())
            m_catchUp.lookAnew(); // their sums
    });
}

void ItemTableModel::prepare(const ItemQuery &query)
{
    m_query = query;
    m_catchUp.rest();
    m_rows->reset(m_query.typeId, readFields());
}

void ItemTableModel::setQuery(const ItemQuery &query)
{
    m_query = query;
    reload();
}

void ItemTableModel::setColumns(const QStringList &codes)
{
    beginResetModel();
    m_columns = codes;
    m_rows->reset(m_query.typeId, readFields());
    endResetModel();
}

/// What rows are read of: all columns, of activities whether they are done, and last the title, which an edit is named after.
QStringList ItemTableModel::readFields() const
{
    QStringList fields = QStringList{u"number"_s} + m_columns;
    if (const EntityType *type = m_store.schema()->type(m_query.typeId); type && isActivities(*type))
        fields << u"done"_s;
    return fields << Codes::title;
}

bool ItemTableModel::canSort(int column) const
{
    const QString code = columnCode(column);
    const SchemaPtr schema = m_store.schema();
    return column == 0 || code == ListColumn::deletedAt || pathOf(*schema, m_query.typeId, code).isSingle();
}

void ItemTableModel::toggleSort(int column, bool add)
{
    if (!canSort(column))
        return;
    setQuery(sortedBy(m_query, columnCode(column), add));
    emit sorted();
}

qint64 ItemTableModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return 0;
    const int position = m_groups.positionAt(row);
    return position < 0 ? 0 : m_ids.value(position);
}

int ItemTableModel::rowOf(qint64 id) const
{
    return m_groups.rowAt(int(m_ids.indexOf(id)));
}

void ItemTableModel::toggleGroup(int row)
{
    if (!isGroupHead(row))
        return;
    const GroupLayout::Group group = m_groups.groupAt(row);
    const int count = int(group.group.count);
    if (!group.folded) {
        beginRemoveRows({}, row + 1, row + count);
        m_folded.insert(group.group.title);
        m_groups.setFolded(row, true);
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, row + count);
        m_folded.remove(group.group.title);
        m_groups.setFolded(row, false);
        endInsertRows();
    }
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ItemTableModel::unfoldAll()
{
    if (m_folded.isEmpty())
        return;
    m_folded.clear();
    GroupLayout groups = m_groups;
    groups.unfoldAll();
    layOut(m_ids, groups);
}

/// The list stands empty and says why.
void ItemTableModel::fail(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_catchUp.rest();
    beginResetModel();
    m_ids.clear();
    leaveGroups();
    endResetModel();
    emit readFailed(error);
}

void ItemTableModel::reload()
{
    m_catchUp.begin();
    if (isGrouped()) {
        loadIds();
        return;
    }
    struct First
    {
        QList<qint64> ids;
        ItemRowCache::Page page;
        qint64 journal = 0;
    };
    m_store
        .read<First>(
            m_catchUp.token(),
            [query = m_query, fields = readFields(), now = m_store.clock().now()](ReadContext &context) -> Result<First> {
                // Read before the ids: what they may have more is followed once again.
                auto journal = lastJournalRow(context.connection);
                if (!journal)
                    return journal.error();
                auto ids = queryIds(context, query, firstPage);
                if (!ids)
                    return ids.error();
                auto page = ItemRowCache::read(context, query.typeId, *ids, fields, now);
                if (!page)
                    return page.error();
                return First{*ids, *page, *journal};
            })
        .then(this, [this, token = m_catchUp.token()](const Result<First> &first) {
            if (token.isCancelled())
                return;
            if (!first) {
                fail(first.error());
                return;
            }
            beginResetModel();
            m_ids = first->ids;
            leaveGroups();
            m_rows->reset(m_query.typeId, readFields());
            m_rows->insert(first->page);
            endResetModel();
            const bool isAll = m_ids.size() < firstPage;
            if (isAll)
                m_catchUp.stand(first->journal);
            emit loaded();
            if (isAll)
                m_catchUp.look();
            else
                loadIds();
        });
}

Result<ItemTableModel::Placed> ItemTableModel::readPlaced(const ReadContext &context, const ItemQuery &query,
                                                          const QSet<QString> &folded)
{
    auto listing = readListing(context, query);
    if (!listing)
        return listing.error();
    return Placed{std::move(listing->ids), GroupLayout(std::move(listing->groups), folded), listing->journal};
}

/// What many groups take is given back off this thread, and to the system.
void ItemTableModel::leaveGroups()
{
    constexpr qsizetype few = 1000;
    auto left = std::exchange(m_groups, {});
    if (left.size() < few)
        return;
    m_store.read<bool>({}, [left = std::make_shared<GroupLayout>(std::move(left))](ReadContext &) -> Result<bool> {
        *left = {};
        giveBackMemory();
        return true;
    });
}

/// Reads all of the list as it is ordered, and its groups.
void ItemTableModel::readAll(const std::function<void(const Placed &)> &take)
{
    m_store
        .read<Placed>(
            m_catchUp.token(),
            [query = m_query, folded = m_folded](ReadContext &context) { return readPlaced(context, query, folded); })
        .then(this, [this, take, token = m_catchUp.token()](const Result<Placed> &listing) {
            if (token.isCancelled())
                return;
            if (listing)
                take(*listing);
            else
                fail(listing.error());
        });
}

void ItemTableModel::loadIds()
{
    readAll([this](const Placed &listing) {
        takeListing(listing, true);
        emit loaded();
        m_catchUp.look();
    });
}

/// @p anew: another query; else what is selected stays so.
void ItemTableModel::takeListing(const Placed &listing, bool anew)
{
    m_catchUp.stand(listing.journal);
    if (!anew) {
        layOut(listing.ids, listing.groups);
        return;
    }
    if (listing.groups.isEmpty() && m_groups.isEmpty()) {
        setIds(listing.ids);
        return;
    }
    beginResetModel();
    m_ids = listing.ids;
    leaveGroups();
    m_groups = listing.groups;
    m_rows->reset(m_query.typeId, readFields());
    endResetModel();
}

/// Another order of rows, in which what is selected stays selected.
void ItemTableModel::layOut(const QList<qint64> &ids, const GroupLayout &groups)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<qint64> held;
    for (const QModelIndex &index : before)
        held.append(idAt(index.row()));
    m_ids = ids;
    leaveGroups();
    m_groups = groups;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = held[i] == 0 ? -1 : rowOf(held[i]);
        after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

/// The first page stands already: only what comes after it is inserted.
void ItemTableModel::setIds(const QList<qint64> &ids)
{
    if (ids.size() > m_ids.size() && std::equal(m_ids.begin(), m_ids.end(), ids.begin())) {
        beginInsertRows({}, int(m_ids.size()), int(ids.size()) - 1);
        m_ids = ids;
        endInsertRows();
    } else if (ids != m_ids) {
        beginResetModel();
        m_ids = ids;
        endResetModel();
    }
}

/// By rows where few have changed, by the order read anew otherwise.
void ItemTableModel::follow()
{
    m_store
        .read<ListingChange>(
            m_catchUp.token(),
            [query = m_query, ids = m_ids, groups = m_groups, journal = m_catchUp.journal()](ReadContext &context) {
                return followListing(context, query, Kartoteka::Listing{ids, groups.groups(), journal});
            })
        .then(this, [this, token = m_catchUp.token()](const Result<ListingChange> &change) {
            if (token.isCancelled())
                return;
            if (!change) {
                fail(change.error());
            } else if (m_catchUp.takeAnew() || change->isAnother) {
                followAll();
            } else {
                m_catchUp.stand(change->journal);
                isGrouped() ? applyGrouped(*change) : apply(change->delta);
                if (change->concernsOthers)
                    m_rows->refresh();
                m_catchUp.look();
            }
        });
}

void ItemTableModel::turnTo(qint64 now)
{
    m_query.now = now;
    m_catchUp.lookAnew();
}

/// Reads the order anew.
void ItemTableModel::followAll()
{
    readAll([this](const Placed &listing) {
        m_rows->clear();
        takeListing(listing, false);
        m_catchUp.look();
    });
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

int ItemTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_groups.rowCount(m_ids.size());
}

int ItemTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 1;
}

void ItemTableModel::onRowsArrived(const QList<qint64> &ids, int position)
{
    // Where the list has moved since, the rows are looked for.
    const bool stands = m_ids.mid(position, ids.size()) == ids;
    int first = rowCount();
    int last = -1;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const int row = stands ? m_groups.rowAt(position + int(i)) : rowOf(ids[i]);
        if (row >= 0) {
            first = qMin(first, row);
            last = qMax(last, row);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

QVariant ItemTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int position = m_groups.positionAt(index.row());
    if (position < 0)
        return groupHeadData(m_groups.groupAt(index.row()), index.column(), role, RateWatch::of(m_store).rates());
    const qint64 id = m_ids.value(position);
    if (role == IdRole)
        return id;
    const ItemRow *row = m_rows->row(id);
    if (role == LoadedRole)
        return row != nullptr;
    if (!row) {
        if (role == Qt::DisplayRole)
            m_rows->request(m_ids, position);
        return {};
    }
    return cellData({m_store, m_query.typeId, *row, m_rows->card(id), columnCode(index.column()), index.column()}, role);
}

QVariant ItemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) // of a row: what a screen reader calls the box that ticks it
        return role == Qt::AccessibleTextRole ? index(section, 0).data(role) : QVariant();
    return columnHeadData(*m_store.schema(), m_query, columnCode(section), role);
}

Qt::ItemFlags ItemTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (isGroupHead(index.row()))
        return Qt::ItemIsEnabled;
    const Field *field = m_store.schema()->field(m_query.typeId, m_columns.value(index.column() - 1));
    const bool editable = field && (field->editable || field->type == FieldType::Stage) && field->type != FieldType::File
        && !m_query.deleted && m_rows->row(idAt(index.row()));
    flags.setFlag(Qt::ItemIsEditable, editable);
    return flags;
}

bool ItemTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ItemRow *row = m_rows->row(idAt(index.row()));
    const QString code = m_columns.value(index.column() - 1);
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(m_query.typeId, code);
    if (role != Qt::EditRole || !row || !field || row->values.value(index.column()) == value)
        return false;
    const qint64 id = row->id;
    if (field->type == FieldType::Stage) {
        emit stageChosen(id, value.toLongLong());
        return false;
    }
    Item item{.typeId = m_query.typeId, .id = id, .uid = row->uid, .number = {}, .values = {}};
    item.values.insert(Codes::title, row->values.last());
    item.values.insert(code, row->values.value(index.column()));
    m_store.commit(planEdit(*schema, item, {{code, value}}))
        .then(this, [this, id, title = item.text(Codes::title)](const Result<Receipt> &receipt) {
            if (receipt)
                emit edited(title);
            else
                emit editRefused(id, receipt.error());
        });
    return true;
}

} // namespace Kartoteka
