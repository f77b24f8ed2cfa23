// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/unread_notices.h"

#include "core/notices/notice_queries.h"

#include <algorithm>

namespace Kartoteka {

bool concernsNotices(const CommitNotice &notice)
{
    return notice.whole || notice.schemaChanged || std::ranges::any_of(notice.records, [](const RecordChange &record) {
               return record.table == u"notice" || record.table == u"comment";
           });
}

UnreadNotices::UnreadNotices(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (concernsNotices(notice))
            refresh();
    });
    connect(&store, &Store::userChanged, this, &UnreadNotices::refresh);
    refresh();
}

void UnreadNotices::refresh()
{
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<qint64>(m_load, [person = m_store.user()](ReadContext &context) { return countUnread(context, person); })
        .then(this, [this, token = m_load](const Result<qint64> &count) {
            if (token.isCancelled() || !count || *count == m_count)
                return; // what stands stays
            m_count = int(*count);
            emit changed();
        });
}

} // namespace Kartoteka
