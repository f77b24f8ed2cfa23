// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/reminder_model.h"
#include "views/reminders/bubbles.h"

#include <memory>

namespace Kartoteka {

/// Tells what has come due in bubbles of the desktop: each by itself, many as one; what is not true any more is taken back.
class ReminderBubbles final : public QObject
{
    Q_OBJECT
public:
    ReminderBubbles(Store &store, ReminderModel &model, std::unique_ptr<Bubbles> bubbles, QObject *parent = nullptr);

    const Bubbles &bubbles() const { return *m_bubbles; }
    void tell(const ReminderBatch &batch);

signals:
    void openWanted(qint64 activity);
    /// The bubble told of several.
    void listWanted();
    void availabilityChanged();

private:
    void tellOne(const DueReminder &reminder);
    void tellMany(const ReminderBatch &batch);
    void act(qint64 tag, const QString &what);

    Store &m_store;
    ReminderModel &m_model;
    std::unique_ptr<Bubbles> m_bubbles;
};

} // namespace Kartoteka
