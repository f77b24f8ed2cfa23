// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/time_block.h"

#include "core/base/durations.h"
#include "core/items/date_parse.h"
#include "core/items/value_text.h"
#include "core/schema/activity_codes.h"
#include "views/theme/theme.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QTimeZone>

namespace Kartoteka {

namespace {

constexpr int mostDays = 366;
constexpr int step = 15; ///< minutes
constexpr int fourDigits = 96;
constexpr int frameAndArrow = 52;

QSpinBox *makeNumber(const QString &name, const QString &title, const QString &suffix, int most, QWidget *parent)
{
    auto *number = new QSpinBox(parent);
    number->setObjectName(name);
    number->setAccessibleName(title);
    number->setSuffix(suffix);
    number->setMaximum(most);
    return number;
}

} // namespace

TimeBlock::TimeBlock(Qt::DayOfWeek weekStart, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::xs);
    m_start = new QDateTimeEdit(this);
    m_start->setObjectName(u"activityEditStart"_s);
    m_start->setAccessibleName(tr("Start"));
    m_start->setCalendarPopup(true);
    m_start->calendarWidget()->setFirstDayOfWeek(weekStart);
    m_minutes = makeNumber(u"activityEditDuration"_s, tr("Duration"), tr(" min"), mostDays * minutesOfDay, this);
    m_minutes->setSingleStep(step);
    m_minutes->setMinimumWidth(scaled(fourDigits, fontMetrics())); // six are hardly ever wanted: the start needs the room
    m_days = makeNumber(u"activityEditDays"_s, tr("Duration"), tr(" d", "days"), mostDays, this);
    m_days->setMinimum(1);
    m_allDay = new QCheckBox(tr("All day"), this);
    m_allDay->setObjectName(u"activityEditAllDay"_s);
    row->addWidget(m_start, 1);
    row->addWidget(m_minutes);
    row->addWidget(m_days);
    row->addWidget(m_allDay);
    connect(m_allDay, &QCheckBox::toggled, this, &TimeBlock::showDays);
    showDays();
}

void TimeBlock::showDays()
{
    const bool allDay = m_allDay->isChecked();
    m_start->setDisplayFormat(allDay ? typedDayFormat() : typedMomentFormat());
    m_start->ensurePolished(); // in the font of the style
    // What it asks for itself leaves out the arrow of its calendar.
    const QFontMetrics metrics = m_start->fontMetrics();
    const QDateTime wide(QDate(2028, 12, 28), QTime(22, 58));
    m_start->setMinimumWidth(metrics.horizontalAdvance(QLocale().toString(wide, m_start->displayFormat()))
                             + scaled(frameAndArrow, metrics));
    m_minutes->setVisible(!allDay);
    m_days->setVisible(allDay);
}

void TimeBlock::setDetails(const ActivityDetails &details, const QDateTime &moment)
{
    m_start->setDateTime(details.start.isValid() ? QDateTime::fromMSecsSinceEpoch(details.start.toLongLong()) : moment);
    m_allDay->setChecked(details.allDay);
    m_minutes->setValue(details.allDay ? 0 : details.duration);
    m_days->setValue(details.allDay ? qMax(1, details.duration / minutesOfDay) : 1);
}

void TimeBlock::shift(qint64 seconds)
{
    m_start->setDateTime(m_start->dateTime().addSecs(seconds));
}

QHash<QString, Value> TimeBlock::values(const ActivityDetails &before) const
{
    constexpr qint64 minute = 60'000;
    if (m_allDay->isChecked()) {
        const qint64 start = m_start->date().startOfDay().toMSecsSinceEpoch();
        return {{Codes::start, start},
                {Codes::allDay, true},
                {Codes::duration, qint64(m_days->value()) * minutesOfDay},
                {Codes::timeZone, QString::fromLatin1(QTimeZone::systemTimeZoneId())}};
    }
    const qint64 shown = m_start->dateTime().toMSecsSinceEpoch();
    const bool same = before.start.isValid() && before.start.toLongLong() / minute == shown / minute;
    return {{Codes::start, same ? before.start : Value(shown)},
            {Codes::allDay, false},
            {Codes::duration, m_minutes->value() == 0 ? Value() : Value(qint64(m_minutes->value()))}};
}

} // namespace Kartoteka
