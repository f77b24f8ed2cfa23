// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/calendar_zones.h"

#include "core/transfer/icalendar.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QTimeZone namedZone(const QString &name)
{
    const QString plain = name.trimmed().remove(u'"');
    if (plain.isEmpty() || plain.size() > 200)
        return {};
    if (plain == u"UTC" || plain == u"GMT" || plain == u"Z")
        return QTimeZone::utc();
    // "/mozilla.org/20050126_1/Europe/Moscow": the last two parts, or three of the Americas.
    const QStringList parts = plain.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype count = qMin<qsizetype>(3, parts.size()); count > 1; --count) {
        const QTimeZone zone(parts.last(count).join(u'/').toLatin1());
        if (zone.isValid())
            return zone;
    }
    const QByteArray windows = QTimeZone::windowsIdToDefaultIanaId(plain.toLatin1());
    return windows.isEmpty() ? QTimeZone() : QTimeZone(windows);
}

namespace {

/// The name of a zone that has the clock of one that a file describes, so that what repeats in it is counted alike on every computer;
/// empty: none has.
QByteArray sameClock(icaltimezone *described)
{
    constexpr int months = 24;
    QList<QPair<QDateTime, int>> offsets; // in the middle of each month of two years
    for (int month = 0; month < months; ++month) {
        const QDateTime at(QDate(2025, 1, 15).addMonths(month), QTime(12, 0), Qt::UTC);
        icaltimetype time = icaltime_from_timet_with_zone(time_t(at.toSecsSinceEpoch()), 0, icaltimezone_get_utc_timezone());
        int isDaylight = 0;
        offsets.append({at, icaltimezone_get_utc_offset_of_utc_time(described, &time, &isDaylight)});
    }
    QSet<QByteArray> seen; // one of those that Windows has one name for
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QByteArray windows = QTimeZone::ianaIdToWindowsId(id);
        if (windows.isEmpty() || seen.contains(windows))
            continue;
        seen.insert(windows);
        const QTimeZone zone(QTimeZone::windowsIdToDefaultIanaId(windows));
        if (zone.isValid() && std::ranges::all_of(offsets, [&zone](const auto &one) {
                return zone.offsetFromUtc(one.first) == one.second;
            }))
            return zone.id();
    }
    return {};
}

constexpr qsizetype mostZones = 200; ///< that a file describes
constexpr int mostRules = 100;       ///< … of all of them

/// The rules in what a file says of a zone; none where it cannot be counted out: libical makes a list of every change of its clock from
/// the first year on, and nobody can stop it. Clocks change on days of a year; a rule of seconds, or many of every day since the year 1,
/// would keep it for minutes.
std::optional<int> countableRules(const QByteArray &description)
{
    constexpr qsizetype longest = 100'000;
    constexpr int mostOfZone = 20;
    constexpr int mostDates = 500;  // and parts
    constexpr int firstYear = 1601; // in which Windows begins
    static const QRegularExpression rule(
        u"^RRULE[^:]*:(?:(?:FREQ=YEARLY|WKST=[A-Z]{2}|(?:INTERVAL|COUNT)=\\d{1,4}|UNTIL=[0-9TZ]{8,16}|BYMONTH=\\d{1,2}|"
        "BYDAY=[+-]?\\d?[A-Z]{2}|BYMONTHDAY=-?\\d{1,2}(?:,-?\\d{1,2}){0,6})(?:;|$))+$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression beginning(u"^DTSTART(?:;[^:\"]*)?:(\\d{4})\\d{4}(?:T\\d{6}Z?)?$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    if (description.size() > longest)
        return std::nullopt;
    int rules = 0;
    int dates = 0;
    for (const QByteArray &line : description.split('\n')) {
        const QByteArray word = line.left(7).toUpper();
        const QString text = QString::fromUtf8(line).trimmed();
        if (word.startsWith("RRULE")) {
            const auto has = [&text](const QString &part) { return text.contains(part, Qt::CaseInsensitive); };
            const bool isOfDays = has(u"FREQ="_s) && (has(u"BYMONTH="_s) || !has(u"DAY="_s));
            if (!rule.match(text).hasMatch() || !isOfDays || ++rules > mostOfZone)
                return std::nullopt;
        } else if (word == "DTSTART") {
            const auto begins = beginning.match(text);
            if (!begins.hasMatch() || begins.capturedView(1).toInt() < firstYear)
                return std::nullopt;
        } else if (word.startsWith("RDATE") || word.startsWith("BEGIN")) {
            ++dates;
        }
    }
    return dates <= mostDates ? std::optional(rules) : std::nullopt;
}

} // namespace

CalendarZones::CalendarZones(const QList<CalendarPart> &parts, const QByteArray &meant)
    : m_meant(meant.isEmpty() ? QTimeZone() : QTimeZone(meant))
{
    icalerror_set_errors_are_fatal(false);
    int rules = 0;
    for (const CalendarPart &part : parts) {
        if (part.name != "VTIMEZONE" || m_zones.size() >= mostZones)
            continue;
        const auto own = countableRules(part.text);
        if (!own || rules + *own > mostRules)
            continue;
        rules += *own;
        icalcomponent *component = icalparser_parse_string(part.text.constData());
        if (!component)
            continue;
        std::shared_ptr<icaltimezone> zone(icaltimezone_new(), ZoneFree());
        // The zone owns the component from here on, also where it does not take it.
        if (!icaltimezone_set_component(zone.get(), component)) {
            icalcomponent_free(component);
            continue;
        }
        const char *location = icaltimezone_get_location(zone.get());
        const QString name = QString::fromUtf8(icaltimezone_get_tzid(zone.get()));
        if (location)
            m_places.insert(name, QString::fromUtf8(location));
        m_zones.insert(name, zone);
    }
}

std::optional<QTimeZone> CalendarZones::known(const QString &name) const
{
    auto it = m_known.constFind(name);
    if (it == m_known.cend()) {
        QTimeZone zone = namedZone(name);
        if (!zone.isValid())
            zone = namedZone(m_places.value(name));
        if (!zone.isValid() && !name.isEmpty() && !m_zones.contains(name))
            zone = m_meant;
        it = m_known.insert(name, zone);
    }
    return it->isValid() ? std::optional(*it) : std::nullopt;
}

QByteArray CalendarZones::knownAs(const QString &name) const
{
    const auto zone = name.isEmpty() ? std::nullopt : known(name);
    if (zone)
        return zone->id();
    const auto described = m_zones.constFind(name);
    if (described == m_zones.cend())
        return {};
    auto alike = m_alike.constFind(name);
    if (alike == m_alike.cend())
        alike = m_alike.insert(name, sameClock(described->get()));
    return *alike;
}

bool CalendarZones::isUnknown(const QString &name) const
{
    return !name.isEmpty() && !known(name) && !m_zones.contains(name);
}

bool CalendarZones::isToldFirst(const QString &name)
{
    const bool isFirst = !m_told.contains(name);
    m_told.insert(name);
    return isFirst;
}

qint64 CalendarZones::instant(const icaltimetype &time, const QString &name)
{
    const QDate day(time.year, time.month, time.day);
    const QTime clock(qBound(0, time.hour, 23), qBound(0, time.minute, 59), qBound(0, time.second, 59));
    if (icaltime_is_utc(time))
        return QDateTime(day, clock, Qt::UTC).toMSecsSinceEpoch();
    const auto zone = name.isEmpty() ? std::nullopt : known(name);
    if (zone)
        return QDateTime(day, clock, *zone).toMSecsSinceEpoch();
    if (const auto described = m_zones.constFind(name); described != m_zones.cend())
        return qint64(icaltime_as_timet_with_zone(time, described->get())) * 1000;
    return QDateTime(day, clock).toMSecsSinceEpoch();
}

} // namespace Kartoteka
