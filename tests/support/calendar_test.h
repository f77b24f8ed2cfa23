// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "tests/support/window_test.h"
#include "views/calendar/calendar_page.h"
#include "views/calendar/calendar_pane.h"
#include "views/calendar/calendar_surface.h"
#include "views/calendar/day_grid.h"
#include "views/calendar/month_view.h"
#include "views/section/calendar_section.h"
#include "views/shell/own_pages.h"
#include "views/shell/sidebar.h"

#include <QTest>

namespace Kartoteka {

/// What tests of the calendar have in common: something planned, where it is seen, and a hand that drags it.
class CalendarTest : public WindowTest
{
protected:
    QDate m_day; ///< Wednesday of the week in which this is run
    qint64 m_lead = 0;

    CalendarSection &section() { return *page().part<CalendarSection>(); }
    /// The file that is tested, before and while it is in a window.
    Store &file() { return m_window ? store() : m_office->store(); }
    CalendarPage &whole() { return *office().own()->calendar(); }
    /// The one that is tested: of the section, or that of the office.
    virtual CalendarPane &pane() { return *section().pane(); }
    CalendarSurface &view() { return *pane().surface(); }
    template<typename View>
    const View &as()
    {
        return static_cast<const View &>(view());
    }
    qint64 plan(const QString &title, const CalendarPlace &from, const CalendarPlace &until, qint64 person = 0,
                const QList<qint64> &resources = {})
    {
        QHash<QString, Value> values{{Codes::title, title}};
        Members booked;
        for (const qint64 id : resources) {
            booked << Member{};
            booked.last().ref = {0, id, {}};
        }
        if (!booked.isEmpty())
            values.insert(Codes::resources, toValue(booked));
        Member lead;
        lead.ref = {file().schema()->type(u"lead"_s)->id, m_lead, {}};
        if (m_lead != 0)
            values.insert(u"items"_s, toValue(Members{lead}));
        values.insert(Codes::responsible, person != 0 ? person : file().user());
        QUuid uid;
        auto receipt = file().commitAndWait(planCreateEntry(*file().schema(), values, from, until, &uid));
        return receipt ? receipt->created.value(uid) : 0;
    }
    const CalendarEntry *entry(qint64 activity)
    {
        for (const CalendarEntry &one : pane().scene().entries()) {
            if (one.ref.id == activity)
                return &one;
        }
        return nullptr;
    }
    /// The first piece that is seen of an entry.
    QRect seen(qint64 activity)
    {
        const QList<EntryPart> parts = view().parts();
        for (const EntryPart &part : parts) {
            if (pane().scene().entries()[part.entry].ref.id == activity)
                return part.rect;
        }
        return {};
    }
    QString stands(qint64 activity)
    {
        const CalendarEntry *one = entry(activity);
        return !one ? u"-"_s
            : one->starts.isValid()
            ? u"%1 %2-%3"_s.arg(m_day.daysTo(one->first)).arg(one->starts.toString(u"H:mm"_s), one->ends.toString(u"H:mm"_s))
            : u"%1..%2"_s.arg(m_day.daysTo(one->first)).arg(m_day.daysTo(one->last));
    }
    void send(QEvent::Type type, const QPoint &point, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers)
    {
        QWidget *at = view().viewport();
        QMouseEvent event(type, QPointF(point), at->mapToGlobal(QPointF(point)),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, modifiers);
        QApplication::sendEvent(at, &event);
    }
    void move(const QPoint &to) { send(QEvent::MouseMove, to, Qt::LeftButton, Qt::NoModifier); }
    void release(const QPoint &at) { send(QEvent::MouseButtonRelease, at, Qt::NoButton, Qt::NoModifier); }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = Qt::NoModifier, bool letGo = true)
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, modifiers);
        for (int step = 1; step <= 6; ++step)
            send(QEvent::MouseMove, from + (to - from) * step / 6, Qt::LeftButton, modifiers);
        if (letGo)
            send(QEvent::MouseButtonRelease, to, Qt::NoButton, modifiers);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { Person::press(&view(), key, modifiers); }
    void show(CalendarLook look)
    {
        pane().setLook(look);
        pane().goTo(m_day);
        QTRY_VERIFY(pane().model()->isRead());
    }
    /// The point of a time in the hours of the day.
    QPoint pointOf(const QDate &day, const QTime &time)
    {
        const DayPlaces &places = as<DayGrid>().places();
        return {places.columnRect(places.columnOf(day)).right() - 3, places.minuteY(time.msecsSinceStartOfDay() / 60'000)};
    }
};

} // namespace Kartoteka
