// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/background.h"

#include "views/reminders/reminder_choices.h"
#include "views/widgets/ask_dialog.h"

#include <QCoreApplication>
#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString toldKey = u"reminders/toldThatTheyStop"_s;

struct Background
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::Background)
};

AfterLastWindow tellThatTheyStop(QWidget *window)
{
    AskDialog dialog(window, Background::tr("Reminders stop when the window closes"),
                     Background::tr("This desktop has no tray, so the program cannot remind you in the background. What "
                                    "falls due meanwhile is shown when you open it again."));
    dialog.addAnswer(Background::tr("Close"), u"close"_s);
    dialog.addCancel();
    if (dialog.ask() != u"close")
        return AfterLastWindow::Reopen;
    QSettings().setValue(toldKey, true);
    return AfterLastWindow::Quit;
}

} // namespace

AfterLastWindow askAboutBackground(QWidget *window, bool hasTray, bool hasReminders)
{
    QSettings settings;
    if (!hasTray)
        return hasReminders && !settings.value(toldKey).toBool() ? tellThatTheyStop(window) : AfterLastWindow::Quit;
    const QString chosen = settings.value(reminderBackgroundKey).toString();
    if (chosen == u"stay")
        return AfterLastWindow::Stay;
    if (chosen == u"quit" || !hasReminders)
        return AfterLastWindow::Quit;
    AskDialog dialog(
        window, Background::tr("Remind you while the window is closed?"),
        Background::tr("The program stays in the tray; its icon opens it again or quits it. You can change this "
                       "in Settings, This computer."));
    dialog.addAnswer(Background::tr("Keep reminding"), u"stay"_s);
    dialog.addAnswer(Background::tr("Quit"), u"quit"_s, AskDialog::Kind::Other);
    dialog.addCancel();
    const QString answer = dialog.ask();
    if (answer.isEmpty())
        return AfterLastWindow::Reopen;
    settings.setValue(reminderBackgroundKey, answer);
    return answer == u"stay" ? AfterLastWindow::Stay : AfterLastWindow::Quit;
}

} // namespace Kartoteka
