// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/column_source.h"

namespace Kartoteka {

/// Which lanes go across the columns of a board, as a person chose.
struct SwimlaneChoice
{
    QString field;       ///< code; empty: none
    QList<qint64> shown; ///< keys of the lanes; empty: the first few
    bool operator==(const SwimlaneChoice &) const = default;
};

/// So many lanes are shown where nobody chose which.
constexpr qsizetype lanesAtFirst = 8;

/// The columns of a board once in every lane that goes across them: what the columns of this source stand for are the cells.
/// They are counted lane by lane, from the top, and their keys are their places. What stands in none of the lanes that are
/// shown is counted in the last one, in which nothing can be put.
class Swimlanes final : public ColumnSource
{
public:
    /// Key of the lane of all that are not shown.
    static constexpr qint64 others = -1;

    /// @p lanes: by a person or a choice.
    Swimlanes(ColumnsPtr columns, ColumnsPtr lanes, const QList<qint64> &shown);

    /// Those of each lane.
    const ColumnsPtr &columns() const { return m_columns; }
    /// The lanes, from the top.
    const QList<ColumnHead> &lanes() const { return m_shown; }
    /// Code of the field that says in which lane an item stands.
    const QString &laneField() const { return m_lanes->field(); }
    qint64 cell(int lane, int column) const { return lane * m_columns->heads().size() + column; }
    const ColumnHead &laneOf(qint64 cell) const { return m_shown[cell / m_columns->heads().size()]; }
    const ColumnHead &columnOf(qint64 cell) const { return m_columns->heads()[cell % m_columns->heads().size()]; }
    /// The value of laneField() that puts an item into the lane of a cell.
    Result<Value> laneValue(qint64 cell, const Value &before, qint64 now) const;
    /// That an item stands in a lane, as SQL that an index of its field can serve.
    QString holdsLane(int lane) const;

    QString place() const override;
    QString holds(qint64 cell) const override;
    /// The value of the columns' field.
    Result<Value> valueFor(qint64 cell, const Value &before, qint64 now) const override;
    bool isOver(qint64 cell) const override { return m_columns->isOver(columnOf(cell).key); }
    const Swimlanes *swimlanes() const override { return this; }

private:
    ColumnsPtr m_columns;
    ColumnsPtr m_lanes;
    QList<ColumnHead> m_shown;
    bool m_hasOthers = false;
};

/// Fields that lanes can be made of: those with one person or one choice.
QList<Field> swimlaneFields(const Schema &schema, qint64 typeId);

/// All lanes by one of them, for choosing.
QList<ColumnHead> swimlaneHeads(const Schema &schema, qint64 typeId, const QString &field);

/// Columns with lanes across them; the columns alone where the lanes' field is none such, or is theirs.
ColumnsPtr withSwimlanes(const Schema &schema, qint64 typeId, const ColumnsPtr &columns, const SwimlaneChoice &choice);

} // namespace Kartoteka
