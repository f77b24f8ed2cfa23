// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/notice_queries.h"
#include "core/store/store.h"
#include "models/base/keyed_rows.h"

#include <QAbstractListModel>

namespace Kartoteka {

using NoticeModelRows = KeyedRows<QAbstractListModel, Notice, &Notice::id, std::equal_to<>{}>;

/// What the person at work is told of, the newest first, read page by page. Follows commits by rows: what was fetched and is
/// seen stays.
class NoticeModel final : public NoticeModelRows
{
    Q_OBJECT
public:
    enum Role {
        TitleRole = Qt::UserRole, ///< who did what
        ItemRole,                 ///< on which item
        TextRole,                 ///< beginning of the comment, the activity; empty where the item says it all
        TimeRole,                 ///< when, in words
        UnreadRole,
        AuthorRole, ///< id of the user, 0: not known
    };

    explicit NoticeModel(Store &store, QObject *parent = nullptr);

    const Notice &notice(int row) const { return rows()[row]; }
    /// Nothing was read yet.
    bool isLoading() const { return m_isLoading; }

    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// Rows are others now, or there are still none.
    void filled();
    void readFailed(const Kartoteka::Error &error);

private:
    void reload();
    void read(int wanted);
    QString itemOf(const Notice &notice) const;
    QString spokenText(const QModelIndex &index) const;

    Store &m_store;
    bool m_isLoading = true;
    bool m_isReading = false;
    bool m_atEnd = false;
    bool m_behind = false; ///< something was committed while it was being read
    CancelToken m_load;
};

} // namespace Kartoteka
