// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item_row_cache.h"

#include <utility>

namespace Kartoteka {

namespace {

constexpr int pageRows = 50;
constexpr qsizetype keptRows = 1000;

} // namespace

void ItemRowCache::reset(qint64 typeId, const QStringList &fields)
{
    m_typeId = typeId;
    m_fields = fields;
    clear();
}

void ItemRowCache::clear()
{
    m_token.cancel();
    m_token = CancelToken();
    m_rows.clear();
    m_wanted.clear();
    m_reading.clear();
}

void ItemRowCache::insert(const QList<ItemRow> &rows)
{
    if (m_rows.size() > keptRows)
        m_rows.clear();
    for (const ItemRow &row : rows)
        m_rows.insert(row.id, row);
}

const ItemRow *ItemRowCache::row(qint64 id) const
{
    const auto found = m_rows.constFind(id);
    return found == m_rows.cend() ? nullptr : &*found;
}

void ItemRowCache::request(const QList<qint64> &ids, int position)
{
    const int page = position / pageRows;
    if (m_reading.contains(page) || m_wanted.contains(page))
        return;
    if (m_wanted.isEmpty())
        QMetaObject::invokeMethod(this, &ItemRowCache::readWanted, Qt::QueuedConnection);
    m_wanted.insert(page, ids.mid(qsizetype(page) * pageRows, pageRows));
}

void ItemRowCache::readWanted()
{
    const auto wanted = std::exchange(m_wanted, {});
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const int page = it.key();
        m_reading.insert(page);
        m_store
            .read<QList<ItemRow>>(m_token,
                                  [typeId = m_typeId, ids = *it, fields = m_fields](ReadContext &context) {
                                      return readRows(context, typeId, ids, fields);
                                  })
            .then(this, [this, page, ids = *it, token = m_token](const Result<QList<ItemRow>> &rows) {
                if (token.isCancelled())
                    return;
                m_reading.remove(page);
                if (!rows)
                    return;
                insert(*rows);
                emit arrived(ids, page * pageRows);
            });
    }
}

} // namespace Kartoteka
