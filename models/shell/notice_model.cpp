// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/notice_model.h"

#include "core/notices/notice_words.h"
#include "core/schema/builtin_names.h"
#include "models/base/moment_text.h"
#include "models/shell/unread_notices.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

constexpr int pageRows = 30;

} // namespace

NoticeModel::NoticeModel(Store &store, QObject *parent) : NoticeModelRows(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (concernsNotices(notice))
            read(qMax(pageRows, int(rows().size())));
    });
    connect(&store, &Store::userChanged, this, &NoticeModel::reload);
    reload();
}

/// Another person is told other things.
void NoticeModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_isReading = m_behind = false;
    m_isLoading = true;
    clearRows();
    read(pageRows);
}

void NoticeModel::read(int wanted)
{
    m_behind = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    m_store
        .read<QList<Notice>>(
            m_load,
            [person = m_store.user(), wanted](ReadContext &context) { return readNotices(context, person, {}, wanted); })
        .then(this, [this, wanted, token = m_load](const Result<QList<Notice>> &rows) {
            if (token.isCancelled())
                return;
            m_isReading = m_isLoading = false;
            m_atEnd = !rows || rows->size() < wanted;
            if (rows)
                takeRows(*rows);
            else
                emit readFailed(rows.error());
            emit filled();
            if (m_behind)
                read(wanted);
        });
}

bool NoticeModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_isReading && !rows().isEmpty();
}

void NoticeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(int(rows().size()) + pageRows);
}

QString NoticeModel::itemOf(const Notice &notice) const
{
    const EntityType *type = m_store.schema()->type(notice.item.type);
    return type ? tr("%1 “%2”", "type and title of an item").arg(displayName(*type), notice.title) : notice.title;
}

/// To those who do not see it.
QString NoticeModel::spokenText(const QModelIndex &index) const
{
    QStringList parts;
    if (data(index, UnreadRole).toBool())
        parts << tr("unread", "of a notice");
    for (const int role : {int(TitleRole), int(TextRole), int(ItemRole), int(TimeRole)})
        parts << data(index, role).toString();
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rows().size())
        return {};
    const Notice &notice = rows()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return noticeTitle(*m_store.schema(), notice);
    case Qt::AccessibleTextRole: return spokenText(index);
    case ItemRole: return itemOf(notice);
    case TextRole: return noticeText(notice);
    case TimeRole: return momentText(QDateTime::fromMSecsSinceEpoch(notice.at), m_store.clock().localNow().date());
    case UnreadRole: return !notice.isRead;
    case AuthorRole: return notice.author;
    default: return {};
    }
}

} // namespace Kartoteka
