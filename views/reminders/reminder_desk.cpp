// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_desk.h"

#include "models/activities/counter_model.h"
#include "models/activities/series_watch.h"
#include "views/reminders/reminder_bubbles.h"
#include "views/reminders/reminder_choices.h"
#include "views/reminders/reminder_window.h"

#include <utility>

namespace Kartoteka {

ReminderDesk::ReminderDesk(Store &store, std::unique_ptr<Bubbles> bubbles, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_path(store.path())
    , m_series(std::make_unique<SeriesWatch>(store))
    , m_model(std::make_unique<ReminderModel>(store))
    , m_counters(std::make_unique<CounterModel>(store))
    , m_window(std::make_unique<ReminderWindow>(store, *m_model))
{
    if (bubbles) {
        m_bubbles = std::make_unique<ReminderBubbles>(store, *m_model, std::move(bubbles));
        connect(m_bubbles.get(), &ReminderBubbles::openWanted, this, &ReminderDesk::open);
        connect(m_bubbles.get(), &ReminderBubbles::listWanted, m_window.get(), &ReminderWindow::pop);
        connect(m_bubbles.get(), &ReminderBubbles::availabilityChanged, this, &ReminderDesk::availabilityChanged);
    }
    connect(m_window.get(), &ReminderWindow::openWanted, this, &ReminderDesk::open);
    connect(m_model.get(), &ReminderModel::fired, this, [this](const ReminderBatch &batch) {
        if (isReminderWindowWanted())
            m_window->pop();
        if (m_bubbles && areBubblesWanted())
            m_bubbles->tell(batch);
    });
    showUnanswered();
    connect(&store, &Store::userChanged, this, &ReminderDesk::showUnanswered);
    connect(m_counters.get(), &CounterModel::changed, this, &ReminderDesk::lookAhead);
    connect(m_model.get(), &ReminderModel::changed, this, &ReminderDesk::lookAhead);
    connect(&store, &Store::stoodDown, this, [this](const Error &why) { emit stopped(why, true); });
    connect(m_model.get(), &ReminderModel::unreadable, this, [this](const Error &why) {
        m_isStopped = true;
        emit stopped(why, false);
    });
    connect(m_model.get(), &ReminderModel::changed, this, [this] {
        if (std::exchange(m_isStopped, false))
            emit wentOn();
    });
}

ReminderDesk::~ReminderDesk() = default;

void ReminderDesk::showUnanswered()
{
    connect(
        m_model.get(), &ReminderModel::changed, this,
        [this] {
            if (isReminderWindowWanted())
                m_window->pop();
        },
        Qt::SingleShotConnection);
}

const Bubbles *ReminderDesk::bubbles() const
{
    return m_bubbles ? &m_bubbles->bubbles() : nullptr;
}

void ReminderDesk::open(qint64 activity)
{
    const DueReminder *due = m_model->find(activity);
    emit openWanted(due ? due->item : ItemRef());
}

void ReminderDesk::lookAhead()
{
    constexpr int shown = 5;
    m_load.cancel();
    m_load = CancelToken();
    m_store
        .read<ReminderOutlook>(
            m_load,
            [person = m_store.user(), now = m_store.clock().now()](ReadContext &context) -> Result<ReminderOutlook> {
                auto lights = personLights(context, person, now);
                if (!lights)
                    return lights.error();
                auto coming = comingReminders(context, person, now, shown);
                if (!coming)
                    return coming.error();
                return ReminderOutlook{*lights, *coming};
            })
        .then(this, [this, token = m_load](const Result<ReminderOutlook> &outlook) {
            if (token.isCancelled() || !outlook)
                return; // the next commit or moment brings another one
            m_outlook = *outlook;
            emit outlookChanged();
        });
}

} // namespace Kartoteka
