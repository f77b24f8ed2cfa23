// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/work_calendar.h"

#include <optional>

namespace Kartoteka {

/// A deadline as people say it, in English or Russian, in whichever order: "fri 3pm", «в пятницу в 15», "+3d 10:00",
/// «через 2 часа», "tomorrow", «послезавтра утром», "5 wd" and «3 рабочих дня», "end of month", «следующая неделя», "15.03",
/// «вс 15 марта в 3 часа дня», "2026-03-15". What names a day without its year or week means the next one to come; a time alone is
/// today's, or tomorrow's when it has passed. A day without a time begins with its work, at 9:00 where nobody works. Days and
/// times of the clock in the time zone of @p now; a time that the clock skips is the one after it.
/// @return nothing when a word is not understood, or when it would lie before @p now or in a year in which nothing is to be done.
std::optional<QDateTime> parseDeadline(const QString &text, const QDateTime &now, const WorkCalendar &calendar);

} // namespace Kartoteka
