// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/computer_page.h"

#include "views/reminders/autostart.h"
#include "views/reminders/reminder_choices.h"
#include "views/settings/look_choices.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

ComputerPage::ComputerPage(QWidget *parent) : SettingsPage(u"computer"_s, tr("This computer"), u"computer"_s, parent)
{
    setKeywords(tr("theme, dark mode, language, scale, tray, notifications"));
    const QList<LookChoice> all = lookChoices();
    for (const LookChoice &choice : all)
        connect(addChoice(choice), &ChoiceButton::changed, this, &ComputerPage::lookChosen);
    addReminders();
    if (lastLookChoice().isEmpty())
        return;
    // The windows are made anew with each choice: what says so stands on the page itself.
    auto *back = new QPushButton(tr("Undo: %1").arg(lastLookChoice()), this);
    back->setObjectName(u"takeBackLook"_s);
    back->setAutoDefault(false);
    back->setToolTip(tr("Undo the last change (Ctrl+Z)"));
    connect(back, &QPushButton::clicked, this, &ComputerPage::takeBack);
    body()->addSpacing(Space::s);
    body()->addWidget(back, 0, Qt::AlignLeft);
}

ChoiceButton *ComputerPage::addChoice(const LookChoice &choice, const QString &help)
{
    auto *editor = new ChoiceButton(this);
    QList<ChoiceButton::Choice> choices;
    for (const auto &[value, text] : choice.values)
        choices.append({value, text});
    editor->setSingle(true);
    editor->setChoices(choices);
    editor->setValues({choice.current()});
    addRow(QString(choice.key).replace(u'/', u'_'), choice.title, help, SettingRow::Scope::Computer, editor);
    connect(editor, &ChoiceButton::changed, this, [editor, choice] {
        if (editor->values().isEmpty())
            editor->setValues({choice.current()}); // the one that holds was chosen
        else
            choice.choose(editor->values().constFirst());
    });
    return editor;
}

void ComputerPage::addReminders()
{
    const DesktopOffers &offers = desktopOffers();
    addHeading(tr("Reminders"));
    const QList<QPair<QString, QString>> yesOrNo{{u"yes"_s, tr("Yes")}, {u"no"_s, tr("No")}};
    addChoice({tr("Reminder window"), reminderWindowKey, yesOrNo}, tr("on top of other windows, never takes the keyboard"));
    addChoice({tr("Desktop notifications"), reminderBubblesKey, yesOrNo},
              !offers.bubbles   ? tr("not available on this desktop")
                  : offers.acts ? tr("with buttons to complete and snooze")
                                : tr("without buttons on this desktop"));
    auto *start = new QCheckBox(tr("Start hidden when you sign in"), this);
    const Autostart autostart(QCoreApplication::applicationFilePath());
    start->setChecked(autostart.isOn());
    addRow(u"autostart"_s, tr("Start with the computer"), tr("so that nothing is missed before the window is opened"),
           SettingRow::Scope::Computer, start);
    connect(start, &QCheckBox::toggled, this, [this, start, autostart](bool on) {
        if (const auto set = autostart.set(on); !set) {
            const QSignalBlocker quiet(start);
            start->setChecked(!on);
            emit failed(set.error());
        }
    });
    const QList<QPair<QString, QString>> background{
        {QString(), tr("Ask")}, {u"stay"_s, tr("Keep reminding from the tray")}, {u"quit"_s, tr("Quit")}};
    if (offers.tray)
        addChoice({tr("When the last window is closed"), reminderBackgroundKey, background});
    else
        addNote(tr(
            "This desktop has no tray: reminders stop when the last window is closed, and what was missed is shown at the "
            "next start."));
}

bool ComputerPage::takeBack()
{
    if (!takeBackLook())
        return false;
    emit lookChosen();
    return true;
}

} // namespace Kartoteka
