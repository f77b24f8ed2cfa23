// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/reminder_model.h"
#include "views/reminders/bubbles.h"

#include <memory>

namespace Kartoteka {

class CounterModel;
class ReminderBubbles;
class ReminderWindow;
class SeriesWatch;

/// What the icon in the tray says of an open file.
struct ReminderOutlook
{
    Lights lights;
    QList<DueReminder> coming; ///< the next ones
};

/// Reminds the person at an open file: by a window, by bubbles of the desktop, and by what the tray shows. One for each file,
/// whatever windows show it; it goes with the store.
class ReminderDesk final : public QObject
{
    Q_OBJECT
public:
    /// @p bubbles: null where the desktop has none.
    ReminderDesk(Store &store, std::unique_ptr<Bubbles> bubbles, QObject *parent = nullptr);
    ~ReminderDesk() override;

    const QString &path() const { return m_path; }
    const ReminderModel &model() const { return *m_model; }
    ReminderWindow *window() const { return m_window.get(); }
    const ReminderOutlook &outlook() const { return m_outlook; }
    /// Null where the desktop has none.
    const Bubbles *bubbles() const;

signals:
    /// Somebody wants to see an activity; its item, null when it has none.
    void openWanted(const Kartoteka::ItemRef &item);
    void outlookChanged();
    void availabilityChanged();
    /// The file cannot be read, or is not there any more: nobody is reminded of what is in it. @p forGood: it is to be opened anew.
    void stopped(const Kartoteka::Error &why, bool forGood);
    /// … it can be read again.
    void wentOn();

private:
    void open(qint64 activity);
    /// What was not answered yet is there again, at the start and for another person.
    void showUnanswered();
    void lookAhead();

    Store &m_store;
    QString m_path;
    std::unique_ptr<SeriesWatch> m_series; ///< what comes again is there to remind of
    std::unique_ptr<ReminderModel> m_model;
    std::unique_ptr<CounterModel> m_counters;
    std::unique_ptr<ReminderWindow> m_window;
    std::unique_ptr<ReminderBubbles> m_bubbles;
    ReminderOutlook m_outlook;
    bool m_isStopped = false;
    CancelToken m_load;
};

} // namespace Kartoteka
