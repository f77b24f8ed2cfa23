// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/field_path.h"
#include "core/query/day_columns.h"
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
    bool isLate = false; ///< what stands there is late, and its name says so
    bool operator==(const ColumnHead &) const = default;
};

class Swimlanes;

/// What the columns of a board stand for: which there are, where an item stands, and what puts it elsewhere. An immutable
/// value that threads share.
class ColumnSource
{
public:
    virtual ~ColumnSource() = default;

    /// Code of the field that says where an item stands, or the path of one of a linked item.
    const QString &field() const { return m_field; }
    /// The field is the stage: cards move as the rules of stages say.
    bool isStages() const { return m_field == Codes::stage; }
    /// What is planned says where an item stands (core/query/plan_columns.h): no field of the item, but what conditions call
    /// "activity".
    bool isPlans() const { return m_field == u"activity"; }
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
    /// A column in which nothing can stand as it is now.
    virtual bool isOver(qint64) const { return false; }

    /// Why an item of the column @p from cannot be taken to the column @p key; empty where it can, or valueFor() says why not.
    virtual QString refusalFrom(qint64 /*from*/, qint64 /*key*/, qint64 /*now*/) const { return {}; }

    /// What cards are ordered by, descending, as SQL on the table aliased t; empty: as ItemQuery::order says.
    virtual QString order() const { return {}; }
    /// Ids of a column's items in that order, as a statement that indexes serve row by row; empty: there is none.
    virtual QString walk(qint64) const { return {}; }
    /// Items with the column they stand in, as a statement of (id, place) that does not look at those in rest(); empty: there
    /// is none.
    virtual QString placed() const { return {}; }
    /// The column of all other items.
    virtual qint64 rest() const { return 0; }
    /// Whose activities say where an item stands; 0: everybody's.
    virtual qint64 person() const { return 0; }
    /// The same, where the columns are those of swimlanes (core/query/swimlanes.h); else null.
    virtual const Swimlanes *swimlanes() const { return nullptr; }

protected:
    explicit ColumnSource(QString field) : m_field(std::move(field)) {}

    QString m_field;
    QList<ColumnHead> m_heads;
};

using ColumnsPtr = std::shared_ptr<const ColumnSource>;

/// The stages of a pipeline; those in progress alone, or with the final ones.
ColumnsPtr stageColumns(const Schema &schema, qint64 pipeline, bool withFinal);

/// Whether columns can be made of a field, besides the stage: those with one person, one choice or one day, of the type itself
/// or of what a link leads to.
bool givesColumns(const FieldPath &path);
/// Those of the type itself: cards are put into their columns by hand.
QList<Field> columnFields(const Schema &schema, qint64 typeId);

/// Columns by one of them, named by its path: persons, choices, or the days around that of @p moment. Null when there is none.
ColumnsPtr columnsBy(const Schema &schema, qint64 typeId, const QString &field, const QueryMoment &moment);

/// Heads of the columns of days; @p none: of the one without a date.
QList<ColumnHead> dayHeads(const QString &none);

} // namespace Kartoteka
