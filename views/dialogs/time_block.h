// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QSpinBox;

namespace Kartoteka {

/// When an activity begins and how long it lasts: minutes, or whole days.
class TimeBlock final : public QWidget
{
    Q_OBJECT
public:
    TimeBlock(Qt::DayOfWeek weekStart, QWidget *parent);

    /// @p moment: where it begins when it has no beginning.
    void setDetails(const ActivityDetails &details, const QDateTime &moment);
    /// The deadline moved by so much, and the beginning with it.
    void shift(qint64 seconds);
    /// Start, duration, whole day, by field code; what does not differ from @p before in minutes stays as it was.
    QHash<QString, Value> values(const ActivityDetails &before) const;

private:
    void showDays();

    QDateTimeEdit *m_start;
    QSpinBox *m_minutes;
    QSpinBox *m_days;
    QCheckBox *m_allDay;
};

} // namespace Kartoteka
