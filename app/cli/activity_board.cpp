// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_board.h"

#include "core/base/texts.h"
#include "core/query/board_query.h"
#include "core/query/plan_columns.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QString codeOf(qint64 key)
{
    switch (DayColumn(key)) {
    case DayColumn::Overdue: return u"overdue"_s;
    case DayColumn::Today: return u"today"_s;
    case DayColumn::ThisWeek: return u"this_week"_s;
    case DayColumn::NextWeek: return u"next_week"_s;
    case DayColumn::Later: return u"later"_s;
    case DayColumn::None: break;
    }
    return u"none"_s;
}

} // namespace

int runActivityBoard(const Session &session)
{
    const QString code = session.arguments.value(u"--board"_s);
    const EntityType *type = session.schema().type(code);
    if (!type || !type->hasActivities)
        return session.output.fail(
            {ErrorCode::Usage, Texts::tr("“%1” is not a type whose items have activities.").arg(code), {}, code});
    for (const QString &other : {u"--mine"_s, u"--overdue"_s, u"--today"_s, u"--incoming"_s, u"--done"_s}) {
        if (session.arguments.has(other))
            return session.output.fail(
                {ErrorCode::Usage, Texts::tr("%1 and --board do not go together.").arg(other), {}, other});
    }
    auto asked = session.query(*type);
    auto limit = session.wholeNumber(u"--limit"_s, -1);
    if (!asked || !limit)
        return session.output.fail(asked ? limit.error() : asked.error());
    const ItemQuery query = plannedQuery(session.schema(), *asked);
    const ColumnsPtr columns = planColumns(session.schema(), type->id, 0,
                                           {query.now, firstDayOfWeek(session.schema()), query.user});
    QJsonArray array;
    QList<QStringList> rows;
    for (const ColumnHead &head : columns->heads()) {
        auto found = queryColumn(session.reader(), query, *columns, head.key);
        if (!found)
            return session.output.fail(found.error());
        QStringList numbers;
        for (const BoardRow &row : found->mid(0, *limit))
            numbers << session.number({type->id, row.id, {}});
        array.append(QJsonObject{
            {u"code"_s, codeOf(head.key)}, {u"count"_s, found->size()}, {u"items"_s, QJsonArray::fromStringList(numbers)}});
        rows.append({head.name, QString::number(found->size()), numbers.join(u' ')});
    }
    session.output.table({Texts::tr("When"), Texts::tr("Number"), Texts::tr("Items")}, rows);
    session.output.document(QJsonObject{{u"columns"_s, array}});
    return 0;
}

} // namespace Kartoteka::Cli
