// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_bar.h"

#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/spoken_role.h"
#include "views/widgets/tab_order.h"
#include "views/widgets/tip_text.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int narrowestTitle = 80;

/// What is given up for the title, one after the other, until it has its room: their keys stay.
enum Step { Everything, WithoutWorkWeek, WithoutYear, WithOneButton, WithPlusAlone };

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
    m_fixed << today;
    for (const int step : {-1, 1}) {
        QToolButton *button = makeIconButton(this, step < 0 ? u"calendarBack"_s : u"calendarOn"_s, u"chevron-down"_s,
                                             step < 0 ? tr("Previous (Page Up)") : tr("Next (Page Down)"));
        button->setIcon(turnedChevron(*this, step < 0 ? 90 : -90));
        connect(button, &QToolButton::clicked, this, [this, step] { emit stepWanted(step); });
        layout->addWidget(button);
        m_fixed << button;
    }
    m_title = new QToolButton(this);
    m_title->setObjectName(u"calendarTitle"_s);
    m_title->setFont(Theme::title(font()));
    connect(m_title, &QToolButton::clicked, this, &CalendarBar::goToWanted);
    layout->addWidget(m_title);
    layout->addStretch(1);
    m_segments = makeLooks();
    layout->addWidget(m_segments, 0, Qt::AlignVCenter);
    m_oneLook = makeBarButton(this, u"calendarLooks"_s, u"calendar"_s, tr("How it is shown"));
    m_oneLook->hide();
    connect(m_oneLook, &QToolButton::clicked, this, &CalendarBar::showLooks);
    layout->addWidget(m_oneLook);
    QToolButton *more = makeBarButton(this, u"calendarMore"_s, u"more"_s, tr("More"));
    connect(more, &QToolButton::clicked, this, [this, more] { emit moreWanted(more); });
    layout->addWidget(more);
    m_fixed << more;
}

QWidget *CalendarBar::titleButton() const
{
    return m_title;
}

void CalendarBar::setFilter(QWidget *filter)
{
    m_filter = filter;
    auto *row = qobject_cast<QHBoxLayout *>(layout());
    const int behindTitle = row->indexOf(m_title) + 1;
    row->insertSpacing(behindTitle, Space::s);
    row->insertWidget(behindTitle + 1, filter, 100);
    row->insertSpacing(behindTitle + 2, Space::s);
    m_create = makeCreate();
    row->addSpacing(Space::s);
    row->addWidget(m_create);
    setFixedHeight(scaled(56, fontMetrics()));
    giveWay();
}

QPushButton *CalendarBar::makeCreate()
{
    auto *create = new QPushButton(Theme::of(palette()).icon(u"plus"_s, QColor(Qt::white)), tr("Activity"), this);
    create->setObjectName(u"calendarCreate"_s);
    create->setToolTip(tr("%1 (%2)", "an act and its key").arg(tr("Plan on the selected day"), u"N"_s));
    create->setAccessibleName(tr("Plan on the selected day"));
    makePrimary(create);
    connect(create, &QPushButton::clicked, this, &CalendarBar::createWanted);
    return create;
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
    stopAtChecked(*group);
    return segments;
}

void CalendarBar::show(const CalendarPeriod &period)
{
    m_titleText = period.title();
    m_shortTitle = period.shortTitle();
    m_title->setAccessibleName(tr("%1, go to a date").arg(m_titleText));
    m_looks.value(int(period.look))->setChecked(true);
    m_oneLook->setAccessibleDescription(calendarLookText(period.look));
    giveWay();
}

/// The looks as a menu, where there is no room to have them side by side.
void CalendarBar::showLooks()
{
    QMenu menu(this);
    menu.setObjectName(u"calendarLooksMenu"_s);
    auto *one = new QActionGroup(&menu);
    for (const auto &[look, key] : looks()) {
        QToolButton *button = m_looks.value(int(look));
        QAction *action = menu.addAction(withKey(button->text(), QKeySequence(key)), button, &QToolButton::click);
        action->setCheckable(true);
        action->setChecked(button->isChecked());
        one->addAction(action);
    }
    menu.exec(m_oneLook->mapToGlobal(QPoint(0, m_oneLook->height())));
}

void CalendarBar::addGivenUp(QMenu &menu)
{
    if (m_segments->isHidden())
        return; // the one button has all of them
    bool isAny = false;
    auto *one = new QActionGroup(&menu);
    for (const auto &[look, key] : looks()) {
        QToolButton *button = m_looks.value(int(look));
        if (!button->isHidden())
            continue;
        isAny = true;
        QAction *action = menu.addAction(withKey(button->text(), QKeySequence(key)), button, &QToolButton::click);
        action->setObjectName(button->objectName() + u"Chosen"_s);
        action->setCheckable(true);
        action->setChecked(button->isChecked());
        one->addAction(action);
    }
    if (isAny)
        menu.addSeparator();
}

/// The look that is chosen stays in sight: its neighbour goes instead.
bool CalendarBar::isGivenUp(CalendarLook look, int step) const
{
    const auto isChosen = [this](CalendarLook one) { return m_looks.value(int(one))->isChecked(); };
    const bool isWorkWeek = isChosen(CalendarLook::WorkWeek);
    const bool isYear = isChosen(CalendarLook::Year);
    return (step >= WithoutWorkWeek && look == (isWorkWeek ? CalendarLook::Week : CalendarLook::WorkWeek))
        || (step >= WithoutYear && look == (isYear ? CalendarLook::Agenda : CalendarLook::Year));
}

/// What all but the title takes with this much given up.
int CalendarBar::besideTitle(int step) const
{
    int width = 2 * Space::l + (int(m_fixed.size()) + 2) * Space::xs; // the stretch and the looks have a gap, too
    for (const QWidget *button : m_fixed)
        width += button->sizeHint().width();
    if (m_filter)
        width += m_filter->minimumSizeHint().width() + 3 * Space::s + 5 * Space::xs + m_create->sizeHint().width();
    if (m_filter && step == WithPlusAlone)
        width -= m_create->fontMetrics().horizontalAdvance(m_create->text());
    if (step >= WithOneButton)
        return width + m_oneLook->sizeHint().width();
    for (auto look = m_looks.cbegin(); look != m_looks.cend(); ++look)
        width += isGivenUp(CalendarLook(look.key()), step) ? 0 : look.value()->sizeHint().width();
    return width + 4; // the segments' edge
}

void CalendarBar::giveWay()
{
    m_title->setText(m_titleText);
    if (m_create)
        m_create->setText(tr("Activity"));
    const int whole = m_title->sizeHint().width();
    int step = Everything;
    while (step < (m_create ? WithPlusAlone : WithOneButton) && besideTitle(step) + whole > width())
        ++step;
    const bool hadFocus = m_segments->isAncestorOf(focusWidget());
    for (auto look = m_looks.cbegin(); look != m_looks.cend(); ++look)
        look.value()->setHidden(isGivenUp(CalendarLook(look.key()), step));
    m_segments->setHidden(step >= WithOneButton);
    m_oneLook->setHidden(step < WithOneButton);
    if (hadFocus && step >= WithOneButton)
        m_oneLook->setFocus();
    const QFontMetrics metrics = m_title->fontMetrics();
    const int room = width() - besideTitle(step) - (whole - metrics.horizontalAdvance(m_titleText));
    if (step == WithPlusAlone)
        m_create->setText({});
    const bool isWhole = metrics.horizontalAdvance(m_titleText) <= room;
    m_title->setText(isWhole ? m_titleText : metrics.elidedText(m_shortTitle, Qt::ElideRight, room));
    m_title->setToolTip(m_title->text() == m_titleText ? tr("Go to a date (G)")
                                                       : tipText({m_titleText, tr("Go to a date (G)")}));
    m_segments->updateGeometry(); // parts of parts tell the layout above them only later
}

/// With everything given up that can be.
QSize CalendarBar::minimumSizeHint() const
{
    return {besideTitle(m_create ? WithPlusAlone : WithOneButton) + scaled(narrowestTitle, fontMetrics()),
            QWidget::minimumSizeHint().height()};
}

void CalendarBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

} // namespace Kartoteka
