// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/snooze_menu.h"

#include "core/activities/reminders.h"
#include "views/widgets/ask_dialog.h"

#include <QCoreApplication>
#include <QMenu>

namespace Kartoteka {

namespace {

struct SnoozeMenu
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::SnoozeMenu)
};

/// "Tomorrow 9:00", or the day when that is another one.
QString morningText(const QDateTime &morning, const QDate &today)
{
    const QLocale locale;
    const qint64 days = today.daysTo(morning.date());
    QString day = days == 1 ? SnoozeMenu::tr("Tomorrow")
        : days < 7          ? locale.standaloneDayName(morning.date().dayOfWeek())
                            : locale.toString(morning.date(), QLocale::ShortFormat);
    day[0] = day[0].toUpper();
    return day + u' ' + locale.toString(morning.time(), QLocale::ShortFormat);
}

/// Asks until somebody says a time to come or thinks better of it.
std::optional<QDateTime> askUntil(const Store &store, QWidget *window)
{
    QString text;
    for (;;) {
        const auto said = AskDialog::line(window, SnoozeMenu::tr("Until when?"),
                                          SnoozeMenu::tr("Such as 30 min, 17:00, fri 10:00 or 15.03"),
                                          SnoozeMenu::tr("Snooze"), text);
        if (!said)
            return std::nullopt;
        text = *said;
        if (const auto until = parseSnooze(text, store.clock().localNow(), WorkCalendar(*store.schema())))
            return until;
        AskDialog::tell(window, SnoozeMenu::tr("“%1” is not a time in the future").arg(text));
    }
}

} // namespace

QList<SnoozeStep> snoozeSteps(const Store &store)
{
    constexpr int minute = 60;
    const QDateTime now = store.clock().localNow();
    const QDateTime morning = nextWorkingMorning(now, WorkCalendar(*store.schema()));
    return {{SnoozeMenu::tr("For 15 minutes"), now.addSecs(15 * minute), Qt::Key_1},
            {SnoozeMenu::tr("For an hour"), now.addSecs(60 * minute), Qt::Key_2},
            {SnoozeMenu::tr("For a day"), now.addDays(1), Qt::Key_3},
            {morningText(morning, now.date()), morning, Qt::Key_4},
            {SnoozeMenu::tr("For 5 minutes"), now.addSecs(5 * minute), 0}};
}

void fillSnoozeMenu(QMenu &menu, const Store &store, QWidget *window, const std::function<void(const QDateTime &)> &chosen)
{
    for (const SnoozeStep &step : snoozeSteps(store)) {
        QAction *action = menu.addAction(step.text, window, [chosen, step] { chosen(step.until); });
        if (step.key != 0)
            action->setShortcut(QKeySequence(step.key));
    }
    menu.addSeparator();
    menu.addAction(SnoozeMenu::tr("Another time…"), window, [&store, window, chosen] {
        if (const auto until = askUntil(store, window))
            chosen(*until);
    });
}

} // namespace Kartoteka
