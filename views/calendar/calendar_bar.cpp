// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_bar.h"

#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/spoken_role.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace Kartoteka {

namespace {

/// The looks with their keys.
const QList<QPair<CalendarLook, QString>> &looks()
{
    static const QList<QPair<CalendarLook, QString>> all{{CalendarLook::Month, u"M"_s},    {CalendarLook::Week, u"W"_s},
                                                         {CalendarLook::WorkWeek, u"K"_s}, {CalendarLook::Day, u"D"_s},
                                                         {CalendarLook::Agenda, u"A"_s},   {CalendarLook::Year, u"Y"_s}};
    return all;
}

/// The chevron of the family, turned.
QIcon turnedChevron(const QWidget &widget, int angle)
{
    const int side = scaled(18, widget.fontMetrics());
    QPixmap picture(QSize(side, side) * widget.devicePixelRatio());
    picture.setDevicePixelRatio(widget.devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.translate(side / 2.0, side / 2.0);
    painter.rotate(angle);
    Theme::of(widget.palette()).icon(u"chevron-down"_s).paint(&painter, QRect(-side / 2, -side / 2, side, side));
    painter.end();
    return picture;
}

} // namespace

QString calendarLookText(CalendarLook look)
{
    switch (look) {
    case CalendarLook::Month: return CalendarBar::tr("Month");
    case CalendarLook::Week: return CalendarBar::tr("Week");
    case CalendarLook::WorkWeek: return CalendarBar::tr("Work week");
    case CalendarLook::Day: return CalendarBar::tr("Day");
    case CalendarLook::Agenda: return CalendarBar::tr("Agenda");
    case CalendarLook::Year: return CalendarBar::tr("Year");
    }
    return {};
}

CalendarBar::CalendarBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"viewRow"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::s, Space::l, Space::s);
    layout->setSpacing(Space::xs);
    auto *today = new QToolButton(this);
    today->setObjectName(u"calendarToday"_s);
    today->setText(tr("Today"));
    today->setToolTip(tr("Today (T)"));
    today->setProperty("pill", true);
    connect(today, &QToolButton::clicked, this, &CalendarBar::todayWanted);
    layout->addWidget(today);
    for (const int step : {-1, 1}) {
        QToolButton *button = makeIconButton(this, step < 0 ? u"calendarBack"_s : u"calendarOn"_s, u"chevron-down"_s,
                                             step < 0 ? tr("Before (Page Up)") : tr("After (Page Down)"));
        button->setIcon(turnedChevron(*this, step < 0 ? 90 : -90));
        connect(button, &QToolButton::clicked, this, [this, step] { emit stepWanted(step); });
        layout->addWidget(button);
    }
    m_title = new QToolButton(this);
    m_title->setObjectName(u"calendarTitle"_s);
    m_title->setFont(Theme::title(font()));
    m_title->setToolTip(tr("Go to a date (G)"));
    connect(m_title, &QToolButton::clicked, this, &CalendarBar::goToWanted);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(makeLooks(), 0, Qt::AlignVCenter);
    QToolButton *more = makeIconButton(this, u"calendarMore"_s, u"more"_s, tr("More"));
    connect(more, &QToolButton::clicked, this, [this, more] { emit moreWanted(more); });
    layout->addWidget(more);
}

QWidget *CalendarBar::titleButton() const
{
    return m_title;
}

QWidget *CalendarBar::makeLooks()
{
    auto *segments = new QWidget(this);
    segments->setObjectName(u"segments"_s);
    segments->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(segments);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    auto *group = new QButtonGroup(segments);
    for (const auto &[look, key] : looks()) {
        auto *button = new QToolButton(segments);
        button->setObjectName(u"calendar_"_s + calendarLookName(look));
        button->setText(calendarLookText(look));
        button->setToolTip(tr("%1 (%2)", "a view and its key").arg(calendarLookText(look), key));
        button->setCheckable(true);
        speakAs(*button, QAccessible::RadioButton);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, look = look] { emit lookWanted(look); });
        m_looks.insert(int(look), button);
    }
    return segments;
}

void CalendarBar::show(const CalendarPeriod &period)
{
    m_title->setText(period.title());
    m_title->setAccessibleName(tr("%1, go to a date").arg(period.title()));
    m_looks.value(int(period.look))->setChecked(true);
}

/// Where it is narrow the work week goes first, then the year: their keys stay.
void CalendarBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_looks.value(int(CalendarLook::WorkWeek))->setHidden(width() < scaled(820, fontMetrics()));
    m_looks.value(int(CalendarLook::Year))->setHidden(width() < scaled(680, fontMetrics()));
}

} // namespace Kartoteka
