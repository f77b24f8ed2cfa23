// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slot_texts.h"

#include "core/base/texts.h"
#include "core/calendar/booking.h"
#include "core/calendar/calendar_plan.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"

#include <QLocale>
#include <QMap>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The times of each day, in order, and what stands behind them all.
QList<QPair<QString, QString>> dayLines(const QList<TimeSpan> &spans)
{
    QMap<qint64, TimeSpan> inOrder;
    for (const TimeSpan &span : spans)
        inOrder.insert(span.starts, span);
    QMap<QDate, QStringList> days;
    for (const TimeSpan &span : std::as_const(inOrder))
        days[QDateTime::fromMSecsSinceEpoch(span.starts).date()] << spanText(span, false);
    const QDate today = QDate(days.isEmpty() ? 0 : days.firstKey().year(), 1, 1);
    QList<QPair<QString, QString>> lines;
    for (auto it = days.cbegin(); it != days.cend(); ++it)
        lines.append({slotDayText(it.key(), today), it->join(u", "_s)});
    return lines;
}

QString zoneText(const QList<TimeSpan> &spans)
{
    const qint64 at = spans.isEmpty() ? 0 : spans.constFirst().starts;
    return QDateTime::fromMSecsSinceEpoch(at).timeZoneAbbreviation();
}

} // namespace

QString slotDayText(const QDate &day, const QDate &today)
{
    return QLocale().toString(day, day.year() == today.year() ? u"ddd d MMMM"_s : u"ddd d MMMM yyyy"_s);
}

QString slotsText(const QList<TimeSpan> &spans)
{
    QStringList lines;
    for (const auto &[day, times] : dayLines(spans))
        lines << day + u": "_s + times;
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u" ("_s + zoneText(spans) + u')';
}

QString slotsHtml(const QList<TimeSpan> &spans)
{
    QString html;
    for (const auto &[day, times] : dayLines(spans))
        html += u"<li><b>%1</b>: %2</li>"_s.arg(day.toHtmlEscaped(), times.toHtmlEscaped());
    return html.isEmpty() ? QString() : u"<ul>%1</ul><p>(%2)</p>"_s.arg(html, zoneText(spans).toHtmlEscaped());
}

Result<ChangeSet> planHold(const Schema &schema, const QList<TimeSpan> &spans, const Hold &hold, qint64 now)
{
    if (spans.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Choose the times that are to be held."), {}, {}};
    if (hold.until <= now)
        return Error{ErrorCode::Refused, Texts::tr("The end of the hold has passed already."), {}, Codes::holdUntil};
    const EntityType &type = *schema.type(u"activity"_s);
    const auto value = [&](const QString &code, const QString &choice) {
        const Field *field = schema.field(type.id, code);
        for (const ListValue &one : field ? schema.listValues(field->id) : QList<ListValue>()) {
            if (one.code == choice)
                return Value(one.id);
        }
        return Value();
    };
    const auto members = [](const QList<qint64> &ids, qint64 typeId = 0) {
        Members list;
        for (const qint64 id : ids)
            list.append({.text = {}, .label = {}, .ref = {typeId, id, {}}, .key = {}});
        return membersValue(list);
    };
    QHash<QString, Value> values{{Codes::title, hold.title.trimmed()},
                                 {Codes::kind, value(Codes::kind, u"booking"_s)},
                                 {Codes::transparency, value(Codes::transparency, u"tentative"_s)},
                                 {Codes::holdUntil, hold.until},
                                 {Codes::participants, members(hold.people.mid(1))},
                                 {Codes::resources, members(hold.resources)}};
    if (!hold.people.isEmpty())
        values.insert(Codes::responsible, hold.people.constFirst());
    if (!hold.item.isNull())
        values.insert(u"items"_s, membersValue({{.text = {}, .label = {}, .ref = hold.item, .key = {}}}));
    ChangeSet all;
    all.kind = u"create"_s;
    all.subject = hold.title.trimmed();
    for (const TimeSpan &span : spans) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(span.starts);
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(span.ends);
        all.changes += planCreateEntry(schema, values, {from.date(), from.time()}, {until.date(), until.time()}).changes;
    }
    return all;
}

} // namespace Kartoteka
