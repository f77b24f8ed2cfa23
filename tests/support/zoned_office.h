// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"

#include <QTest>

namespace Kartoteka {

/// What tests of the calendar have in common: an office in one time zone or another.
class ZonedOffice
{
protected:
    std::unique_ptr<TestOffice> m_office;
    QByteArray m_zone = qgetenv("TZ");

    static void zones()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Europe/Moscow", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void openIn(const QByteArray &zone)
    {
        m_office.reset();
        qputenv("TZ", zone);
        m_office = std::make_unique<TestOffice>();
    }
    qint64 typeId() { return m_office->typeId(u"activity"_s); }
    static qint64 at(const QDate &day, const QTime &time) { return QDateTime(day, time).toMSecsSinceEpoch(); }
    static QDate march(int day) { return {2026, 3, day}; }

    qint64 meeting(const CalendarPlace &from, const CalendarPlace &until, QHash<QString, Value> values = {})
    {
        values.insert(Codes::title, u"Meeting"_s);
        QUuid uid;
        auto receipt = m_office->store().commitAndWait(planCreateEntry(m_office->schema(), values, from, until, &uid));
        return receipt ? receipt->created.value(uid) : 0;
    }
    CalendarEntries read(const CalendarQuery &query)
    {
        auto found = readCalendar(m_office->store().reader(), query);
        if (!found)
            qWarning() << found.error().message << found.error().detail;
        return found ? *found : CalendarEntries{};
    }
    CalendarQuery everybody(const QDate &from, const QDate &to) const
    {
        CalendarQuery query;
        query.mode = CalendarMode::People;
        query.from = from;
        query.to = to;
        return query;
    }
    CalendarEntry entryOf(qint64 id, const QDate &from, const QDate &to)
    {
        for (const CalendarEntry &entry : read(everybody(from, to)).entries) {
            if (entry.ref.id == id && !entry.isGhost)
                return entry;
        }
        return {};
    }
    bool commit(const Result<ChangeSet> &changes) { return changes && m_office->store().commitAndWait(*changes); }
    /// Back to the time zone of the computer.
    void close()
    {
        m_office.reset();
        m_zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", m_zone);
    }
};

} // namespace Kartoteka
