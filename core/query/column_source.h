// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "core/schema/codes.h"

#include <memory>

namespace Kartoteka {

/// What stands over a column of a board.
struct ColumnHead
{
    qint64 key = 0; ///< of the column in its source: the row id of a stage, a person, a choice; a number of a span of days
    QString name;   ///< as people see it
    QString colour; ///< #rrggbb
    bool operator==(const ColumnHead &) const = default;
};

/// What the columns of a board stand for: which there are, where an item stands, and what puts it elsewhere. An immutable
/// value that threads share.
class ColumnSource
{
public:
    virtual ~ColumnSource() = default;

    /// Code of the field that says where an item stands.
    const QString &field() const { return m_field; }
    /// The field is the stage: cards move as the rules of stages say.
    bool isStages() const { return m_field == Codes::stage; }
    const QList<ColumnHead> &heads() const { return m_heads; }
    /// -1: no column of this board.
    int indexOf(qint64 key) const;

    /// The key of an item's column, as SQL on the table aliased t.
    virtual QString place() const = 0;
    /// That an item stands in a column, as SQL that an index of the field can serve.
    virtual QString holds(qint64 key) const = 0;
    /// The value that puts an item with the value @p before into a column at @p now (UTC ms). Refused, with the reason, where
    /// no value does.
    virtual Result<Value> valueFor(qint64 key, const Value &before, qint64 now) const = 0;

protected:
    explicit ColumnSource(QString field) : m_field(std::move(field)) {}

    QString m_field;
    QList<ColumnHead> m_heads;
};

using ColumnsPtr = std::shared_ptr<const ColumnSource>;

/// The stages of a pipeline; those in progress alone, or with the final ones.
ColumnsPtr stageColumns(const Schema &schema, qint64 pipeline, bool withFinal);

/// Fields that columns can be made of besides the stage: those with one person, one choice or one day.
QList<Field> columnFields(const Schema &schema, qint64 typeId);

/// Columns by one of them: persons, choices, or the days around that of @p moment. Null when there is no such field.
ColumnsPtr columnsBy(const Schema &schema, qint64 typeId, const QString &field, const QueryMoment &moment);

/// The spans of days of a board by date, in its order.
enum class DayColumn {
    Overdue = 1, ///< before today
    Today,
    ThisWeek, ///< after today, to the last working day of the week
    NextWeek, ///< from there to the last working day of the next one
    Later,
    None, ///< no date
};
/// The days of a column; an open end is a null date. Empty, with its last day before its first, when the week is over.
DateSpan daysOf(DayColumn column, const QDate &today, Qt::DayOfWeek firstDay);

} // namespace Kartoteka
