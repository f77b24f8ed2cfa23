// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/timeline/history.h"
#include "models/base/keyed_rows.h"

#include <QAbstractTableModel>

namespace Kartoteka {

/// A line of a history: what stood there then and stays so.
struct HistoryLine
{
    qint64 key = 0;
    HistoryRow row;
    HistoryWords words;
    bool looksLike(const HistoryLine &) const { return true; }
};

using HistoryModelRows = KeyedRows<QAbstractTableModel, HistoryLine, &HistoryLine::key, &HistoryLine::looksLike>;

/// All that was written about an item and what belongs to it, newest first, read page by page beside the window's thread.
/// Follows the commits that concern the item by rows.
class HistoryModel final : public HistoryModelRows
{
    Q_OBJECT
public:
    enum Column { When, Who, What, FieldName, From, To, How, columnCountOf };

    explicit HistoryModel(Store &store, QObject *parent = nullptr);

    void setItem(const ItemRef &item);
    void setFilter(const HistoryFilter &filter);
    const HistoryRow &at(int row) const { return rows()[row].row; }
    /// Nothing answers the filter, and that is known.
    bool isEmpty() const { return m_isRead && rows().isEmpty(); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// What is there was read.
    void read();
    void readFailed(const Kartoteka::Error &error);

private:
    struct Lines
    {
        QList<HistoryLine> lines;
        TimelinePosition end;
        bool atEnd = true;
    };

    static Result<Lines> readLines(const ReadContext &context, const ItemRef &item, const HistoryFilter &filter,
                                   const TimelinePosition &from, const TimelinePosition &to);
    bool concerns(const CommitNotice &notice) const;
    void reload();
    void follow();
    void ask(const TimelinePosition &from, const TimelinePosition &to, void (HistoryModel::*use)(const Lines &));
    void append(const Lines &page);
    void take(const Lines &now);
    QString textOf(const HistoryLine &line, int column) const;

    Store &m_store;
    ItemRef m_item;
    HistoryFilter m_filter;
    TimelinePosition m_end;
    bool m_isRead = false;
    bool m_atEnd = true;
    bool m_asking = false;
    bool m_behind = false;
    CancelToken m_load;
};

} // namespace Kartoteka
