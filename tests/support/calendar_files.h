// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item_queries.h"
#include "core/transfer/calendar_export.h"
#include "core/transfer/calendar_import.h"
#include "tests/support/test_office.h"

namespace Kartoteka {

/// What tests of calendar files have in common: an office that reads and writes them.
class CalendarFiles
{
protected:
    std::unique_ptr<TestOffice> m_office;

    static QByteArray calendar(const QByteArray &inside, const QByteArray &method = {})
    {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + (method.isEmpty() ? "" : "METHOD:" + method + "\r\n")
            + inside + "END:VCALENDAR\r\n";
    }
    static QByteArray vevent(const QByteArray &lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }
    static CalendarFile read(const QByteArray &bytes)
    {
        auto file = readCalendarText(bytes);
        if (!file)
            qWarning() << file.error().message;
        return file ? *file : CalendarFile{};
    }
    static CalendarEvent only(const QByteArray &lines)
    {
        const CalendarFile file = read(calendar(vevent(lines)));
        return file.events.size() == 1 ? file.events.first() : CalendarEvent{};
    }
    static qint64 utc(int year, int month, int day, int hour = 0, int minute = 0)
    {
        return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch();
    }
    CalendarPreview preview(const QByteArray &bytes)
    {
        const CalendarFile file = read(bytes);
        auto found = previewCalendar(m_office->store().reader(), file, {});
        if (!found)
            qWarning() << found.error().message;
        return found ? *found : CalendarPreview{};
    }
    /// Imports it and says what became of its events.
    QList<CalendarFate> import(const QByteArray &bytes)
    {
        const CalendarPreview what = preview(bytes);
        CalendarImportOptions options;
        options.subject = u"calendar.ics"_s;
        auto report = importCalendar(m_office->store(), what, options);
        if (!report || report->rejectedRows != 0)
            qWarning() << (report ? report->rejected.first().reason : report.error().message + report.error().detail);
        QList<CalendarFate> fates;
        for (const CalendarChange &change : what.changes)
            fates << change.fate;
        return fates;
    }
    QList<Item> activities()
    {
        ItemQuery query;
        query.typeId = m_office->typeId(u"activity"_s);
        auto ids = queryIds(m_office->store().reader(), query);
        auto items = readItems(m_office->store().reader(), query.typeId, *ids);
        return items ? *items : QList<Item>();
    }
    QByteArray exported()
    {
        QList<qint64> ids;
        for (const Item &item : activities())
            ids << item.id;
        auto events = calendarEvents(m_office->store().reader(), ids);
        return events ? calendarText(*events, m_office->clock().now()) : QByteArray();
    }
};

} // namespace Kartoteka
