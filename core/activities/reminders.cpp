// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/reminders.h"

#include "core/activities/deadline_words.h"
#include "core/store/kept/reminder_due.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int hour = 60;

QDateTime atMinute(const QDate &day, int minute)
{
    return QDateTime(day, QTime(minute / hour, minute % hour));
}

} // namespace

bool areReminders(const QString &text)
{
    if (text.size() > longestReminders)
        return false;
    const QStringList offsets = text.split(u',', Qt::SkipEmptyParts);
    return std::ranges::all_of(offsets, [](const QString &offset) {
        const QString digits = offset.trimmed(); // as what is kept of them reads them
        const bool isNumber = !digits.isEmpty() && digits.size() <= 6
            && std::ranges::all_of(digits, [](QChar one) { return one >= u'0' && one <= u'9'; });
        return isNumber && digits.toInt() <= longestReminder;
    });
}

std::optional<int> reminderOffset(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{1,6})?\\s*(m|min|mins|minutes?|м|мин|минут[аы]?|h|hours?|ч|час|часа|часов|d|days?|д|день|дня|дней|w|weeks?|н|нед|"
        "недел[яюиь]|недель)?\\.?$"_s);
    const auto match = form.match(text.trimmed().toLower());
    const QString unit = match.captured(2);
    if (!match.hasMatch() || (match.captured(1).isEmpty() && unit.isEmpty()))
        return std::nullopt;
    const qint64 number = match.captured(1).isEmpty() ? 1 : match.captured(1).toLongLong();
    const auto begins = [&unit](const QString &signs) { return !unit.isEmpty() && signs.contains(unit[0]); };
    const qint64 each = begins(u"hч"_s) ? hour : begins(u"dд"_s) ? 24 * hour : begins(u"wн"_s) ? 7 * 24 * hour : 1;
    return number * each <= longestReminder ? std::optional(int(number * each)) : std::nullopt;
}

QuietTime::QuietTime(const Schema &schema) : m_quiet(parseQuietHours(schema.setting(Codes::quietHours))), m_calendar(schema)
{}

qint64 QuietTime::shownAt(qint64 at) const
{
    if (!m_quiet)
        return at;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at);
    const int minute = local.time().hour() * hour + local.time().minute();
    const bool overMidnight = m_quiet->to < m_quiet->from;
    const bool isEvening = overMidnight && minute >= m_quiet->from;
    const bool isQuiet = isEvening || (minute < m_quiet->to && (overMidnight || minute >= m_quiet->from));
    if (!isQuiet)
        return at;
    const QDateTime end = atMinute(local.date().addDays(isEvening || m_quiet->to == 24 * hour ? 1 : 0),
                                   m_quiet->to % (24 * hour));
    return m_calendar.nextWorkingMinute(end).toMSecsSinceEpoch();
}

QDateTime nextWorkingMorning(const QDateTime &now, const WorkCalendar &calendar)
{
    const QDate day = calendar.addWorkingDays(now.date(), 1);
    const WorkHours hours = calendar.hours(day);
    return atMinute(day, hours.isEmpty() ? 9 * hour : hours.constFirst().from);
}

std::optional<QDateTime> parseSnooze(const QString &text, const QDateTime &now, const WorkCalendar &calendar)
{
    const QString plain = text.trimmed().toLower();
    if (plain == u"tomorrow" || plain == u"завтра")
        return nextWorkingMorning(now, calendar);
    // "15m" is so much from now, as it is with a plus.
    auto until = parseDeadline(u'+' + plain, now, calendar);
    if (!until)
        until = parseDeadline(plain, now, calendar);
    return until && *until > now ? until : std::nullopt;
}

} // namespace Kartoteka
