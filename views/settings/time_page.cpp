// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/time_page.h"

#include "core/items/date_parse.h"
#include "core/worktime/holiday_file.h"
#include "views/settings/edit_table.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

enum Column { DayColumn, KindColumn, NameColumn };

constexpr int mostDays = 10; ///< rows before the table scrolls

const QList<CalendarDay::Kind> kinds{CalendarDay::Kind::Off, CalendarDay::Kind::Short, CalendarDay::Kind::Work};

QString dayText(const QDate &day)
{
    const QLocale locale;
    return u"%1, %2"_s.arg(locale.toString(day, QLocale::ShortFormat),
                           locale.dayName(day.dayOfWeek(), QLocale::ShortFormat));
}

} // namespace

TimePage::TimePage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"time"_s, tr("Working time and holidays"), u"clock"_s, parent)
    , m_days(new EditTable(u"oddDays"_s, tr("Holidays and other days"), {tr("Day"), tr("Kind"), tr("Name")}, this))
{
    setKeywords(tr("schedule, weekends, working hours, production calendar"));
    addSettings();
    addHeading(tr("Holidays and other days"));
    m_days->setSlack(NameColumn);
    body()->addWidget(m_days);
    m_days->setEmptyText(tr("Holidays, short days and working Saturdays will be here"));
    addPart(u"oddDays"_s, tr("Holidays and other days"), tr("days off, working Saturdays, short days"), m_days);
    m_kind = makeButton(u"dayKind"_s, tr("Kind"), [this] { changeKind(); });
    m_remove = makeButton(u"dayRemove"_s, tr("Remove"), [this] { remove(); });
    QPushButton *read = makeButton(u"daysRead"_s, tr("Days from a file…"), [this] { readFile(); });
    read->setToolTip(tr("A calendar (.ics), or a table with a day, its kind and its name in each line"));
    addButtons({makeButton(u"dayAdd"_s, tr("Add a day…"), [this] { ask(); }), m_kind, m_remove, read});
    m_note = addNote({});
    connect(m_days, &EditTable::removeWanted, this, &TimePage::remove);
    connect(m_days, &EditTable::edited, this, [this](int, int, const QString &text) {
        if (const auto day = current())
            commit(planDays({{day->day, day->kind, text}}), tr("Changed: %1").arg(dayText(day->day)), [this] { fill(); });
    });
    connect(&store, &Store::schemaChanged, this, [this] {
        if (m_shown != this->store().schema()->calendarDays()) // of which there may be thousands
            fill();
    });
    fill();
}

void TimePage::fill()
{
    const SchemaPtr schema = store().schema();
    const QList<CalendarDay> &days = schema->calendarDays();
    m_shown = days;
    m_days->beginRows(int(days.size()));
    for (int row = 0; row < days.size(); ++row) {
        m_days->put(row, DayColumn, dayText(days[row].day), days[row].id);
        m_days->put(row, KindColumn, dayKindText(days[row].kind));
        EditTable::allowEditing(*m_days->put(row, NameColumn, days[row].name));
    }
    m_days->endRows(mostDays);
    for (QPushButton *act : {m_kind, m_remove}) { // of which there is none, nothing can be done to
        act->setEnabled(!days.isEmpty());
        act->setHidden(days.isEmpty());
    }
    const int year = store().clock().localNow().date().year();
    QStringList bare;
    for (const int one : {year, year + 1}) {
        if (std::ranges::none_of(days, [one](const CalendarDay &day) { return day.day.year() == one; }))
            bare << QString::number(one);
    }
    m_note->setText(bare.isEmpty()
                        ? tr("Suggested deadlines fall within working time. These days are shared by everyone, and "
                             "every change can be undone.")
                        : tr("No special days are set for %1: only weekdays count. Suggested deadlines fall within "
                             "working time. These days are shared by everyone, and every change can be undone.")
                              .arg(bare.join(u", "_s)));
}

std::optional<CalendarDay> TimePage::current() const
{
    const SchemaPtr schema = store().schema();
    const auto it = std::ranges::find(schema->calendarDays(), m_days->currentKey().toLongLong(), &CalendarDay::id);
    return it == schema->calendarDays().end() ? std::nullopt : std::optional(*it);
}

void TimePage::ask()
{
    AskDialog dialog(this, tr("Which day is an exception?"));
    QLineEdit *day = dialog.addLine(tr("Day"));
    day->setObjectName(u"dayDate"_s);
    day->setPlaceholderText(typedDayExample());
    QStringList texts;
    for (const auto kind : kinds)
        texts << dayKindText(kind);
    QComboBox *kind = dialog.addChoice(tr("Kind"), texts);
    auto *name = new QLineEdit(&dialog);
    name->setObjectName(u"dayName"_s);
    dialog.addField(tr("Name"), name);
    dialog.addAnswer(tr("Add"), u"add"_s);
    dialog.addCancel();
    if (dialog.ask() != u"add")
        return;
    const auto date = parseDate(day->text(), typedReading());
    if (!date) {
        emit failed(Error{ErrorCode::Usage, tr("“%1” is not a day.").arg(day->text()), {}, {}});
        return;
    }
    commit(planDays({{*date, kinds[kind->currentIndex()], name->text()}}), tr("Added: %1").arg(dayText(*date)));
}

void TimePage::changeKind()
{
    const auto day = current();
    if (!day)
        return;
    QMenu menu(this);
    menu.setObjectName(u"dayKindMenu"_s);
    for (const auto kind : kinds) {
        QAction *action = menu.addAction(dayKindText(kind), this, [this, day, kind] {
            commit(planDays({{day->day, kind, day->name}}), u"%1: %2"_s.arg(dayText(day->day), dayKindText(kind)));
        });
        action->setCheckable(true);
        action->setChecked(kind == day->kind);
    }
    menu.exec(m_kind->mapToGlobal(QPoint(0, m_kind->height())));
}

void TimePage::remove()
{
    if (const auto day = current())
        commit(planUsualDay(*store().schema(), day->day, store().clock().now()), tr("Removed: %1").arg(dayText(day->day)));
}

void TimePage::readFile()
{
    const auto bytes = askForBytes(tr("Days from a file"), tr("Calendars and tables (*.ics *.csv *.txt);;All files (*)"),
                                   largestHolidayFile);
    if (!bytes)
        return;
    const auto days = readHolidays(*bytes);
    if (!days)
        emit failed(days.error());
    else
        commit(planDays(*days), tr("%n day(s) added", nullptr, int(days->size())));
}

} // namespace Kartoteka
