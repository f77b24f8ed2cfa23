// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/quiet_hours.h"

#include "core/schema/work_hours.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int midnight = 24 * 60;

QString joined(const QuietHours &hours, const QString &dash)
{
    // Each end as the hours of a day are written, 24:00 included.
    return workHoursCode({{hours.from, midnight}}).section(u'-', 0, 0) + dash
        + workHoursCode({{0, hours.to}}).section(u'-', 1);
}

} // namespace

std::optional<QuietHours> parseQuietHours(const QString &text)
{
    static const QRegularExpression dash(u"\\s*[-–—]\\s*"_s);
    const QStringList ends = text.trimmed().split(dash);
    if (ends.size() != 2)
        return std::nullopt;
    const auto part = [](const QString &from, const QString &to) -> std::optional<WorkInterval> {
        const auto hours = parseWorkHours(from + u'-' + to);
        return hours && hours->size() == 1 ? std::optional(hours->constFirst()) : std::nullopt;
    };
    if (const auto day = part(ends[0], ends[1]))
        return QuietHours{day->from, day->to};
    const auto evening = part(ends[0], u"24:00"_s);
    const auto morning = part(u"0:00"_s, ends[1]);
    if (!evening || !morning || morning->to >= evening->from || morning->to == midnight)
        return std::nullopt;
    return QuietHours{evening->from, morning->to};
}

QString quietHoursCode(const QuietHours &hours)
{
    return joined(hours, u"-"_s);
}

QString quietHoursText(const QuietHours &hours)
{
    return joined(hours, u"–"_s);
}

} // namespace Kartoteka
