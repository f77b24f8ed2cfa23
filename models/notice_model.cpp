// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notice_model.h"

#include "core/notices/notice_words.h"
#include "core/schema/builtin_names.h"
#include "models/moment_text.h"
#include "models/row_steps.h"
#include "models/unread_notices.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

constexpr int pageRows = 30;

} // namespace

NoticeModel::NoticeModel(Store &store, QObject *parent) : QAbstractListModel(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (concernsNotices(notice))
            read(qMax(pageRows, int(m_rows.size())));
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
    beginResetModel();
    m_rows.clear();
    endResetModel();
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
                take(*rows);
            else
                emit readFailed(rows.error());
            emit filled();
            if (m_behind)
                read(wanted);
        });
}

/// Makes the rows what they are now, by those that differ.
void NoticeModel::take(const QList<Notice> &rows)
{
    QHash<qint64, Notice> byId;
    QList<qint64> after;
    for (const Notice &row : rows) {
        after << row.id;
        byId.insert(row.id, row);
    }
    QList<qint64> before;
    QSet<qint64> touched;
    for (const Notice &row : std::as_const(m_rows)) {
        before << row.id;
        if (byId.contains(row.id) && !(byId.value(row.id) == row))
            touched.insert(row.id);
    }
    carryOut(deltaBetween(before, after, touched), before,
             {.remove =
                  [&](int row) {
                      beginRemoveRows({}, row, row);
                      m_rows.removeAt(row);
                      before.removeAt(row);
                      endRemoveRows();
                  },
              .insert =
                  [&](int row, qint64 id) {
                      beginInsertRows({}, row, row);
                      m_rows.insert(row, byId.value(id));
                      before.insert(row, id);
                      endInsertRows();
                  },
              .move =
                  [&](int from, int to) {
                      beginMoveRows({}, from, from, {}, to);
                      m_rows.move(from, to > from ? to - 1 : to);
                      before.move(from, to > from ? to - 1 : to);
                      endMoveRows();
                  },
              .changed =
                  [&](int row) {
                      m_rows[row] = byId.value(before[row]);
                      emit dataChanged(index(row), index(row));
                  }});
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

bool NoticeModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_isReading && !m_rows.isEmpty();
}

void NoticeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(int(m_rows.size()) + pageRows);
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
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Notice &notice = m_rows[index.row()];
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
