// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worktime/day_acts.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/act_kinds.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace Kartoteka {

namespace {

QString subjectOf(const OddDay &day)
{
    const QString date = QLocale().toString(day.day, QLocale::ShortFormat);
    return day.name.isEmpty() ? date : date + u' ' + day.name;
}

} // namespace

std::optional<CalendarDay::Kind> dayKindFromName(const QString &name)
{
    using Kind = CalendarDay::Kind;
    // As tables of either language call them, whatever that of the program is.
    static const QHash<QString, Kind> said{{u"day off"_s, Kind::Off},           {u"выходной"_s, Kind::Off},
                                           {u"выходной день"_s, Kind::Off},     {u"нерабочий"_s, Kind::Off},
                                           {u"нерабочий день"_s, Kind::Off},    {u"working"_s, Kind::Work},
                                           {u"working day"_s, Kind::Work},      {u"рабочий"_s, Kind::Work},
                                           {u"рабочий день"_s, Kind::Work},     {u"short day"_s, Kind::Short},
                                           {u"короткий"_s, Kind::Short},        {u"короткий день"_s, Kind::Short},
                                           {u"сокращенный"_s, Kind::Short},     {u"сокращенный день"_s, Kind::Short},
                                           {u"предпраздничный"_s, Kind::Short}, {u"предпраздничный день"_s, Kind::Short}};
    const QString word = name.simplified().toLower().replace(u'ё', u'е');
    for (const auto kind : {Kind::Off, Kind::Work, Kind::Short}) {
        if (word == dayKindName(kind))
            return kind;
    }
    const auto found = said.constFind(word);
    return found == said.cend() ? std::nullopt : std::optional(*found);
}

QString dayKindName(CalendarDay::Kind kind)
{
    switch (kind) {
    case CalendarDay::Kind::Off: return u"off"_s;
    case CalendarDay::Kind::Work: return u"work"_s;
    case CalendarDay::Kind::Short: return u"short"_s;
    }
    return {};
}

QString dayKindText(CalendarDay::Kind kind)
{
    switch (kind) {
    case CalendarDay::Kind::Off: return Texts::tr("Day off");
    case CalendarDay::Kind::Work: return Texts::tr("Working day");
    case CalendarDay::Kind::Short: return Texts::tr("Short day");
    }
    return {};
}

Result<ChangeSet> planDays(const QList<OddDay> &days)
{
    constexpr qsizetype longestName = 200;
    if (days.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("There are no days in it."), {}, {}};
    ChangeSet changes = ChangeSet::of(
        ActKinds::days, days.size() == 1 ? subjectOf(days.constFirst()) : Texts::tr("%n day(s)", nullptr, int(days.size())));
    for (const OddDay &one : days) {
        if (!one.day.isValid() || one.day.year() < 1900 || one.day.year() > 9999)
            return Error{ErrorCode::Usage, Texts::tr("That is not a calendar day."), {}, {}};
        const QString day = one.day.toString(Qt::ISODate);
        changes.create(u"calendar_day"_s,
                       {{u"day"_s, day},
                        {u"kind"_s, dayKindName(one.kind)},
                        {u"name"_s, textValue(one.name.simplified().left(longestName))}},
                       derivedUid(u"calendar_day", day));
    }
    return changes;
}

Result<ChangeSet> planUsualDay(const Schema &schema, const QDate &day, qint64 nowMs)
{
    const auto known = std::ranges::find(schema.calendarDays(), day, &CalendarDay::day);
    if (known == schema.calendarDays().end()) {
        return Error{
            ErrorCode::NotFound,
            Texts::tr("Nothing is said of %1: it is as its weekday.").arg(QLocale().toString(day, QLocale::ShortFormat)),
            {},
            {}};
    }
    ChangeSet changes = ChangeSet::of(ActKinds::days, subjectOf({known->day, known->kind, known->name}));
    changes.update(u"calendar_day"_s, known->id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

} // namespace Kartoteka
