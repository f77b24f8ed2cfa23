// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/swimlanes.h"

#include "core/base/texts.h"

#include <algorithm>

namespace Kartoteka {

namespace {

const QString otherColour = u"#8a93a3"_s;

/// "CASE what WHEN key THEN place … END": the places of heads as numbers that are @p step apart.
QString placesOf(const QString &what, const QList<ColumnHead> &heads, qsizetype step, bool hasOthers)
{
    QString cases = u"CASE "_s + what;
    for (qsizetype at = 0; at < heads.size() - (hasOthers ? 1 : 0); ++at)
        cases += u" WHEN %1 THEN %2"_s.arg(heads[at].key).arg(at * step);
    return cases + (hasOthers ? u" ELSE %1 END"_s.arg((heads.size() - 1) * step) : u" END"_s);
}

} // namespace

Swimlanes::Swimlanes(ColumnsPtr columns, ColumnsPtr lanes, const QList<qint64> &shown)
    : ColumnSource(u"swimlanes"_s), m_columns(std::move(columns)), m_lanes(std::move(lanes))
{
    for (const ColumnHead &head : m_lanes->heads()) {
        if (shown.contains(head.key))
            m_shown << head;
    }
    if (m_shown.isEmpty())
        m_shown = m_lanes->heads().mid(0, lanesAtFirst);
    m_hasOthers = m_shown.size() < m_lanes->heads().size();
    if (m_hasOthers)
        m_shown.append({others, Texts::tr("The rest"), otherColour});
    for (qsizetype cell = 0; cell < m_shown.size() * m_columns->heads().size(); ++cell)
        m_heads.append({cell, columnOf(cell).name, columnOf(cell).colour, columnOf(cell).isLate});
}

QString Swimlanes::place() const
{
    // -1: in no column.
    return u"coalesce(%1 + %2, -1)"_s.arg(placesOf(m_lanes->place(), m_shown, m_columns->heads().size(), m_hasOthers),
                                          placesOf(m_columns->place(), m_columns->heads(), 1, false));
}

QString Swimlanes::holdsLane(int lane) const
{
    return m_shown[lane].key == others
        ? u"%1 = %2"_s.arg(placesOf(m_lanes->place(), m_shown, 1, true)).arg(m_shown.size() - 1)
        : m_lanes->holds(m_shown[lane].key);
}

QString Swimlanes::holds(qint64 cell) const
{
    return u"(%1) AND (%2)"_s.arg(holdsLane(int(cell / m_columns->heads().size())), m_columns->holds(columnOf(cell).key));
}

Result<Value> Swimlanes::valueFor(qint64 cell, const Value &before, qint64 now) const
{
    return m_columns->valueFor(columnOf(cell).key, before, now);
}

Result<Value> Swimlanes::laneValue(qint64 cell, const Value &before, qint64 now) const
{
    const qint64 lane = laneOf(cell).key;
    if (lane == others)
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” stands for several lanes. Show the one you need, then drop the card there.")
                         .arg(laneOf(cell).name),
                     {},
                     laneField()};
    return m_lanes->valueFor(lane, before, now);
}

QList<Field> swimlaneFields(const Schema &schema, qint64 typeId)
{
    QList<Field> fields = columnFields(schema, typeId);
    fields.removeIf([](const Field &field) { return field.type != FieldType::User && field.type != FieldType::List; });
    return fields;
}

namespace {

/// Null when there is no such field.
ColumnsPtr lanesBy(const Schema &schema, qint64 typeId, const QString &code)
{
    const QList<Field> fields = swimlaneFields(schema, typeId);
    return std::ranges::find(fields, code, &Field::code) == fields.end() ? nullptr : columnsBy(schema, typeId, code, {});
}

} // namespace

QList<ColumnHead> swimlaneHeads(const Schema &schema, qint64 typeId, const QString &field)
{
    const ColumnsPtr lanes = lanesBy(schema, typeId, field);
    return lanes ? lanes->heads() : QList<ColumnHead>();
}

ColumnsPtr withSwimlanes(const Schema &schema, qint64 typeId, const ColumnsPtr &columns, const SwimlaneChoice &choice)
{
    const ColumnsPtr lanes = choice.field == columns->field() || columns->isPlans() || columns->heads().isEmpty()
        ? nullptr
        : lanesBy(schema, typeId, choice.field);
    return lanes ? std::make_shared<Swimlanes>(columns, lanes, choice.shown) : columns;
}

} // namespace Kartoteka
