// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_bubbles.h"

namespace Kartoteka {

namespace {

constexpr qint64 tagOfMany = 0; ///< no activity has it
constexpr qsizetype titlesShown = 3;
constexpr int snoozeSeconds = 15 * 60;

} // namespace

ReminderBubbles::ReminderBubbles(Store &store, ReminderModel &model, std::unique_ptr<Bubbles> bubbles, QObject *parent)
    : QObject(parent), m_store(store), m_model(model), m_bubbles(std::move(bubbles))
{
    connect(m_bubbles.get(), &Bubbles::acted, this, &ReminderBubbles::act);
    connect(m_bubbles.get(), &Bubbles::availabilityChanged, this, &ReminderBubbles::availabilityChanged);
    connect(&model, &ReminderModel::withdrawn, this, [this](const QList<qint64> &activities) {
        for (const qint64 activity : activities)
            m_bubbles->withdraw(activity);
        if (m_model.rows().isEmpty())
            m_bubbles->withdraw(tagOfMany);
    });
}

void ReminderBubbles::tell(const ReminderBatch &batch)
{
    const bool isMany = batch.reminders.size() > 1 && batch.whileAway;
    if (isMany || batch.lately > mostReminders) {
        tellMany(batch);
        return;
    }
    for (const DueReminder &one : batch.reminders)
        tellOne(one);
}

void ReminderBubbles::tellOne(const DueReminder &reminder)
{
    QStringList text{reminder.itemTitle, m_model.when(reminder)};
    text.removeAll(QString());
    m_bubbles->show(reminder.activity.id, {reminder.activity.title, text.join(u" · "_s), true});
}

void ReminderBubbles::tellMany(const ReminderBatch &batch)
{
    // Those that were told one by one just now are among them.
    for (const DueReminder &one : m_model.rows())
        m_bubbles->withdraw(one.activity.id);
    const int count = qMax(batch.lately, int(batch.reminders.size()));
    QStringList titles;
    for (const DueReminder &one : batch.reminders.first(qMin(titlesShown, batch.reminders.size())))
        titles << one.activity.title;
    if (count > titles.size())
        titles << u"…"_s;
    m_bubbles->show(tagOfMany,
                    {batch.whileAway ? tr("While you were away: %1").arg(count) : tr("%n reminder(s)", nullptr, count),
                     titles.join(u'\n'), false});
}

void ReminderBubbles::act(qint64 tag, const QString &what)
{
    if (tag == tagOfMany)
        emit listWanted();
    else if (what == u"done")
        m_model.complete(tag);
    else if (what == u"snooze")
        m_model.snooze({tag}, m_store.clock().localNow().addSecs(snoozeSeconds));
    else
        emit openWanted(tag);
}

} // namespace Kartoteka
