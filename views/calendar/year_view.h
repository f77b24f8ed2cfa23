// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "models/calendar/calendar_period.h"

#include <QScrollArea>

class QGridLayout;

namespace Kartoteka {

class MiniMonth;
class Store;

/// Twelve months as a map: the more stands on a day, the darker it is. A click leads to the day or the month.
class YearView final : public QScrollArea
{
    Q_OBJECT
public:
    YearView(Store &store, QWidget *parent);

    /// @p at: the day at hand.
    void show(const CalendarPeriod &period, const CalendarEntries &entries, const QDate &at);

signals:
    void dayWanted(const QDate &day);
    void monthWanted(const QDate &month);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// How many months stand beside one another, and how big their days are.
    struct Fit
    {
        int columns = 0;
        int cell = 0;
        bool operator==(const Fit &) const = default;
    };
    Fit wantedFit() const;
    int rowPitch() const;
    int seenRows() const;
    void place();
    void reveal();

    QWidget *m_inside;
    QGridLayout *m_layout;
    QList<MiniMonth *> m_months;
    Fit m_fit;
    QDate m_at;
};

} // namespace Kartoteka
