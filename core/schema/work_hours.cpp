// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/work_hours.h"

#include "core/base/texts.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostParts = 6;

QString timeText(int minutes)
{
    return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString joined(const WorkHours &hours, const QString &dash, const QString &comma)
{
    QStringList parts;
    for (const WorkInterval &part : hours)
        parts << timeText(part.from) + dash + timeText(part.to);
    return parts.join(comma);
}

} // namespace

std::optional<WorkHours> parseWorkHours(const QString &text)
{
    const QString plain = text.trimmed().toLower();
    if (plain == u"off" || plain == Texts::tr("day off").toLower())
        return WorkHours();
    static const QRegularExpression form(u"^(\\d{1,2})(?::(\\d\\d))?\\s*[-–—]\\s*(\\d{1,2})(?::(\\d\\d))?$"_s);
    WorkHours hours;
    int last = -1;
    for (const QString &part : plain.split(u',')) {
        const auto match = form.match(part.trimmed());
        const auto minutes = [&match](int hour, int minute) {
            return match.captured(minute).toInt() > 59 ? -1
                                                       : match.captured(hour).toInt() * 60 + match.captured(minute).toInt();
        };
        const WorkInterval one{minutes(1, 2), minutes(3, 4)};
        if (!match.hasMatch() || one.from < 0 || one.to > 24 * 60 || one.from >= one.to || one.from <= last
            || hours.size() >= mostParts)
            return std::nullopt;
        last = one.to;
        hours.append(one);
    }
    return hours;
}

QString workHoursCode(const WorkHours &hours)
{
    return hours.isEmpty() ? u"off"_s : joined(hours, u"-"_s, u","_s);
}

QString workHoursText(const WorkHours &hours)
{
    return hours.isEmpty() ? Texts::tr("day off") : joined(hours, u"–"_s, u", "_s);
}

} // namespace Kartoteka
