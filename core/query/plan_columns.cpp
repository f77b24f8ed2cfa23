// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/plan_columns.h"

#include "core/base/texts.h"
#include "core/query/asked_stages.h"
#include "core/store/db/sql_name.h"
#include "core/store/db/sql_union.h"
#include "core/store/kept/activity_counts.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

/// Rows of a plan (p) that belong to a column: those of one index, in the order of its cards.
struct Part
{
    QString index;
    QString which;
    QString order;
};

class PlanColumns final : public ColumnSource
{
public:
    PlanColumns(const Schema &schema, const EntityType &type, qint64 pipeline, const QueryMoment &moment)
        : ColumnSource(u"activity"_s)
        , m_type(QString::number(type.id))
        , m_days(QDateTime::fromMSecsSinceEpoch(moment.now), moment.firstDay, WorkCalendar(schema))
        , m_isByRank(type.hasStages)
    {
        const bool isOwn = countedPerson(schema.setting(u"counter_mode"_s)) == u"activity_responsible";
        m_person = isOwn ? moment.user : 0;
        m_heads = dayHeads(Texts::tr("No activities"));
        m_unplannedWalk = walkOfItems(schema, type, pipeline);
    }

    QString place() const override
    {
        return u"coalesce((SELECT %1 FROM %2), %3)"_s.arg(placeOf(), planOf(u"t.id"_s)).arg(int(DayColumn::None));
    }
    QString holds(qint64 key) const override
    {
        if (key == rest())
            return u"NOT EXISTS (SELECT 1 FROM %1)"_s.arg(planOf(u"t.id"_s));
        QStringList rows;
        for (const Part &part : parts(DayColumn(key)))
            rows << rowsOf(part);
        return u"t.id IN (%1)"_s.arg(rows.join(u" UNION ALL "_s));
    }
    Result<Value> valueFor(qint64 key, const Value &before, qint64 now) const override
    {
        if (key == qint64(DayColumn::Overdue))
            return refusal(
                Texts::tr("A card cannot be dragged to Overdue. Give the activity an earlier deadline on the card."));
        if (key == rest())
            return refusal(Texts::tr("An activity is already planned. Complete or delete it on the card."));
        const QDateTime old = before.isValid() ? QDateTime::fromMSecsSinceEpoch(before.toLongLong()) : QDateTime();
        return Value(m_days.at(now).momentFor(DayColumn(key), old).toMSecsSinceEpoch()); // the heads may be of yesterday
    }
    bool isOver(qint64 key) const override { return m_days.isOver(DayColumn(key)); }
    QString refusalFrom(qint64 from, qint64 key, qint64 now) const override
    {
        const bool staysToday = DayColumn(from) == DayColumn::Today && m_days.at(now).isOver(DayColumn(key));
        return staysToday ? QCoreApplication::translate(
                   "Kartoteka::Activities", "This working week ends today. Take it to next week, or leave it today.")
                          : QString();
    }

    QString order() const override
    {
        return u"coalesce((SELECT CASE WHEN %1 THEN 0 ELSE -coalesce(p.next_deadline, 9e15) END FROM %2), %3)"_s.arg(
            waiting(), planOf(u"t.id"_s), m_isByRank ? u"t.rank"_s : u"t.id"_s);
    }
    QString walk(qint64 key) const override
    {
        if (key == rest())
            return m_unplannedWalk;
        QStringList rows;
        for (const Part &part : parts(DayColumn(key)))
            rows << u"SELECT id FROM (%1 ORDER BY %2 LIMIT -1)"_s.arg(rowsOf(part), part.order);
        return rows.join(u" UNION ALL "_s);
    }
    QString placed() const override
    {
        return u"SELECT p.item AS id, %1 AS place FROM %2 WHERE p.item_type = %3"_s.arg(placeOf(), plans({}), m_type);
    }
    qint64 rest() const override { return qint64(DayColumn::None); }
    qint64 person() const override { return m_person; }

private:
    Error refusal(const QString &text) const { return {ErrorCode::Refused, text, {}, m_field}; }
    QString endOf(DayColumn column) const { return QString::number(m_days.endOf(column)); }

    /// All plans of the type. Of one person they are put together from his activities: most offices need no row for that.
    QString plans(const QString &index) const
    {
        if (m_person != 0)
            return u"(SELECT l.item_type AS item_type, l.item AS item, min(l.deadline) AS next_deadline, max(l.incoming) AS "
                   "incoming FROM activity_link l INDEXED BY activity_link_own WHERE l.activity_responsible = %1 AND "
                   "l.item_type = %2 AND l.done = 0 GROUP BY l.item) p"_s.arg(QString::number(m_person), m_type);
        return index.isEmpty() ? u"item_plan p"_s : u"item_plan p INDEXED BY "_s + index;
    }
    /// The plan of one item, and no row when it has none.
    QString planOf(const QString &item) const
    {
        if (m_person != 0)
            return u"(SELECT min(l.deadline) AS next_deadline, max(l.incoming) AS incoming FROM activity_link l INDEXED BY "
                   "activity_link_own WHERE l.activity_responsible = %1 AND l.item_type = %2 AND l.item = %3 AND "
                   "l.done = 0 GROUP BY l.item) p"_s.arg(QString::number(m_person), m_type, item);
        return u"(SELECT next_deadline, incoming FROM item_plan WHERE item_type = %1 AND item = %2) p"_s.arg(m_type, item);
    }
    /// Something waits, and nothing is overdue.
    QString waiting() const
    {
        return u"p.incoming > 0 AND (p.next_deadline IS NULL OR p.next_deadline >= %1)"_s.arg(endOf(DayColumn::Overdue));
    }
    QString placeOf() const
    {
        QString cases = u"CASE WHEN p.next_deadline < %1 THEN %2 WHEN p.incoming > 0 OR p.next_deadline < %3 THEN %4"_s.arg(
            endOf(DayColumn::Overdue), QString::number(int(DayColumn::Overdue)), endOf(DayColumn::Today),
            QString::number(int(DayColumn::Today)));
        for (const DayColumn column : {DayColumn::ThisWeek, DayColumn::NextWeek})
            cases += u" WHEN p.next_deadline < %1 THEN %2"_s.arg(endOf(column)).arg(int(column));
        return cases + u" ELSE %1 END"_s.arg(int(DayColumn::Later));
    }
    QList<Part> parts(DayColumn column) const
    {
        const auto dated = [](const QString &which) {
            return Part{u"item_plan_deadline"_s, u"p.next_deadline IS NOT NULL AND "_s + which,
                        u"p.next_deadline, p.item DESC"_s};
        };
        const auto between = [this](DayColumn before, DayColumn last) {
            return u"p.next_deadline >= %1 AND p.next_deadline < %2 AND p.incoming = 0"_s.arg(endOf(before), endOf(last));
        };
        switch (column) {
        case DayColumn::Overdue: return {dated(u"p.next_deadline < "_s + endOf(DayColumn::Overdue))};
        case DayColumn::Today:
            return {{u"item_plan_incoming"_s, waiting(), u"p.item DESC"_s},
                    dated(between(DayColumn::Overdue, DayColumn::Today))};
        case DayColumn::ThisWeek: return {dated(between(DayColumn::Today, DayColumn::ThisWeek))};
        case DayColumn::NextWeek: return {dated(between(DayColumn::ThisWeek, DayColumn::NextWeek))};
        case DayColumn::Later:
            return {dated(u"p.next_deadline >= %1 AND p.incoming = 0"_s.arg(endOf(DayColumn::NextWeek))),
                    {u"item_plan_undated"_s, u"p.next_deadline IS NULL AND p.incoming = 0"_s, u"p.item DESC"_s}};
        case DayColumn::None: break;
        }
        return {};
    }
    QString rowsOf(const Part &part) const
    {
        return u"SELECT p.item AS id FROM %1 WHERE p.item_type = %2 AND %3"_s.arg(plans(part.index), m_type, part.which);
    }
    /// All items, in the order of those that have no plan: of stages taken together from the top of each.
    static QString walkOfItems(const Schema &schema, const EntityType &type, qint64 pipeline)
    {
        const QString table = sqlName(type.table);
        if (!type.hasStages)
            return u"SELECT t.id AS id FROM %1 t NOT INDEXED WHERE t.deleted_at IS NULL ORDER BY t.id DESC LIMIT -1"_s.arg(
                table);
        const Field *stage = schema.field(type.id, Codes::stage);
        QStringList stages;
        for (const Pipeline &one : schema.pipelines(type.id)) {
            for (const Stage &standing : schema.stages(one.id)) {
                if ((pipeline == 0 || pipeline == one.id) && standing.group == StageGroup::InProgress)
                    stages << u"SELECT t.id AS id, t.rank AS rank FROM %1 t INDEXED BY %2 WHERE t.stage = %3 AND "
                              "t.deleted_at IS NULL"_s.arg(table, sqlName(type.table + u"_stage"_s),
                                                           QString::number(standing.id));
            }
        }
        if (!stage || !stage->indexed || stages.isEmpty())
            return {};
        return u"SELECT id FROM (%1 ORDER BY rank DESC, id DESC LIMIT -1)"_s.arg(unionAll(stages));
    }

    QString m_type;
    BoardDays m_days;
    bool m_isByRank;
    qint64 m_person = 0;
    QString m_unplannedWalk;
};

} // namespace

ColumnsPtr planColumns(const Schema &schema, qint64 typeId, qint64 pipeline, const QueryMoment &moment)
{
    const EntityType *type = schema.type(typeId);
    return type ? std::make_shared<PlanColumns>(schema, *type, pipeline, moment) : nullptr;
}

ItemQuery plannedQuery(const Schema &schema, ItemQuery query)
{
    const EntityType *type = schema.type(query.typeId);
    if (type && type->hasStages && std::ranges::none_of(query.conditions, asksInProgress))
        query.conditions.append(inProgress());
    return query;
}

} // namespace Kartoteka
