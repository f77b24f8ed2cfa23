// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Kartoteka {

namespace Codes {
/// The setting that holds them.
inline const QString quietHours = QStringLiteral("quiet_hours");
} // namespace Codes

/// A part of each day in which nobody is disturbed, perhaps over midnight: minutes from the beginning of a day.
struct QuietHours
{
    int from = 0;
    int to = 0; ///< the end not included; before @p from: of the next day

    bool operator==(const QuietHours &) const = default;
};

/// "20:00-8:00", with any dash. Nothing when it is no such thing.
std::optional<QuietHours> parseQuietHours(const QString &text);
/// "20:00-08:00".
QString quietHoursCode(const QuietHours &hours);
/// "20:00–08:00".
QString quietHoursText(const QuietHours &hours);

} // namespace Kartoteka
