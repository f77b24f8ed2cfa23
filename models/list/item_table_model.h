// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/listing.h"
#include "models/base/catch_up.h"
#include "models/base/next_act.h"
#include "models/list/group_layout.h"
#include "models/list/item_row_cache.h"
#include "models/list/list_columns.h"

#include <QAbstractTableModel>

#include <functional>

namespace Kartoteka {

/// A list of any length: the ids of everything in order, and the rows near what is shown. With ItemQuery::groupBy each
/// group begins with a row of its own and can be folded away.
/// Follows every commit by rows while it is seen, and catches up when it is seen again; selection and scroll position survive.
class ItemTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< 0 for the head of a group
        FieldRole,
        ValueRole,
        StageRole,
        PersonRole,  ///< row id of the user in a column of people
        NextActRole, ///< NextAct
        IsMoneyRole,
        IsLateRole, ///< the deadline of an open activity that has passed
        LoadedRole,
        GroupRole, ///< true for the head of a group
        GroupFoldedRole,
        GroupCountRole,
        GroupSumRole, ///< of the amounts, as text
    };

    explicit ItemTableModel(Store &store, QObject *parent = nullptr);

    void setQuery(const ItemQuery &query);
    const ItemQuery &query() const { return m_query; }
    /// Field codes of the columns after the number.
    void setColumns(const QStringList &codes);
    QStringList columns() const { return m_columns; }
    /// Code of a column (models/list/list_columns.h); the number's for the first.
    QString columnCode(int column) const { return column == 0 ? ListColumn::number : m_columns.value(column - 1); }
    /// The place of a column by its code; -1 when it is not shown.
    int columnOf(const QString &code) const { return int(m_columns.indexOf(code)) + (m_columns.contains(code) ? 1 : 0); }
    /// Time has passed: what is to be done next may be late.
    void refreshLights() { m_rows->refresh(); }
    /// It is another day, or the clock was set: what is asked for is of @p now, and what is seen and selected stays.
    void turnTo(qint64 now);

    /// What will be shown, without reading it yet: columns and heads can be asked for.
    void prepare(const ItemQuery &query);
    /// Whether anybody sees it. What nobody sees follows no commit.
    void setShown(bool shown) { m_catchUp.setShown(shown); }
    /// Several values have no order.
    bool canSort(int column) const;
    /// Sorts by a column, if it has an order (sortedBy()).
    void toggleSort(int column, bool add);

    qint64 idAt(int row) const;
    /// -1 when not there or folded away.
    int rowOf(qint64 id) const;
    /// All items in order, those of folded groups too.
    const QList<qint64> &ids() const { return m_ids; }
    bool isLoading() const { return m_catchUp.isLoading(); }
    bool isGroupHead(int row) const { return m_groups.positionAt(row) < 0; }
    /// How many of the rows from @p first to @p last are heads of groups.
    int groupHeadsBetween(int first, int last) const { return m_groups.headsBetween(first, last); }
    void toggleGroup(int row);
    void unfoldAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Commits the value of a field; a stage is asked for by stageChosen().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void loaded();
    void readFailed(const Kartoteka::Error &error);
    void sorted();
    /// An edit was refused; the list shows what stands.
    void editRefused(qint64 id, const Kartoteka::Error &error);
    void edited(const QString &title);
    void stageChosen(qint64 id, qint64 stage);

private:
    /// A listing with its groups where they stand.
    struct Placed
    {
        QList<qint64> ids;
        GroupLayout groups;
        qint64 journal = 0;
    };

    bool isGrouped() const { return !m_query.groupBy.isEmpty(); }
    void leaveGroups();
    void reload();
    void fail(const Error &error);
    void readAll(const std::function<void(const Placed &)> &take);
    void loadIds();
    static Result<Placed> readPlaced(const ReadContext &context, const ItemQuery &query, const QSet<QString> &folded);
    void takeListing(const Placed &listing, bool anew);
    void layOut(const QList<qint64> &ids, const GroupLayout &groups);
    void setIds(const QList<qint64> &ids);
    QStringList readFields() const;
    void onRowsArrived(const QList<qint64> &ids, int position);
    void follow();
    void followAll();
    void apply(const RowDelta &delta);
    void applyGrouped(const ListingChange &change);

    Store &m_store;
    ItemQuery m_query;
    QStringList m_columns;
    QList<qint64> m_ids;
    GroupLayout m_groups;
    QSet<QString> m_folded; ///< titles of folded groups
    CatchUp m_catchUp;
    ItemRowCache *m_rows;
};

} // namespace Kartoteka
