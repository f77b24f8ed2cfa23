// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/icalendar.h"

namespace Kartoteka {

class CalendarZones;
struct CalendarPart;

/// Reads one component. @p room: events that the file may still have besides those of its parts. None where it makes no sense; behind
/// it the times that its series has besides those of its rule.
QList<CalendarEvent> readEvent(const CalendarPart &part, CalendarZones &zones, QStringList &remarks, qsizetype room);

/// A moment of a rule that is counted in a zone.
QString occurrenceAt(qint64 instant, const QByteArray &zone);

/// Remarks say what was left out, not how often.
void addRemark(QStringList &remarks, const QString &text);

} // namespace Kartoteka
