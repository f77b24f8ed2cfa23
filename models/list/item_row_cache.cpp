// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/item_row_cache.h"

#include "core/pipeline/activity_cards.h"
#include "core/schema/roles.h"
#include "models/list/list_columns.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int pageRows = 50;
constexpr qsizetype keptRows = 1000;

template<typename Entry>
const Entry *found(const QHash<qint64, Entry> &entries, qint64 id)
{
    const auto at = entries.constFind(id);
    return at == entries.cend() ? nullptr : &*at;
}

} // namespace

Result<ItemRowCache::Page> ItemRowCache::read(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                              const QStringList &fields, qint64 nowMs)
{
    auto rows = readRows(context, typeId, ids, fields);
    if (!rows)
        return rows.error();
    if (std::ranges::none_of(fields, &ListColumn::isComputed))
        return Page{*rows, {}};
    const EntityType *type = context.schema->type(typeId);
    auto cards = type && isActivities(*type) ? cardsBehind(context, ids, nowMs) : readCards(context, typeId, ids, nowMs);
    if (!cards)
        return cards.error();
    return Page{*rows, *cards};
}

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
    m_cards.clear();
    m_wanted.clear();
    m_reading.clear();
    m_refreshing.clear();
    m_isRefreshing = m_refreshesAgain = false;
}

void ItemRowCache::remove(qint64 id)
{
    m_refreshing.remove(id);
    m_rows.remove(id);
    m_cards.remove(id);
}

void ItemRowCache::insert(const Page &page)
{
    if (m_rows.size() > keptRows) {
        m_rows.clear();
        m_cards.clear();
    }
    for (const ItemRow &row : page.rows)
        m_rows.insert(row.id, row);
    for (const Card &card : page.cards)
        m_cards.insert(card.id, card);
}

const ItemRow *ItemRowCache::row(qint64 id) const
{
    return found(m_rows, id);
}

const Card *ItemRowCache::card(qint64 id) const
{
    return found(m_cards, id);
}

void ItemRowCache::refresh()
{
    if (m_rows.isEmpty())
        return;
    if (std::exchange(m_isRefreshing, true)) {
        m_refreshesAgain = true;
        return;
    }
    const QList<qint64> ids = m_rows.keys();
    m_refreshing = QSet(ids.begin(), ids.end());
    m_store
        .read<Page>(m_token,
                    [typeId = m_typeId, ids, fields = m_fields, now = m_store.clock().now()](ReadContext &context) {
                        return read(context, typeId, ids, fields, now);
                    })
        .then(this, [this, token = m_token](const Result<Page> &page) {
            if (token.isCancelled())
                return;
            m_isRefreshing = false;
            if (!page) {
                emit failed(page.error());
                return;
            }
            const auto isOlder = [this](const auto &one) { return m_refreshing.contains(one.id); };
            Page newer;
            std::ranges::copy_if(page->rows, std::back_inserter(newer.rows), isOlder);
            std::ranges::copy_if(page->cards, std::back_inserter(newer.cards), isOlder);
            insert(newer);
            m_refreshing.clear();
            emit refreshed();
            if (std::exchange(m_refreshesAgain, false))
                refresh();
        });
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
            .read<Page>(m_token,
                        [typeId = m_typeId, ids = *it, fields = m_fields, now = m_store.clock().now()](
                            ReadContext &context) { return read(context, typeId, ids, fields, now); })
            .then(this, [this, page, ids = *it, token = m_token](const Result<Page> &rows) {
                if (token.isCancelled())
                    return;
                if (!rows) {
                    // Each painting would ask for it again and fail: not before the list is read anew.
                    emit failed(rows.error());
                    return;
                }
                m_reading.remove(page);
                insert(*rows);
                emit arrived(ids, page * pageRows);
            });
    }
}

} // namespace Kartoteka
