// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/timeline/timeline.h"

#include <QAbstractListModel>

namespace Kartoteka {

/// The right side of a card: planned activities, then history by days, newest first, read page by page.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class RowKind { PlannedHeader, Planned, NothingPlanned, DayHeader, Entry };
    Q_ENUM(RowKind)
    enum Role {
        KindRole = Qt::UserRole, ///< RowKind
        TextRole,                ///< main text
        DetailRole,              ///< second line: from → to, what was made
        TimeRole,                ///< UTC ms: of the entry, or the deadline
        AuthorRole,
        ActivityRole, ///< id, 0 for none
        EntryKindRole,
        MutedRole,
        OverdueRole,
        IncomingRole,
        ConflictRole,   ///< an open conflict's row, else 0
        AttachmentRole, ///< id of an attached file, else 0
        LinksRole,      ///< QVariantList of ItemRef that the row leads to
    };

    explicit TimelineModel(Store &store, QObject *parent = nullptr);

    void setItem(const ItemRef &item);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    struct Row
    {
        RowKind kind = RowKind::Entry;
        QDate day;
        Activity activity;
        TimelineEntry entry;
        QString text;
        QString detail;
        QList<ItemRef> links;
    };

    void reload();
    void takeFirst(const QList<Activity> &planned, qint64 open, const TimelinePage &page);
    void append(const TimelinePage &page);
    Row describe(const TimelineEntry &entry) const;
    void describeConflict(const TimelineEntry &entry, Row &row) const;

    Store &m_store;
    ItemRef m_item;
    QList<Row> m_rows;
    TimelinePosition m_end;
    bool m_atEnd = true;
    bool m_fetching = false;
    QDate m_lastDay;
    CancelToken m_load;
};

} // namespace Kartoteka
