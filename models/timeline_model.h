// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/timeline/timeline.h"

#include <QAbstractListModel>

namespace Kartoteka {

/// The right side of a card: planned activities, then history by days, newest first, read page by page. Follows the commits
/// that concern its item by rows: pages that were fetched, the selection and what is seen stay. Says anew what is late and
/// which day is today when a deadline passes or the day turns.
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

signals:
    /// Something of the history could not be read.
    void readFailed(const Kartoteka::Error &error);

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
    /// Rows with where the history that they show ends.
    struct Rows
    {
        QList<Row> rows;
        TimelinePosition end;
        bool atEnd = true;
        qint64 journal = 0; ///< up to which row of the journal they are true
    };

    static qint64 keyOf(const Row &row);
    static bool looksLike(const Row &a, const Row &b);
    static Result<QList<Row>> plannedRows(const ReadContext &context, const ItemRef &item);
    static Result<Rows> historyRows(const ReadContext &context, const ItemRef &item, const TimelinePosition &from,
                                    const TimelinePosition &to, QDate lastDay);
    static Result<Rows> readRows(const ReadContext &context, const ItemRef &item, const TimelinePosition &to);
    static Row describe(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry);
    static void describeConflict(const ReadContext &context, const TimelineEntry &entry, Row &row);
    void reload();
    void fail(const Error &error);
    void catchUp();
    void follow();
    std::optional<qint64> nextTurn(qint64 now) const;
    void tellTime();
    void take(const Rows &rows);
    void append(const Rows &page);
    QString dayWords(QDate day) const;

    Store &m_store;
    ItemRef m_item;
    QList<Row> m_rows;
    QList<qint64> m_keys; ///< of the rows
    TimelinePosition m_end;
    qint64 m_journal = 0;
    qint64 m_toldAt = 0; ///< UTC ms as of which views have been told what is late and which day is today
    bool m_atEnd = true;
    bool m_fetching = false;
    bool m_following = false;
    bool m_behind = false; ///< something was committed that has not been followed yet
    CancelToken m_load;
};

} // namespace Kartoteka
