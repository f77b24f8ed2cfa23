// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/timeline_filter_bar.h"

#include "core/items/value_text.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/search_line.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int pauseMs = 200;

struct GroupName
{
    EntryGroup group;
    const char *name;
};

const QList<GroupName> &groupNames()
{
    static const QList<GroupName> names{
        {EntryGroup::Comments, QT_TRANSLATE_NOOP("Kartoteka::TimelineFilterBar", "Comments")},
        {EntryGroup::Activities, QT_TRANSLATE_NOOP("Kartoteka::TimelineFilterBar", "Activities")},
        {EntryGroup::Stages, QT_TRANSLATE_NOOP("Kartoteka::TimelineFilterBar", "Stages")},
        {EntryGroup::Fields, QT_TRANSLATE_NOOP("Kartoteka::TimelineFilterBar", "Changes of fields")},
        {EntryGroup::Files, QT_TRANSLATE_NOOP("Kartoteka::TimelineFilterBar", "Files")},
        {EntryGroup::Events, QT_TRANSLATE_NOOP("Kartoteka::TimelineFilterBar", "Other events")}};
    return names;
}

} // namespace

TimelineFilterBar::TimelineFilterBar(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"timelineFilter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    auto *line = new QHBoxLayout;
    m_search = makeSearchLine(u"timelineSearch"_s, tr("Search in the history"), tr("Search in the history"), this);
    m_search->setClearButtonEnabled(true);
    line->addWidget(m_search, 1);
    QToolButton *close = makeIconButton(this, u"timelineFilterClose"_s, u"close"_s, tr("Show everything (Esc)"));
    connect(close, &QToolButton::clicked, this, &TimelineFilterBar::closeWanted);
    line->addWidget(close);
    layout->addLayout(line);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(Space::xs);
    m_kinds = addChip(u"timelineKinds"_s, &TimelineFilterBar::fillKinds);
    m_people = addChip(u"timelinePeople"_s, &TimelineFilterBar::fillPeople);
    m_period = addChip(u"timelinePeriod"_s, &TimelineFilterBar::fillPeriods);
    for (QToolButton *chip : {m_kinds, m_people, m_period})
        chips->addWidget(chip);
    chips->addStretch(1);
    layout->addLayout(chips);
    m_typed.setSingleShot(true);
    m_typed.setInterval(pauseMs);
    connect(m_search, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_typed, &QTimer::timeout, this, [this] {
        m_filter.text = m_search->text().simplified();
        tell();
    });
    clear();
}

QToolButton *TimelineFilterBar::addChip(const QString &name, void (TimelineFilterBar::*fill)(QMenu &))
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setProperty("pill", true);
    connect(chip, &QToolButton::clicked, this, [this, chip, fill] {
        QMenu menu(this);
        menu.setObjectName(chip->objectName() + u"Menu"_s);
        (this->*fill)(menu);
        menu.exec(chip->mapToGlobal(QPoint(0, chip->height())));
    });
    return chip;
}

void TimelineFilterBar::fillKinds(QMenu &menu)
{
    for (const auto &[group, name] : groupNames()) {
        QAction *action = menu.addAction(tr(name), this, [this, group = group](bool isWanted) {
            if (isWanted)
                m_filter.groups.insert(group);
            else
                m_filter.groups.remove(group);
            tell();
        });
        action->setCheckable(true);
        action->setChecked(m_filter.groups.contains(group));
    }
}

void TimelineFilterBar::fillPeople(QMenu &menu)
{
    const auto add = [&](const QString &name, qint64 person) {
        QAction *action = menu.addAction(menuText(name), this, [this, person] {
            m_filter.person = person;
            tell();
        });
        action->setCheckable(true);
        action->setChecked(m_filter.person == person);
    };
    add(tr("Everyone"), 0);
    menu.addSeparator();
    for (const User &user : m_store.schema()->users())
        add(user.name, user.id);
    addSearchIfLong(menu);
}

void TimelineFilterBar::fillPeriods(QMenu &menu)
{
    const QDate today = m_store.clock().localNow().date();
    addPeriod(menu, tr("Any time"), {}, {});
    menu.addSeparator();
    addPeriod(menu, tr("Today"), today, today);
    addPeriod(menu, tr("Last 7 days"), today.addDays(-6), today);
    addPeriod(menu, tr("Last 30 days"), today.addDays(-29), today);
    addPeriod(menu, tr("This year"), QDate(today.year(), 1, 1), today);
    menu.addAction(tr("Days…"), this, &TimelineFilterBar::askDays);
}

void TimelineFilterBar::addPeriod(QMenu &menu, const QString &text, const QDate &from, const QDate &to)
{
    QAction *action = menu.addAction(text, this, [this, text, from, to] { choosePeriod(text, from, to); });
    action->setCheckable(true);
    action->setChecked(from.isValid() ? m_periodText == text : m_periodText.isEmpty());
}

/// Both days are in it; without them any time.
void TimelineFilterBar::choosePeriod(const QString &text, const QDate &from, const QDate &to)
{
    m_periodText = from.isValid() ? text : QString();
    m_filter.from = from.isValid() ? from.startOfDay().toMSecsSinceEpoch() : TimelineFilter().from;
    m_filter.until = to.isValid() ? to.addDays(1).startOfDay().toMSecsSinceEpoch() : TimelineFilter().until;
    tell();
}

void TimelineFilterBar::askDays()
{
    const QDate today = m_store.clock().localNow().date();
    AskDialog dialog(this, tr("Which days?"));
    auto *from = new QDateEdit(today.addDays(-7), &dialog);
    auto *to = new QDateEdit(today, &dialog);
    for (QDateEdit *day : {from, to})
        day->setCalendarPopup(true);
    dialog.addField(tr("First day"), from);
    dialog.addField(tr("Last day"), to);
    dialog.addAnswer(tr("Show"), u"showDays"_s);
    dialog.addCancel();
    if (dialog.ask().isEmpty())
        return;
    const QDate first = qMin(from->date(), to->date());
    const QDate last = qMax(from->date(), to->date());
    choosePeriod(
        tr("%1 – %2", "first and last day").arg(shortDate(first, QLocale(), today), shortDate(last, QLocale(), today)),
        first, last);
}

void TimelineFilterBar::takeFocus()
{
    m_search->setFocus();
}

void TimelineFilterBar::clear()
{
    m_search->clear();
    m_typed.stop();
    m_filter = {};
    m_periodText.clear();
    tell();
}

void TimelineFilterBar::tell()
{
    QStringList kinds;
    for (const auto &[group, name] : groupNames()) {
        if (m_filter.groups.contains(group))
            kinds << tr(name);
    }
    const User *person = m_store.schema()->user(m_filter.person);
    m_kinds->setText(kinds.isEmpty() ? tr("Kind") : menuText(kinds.join(u", "_s)));
    m_people->setText(person ? menuText(person->name) : tr("Person"));
    m_period->setText(m_periodText.isEmpty() ? tr("Period") : m_periodText);
    for (const auto &[chip, isOn] : {std::pair(m_kinds, !kinds.isEmpty()), std::pair(m_people, person != nullptr),
                                     std::pair(m_period, !m_periodText.isEmpty())}) {
        chip->setCheckable(isOn); // only to be shown as such
        chip->setChecked(isOn);
    }
    emit changed(m_filter);
}

void TimelineFilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Kartoteka
