// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item_table_model.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int firstPage = 60;
constexpr int pageRows = 50;
constexpr qsizetype keptRows = 1000;
constexpr qsizetype manyChanges = 500;

bool isNumeric(FieldType type)
{
    return type == FieldType::Money || type == FieldType::Integer || type == FieldType::Number;
}

} // namespace

ItemTableModel::ItemTableModel(Store &store, QObject *parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(&store, &Store::committed, this, &ItemTableModel::onCommitted);
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
    m_rows.clear();
    m_requestedPages.clear();
    endResetModel();
}

void ItemTableModel::sort(int column, Qt::SortOrder order)
{
    ItemQuery query = m_query;
    query.sort.clear();
    const Field *field = m_store.schema()->field(m_query.typeId, m_columns.value(column - 1));
    if (column == 0)
        query.sort = {{u"number"_s, order == Qt::DescendingOrder}};
    else if (field && !field->multiple && !holdsTexts(field->type))
        query.sort = {{field->code, order == Qt::DescendingOrder}};
    if (query.sort != m_query.sort)
        setQuery(query);
}

void ItemTableModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_changed.clear();
    m_following = false;
    m_requestedPages.clear();
    m_loading = true;
    const ItemQuery query = m_query;
    const QStringList columns = m_columns;
    struct First
    {
        QList<qint64> ids;
        QList<Row> rows;
    };
    m_store
        .read<First>(m_load,
                     [query, columns](ReadContext &context) -> Result<First> {
                         auto ids = queryIds(context, query, firstPage);
                         if (!ids)
                             return ids.error();
                         auto rows = readRows(context, query.typeId, *ids, columns);
                         if (!rows)
                             return rows.error();
                         return First{*ids, *rows};
                     })
        .then(this, [this, token = m_load](const Result<First> &first) {
            if (token.isCancelled() || !first)
                return;
            beginResetModel();
            m_ids = first->ids;
            m_rows.clear();
            endResetModel();
            takeRows(first->rows);
            m_loading = m_ids.size() == firstPage;
            emit loaded();
            if (m_loading)
                loadIds();
        });
}

void ItemTableModel::loadIds()
{
    const ItemQuery query = m_query;
    m_store.read<QList<qint64>>(m_load, [query](ReadContext &context) { return queryIds(context, query); })
        .then(this, [this, token = m_load](const Result<QList<qint64>> &ids) {
            if (token.isCancelled() || !ids)
                return;
            m_loading = false;
            setIds(*ids);
            emit loaded();
        });
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
    return parent.isValid() ? 0 : int(m_ids.size());
}

int ItemTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 1;
}

Result<QList<ItemTableModel::Row>> ItemTableModel::readRows(const ReadContext &context, qint64 typeId,
                                                            const QList<qint64> &ids, const QStringList &columns)
{
    auto items = readItems(context, typeId, ids);
    if (!items)
        return items.error();
    QList<Row> rows;
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    for (const Item &item : std::as_const(*items)) {
        Row row{item, {}};
        for (const QString &code : columns) {
            const Field *field = context.schema->field(typeId, code);
            if (field && field->type == FieldType::Link)
                row.links.insert(code, valueText(*context.schema, *field, item.value(code), titles));
        }
        rows.append(row);
    }
    return rows;
}

void ItemTableModel::requestPage(int row) const
{
    // An answer may come at once: never while a view paints.
    if (m_wantedPages.isEmpty())
        QMetaObject::invokeMethod(const_cast<ItemTableModel *>(this), &ItemTableModel::loadPages, Qt::QueuedConnection);
    m_wantedPages.insert(row / pageRows);
}

void ItemTableModel::loadPages()
{
    const QSet<int> pages = std::exchange(m_wantedPages, {}) - m_requestedPages;
    const qint64 typeId = m_query.typeId;
    const QStringList columns = m_columns;
    for (const int page : pages) {
        m_requestedPages.insert(page);
        const QList<qint64> ids = m_ids.mid(page * pageRows, pageRows);
        m_store
            .read<QList<Row>>(
                m_load, [typeId, ids, columns](ReadContext &context) { return readRows(context, typeId, ids, columns); })
            .then(this, [this, page, token = m_load](const Result<QList<Row>> &rows) {
                if (token.isCancelled())
                    return;
                m_requestedPages.remove(page);
                if (rows)
                    takeRows(*rows);
            });
    }
}

void ItemTableModel::takeRows(const QList<Row> &rows)
{
    if (m_rows.size() > keptRows)
        m_rows.clear();
    int first = int(m_ids.size());
    int last = -1;
    for (const Row &row : rows) {
        m_rows.insert(row.item.id, row);
        const int at = rowOf(row.item.id);
        if (at >= 0) {
            first = qMin(first, at);
            last = qMax(last, at);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

QString ItemTableModel::text(const Row &row, const QString &code) const
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(m_query.typeId, code);
    if (!field)
        return {};
    const Value value = row.item.value(code);
    if (field->type == FieldType::Link)
        return row.links.value(code);
    if (field->type == FieldType::DateTime && value.isValid())
        return shortDate(QDateTime::fromMSecsSinceEpoch(value.toLongLong()).date(), QLocale(),
                         m_store.clock().localNow().date());
    if (field->type == FieldType::Date && value.isValid())
        return shortDate(value.toDate(), QLocale(), m_store.clock().localNow().date());
    return valueText(*schema, *field, value);
}

QVariant ItemTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    const qint64 id = m_ids[index.row()];
    if (role == IdRole)
        return id;
    const auto row = m_rows.constFind(id);
    if (role == LoadedRole)
        return row != m_rows.cend();
    if (row == m_rows.cend()) {
        if (role == Qt::DisplayRole)
            requestPage(index.row());
        return {};
    }
    const QString code = m_columns.value(index.column() - 1);
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(m_query.typeId, code);
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? row->item.number : text(*row, code);
    case Qt::ToolTipRole:
        return field
            ? valueText(*schema, *field, row->item.value(code), [&](const ItemRef &) { return row->links.value(code); })
            : QString();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (field && isNumeric(field->type) ? Qt::AlignRight : Qt::AlignLeft));
    case FieldRole: return code;
    case ValueRole: return row->item.value(code);
    case StageRole: return field && field->type == FieldType::Stage ? row->item.value(code) : QVariant();
    default: return {};
    }
}

QVariant ItemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const Field *field = m_store.schema()->field(m_query.typeId, m_columns.value(section - 1));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (field && isNumeric(field->type) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? u"№"_s : field ? displayName(*field) : QString();
}

void ItemTableModel::onCommitted(const CommitNotice &notice)
{
    for (const RecordChange &change : notice.records) {
        if (change.typeId == m_query.typeId)
            m_changed.insert(change.id);
    }
    if (notice.whole || m_changed.size() > manyChanges)
        reload();
    else if (!m_changed.isEmpty() && !m_following)
        follow();
}

/// Reads the order anew and moves what has changed; what is announced meanwhile is followed after that.
void ItemTableModel::follow()
{
    m_following = true;
    const ItemQuery query = m_query;
    const QSet<qint64> changed = std::exchange(m_changed, {});
    m_store.read<QList<qint64>>(m_load, [query](ReadContext &context) { return queryIds(context, query); })
        .then(this, [this, changed, token = m_load](const Result<QList<qint64>> &ids) {
            if (token.isCancelled())
                return;
            m_following = false;
            if (ids)
                applyDelta(*ids, changed);
            if (!m_changed.isEmpty())
                follow();
        });
}

/// Takes changed rows out of their old places and puts them into the new ones; all others keep theirs.
void ItemTableModel::applyDelta(const QList<qint64> &ids, QSet<qint64> changed)
{
    for (const qint64 id : std::as_const(changed))
        m_rows.remove(id);
    if (ids == m_ids) {
        for (const qint64 id : std::as_const(changed)) {
            if (const int row = rowOf(id); row >= 0)
                emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
        return;
    }
    // The order may be of a moment later than the notice: what it has more or less counts as changed too.
    changed += m_changed;
    if (ids.size() != m_ids.size() + qsizetype(std::count_if(changed.begin(), changed.end(), [&](qint64 id) {
                          return rowOf(id) < 0;
                      }))) {
        const QSet<qint64> before(m_ids.begin(), m_ids.end());
        const QSet<qint64> after(ids.begin(), ids.end());
        changed += (before - after) + (after - before);
    }
    for (const qint64 id : std::as_const(changed)) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    }
    QList<QPair<int, qint64>> places;
    for (const qint64 id : std::as_const(changed)) {
        if (const auto at = ids.indexOf(id); at >= 0)
            places.append({int(at), id});
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
