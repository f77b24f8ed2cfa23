// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/reminder_offsets.h"

#include "core/activities/reminders.h"
#include "core/items/value_text.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/choice_button.h"

#include <QApplication>
#include <QPointer>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct OffsetWords
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::ReminderOffsets)
};

/// The reminders that people usually want; others that an activity has are offered beside them.
const QList<int> &usualReminders()
{
    static const QList<int> minutes{0, 15, 30, 60, 120, 1440};
    return minutes;
}

/// The choice of one that is not among the usual ones.
const QString another = u"another"_s;

QString reminderText(int minutes)
{
    if (minutes == 0)
        return OffsetWords::tr("when it is due");
    constexpr int hour = 60;
    constexpr int day = 24 * hour;
    // Each part on its own: an hour and a half is no hour.
    QStringList parts;
    for (const int part : {minutes - minutes % day, minutes % day - minutes % hour, minutes % hour}) {
        if (part != 0)
            parts << durationText(qint64(part) * 60'000);
    }
    return OffsetWords::tr("%1 before").arg(parts.join(u' '));
}

/// What was the button's may be made anew while the person thinks.
void askAnother(const QPointer<ChoiceButton> &button, const std::function<void(const QString &)> &offer)
{
    AskDialog dialog(button->window(), OffsetWords::tr("How long before the deadline?"));
    QLineEdit *line = dialog.addLine(OffsetWords::tr("For example 45 min, 3 h or 2 d"));
    dialog.setCheck([line] {
        return reminderOffset(line->text())
            ? QString()
            : OffsetWords::tr("“%1” is not a time before a deadline: enter 45 min, 3 h or 2 d, at most a year.")
                  .arg(line->text().trimmed());
    });
    dialog.addAnswer(OffsetWords::tr("Remind"), u"remindBefore"_s);
    dialog.addCancel();
    if (dialog.ask().isEmpty() || !button)
        return;
    const QString minutes = QString::number(reminderOffset(line->text()).value_or(0));
    const QStringList chosen = button->values();
    offer((chosen + QStringList{minutes}).join(u','));
    if (!chosen.contains(minutes))
        emit button->changed();
}

} // namespace

void offerReminders(ChoiceButton &button, const QString &reminders, const QDateTime &deadline, const QDateTime &now)
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
    for (const int one : std::as_const(minutes)) {
        const bool isOver = deadline.isValid() && deadline > now && deadline.addSecs(-60 * qint64(one)) < now;
        const QString text = reminderText(one);
        choices.append({QString::number(one), isOver ? OffsetWords::tr("%1 (already past: at once)").arg(text) : text});
    }
    choices.append({another, OffsetWords::tr("another time…")});
    button.setChoices(choices);
    button.setValues(chosen);
}

void letNameReminder(ChoiceButton &button, const std::function<void(const QString &reminders)> &offer)
{
    QObject::connect(
        &button, &ChoiceButton::changed, &button,
        [&button, offer] {
            QStringList values = button.values();
            if (values.removeAll(another) == 0)
                return;
            button.setValues(values);
            if (QWidget *list = QApplication::activePopupWidget())
                list->close();
            askAnother(&button, offer);
        },
        Qt::QueuedConnection); // the list is done with its click first
}

bool isReminderAsked(const ChoiceButton &button)
{
    return button.values().contains(another);
}

QString chosenReminders(const ChoiceButton &button)
{
    QList<int> minutes;
    for (const QString &one : button.values()) {
        if (one != another)
            minutes << one.toInt();
    }
    std::sort(minutes.begin(), minutes.end());
    QStringList texts;
    for (const int one : std::as_const(minutes))
        texts << QString::number(one);
    return texts.join(u',');
}

} // namespace Kartoteka
