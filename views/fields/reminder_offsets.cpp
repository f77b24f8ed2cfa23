// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/reminder_offsets.h"

#include "core/items/value_text.h"
#include "views/widgets/choice_button.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::ReminderOffsets)
};

/// The reminders that people usually want; others that an activity has are offered beside them.
const QList<int> &usualReminders()
{
    static const QList<int> minutes{0, 15, 30, 60, 120, 1440};
    return minutes;
}

QString reminderText(int minutes)
{
    return minutes == 0 ? Tr::tr("when it is due") : Tr::tr("%1 before").arg(durationText(qint64(minutes) * 60'000));
}

} // namespace

void offerReminders(ChoiceButton &button, const QString &reminders)
{
    QList<int> minutes = usualReminders();
    QStringList chosen;
    for (const QString &one : reminders.split(u',', Qt::SkipEmptyParts)) {
        chosen << QString::number(one.trimmed().toInt());
        if (!minutes.contains(one.trimmed().toInt()))
            minutes << one.trimmed().toInt();
    }
    std::sort(minutes.begin(), minutes.end());
    QList<ChoiceButton::Choice> choices;
    for (const int one : std::as_const(minutes))
        choices.append({QString::number(one), reminderText(one)});
    button.setChoices(choices);
    button.setValues(chosen);
}

QString chosenReminders(const ChoiceButton &button)
{
    QList<int> minutes;
    for (const QString &one : button.values())
        minutes << one.toInt();
    std::sort(minutes.begin(), minutes.end());
    QStringList texts;
    for (const int one : std::as_const(minutes))
        texts << QString::number(one);
    return texts.join(u',');
}

} // namespace Kartoteka
