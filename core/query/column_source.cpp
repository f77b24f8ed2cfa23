// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/column_source.h"

#include "core/base/texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/list_values.h"
#include "core/store/db/sql_name.h"

#include <algorithm>

namespace Kartoteka {

namespace {

const QString neutral = u"#8a93a3"_s;

class StageColumns final : public ColumnSource
{
public:
    StageColumns(const Schema &schema, qint64 pipeline, bool withFinal) : ColumnSource(Codes::stage)
    {
        for (const Stage &stage : schema.stages(pipeline)) {
            if (withFinal || stage.group == StageGroup::InProgress)
                m_heads.append({stage.id, displayName(schema, stage), stage.colour.isEmpty() ? neutral : stage.colour});
        }
    }
    QString place() const override { return u"t.stage"_s; }
    QString holds(qint64 key) const override { return u"t.stage = %1"_s.arg(key); }
    Result<Value> valueFor(qint64 key, const Value &, qint64) const override { return Value(key); }
};

/// People, or the choices of a list, and those who have none of them.
class ChoiceColumns final : public ColumnSource
{
public:
    /// @p row: the alias of the table that has the field.
    ChoiceColumns(const Schema &schema, const Field &field, const QString &row)
        : ColumnSource(field.code), m_column(row + u'.' + sqlName(field.column))
    {
        QStringList keys;
        if (field.type == FieldType::User) {
            for (const User &user : schema.users())
                m_heads.append({user.id, user.name, neutral});
        } else {
            for (const ListValue &value : schema.listValues(field.id))
                m_heads.append({value.id, displayName(schema, value), value.colour}); // none: shown as everywhere else
        }
        for (const ColumnHead &head : std::as_const(m_heads)) {
            m_held.insert(head.key,
                          field.type == FieldType::List ? heldIdsSql(schema, head.key) : QString::number(head.key));
            keys << m_held.value(head.key);
            if (m_held.value(head.key).contains(u','))
                m_merged += u" WHEN %1 IN (%2) THEN %3"_s.arg(m_column, m_held.value(head.key)).arg(head.key);
        }
        m_known = keys.join(u',');
        m_heads.append({0, Texts::tr("%1: empty").arg(displayName(field)), neutral});
    }
    QString place() const override
    {
        return u"CASE%1 WHEN %2 IN (%3) THEN %2 ELSE 0 END"_s.arg(m_merged, m_column, m_known);
    }
    QString holds(qint64 key) const override
    {
        const QString held = m_held.value(key);
        return key != 0 ? (held.contains(u',') ? u"%1 IN (%2)"_s : u"%1 = %2"_s).arg(m_column, held)
                        : u"(%1 IS NULL OR %1 NOT IN (%2))"_s.arg(m_column, m_known); // a choice that was deleted
    }
    Result<Value> valueFor(qint64 key, const Value &, qint64) const override { return key == 0 ? Value() : Value(key); }

private:
    QString m_column;
    QString m_known;               ///< keys, for SQL
    QHash<qint64, QString> m_held; ///< ids under which items hold a key, for SQL
    QString m_merged;              ///< leads from those of values that were merged to their keys
};

/// Spans of days around today.
class DayColumns final : public ColumnSource
{
public:
    DayColumns(const Schema &schema, const Field &field, const QString &row, const QueryMoment &moment)
        : ColumnSource(field.code)
        , m_column(row + u'.' + sqlName(field.column))
        , m_hasTime(field.type == FieldType::DateTime)
        , m_days(QDateTime::fromMSecsSinceEpoch(moment.now), moment.firstDay, WorkCalendar(schema))
    {
        m_heads = dayHeads(Texts::tr("No date"));
    }
    QString place() const override
    {
        QString cases = u"CASE WHEN %1 IS NULL THEN %2"_s.arg(m_column).arg(int(DayColumn::None));
        for (int key = int(DayColumn::Overdue); key < int(DayColumn::Later); ++key)
            cases += u" WHEN %1 < %2 THEN %3"_s.arg(m_column, startOf(span(key).last.addDays(1))).arg(key);
        return cases + u" ELSE %1 END"_s.arg(int(DayColumn::Later));
    }
    QString holds(qint64 key) const override
    {
        if (key == qint64(DayColumn::None))
            return m_column + u" IS NULL"_s;
        const DateSpan days = span(key);
        QStringList parts;
        if (days.first.isValid())
            parts << u"%1 >= %2"_s.arg(m_column, startOf(days.first));
        if (days.last.isValid())
            parts << u"%1 < %2"_s.arg(m_column, startOf(days.last.addDays(1)));
        return parts.join(u" AND "_s);
    }
    Result<Value> valueFor(qint64 key, const Value &before, qint64 now) const override
    {
        if (key == qint64(DayColumn::None))
            return Value();
        if (key == qint64(DayColumn::Overdue))
            return Error{ErrorCode::Refused,
                         Texts::tr("A card cannot be dragged to Overdue. Choose an earlier date on the card."),
                         {},
                         m_field};
        const BoardDays days = m_days.at(now); // the heads may be of yesterday
        if (!m_hasTime)
            return Value(days.dayFor(DayColumn(key)));
        return Value(days.momentFor(DayColumn(key), instant(before)).toMSecsSinceEpoch());
    }
    bool isOver(qint64 key) const override { return m_days.isOver(DayColumn(key)); }

private:
    DateSpan span(qint64 key) const { return m_days.span(DayColumn(key)); }
    QString startOf(const QDate &day) const
    {
        return m_hasTime ? QString::number(day.startOfDay().toMSecsSinceEpoch()) : u"'%1'"_s.arg(day.toString(Qt::ISODate));
    }
    static QDateTime instant(const Value &before)
    {
        return before.isValid() ? QDateTime::fromMSecsSinceEpoch(before.toLongLong()) : QDateTime();
    }

    QString m_column;
    bool m_hasTime;
    BoardDays m_days;
};

bool isDay(const Field &field)
{
    return field.type == FieldType::Date || field.type == FieldType::DateTime;
}

ColumnsPtr columnsOf(const Schema &schema, const Field &field, const QString &row, const QueryMoment &moment)
{
    if (isDay(field))
        return std::make_shared<DayColumns>(schema, field, row, moment);
    return std::make_shared<ChoiceColumns>(schema, field, row);
}

/// The columns of a field of what a link leads to. Where an item stands is said there: no card is put elsewhere by hand.
class LinkedColumns final : public ColumnSource
{
public:
    LinkedColumns(const Schema &schema, const FieldPath &path, const QueryMoment &moment)
        : ColumnSource(path.code())
        , m_linked(columnsOf(schema, *path.field, u"p1"_s, moment))
        , m_none(isDay(*path.field) ? qint64(DayColumn::None) : 0)
        , m_link(u"t."_s + sqlName(path.links.constFirst()->column))
        , m_target(sqlName(schema.type(path.links.constFirst()->target)->table))
        , m_name(path.name())
    {
        m_heads = m_linked->heads();
    }
    QString place() const override
    {
        return u"coalesce((SELECT %1 FROM %2 p1 WHERE p1.id = %3), %4)"_s.arg(m_linked->place(), m_target, m_link)
            .arg(m_none);
    }
    QString holds(qint64 key) const override
    {
        // The field's index has those that are not deleted, and those that are have one of their own.
        const QString those = u"SELECT p1.id FROM %1 p1 WHERE p1.deleted_at IS %3NULL AND %2"_s;
        const QString among = u"(%1 UNION ALL %2)"_s.arg(those.arg(m_target, m_linked->holds(key), QString()),
                                                         those.arg(m_target, m_linked->holds(key), u"NOT "_s));
        return key == m_none ? u"(%1 IS NULL OR %1 IN %2)"_s.arg(m_link, among) : u"%1 IN %2"_s.arg(m_link, among);
    }
    Result<Value> valueFor(qint64, const Value &, qint64) const override
    {
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” belongs to another record. Open that record to change it.").arg(m_name),
                     {},
                     m_field};
    }
    bool isOver(qint64 key) const override { return m_linked->isOver(key); }

private:
    ColumnsPtr m_linked;
    qint64 m_none; ///< the column of what leads nowhere, or to what is in no other column
    QString m_link;
    QString m_target;
    QString m_name;
};

} // namespace

int ColumnSource::indexOf(qint64 key) const
{
    const auto at = std::ranges::find(m_heads, key, &ColumnHead::key);
    return at == m_heads.end() ? -1 : int(at - m_heads.begin());
}

QList<ColumnHead> dayHeads(const QString &none)
{
    return {{qint64(DayColumn::Overdue), Texts::tr("Overdue"), u"#bd302a"_s, true},
            {qint64(DayColumn::Today), Texts::tr("Today"), u"#2d69fe"_s},
            {qint64(DayColumn::ThisWeek), Texts::tr("This week"), u"#127345"_s},
            {qint64(DayColumn::NextWeek), Texts::tr("Next week"), u"#64738a"_s},
            {qint64(DayColumn::Later), Texts::tr("Later"), neutral},
            {qint64(DayColumn::None), none, neutral}};
}

ColumnsPtr stageColumns(const Schema &schema, qint64 pipeline, bool withFinal)
{
    return std::make_shared<StageColumns>(schema, pipeline, withFinal);
}

bool givesColumns(const FieldPath &path)
{
    const Field *field = path.field;
    const bool isOne = path.isSingle() && path.links.size() <= 1;
    return isOne && field->editable && (field->type == FieldType::User || field->type == FieldType::List || isDay(*field));
}

QList<Field> columnFields(const Schema &schema, qint64 typeId)
{
    QList<Field> fields = schema.fields(typeId);
    fields.removeIf([](const Field &field) { return !givesColumns({{}, &field}); });
    return fields;
}

ColumnsPtr columnsBy(const Schema &schema, qint64 typeId, const QString &code, const QueryMoment &moment)
{
    const FieldPath path = pathOf(schema, typeId, code);
    if (!givesColumns(path))
        return nullptr;
    return path.isOwn() ? columnsOf(schema, *path.field, u"t"_s, moment)
                        : std::make_shared<LinkedColumns>(schema, path, moment);
}

} // namespace Kartoteka
