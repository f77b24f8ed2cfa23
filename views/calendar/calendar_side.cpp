// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_side.h"

#include "core/query/quick_match.h"
#include "views/calendar/entry_painter.h"
#include "views/calendar/mini_month.h"
#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/search_line.h"
#include "views/widgets/spoken_role.h"
#include "views/widgets/tab_order.h"
#include "views/widgets/tip_text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

QPixmap dotOf(const QColor &colour, const QWidget &widget)
{
    const int side = scaled(10, widget.fontMetrics());
    QPixmap dot(QSize(side, side) * widget.devicePixelRatio());
    dot.setDevicePixelRatio(widget.devicePixelRatio());
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    const Theme &theme = Theme::of(widget.palette());
    paintDot(painter, QRect(0, 0, side, side), theme.mark(colour), theme);
    return dot;
}

QLabel *makeHeading(QWidget *parent)
{
    auto *heading = new QLabel(parent);
    heading->setFont(Theme::caption(parent->font()));
    heading->setProperty("muted", true);
    heading->setTextFormat(Qt::PlainText);
    heading->setContentsMargins(0, Space::s, 0, 0);
    heading->hide();
    return heading;
}

} // namespace

CalendarSide::CalendarSide(CalendarScene &scene, QWidget *parent)
    : QWidget(parent), m_scene(scene), m_counts(new CalendarModel(scene.store, this))
{
    setObjectName(u"calendarSide"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    outside->addWidget(area);
    auto *inside = new QWidget(area);
    inside->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(Space::m, Space::m, Space::m, Space::m);
    layout->setSpacing(Space::s);
    m_month = new MiniMonth(scene.store, MiniMonth::Kind::Dots, inside);
    m_month->setObjectName(u"miniMonth"_s);
    connect(m_month, &MiniMonth::dayChosen, this, &CalendarSide::dayWanted);
    connect(m_month, &MiniMonth::monthChosen, this, &CalendarSide::monthWanted);
    connect(m_month, &MiniMonth::turned, this, &CalendarSide::readCounts);
    connect(m_counts, &CalendarModel::changed, this,
            [this] { m_month->setCounts(m_counts->shown().from, m_counts->shown().counts); });
    layout->addWidget(m_month);
    m_clashButton = new QToolButton(inside);
    m_clashButton->setObjectName(u"calendarClashes"_s);
    m_clashButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clashButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_clashButton->setToolTip(tr("Resources that are booked twice at one time, or by more people than they have places"));
    m_clashButton->hide();
    connect(m_clashButton, &QToolButton::clicked, this, &CalendarSide::showClashMenu);
    layout->addWidget(m_clashButton);
    m_switch = makeSwitch(inside);
    layout->addWidget(m_switch, 0, Qt::AlignLeft);
    m_title = makeHeading(inside);
    layout->addWidget(m_title);
    m_find = makeSearchLine(u"calendarFind"_s, tr("Search"), tr("Search"), inside);
    m_find->setClearButtonEnabled(true);
    m_find->hide();
    connect(m_find, &QLineEdit::textChanged, this, [this] { offer(chosen()); });
    layout->addWidget(m_find);
    m_choices = new QWidget(inside);
    m_choiceLayout = new QVBoxLayout(m_choices);
    m_choiceLayout->setContentsMargins(0, 0, 0, 0);
    m_choiceLayout->setSpacing(Space::xs);
    layout->addWidget(m_choices);
    m_more = new QLabel(inside);
    m_more->setProperty("muted", true);
    m_more->setFont(Theme::small(font()));
    m_more->hide();
    layout->addWidget(m_more);
    m_legendTitle = makeHeading(inside);
    layout->addWidget(m_legendTitle);
    m_legend = new QWidget(inside);
    m_legend->setObjectName(u"calendarLegend"_s);
    auto *legend = new QVBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(Space::xs);
    layout->addWidget(m_legend);
    layout->addStretch(1);
    area->setWidget(inside);
    setFixedWidth(m_month->sizeHint().width() + 2 * Space::m);
}

QWidget *CalendarSide::makeSwitch(QWidget *parent)
{
    auto *segments = new QWidget(parent);
    segments->setObjectName(u"segments"_s);
    segments->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(segments);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    auto *group = new QButtonGroup(segments);
    for (const bool ofResources : {false, true}) {
        auto *button = new QToolButton(segments);
        button->setObjectName(ofResources ? u"calendarSideRooms"_s : u"calendarSidePeople"_s);
        button->setText(ofResources ? tr("Resources", "rooms and equipment, beside People") : tr("People"));
        button->setToolTip(ofResources ? tr("Rooms and equipment") : tr("People"));
        button->setCheckable(true);
        speakAs(*button, QAccessible::RadioButton);
        group->addButton(button);
        layout->addWidget(button);
        m_kinds << button;
        connect(button, &QToolButton::clicked, this, [this, ofResources] {
            m_find->clear();
            emit switchWanted(ofResources);
        });
    }
    stopAtChecked(*group);
    segments->hide();
    return segments;
}

void CalendarSide::setSwitch(bool ofResources)
{
    m_switch->show();
    m_kinds[ofResources ? 1 : 0]->setChecked(true);
    m_title->hide();
}

void CalendarSide::setQuery(const CalendarQuery &query)
{
    m_counts->setQuery(query);
    readCounts();
}

void CalendarSide::readCounts()
{
    m_counts->setWindow(m_month->first(), m_month->last(), 0);
}

void CalendarSide::follow()
{
    const CalendarPeriod &period = m_scene.period;
    m_month->setWeekStart(period.weekStart);
    const bool isWhole = period.look == CalendarLook::Month || period.look == CalendarLook::Year
        || period.look == CalendarLook::Agenda;
    m_month->setCurrent(m_scene.at, isWhole ? QDate() : period.first(), isWhole ? QDate() : period.last());
    if (m_month->month() != QDate(period.day.year(), period.day.month(), 1)) {
        m_month->setMonth(period.day);
        readCounts();
    }
    showLegend();
}

void CalendarSide::setChoices(const QString &title, const QList<CalendarLane> &choices, const QList<qint64> &chosen,
                              qsizetype mostBoxes)
{
    m_title->setText(title);
    m_title->setHidden(choices.isEmpty());
    constexpr int seenAtOnce = 12;
    m_find->setVisible(choices.size() > seenAtOnce);
    m_all = choices;
    m_most = mostBoxes;
    offer(chosen);
}

void CalendarSide::offer(const QList<qint64> &chosen)
{
    const QuickMatch match(m_find->isHidden() ? QString() : m_find->text());
    QList<CalendarLane> offered = m_all;
    offered.removeIf([&match](const CalendarLane &one) { return !match.isEmpty() && match.score(one.name) == 0; });
    m_more->setText(tr("… and %n more", nullptr, int(offered.size() - m_most)));
    m_more->setHidden(offered.size() <= m_most);
    offered = offered.mid(0, m_most);
    const QList<CalendarLane> before = std::exchange(m_offered, offered);
    const bool areSame = std::ranges::equal(before, offered, {}, &CalendarLane::id, &CalendarLane::id);
    if (areSame && before != offered) { // a click on one of them may be under way
        for (qsizetype i = 0; i < offered.size(); ++i)
            showOn(*m_boxes[i].second, offered[i]);
    } else if (!areSame) {
        emptyLayout(m_choiceLayout);
        m_boxes.clear();
        for (const CalendarLane &one : offered) {
            m_boxes.append({one.id, makeBox(one)});
            m_choiceLayout->addWidget(m_boxes.constLast().second);
        }
    }
    for (const auto &[id, box] : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(box);
        box->setChecked(chosen.contains(id));
    }
    m_others.clear();
    for (const CalendarLane &one : std::as_const(m_all))
        m_others << one.id;
    m_others.removeIf(
        [this](qint64 id) { return std::ranges::any_of(m_boxes, [id](const auto &box) { return box.first == id; }); });
    m_chosenOthers = m_others;
    m_chosenOthers.removeIf([&chosen](qint64 id) { return !chosen.contains(id); });
}

QCheckBox *CalendarSide::makeBox(const CalendarLane &one)
{
    auto *box = new QCheckBox(m_choices);
    showOn(*box, one);
    box->setObjectName(u"calendarOf_%1"_s.arg(one.id));
    box->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(box, &QCheckBox::toggled, this, &CalendarSide::choiceChanged);
    connect(box, &QWidget::customContextMenuRequested, this,
            [this, box, id = one.id](const QPoint &at) { showChoiceMenu(id, box->mapToGlobal(at)); });
    return box;
}

void CalendarSide::showChoiceMenu(qint64 id, const QPoint &global)
{
    QMenu menu(this);
    menu.setObjectName(u"calendarChoiceMenu"_s);
    menu.addAction(tr("Only this one"), this, [this, id] { tick(id); })->setObjectName(u"calendarOnlyThis"_s);
    menu.addAction(tr("All"), this, [this] { tick(0); });
    emit choiceMenuWanted(menu, id);
    menu.exec(global);
}

void CalendarSide::tick(qint64 only)
{
    for (const auto &[id, box] : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(box);
        box->setChecked(only == 0 || id == only);
    }
    m_chosenOthers = only == 0 ? m_others : QList<qint64>();
    emit choiceChanged();
}

void CalendarSide::showOn(QCheckBox &box, const CalendarLane &one) const
{
    const int width = m_month->sizeHint().width() - 3 * Space::xl;
    box.setText(menuText(fontMetrics().elidedText(one.name, Qt::ElideRight, width)));
    box.setToolTip(tipText({one.name}));
    box.setAccessibleName(one.name);
    const QPixmap dot = dotOf(one.colour, *this);
    box.setIcon(dot);
    box.setIconSize((QSizeF(dot.size()) / dot.devicePixelRatio()).toSize()); // else it grows with the screen's scale
}

void CalendarSide::setClashes(const QList<CalendarEntry> &clashes, bool only)
{
    m_clashes = clashes;
    m_onlyClashes = only;
    m_clashButton->setText(only ? tr("Clashes only") : tr("%n clashes", nullptr, int(clashes.size())));
    m_clashButton->setFont(only ? Theme::strong(font()) : font());
    m_clashButton->setIcon(Theme::of(palette()).icon(u"alert"_s, ColourRole::Danger));
    m_clashButton->setHidden(clashes.isEmpty() && !only);
}

/// Each leads to its day.
void CalendarSide::showClashMenu()
{
    QMenu menu(this);
    menu.setObjectName(u"calendarClashMenu"_s);
    QAction *only = menu.addAction(tr("Show clashes only"), this, &CalendarSide::onlyClashesWanted);
    only->setObjectName(u"calendarOnlyClashes"_s);
    only->setCheckable(true);
    only->setChecked(m_onlyClashes);
    if (!m_clashes.isEmpty())
        menu.addSeparator();
    for (const CalendarEntry &clash : std::as_const(m_clashes)) {
        const QString when = dayAndMonth(clash.first, false) + u' ' + EntryPainter::timeText(clash, true);
        menu.addAction(when.trimmed() + u" · "_s + menuText(clash.title.left(60)), this,
                       [this, clash] { emit clashWanted(clash); });
    }
    menu.exec(m_clashButton->mapToGlobal(QPoint(0, m_clashButton->height())));
}

QList<qint64> CalendarSide::chosen() const
{
    QList<qint64> ids;
    for (const auto &[id, box] : m_boxes) {
        if (box->isChecked())
            ids << id;
    }
    return ids + m_chosenOthers;
}

/// What the colours of what is seen mean; nothing where the check boxes say it already.
void CalendarSide::showLegend()
{
    const CalendarColour offered = m_scene.lanesAreResources ? CalendarColour::Resource : CalendarColour::Person;
    const bool isSaid = !m_boxes.isEmpty() && m_scene.colours.by() == offered;
    const QList<CalendarLane> told = isSaid ? QList<CalendarLane>() : m_scene.colours.legend(m_scene.entries());
    if (std::exchange(m_told, told) == told)
        return;
    emptyLayout(m_legend->layout());
    m_legendTitle->setText(tr("Colours"));
    m_legendTitle->setHidden(told.isEmpty());
    for (const CalendarLane &one : told) {
        auto *row = new QWidget(m_legend);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(Space::xs, 0, 0, 0);
        layout->setSpacing(Space::s);
        auto *dot = new QLabel(row);
        dot->setPixmap(dotOf(one.colour, *this));
        layout->addWidget(dot);
        auto *name = new ElidedLabel(one.name, row);
        name->setFont(Theme::small(font()));
        layout->addWidget(name, 1);
        m_legend->layout()->addWidget(row);
    }
}

} // namespace Kartoteka
