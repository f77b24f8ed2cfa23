// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/repeat_builder.h"

#include "core/items/date_parse.h"
#include "core/schema/repeat_words.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int daysOfWeek = 7;
constexpr int longestInterval = 999;
constexpr int usualCount = 10;
const QTime endOfDay(23, 59, 59);

enum End { Never, OnADay, AfterSome };

QHBoxLayout *makeLine(QWidget *line)
{
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    return layout;
}

RepeatRule ofMonth(const QList<int> &monthDays, const QList<RuleDay> &days)
{
    RepeatRule rule;
    rule.every = Frequency::Monthly;
    rule.monthDays = monthDays;
    rule.days = days;
    return rule;
}

} // namespace

RepeatBuilder::RepeatBuilder(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    layout->addWidget(makeOften());
    layout->addWidget(makeDays());
    m_ofMonth = new QComboBox(this);
    m_ofMonth->setObjectName(u"repeatOfMonth"_s);
    m_ofMonth->setAccessibleName(tr("On which day of the month"));
    layout->addWidget(m_ofMonth);
    layout->addWidget(makeEnd());
    connect(m_ofMonth, &QComboBox::currentIndexChanged, this, &RepeatBuilder::changed);
    showParts();
}

QWidget *RepeatBuilder::makeOften()
{
    auto *line = new QWidget(this);
    QHBoxLayout *layout = makeLine(line);
    m_interval = new QSpinBox(line);
    m_interval->setObjectName(u"repeatInterval"_s);
    m_interval->setRange(1, longestInterval);
    m_every = new QComboBox(line);
    m_every->setObjectName(u"repeatEvery"_s);
    for (const QString &unit : {tr("days", "every so many"), tr("weeks", "every so many"), tr("months", "every so many"),
                                tr("years", "every so many")})
        m_every->addItem(unit);
    m_every->setCurrentIndex(int(Frequency::Weekly));
    auto *every = new QLabel(tr("Every", "so many days or weeks"), line);
    every->setBuddy(m_interval);
    m_interval->setAccessibleName(every->text());
    m_every->setAccessibleName(tr("Days, weeks, months or years"));
    layout->addWidget(every);
    layout->addWidget(m_interval);
    layout->addWidget(m_every, 1);
    connect(m_interval, &QSpinBox::valueChanged, this, &RepeatBuilder::changed);
    connect(m_every, &QComboBox::currentIndexChanged, this, &RepeatBuilder::showParts);
    return line;
}

QWidget *RepeatBuilder::makeDays()
{
    m_week = new QWidget(this);
    QHBoxLayout *layout = makeLine(m_week);
    const QLocale locale;
    for (int day = 1; day <= daysOfWeek; ++day) {
        auto *pill = new QToolButton(m_week);
        pill->setObjectName(u"repeatDay%1"_s.arg(day));
        pill->setText(locale.standaloneDayName(day, QLocale::ShortFormat));
        pill->setAccessibleName(locale.standaloneDayName(day));
        pill->setCheckable(true);
        pill->setProperty("pill", true);
        layout->addWidget(pill);
        m_weekdays << pill;
        connect(pill, &QToolButton::clicked, this, [this] {
            m_hasWeekdays = true;
            emit changed();
        });
    }
    layout->addStretch(1);
    return m_week;
}

QWidget *RepeatBuilder::makeEnd()
{
    auto *line = new QWidget(this);
    QHBoxLayout *layout = makeLine(line);
    m_ends = new QComboBox(line);
    m_ends->setObjectName(u"repeatEnds"_s);
    m_ends->setAccessibleName(tr("When it ends"));
    for (const QString &end : {tr("never"), tr("until a date"), tr("after a number of times")})
        m_ends->addItem(end);
    m_until = new QDateEdit(line);
    m_until->setObjectName(u"repeatUntil"_s);
    m_until->setAccessibleName(tr("Last day"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(typedDayFormat());
    m_count = new QSpinBox(line);
    m_count->setObjectName(u"repeatCount"_s);
    m_count->setAccessibleName(tr("How many times, this one included"));
    m_count->setToolTip(m_count->accessibleName());
    m_count->setRange(1, mostOccurrences);
    m_count->setValue(usualCount);
    layout->addWidget(m_ends, 1);
    layout->addWidget(m_until);
    layout->addWidget(m_count);
    connect(m_ends, &QComboBox::currentIndexChanged, this, &RepeatBuilder::showParts);
    connect(m_until, &QDateEdit::dateChanged, this, &RepeatBuilder::changed);
    connect(m_count, &QSpinBox::valueChanged, this, &RepeatBuilder::changed);
    return line;
}

Frequency RepeatBuilder::every() const
{
    return Frequency(m_every->currentIndex());
}

void RepeatBuilder::showParts()
{
    m_week->setVisible(every() == Frequency::Weekly);
    m_ofMonth->setVisible(every() == Frequency::Monthly);
    m_until->setVisible(m_ends->currentIndex() == OnADay);
    m_count->setVisible(m_ends->currentIndex() == AfterSome);
    emit changed();
}

/// What the day is within its month: the 15th, the third Monday, the last one, the last day.
void RepeatBuilder::offerDaysOfMonth()
{
    const int chosen = qMax(0, m_ofMonth->currentIndex());
    const QDate day = m_moment.date();
    const int nth = (day.day() - 1) / daysOfWeek + 1;
    constexpr int mostCounted = 4; // not every month has a fifth one
    m_daysOfMonth = {ofMonth({day.day()}, {}), ofMonth({}, {{qMin(nth, mostCounted), day.dayOfWeek()}}),
                     ofMonth({}, {{-1, day.dayOfWeek()}}), ofMonth({-1}, {})};
    const QSignalBlocker quiet(m_ofMonth);
    m_ofMonth->clear();
    for (const RepeatRule &rule : std::as_const(m_daysOfMonth))
        m_ofMonth->addItem(repeatText(rule));
    m_ofMonth->setCurrentIndex(qMin(chosen, m_ofMonth->count() - 1));
}

void RepeatBuilder::setMoment(const QDateTime &moment)
{
    m_moment = moment;
    if (!m_hasWeekdays) {
        for (int day = 1; day <= daysOfWeek; ++day)
            m_weekdays[day - 1]->setChecked(day == moment.date().dayOfWeek());
    }
    offerDaysOfMonth();
    m_until->setMinimumDate(m_givenUntil.isValid() ? qMin(m_givenUntil.date(), moment.date()) : moment.date());
    emit changed();
}

bool RepeatBuilder::canShow(const RepeatRule &rule)
{
    const bool isPlain = rule.months.isEmpty() && rule.weeks.isEmpty() && rule.yearDays.isEmpty() && rule.positions.isEmpty()
        && rule.weekStart == 1;
    const bool isCounted = std::ranges::any_of(rule.days, [](const RuleDay &day) { return day.nth != 0; });
    switch (rule.every) {
    case Frequency::Weekly: return isPlain && !isCounted && rule.monthDays.isEmpty();
    case Frequency::Monthly:
        return isPlain && rule.days.size() + rule.monthDays.size() <= 1 && isCounted == !rule.days.isEmpty();
    case Frequency::Daily:
    case Frequency::Yearly: return isPlain && rule.days.isEmpty() && rule.monthDays.isEmpty();
    }
    return false;
}

void RepeatBuilder::setRule(const RepeatRule &rule)
{
    const QSignalBlocker quiet(this);
    m_every->setCurrentIndex(int(rule.every));
    m_interval->setValue(rule.interval);
    m_hasWeekdays = rule.every == Frequency::Weekly && !rule.days.isEmpty();
    if (m_hasWeekdays) {
        for (int day = 1; day <= daysOfWeek; ++day)
            m_weekdays[day - 1]->setChecked(rule.days.contains(RuleDay{0, day}));
    }
    if (rule.every == Frequency::Monthly && (!rule.monthDays.isEmpty() || !rule.days.isEmpty())) {
        const RepeatRule day = ofMonth(rule.monthDays, rule.days);
        qsizetype at = m_daysOfMonth.indexOf(day);
        if (at < 0) { // of an activity that was moved since
            at = m_daysOfMonth.size();
            m_daysOfMonth << day;
            m_ofMonth->addItem(repeatText(day));
        }
        m_ofMonth->setCurrentIndex(int(at));
    }
    m_ends->setCurrentIndex(rule.count != 0 ? AfterSome : rule.until.isValid() ? OnADay : Never);
    m_givenUntil = rule.until;
    if (rule.until.isValid()) {
        m_until->setMinimumDate(qMin(m_until->minimumDate(), rule.until.date()));
        m_until->setDate(rule.until.date());
    }
    if (rule.count != 0)
        m_count->setValue(rule.count);
}

RepeatRule RepeatBuilder::rule() const
{
    RepeatRule rule;
    rule.every = every();
    rule.interval = m_interval->value();
    if (rule.every == Frequency::Weekly && m_hasWeekdays) {
        for (int day = 1; day <= daysOfWeek; ++day) {
            if (m_weekdays[day - 1]->isChecked())
                rule.days.append({0, day});
        }
    }
    if (rule.every == Frequency::Monthly && !m_daysOfMonth.isEmpty()) {
        const RepeatRule &day = m_daysOfMonth[qMax(0, m_ofMonth->currentIndex())];
        rule.days = day.days;
        // The day that it has anyway needs not be said.
        rule.monthDays = day.monthDays == QList<int>{m_moment.date().day()} ? QList<int>() : day.monthDays;
    }
    if (m_ends->currentIndex() == OnADay)
        rule.until = m_until->date() == m_givenUntil.date() ? m_givenUntil : QDateTime(m_until->date(), endOfDay, Qt::UTC);
    if (m_ends->currentIndex() == AfterSome)
        rule.count = m_count->value();
    return rule;
}

} // namespace Kartoteka
