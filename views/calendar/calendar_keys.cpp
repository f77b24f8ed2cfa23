// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_keys.h"

#include "core/base/durations.h"
#include "views/calendar/calendar_pane.h"
#include "views/widgets/latin_key.h"

#include <QKeyEvent>

namespace Kartoteka {

namespace {

constexpr int slotMinutes = 15;

const QHash<int, CalendarLook> &looksByKey()
{
    static const QHash<int, CalendarLook> looks{{Qt::Key_M, CalendarLook::Month},    {Qt::Key_W, CalendarLook::Week},
                                                {Qt::Key_K, CalendarLook::WorkWeek}, {Qt::Key_D, CalendarLook::Day},
                                                {Qt::Key_A, CalendarLook::Agenda},   {Qt::Key_Y, CalendarLook::Year}};
    return looks;
}

} // namespace

CalendarKeys::CalendarKeys(CalendarPane &pane) : QObject(&pane), m_pane(pane)
{}

void CalendarKeys::watch(QWidget *widget)
{
    widget->installEventFilter(this);
}

void CalendarKeys::watchBeside(QWidget *widget)
{
    m_beside << widget;
    watch(widget);
}

bool CalendarKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    return (m_beside.contains(watched) ? pressBeside(key) : press(key)) || QObject::eventFilter(watched, event);
}

bool CalendarKeys::pressBeside(const QKeyEvent &event)
{
    const bool isPage = event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown;
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPage ? press(event) : isPlain && pressLetter(latinKey(event.key()));
}

bool CalendarKeys::press(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Escape: return m_pane.leaveOff();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: return pressArrow(event);
    case Qt::Key_PageUp: m_pane.step(-1); return true;
    case Qt::Key_PageDown: m_pane.step(1); return true;
    case Qt::Key_Home: walkToEdge(m_pane.scene().period.first(), 1); return true;
    case Qt::Key_End: walkToEdge(m_pane.scene().period.last(), -1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_pane.openCurrent(); return true;
    case Qt::Key_Insert: m_pane.makeAtHand(); return true;
    case Qt::Key_Delete: m_pane.removeCurrent(); return true;
    default: return modifiers == Qt::NoModifier && pressLetter(latinKey(event.key()));
    }
}

bool CalendarKeys::pressLetter(int key)
{
    if (const auto look = looksByKey().constFind(key); look != looksByKey().cend()) {
        m_pane.setLook(*look);
        return true;
    }
    switch (key) {
    case Qt::Key_T: m_pane.goTo(m_pane.scene().today()); return true;
    case Qt::Key_G: m_pane.askDay(); return true;
    case Qt::Key_N: m_pane.makeAtHand(); return true;
    default: return false;
    }
}

bool CalendarKeys::pressArrow(const QKeyEvent &event)
{
    const bool isAcross = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    const int step = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : 1;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const CalendarLook look = m_pane.scene().period.look;
    const bool hasHours = look == CalendarLook::Week || look == CalendarLook::WorkWeek || look == CalendarLook::Day;
    if (modifiers == (Qt::AltModifier | Qt::ShiftModifier) && !isAcross)
        m_pane.lengthenCurrent(step * slotMinutes);
    else if (modifiers == Qt::AltModifier)
        m_pane.shiftCurrent(isAcross       ? step
                                : hasHours ? 0
                                           : step * weekDays,
                            !isAcross && hasHours ? step * slotMinutes : 0);
    else if (modifiers == Qt::ControlModifier && isAcross)
        m_pane.step(step);
    else if (modifiers != Qt::NoModifier)
        return false;
    else if (isAcross && look != CalendarLook::Agenda)
        walkDays(step);
    else if (look == CalendarLook::Year) // its days have no entries to walk
        walkDays(step * weekDays);
    else
        walkEntries(step);
    return true;
}

/// A month begins with its first day, whatever stands before it in the first week.
void CalendarKeys::walkToEdge(QDate edge, int step)
{
    while (!m_pane.scene().period.isOwn(edge))
        edge = edge.addDays(step);
    walkDays(int(m_pane.scene().at.daysTo(edge)));
}

void CalendarKeys::walkDays(int days)
{
    const CalendarScene &scene = m_pane.scene();
    QDate day = scene.at.addDays(days);
    // A work week has no other days.
    while (scene.period.look == CalendarLook::WorkWeek && !scene.period.workdays.contains(day.dayOfWeek()))
        day = day.addDays(days < 0 ? -1 : 1);
    const QList<EntryKey> here = m_pane.entriesOf(scene.at);
    const qsizetype place = qMax<qsizetype>(0, here.indexOf(scene.current));
    m_pane.goTo(day, int(place));
}

/// Within the day, and over its end to the day below: a week further in a month, the next one elsewhere.
void CalendarKeys::walkEntries(int step)
{
    const CalendarScene &scene = m_pane.scene();
    const QList<EntryKey> here = m_pane.entriesOf(scene.at);
    const qsizetype place = here.indexOf(scene.current);
    const qsizetype next = place < 0 && step < 0 ? -1 : place + step;
    if (next >= 0 && next < here.size()) {
        m_pane.choose(here[next], scene.at);
        return;
    }
    int days = step;
    if (scene.period.look == CalendarLook::Month)
        days = step * weekDays;
    else if (scene.period.look == CalendarLook::Agenda)
        days = m_pane.daysToNext(step);
    m_pane.goTo(scene.at.addDays(days), step > 0 ? 0 : -1);
}

QList<KeyHint> CalendarKeys::hints()
{
    const auto with = [](Qt::KeyboardModifiers modifiers, std::initializer_list<Qt::Key> keys) {
        QList<QKeySequence> sequences;
        for (const Qt::Key key : keys)
            sequences << QKeySequence(QKeyCombination(modifiers, key));
        return sequences;
    };
    return {
        {with(Qt::NoModifier, {Qt::Key_T}), CalendarPane::tr("Today")},
        {with(Qt::NoModifier, {Qt::Key_M, Qt::Key_W, Qt::Key_K, Qt::Key_D, Qt::Key_A, Qt::Key_Y}),
         CalendarPane::tr("Month, week, work week, day, agenda, year")},
        {with(Qt::NoModifier, {Qt::Key_PageUp, Qt::Key_PageDown}) + with(Qt::ControlModifier, {Qt::Key_Left, Qt::Key_Right}),
         CalendarPane::tr("The period before, and after")},
        {with(Qt::NoModifier, {Qt::Key_Home, Qt::Key_End}), CalendarPane::tr("To the first and the last day of the period")},
        {with(Qt::NoModifier, {Qt::Key_G}), CalendarPane::tr("Go to a date")},
        {with(Qt::NoModifier, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}),
         CalendarPane::tr("Go from day to day and from entry to entry")},
        {with(Qt::NoModifier, {Qt::Key_N, Qt::Key_Insert}), CalendarPane::tr("Create on the selected day")},
        {with(Qt::NoModifier, {Qt::Key_Return}), CalendarPane::tr("Open")},
        {with(Qt::AltModifier, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}),
         CalendarPane::tr("Move by a day, or by 15 minutes")},
        {with(Qt::AltModifier | Qt::ShiftModifier, {Qt::Key_Up, Qt::Key_Down}), CalendarPane::tr("Shorter, longer")},
        {with(Qt::NoModifier, {Qt::Key_Escape}), CalendarPane::tr("Let go of what is dragged")},
        {{QKeySequence(QKeySequence::Print)}, CalendarPane::tr("Print this view")},
        {with(Qt::NoModifier, {Qt::Key_Delete}), CalendarPane::tr("To the recycle bin")}};
}

} // namespace Kartoteka
