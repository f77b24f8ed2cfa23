// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/entry_times.h"

#include "core/base/durations.h"
#include "core/calendar/day_words.h"
#include "core/items/date_parse.h"
#include "models/calendar/calendar_period.h"
#include "views/theme/theme.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int stepMinutes = 15;
constexpr int usualMinutes = 60;
const QTime usualMorning(9, 0);

int minuteOf(const QTime &time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

/// A click takes the part that it is on, so that it can be typed over: a part that is full takes no more. Where all is taken, what is
/// typed begins with the first part.
class PartChoice final : public QObject
{
public:
    PartChoice(QDateTimeEdit *edit, QLineEdit *line) : QObject(edit), m_edit(edit), m_line(line)
    {
        line->installEventFilter(this);
        edit->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonRelease) {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (!m_line->hasSelectedText())
                        m_edit->setSelectedSection(m_edit->currentSection());
                },
                Qt::QueuedConnection); // when the line has heeded it
        }
        if (event->type() == QEvent::KeyPress && m_line->selectedText() == m_line->text()) {
            const QString typed = static_cast<QKeyEvent *>(event)->text();
            if (!typed.isEmpty() && typed.front().isDigit())
                m_edit->setSelectedSection(m_edit->sectionAt(0));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QDateTimeEdit *m_edit;
    QLineEdit *m_line;
};

/// Its minutes go on by quarters of an hour, and over the hour.
class QuarterEdit final : public QTimeEdit
{
public:
    QuarterEdit(const QString &name, const QString &title, QWidget *parent) : QTimeEdit(parent)
    {
        setObjectName(name);
        setAccessibleName(title);
        setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
        setButtonSymbols(QAbstractSpinBox::NoButtons);
        setWrapping(true);
        new PartChoice(this, lineEdit());
    }
    void stepBy(int steps) override
    {
        if (currentSection() != MinuteSection) {
            QTimeEdit::stepBy(steps);
            return;
        }
        setTime(time().addSecs(steps * stepMinutes * 60));
        setSelectedSection(MinuteSection);
    }
};

/// Its days go on over the end of a month.
class DayEdit final : public QDateEdit
{
public:
    DayEdit(const QString &name, const QString &title, QWidget *parent) : QDateEdit(parent)
    {
        setObjectName(name);
        setAccessibleName(title);
        setDisplayFormat(typedDayFormat());
        setDateRange(earliestCalendarDay(), latestCalendarDay());
        setCalendarPopup(true);
        new PartChoice(this, lineEdit());
    }
    void stepBy(int steps) override
    {
        if (currentSection() != DaySection) {
            QDateEdit::stepBy(steps);
            return;
        }
        setDate(date().addDays(steps));
        setSelectedSection(DaySection);
    }
};

} // namespace

EntryTimes::EntryTimes(QWidget *parent) : QWidget(parent)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Space::xs);
    auto *edits = new QHBoxLayout;
    edits->setSpacing(Space::xs);
    m_day = new DayEdit(u"entryDay"_s, tr("Day"), this);
    m_from = new QuarterEdit(u"entryFrom"_s, tr("Begins at"), this);
    m_to = new QuarterEdit(u"entryTo"_s, tr("Ends at"), this);
    m_last = new DayEdit(u"entryLast"_s, tr("Last day"), this);
    edits->addWidget(m_day, 2);
    edits->addWidget(m_from, 1);
    edits->addWidget(new QLabel(u"–"_s, this));
    edits->addWidget(m_to, 1);
    edits->addWidget(m_last, 2);
    lines->addLayout(edits);
    auto *below = new QHBoxLayout;
    m_allDay = new QCheckBox(tr("All day"), this);
    m_allDay->setObjectName(u"entryAllDay"_s);
    m_words = new QLabel(this);
    m_words->setObjectName(u"entryWhen"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(Theme::small(font()));
    m_words->setProperty("muted", true);
    below->addWidget(m_words, 1);
    below->addWidget(m_allDay);
    lines->addLayout(below);
    connect(m_day, &QDateEdit::dateChanged, this, &EntryTimes::beginDay);
    connect(m_last, &QDateEdit::dateChanged, this, [this](const QDate &last) {
        m_days = int(m_day->date().daysTo(last));
        emit changed();
    });
    connect(m_from, &QTimeEdit::timeChanged, this, &EntryTimes::begin);
    connect(m_to, &QTimeEdit::timeChanged, this, &EntryTimes::end);
    connect(m_allDay, &QCheckBox::toggled, this, [this] {
        showSpan();
        emit changed();
    });
}

void EntryTimes::setSpan(const CalendarPlace &from, const CalendarPlace &until, Qt::DayOfWeek weekStart)
{
    const QSignalBlocker still(this);
    const bool isTimed = from.time.isValid();
    m_minutes = isTimed ? int(from.day.daysTo(until.day)) * minutesOfDay + minuteOf(until.time) - minuteOf(from.time)
                        : usualMinutes;
    m_days = isTimed ? 0 : int(from.day.daysTo(until.day));
    for (QDateEdit *edit : {m_day, m_last})
        edit->calendarWidget()->setFirstDayOfWeek(weekStart);
    m_allDay->setChecked(!isTimed);
    m_day->setDate(from.day);
    m_from->setTime(isTimed ? from.time : usualMorning);
    beginDay();
    begin();
    showSpan();
}

CalendarPlace EntryTimes::from() const
{
    return {m_day->date(), m_allDay->isChecked() ? QTime() : m_from->time()};
}

CalendarPlace EntryTimes::until() const
{
    if (m_allDay->isChecked())
        return {m_last->date(), {}};
    const int ends = minuteOf(m_from->time()) + m_minutes;
    return {m_day->date().addDays(ends / minutesOfDay), m_to->time()};
}

/// How long it is stays.
void EntryTimes::begin()
{
    const QSignalBlocker still(m_to);
    m_to->setTime(m_from->time().addSecs(m_minutes * 60));
    showSpan();
    emit changed();
}

void EntryTimes::end()
{
    m_minutes = minuteOf(m_to->time()) - minuteOf(m_from->time());
    if (m_minutes < 0)
        m_minutes += minutesOfDay;
    showSpan();
    emit changed();
}

void EntryTimes::beginDay()
{
    const QSignalBlocker still(m_last);
    m_last->setMinimumDate(m_day->date());
    m_last->setDate(m_day->date().addDays(m_days));
    showSpan();
    emit changed();
}

void EntryTimes::showSpan()
{
    const bool allDay = m_allDay->isChecked();
    m_from->setVisible(!allDay);
    m_to->setVisible(!allDay);
    m_last->setVisible(allDay);
    const CalendarPlace ends = until();
    const QString weekday = QLocale().standaloneDayName(m_day->date().dayOfWeek());
    m_words->setText(ends.day == m_day->date() ? weekday : tr("%1, until %2").arg(weekday, shortDay(ends.day)));
}

} // namespace Kartoteka
