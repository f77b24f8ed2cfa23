// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item_table_model.h"

#include "core/base/memory.h"
#include "core/items/field_path.h"
#include "core/items/item_acts.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/store/change/journal_reader.h"
#include "models/group_head.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int firstPage = 50;
constexpr int manyPauseMs = 300; ///< more than that wait for each other so long

bool isNumeric(FieldType type)
{
    return type == FieldType::Money || type == FieldType::Integer || type == FieldType::Number;
}

} // namespace

ItemTableModel::ItemTableModel(Store &store, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_rows(new ItemRowCache(store, this))
{
    connect(m_rows, &ItemRowCache::arrived, this, &ItemTableModel::onRowsArrived);
    connect(m_rows, &ItemRowCache::refreshed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(m_rows, &ItemRowCache::failed, this, &ItemTableModel::readFailed);
    connect(&store, &Store::committed, this, &ItemTableModel::onCommitted);
    m_soon.setSingleShot(true);
    m_soon.setInterval(manyPauseMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { catchUp(); });
}

void ItemTableModel::prepare(const ItemQuery &query)
{
    m_query = query;
    m_asked = false;
    m_rows->reset(m_query.typeId, readFields());
}

void ItemTableModel::setShown(bool shown)
{
    m_shown = shown;
    catchUp();
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

/// What rows are read of: all columns, and last the title, which an edit is named after.
QStringList ItemTableModel::readFields() const
{
    return QStringList{u"number"_s} + m_columns + QStringList{Codes::title};
}

void ItemTableModel::toggleSort(int column, bool add)
{
    const QString code = columnCode(column);
    const SchemaPtr schema = m_store.schema();
    if (column != 0 && !pathOf(*schema, m_query.typeId, code).isSingle())
        return; // several values have no order
    ItemQuery query = m_query;
    const int place = sortPlace(column);
    if (place > 0 && (add || query.sort.size() == 1)) {
        query.sort[place - 1].descending = !query.sort[place - 1].descending;
    } else {
        if (!add)
            query.sort.clear();
        query.sort.append({code, column == 0});
    }
    setQuery(query);
    emit sorted();
}

int ItemTableModel::sortPlace(int column) const
{
    const QString code = columnCode(column);
    for (int i = 0; i < m_query.sort.size(); ++i) {
        if (m_query.sort[i].field == code)
            return i + 1;
    }
    return 0;
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
    m_loading = m_following = false;
    beginResetModel();
    m_ids.clear();
    leaveGroups();
    endResetModel();
    emit readFailed(error);
}

void ItemTableModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_following = m_behind = false;
    m_loading = m_asked = true;
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
            m_load,
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
        .then(this, [this, token = m_load](const Result<First> &first) {
            if (token.isCancelled())
                return;
            if (!first) {
                fail(first.error());
                return;
            }
            beginResetModel();
            m_ids = first->ids;
            m_journal = first->journal;
            leaveGroups();
            m_rows->reset(m_query.typeId, readFields());
            m_rows->insert(first->page);
            endResetModel();
            m_loading = m_ids.size() == firstPage;
            emit loaded();
            if (m_loading)
                loadIds();
            else
                catchUp();
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
            m_load,
            [query = m_query, folded = m_folded](ReadContext &context) { return readPlaced(context, query, folded); })
        .then(this, [this, take, token = m_load](const Result<Placed> &listing) {
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
        m_loading = false;
        takeListing(listing, true);
        emit loaded();
        catchUp();
    });
}

/// @p anew: another query; else what is selected stays so.
void ItemTableModel::takeListing(const Placed &listing, bool anew)
{
    m_journal = listing.journal;
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

NextAct ItemTableModel::nextAct(qint64 id) const
{
    const Card *card = m_rows->card(id);
    if (!card)
        return {};
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(card->stage);
    const bool isFinal = stage && stage->group != StageGroup::InProgress;
    // What has no stages is not worked through: nothing has to be planned.
    return nextActOf(*card, isFinal || !stage, m_store.clock().localNow());
}

QString ItemTableModel::text(const ItemRow &row, int column) const
{
    if (column == 0)
        return row.values.value(0).toString();
    const SchemaPtr schema = m_store.schema();
    const QString code = columnCode(column);
    if (code == ListColumn::nextAct)
        return nextAct(row.id).text;
    if (code == ListColumn::client) {
        const Card *card = m_rows->card(row.id);
        return card ? card->client : QString();
    }
    const Field *field = pathOf(*schema, m_query.typeId, code).field;
    if (!field)
        return {};
    const Value value = row.values.value(column);
    if (field->type == FieldType::DateTime && value.isValid())
        return shortDate(QDateTime::fromMSecsSinceEpoch(value.toLongLong()).date(), QLocale(),
                         m_store.clock().localNow().date());
    if (field->type == FieldType::Date && value.isValid())
        return shortDate(value.toDate(), QLocale(), m_store.clock().localNow().date());
    return rowText(*schema, *field, row, column);
}

QVariant ItemTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int position = m_groups.positionAt(index.row());
    if (position < 0)
        return groupHeadData(m_groups.groupAt(index.row()), index.column(), role);
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
    const QString code = m_columns.value(index.column() - 1);
    const SchemaPtr schema = m_store.schema();
    const Field *field = pathOf(*schema, m_query.typeId, code).field;
    switch (role) {
    case Qt::DisplayRole: return text(*row, index.column());
    case Qt::ToolTipRole: return field ? rowText(*schema, *field, *row, index.column()) : text(*row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (field && isNumeric(field->type) ? Qt::AlignRight : Qt::AlignLeft));
    case FieldRole: return code;
    case Qt::EditRole:
    case ValueRole: return row->values.value(index.column());
    case StageRole: return field && field->type == FieldType::Stage ? row->values.value(index.column()) : QVariant();
    case PersonRole:
        return field && field->type == FieldType::User && !field->multiple ? row->values.value(index.column()) : QVariant();
    case NextActRole: return code == ListColumn::nextAct ? QVariant::fromValue(nextAct(id)) : QVariant();
    case IsMoneyRole: return field && field->type == FieldType::Money;
    default: return {};
    }
}

QVariant ItemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) // of a row: what a screen reader calls the box that ticks it
        return role == Qt::AccessibleTextRole ? index(section, 0).data(role) : QVariant();
    const SchemaPtr schema = m_store.schema();
    const Field *field = pathOf(*schema, m_query.typeId, m_columns.value(section - 1)).field;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (field && isNumeric(field->type) ? Qt::AlignRight : Qt::AlignLeft));
    const QString name = ListColumn::name(*schema, m_query.typeId, columnCode(section));
    if (role == Qt::ToolTipRole && ListColumn::isComputed(columnCode(section)))
        return name + u'\n' + tr("A right click chooses columns.");
    if (role == Qt::ToolTipRole)
        return name + u'\n'
            + tr("A click sorts, with Shift as well as by what sorts already; a right click chooses columns.");
    if (role != Qt::DisplayRole)
        return {};
    const int place = sortPlace(section);
    if (place == 0)
        return name;
    const QString arrow = m_query.sort[place - 1].descending ? u" ↓"_s : u" ↑"_s;
    return name + arrow + (m_query.sort.size() > 1 ? QString::number(place) : QString());
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
