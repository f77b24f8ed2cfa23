// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Kartoteka {

/// A part of a day in which the office works: minutes from its beginning, the end not included.
struct WorkInterval
{
    int from = 0;
    int to = 0; ///< at most 1440

    bool operator==(const WorkInterval &) const = default;
};
using WorkHours = QList<WorkInterval>;

/// "9:00-13:00, 14:00-18:00", with any dash; "off" is a day without work. Nothing when it is no such thing, when parts overlap or
/// do not follow one another, or when there are more than six.
std::optional<WorkHours> parseWorkHours(const QString &text);
/// "09:00-13:00,14:00-18:00", or "off".
QString workHoursCode(const WorkHours &hours);
/// "09:00–13:00, 14:00–18:00"; of no hours the words for a day off.
QString workHoursText(const WorkHours &hours);

} // namespace Kartoteka
