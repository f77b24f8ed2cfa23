// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/schema/work_calendar.h"
#include "core/worktime/holiday_file.h"

#include <QFile>
#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QJsonObject dayJson(const QDate &day, const QString &kind, const QString &name)
{
    return {{u"day"_s, day.toString(Qt::ISODate)}, {u"kind"_s, kind}, {u"name"_s, name}};
}

QJsonArray daysJson(const QList<OddDay> &days)
{
    QJsonArray array;
    for (const OddDay &one : days)
        array.append(dayJson(one.day, dayKindName(one.kind), one.name));
    return array;
}

int tellDays(const Session &session, const QList<OddDay> &days)
{
    QList<QStringList> rows;
    for (const OddDay &one : days)
        rows.append({QLocale().toString(one.day, QLocale::ShortFormat), dayKindText(one.kind), one.name});
    session.output.table({Texts::tr("Day"), Texts::tr("Kind"), Texts::tr("Name")}, rows);
    session.output.document(daysJson(days));
    return 0;
}

Result<void> commitDays(const Session &session, const QList<OddDay> &days)
{
    auto changes = planDays(days);
    if (!changes)
        return changes.error();
    auto receipt = session.store.commitAndWait(std::move(*changes));
    return receipt ? Result<void>() : Result<void>(receipt.error());
}

} // namespace

int runDay(const Session &session)
{
    const QStringList &words = session.arguments.words;
    const auto day = parseDate(words[0]);
    if (!day)
        return session.output.fail({ErrorCode::Usage, Texts::tr("“%1” is not a day.").arg(words[0]), {}, words[0]});
    if (words[1] == u"usual") {
        auto changes = planUsualDay(session.schema(), *day, session.store.clock().now());
        if (!changes)
            return session.output.fail(changes.error());
        if (auto receipt = session.store.commitAndWait(std::move(*changes)); !receipt)
            return session.output.fail(receipt.error());
        session.output.line(Texts::tr("%1 is as its weekday again.").arg(QLocale().toString(*day, QLocale::ShortFormat)));
        session.output.document(QJsonArray{dayJson(*day, u"usual"_s, {})});
        return 0;
    }
    const auto kind = dayKindFromName(words[1]);
    if (!kind) {
        return session.output.fail({ErrorCode::Usage,
                                    Texts::tr("“%1” is not a kind of day: say off, work, short or usual.").arg(words[1]),
                                    {},
                                    words[1]});
    }
    const QList<OddDay> days{{*day, *kind, words.sliced(2).join(u' ')}};
    auto done = commitDays(session, days);
    return done ? tellDays(session, days) : session.output.fail(done.error());
}

int runDayList(const Session &session)
{
    QList<OddDay> days;
    for (const CalendarDay &one : session.schema().calendarDays())
        days.append({one.day, one.kind, one.name});
    return tellDays(session, days);
}

int runDayImport(const Session &session)
{
    const QString path = session.arguments.words[1];
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return session.output.fail(
            {ErrorCode::File, Texts::tr("Cannot read “%1”: %2").arg(path, file.errorString()), {}, {}});
    auto days = readHolidays(file.read(largestHolidayFile + 1));
    auto done = days ? commitDays(session, *days) : Result<void>(days.error());
    if (!done)
        return session.output.fail(done.error());
    session.output.line(Texts::tr("Days written down: %1").arg(days->size()));
    session.output.document(daysJson(*days));
    return 0;
}

int runDayCount(const Session &session)
{
    const QStringList &words = session.arguments.words;
    const auto first = parseDate(words[1]);
    const auto last = parseDate(words[2]);
    if (!first || !last || *last < *first || first->daysTo(*last) > 40'000) {
        return session.output.fail(
            {ErrorCode::Usage, Texts::tr("Say the first and the last day of a period."), {}, words[1]});
    }
    const WorkCalendar calendar(session.schema());
    int days = 0;
    int minutes = 0;
    for (QDate day = *first; day <= *last; day = day.addDays(1)) {
        const WorkHours hours = calendar.hours(day);
        days += hours.isEmpty() ? 0 : 1;
        for (const WorkInterval &part : hours)
            minutes += part.to - part.from;
    }
    session.output.line(Texts::tr("Working days: %1, hours: %2").arg(days).arg(QLocale().toString(minutes / 60.0, 'f', 1)));
    session.output.document(QJsonObject{{u"days"_s, days}, {u"minutes"_s, minutes}});
    return 0;
}

} // namespace Kartoteka::Cli
