// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "models/base/keyed_rows.h"
#include "models/card/timeline_rows.h"

#include <QAbstractListModel>

namespace Kartoteka {

using TimelineModelRows = KeyedRows<QAbstractListModel, TimelineRow, &TimelineRow::key, &TimelineRow::looksLike>;

/// The right side of a card: planned activities, what is pinned, then history by days, newest first, read page by page; of
/// history as much as a filter wants. Follows the commits that concern its item by rows: pages that were fetched, the
/// selection and what is seen stay. Says anew what is late and which day is today when a deadline passes or the day turns.
class TimelineModel final : public TimelineModelRows
{
    Q_OBJECT
public:
    using RowKind = TimelineRow::Kind;
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
        MarkRole,       ///< what is said beside the time: undone, edited, how often
        EntryRole,      ///< id of an entry that can be pinned, else 0
        PinnedRole,     ///< whether it is pinned
        CommentRole,    ///< id of a comment, else 0
        MarkdownRole,   ///< its text as it is to be laid out
        ActsRole,       ///< QVariantList of the acts that the entry tells of, newest first
        SearchRole,     ///< the words that are searched, to be marked
        FoldedRole,     ///< of a heading whether what stands under it is folded; invalid of what does not fold
    };

    explicit TimelineModel(Store &store, QObject *parent = nullptr);

    void setItem(const ItemRef &item);
    /// What of the history is shown. Read anew; what is being read is let go.
    void setFilter(const TimelineFilter &filter);
    const TimelineFilter &filter() const { return m_wish.filter; }
    /// Folds what stands under headings, or shows it again.
    void setFolds(const TimelineFolds &folds);
    const TimelineFolds &folds() const { return m_wish.folds; }
    /// … under one of them.
    void setFolded(const QModelIndex &heading, bool folded);

    static RowKind kindOf(const QModelIndex &index) { return index.data(KindRole).value<RowKind>(); }
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// What was read stands in the rows, and nothing is being read but what was committed since.
    void settled();
    /// Something of the history could not be read.
    void readFailed(const Kartoteka::Error &error);

private:
    using Row = TimelineRow;
    using Rows = TimelineRows;

    void reload();
    void fail(const Error &error);
    void catchUp();
    void follow();
    void fold(const TimelineFolds &folds, const TimelinePosition &to);
    qint64 nextReminder(qint64 since) const;
    std::optional<qint64> nextTurn(qint64 now) const;
    void tellTime();
    bool canFold(const Row &row) const;
    void take(const Rows &rows);
    void append(const Rows &page);
    QString dayWords(QDate day) const;
    QString spokenText(const Row &row) const;

    Store &m_store;
    TimelineWish m_wish;
    TimelinePosition m_end;
    qint64 m_journal = 0;
    qint64 m_toldAt = 0; ///< UTC ms as of which views have been told what is late and which day is today
    bool m_atEnd = true;
    bool m_fetching = false;  ///< until what was fetched stands in the rows: views ask for more while rows come and go
    bool m_following = false; ///< … as with this
    bool m_stale = false;     ///< it is read anew whatever was committed: a reminder came due, something was folded
    bool m_behind = false;    ///< something was committed that has not been followed yet
    CancelToken m_load;
};

} // namespace Kartoteka
