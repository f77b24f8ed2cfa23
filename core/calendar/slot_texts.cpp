// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slot_texts.h"

#include "core/base/texts.h"
#include "core/calendar/calendar_plan.h"
#include "core/calendar/day_words.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The zone of all of them; empty: the clock is changed between them, so that each day says it.
QString zoneText(const QList<TimeSpan> &spans)
{
    QStringList names;
    for (const TimeSpan &span : spans)
        names << zoneName(QDateTime::fromMSecsSinceEpoch(span.starts));
    names.removeDuplicates();
    return names.size() == 1 ? u'(' + names.constFirst() + u')' : QString();
}

/// The times of each day, in order.
QList<QPair<QString, QString>> dayLines(const QList<TimeSpan> &spans)
{
    QMap<qint64, TimeSpan> inOrder;
    for (const TimeSpan &span : spans)
        inOrder.insert(span.starts, span);
    QMap<QDate, QStringList> days;
    QHash<QDate, QString> zones;
    const bool isOneZone = !zoneText(spans).isEmpty();
    for (const TimeSpan &span : std::as_const(inOrder)) {
        const QDateTime starts = QDateTime::fromMSecsSinceEpoch(span.starts);
        if (!isOneZone)
            zones.insert(starts.date(), u" ("_s + zoneName(starts) + u')');
        days[starts.date()] << spanText(span, false);
    }
    const QDate today = QDate(days.isEmpty() ? 0 : days.firstKey().year(), 1, 1);
    QList<QPair<QString, QString>> lines;
    for (auto it = days.cbegin(); it != days.cend(); ++it)
        lines.append({slotDayText(it.key(), today), it->join(u", "_s) + zones.value(it.key())});
    return lines;
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
    const QString zone = zoneText(spans);
    return lines.join(u'\n') + (zone.isEmpty() ? zone : u' ' + zone);
}

QString slotsHtml(const QList<TimeSpan> &spans)
{
    QString html;
    for (const auto &[day, times] : dayLines(spans))
        html += u"<li><b>%1</b>: %2</li>"_s.arg(day.toHtmlEscaped(), times.toHtmlEscaped());
    const QString zone = zoneText(spans).toHtmlEscaped();
    return html.isEmpty() ? html : u"<ul>%1</ul>"_s.arg(html) + (zone.isEmpty() ? zone : u"<p>%1</p>"_s.arg(zone));
}

Result<ChangeSet> planHold(const Schema &schema, const QList<TimeSpan> &spans, const Hold &hold, qint64 now)
{
    if (spans.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Choose the times to hold."), {}, {}};
    QList<TimeSpan> inOrder = spans;
    std::ranges::sort(inOrder, {}, &TimeSpan::starts);
    if (std::ranges::adjacent_find(inOrder, &TimeSpan::overlaps) != inOrder.end())
        return Error{ErrorCode::Refused,
                     Texts::tr("Some of these times overlap: choose fewer, or let them begin less often."),
                     {},
                     {}};
    if (hold.until <= now)
        return Error{ErrorCode::Refused, Texts::tr("The end of the hold has already passed."), {}, Codes::holdUntil};
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
                                 {Codes::deadline, {}}, // nobody has to do it: it is never late, and nobody is reminded
                                 {Codes::participants, members(hold.people.mid(1))},
                                 {Codes::resources, members(hold.resources)}};
    if (!hold.people.isEmpty())
        values.insert(Codes::responsible, hold.people.constFirst());
    if (!hold.item.isNull())
        values.insert(u"items"_s, membersValue({{.text = {}, .label = {}, .ref = hold.item, .key = {}}}));
    ChangeSet all = ChangeSet::of(ActKinds::create, hold.title.trimmed());
    for (const TimeSpan &span : spans) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(span.starts);
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(span.ends);
        all.changes += planCreateEntry(schema, values, {from.date(), from.time()}, {until.date(), until.time()}).changes;
    }
    return all;
}

} // namespace Kartoteka
