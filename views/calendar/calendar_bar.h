// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/calendar_period.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace Kartoteka {

/// The bar over a calendar: today and the periods beside it, which one is seen, and how it is looked at.
class CalendarBar final : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarBar(QWidget *parent);

    void show(const CalendarPeriod &period);
    QWidget *titleButton() const;
    /// The bar of a page of its own, as that of a section: what narrows the calendar between its title and the looks, and at the
    /// end the button that plans something.
    void setFilter(QWidget *filter);
    /// Adds the looks that it has no room for beside the others.
    void addGivenUp(QMenu &menu);
    QSize minimumSizeHint() const override;

signals:
    void todayWanted();
    void stepWanted(int steps);
    void lookWanted(Kartoteka::CalendarLook look);
    void goToWanted();
    void createWanted();
    void moreWanted(QWidget *button);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLooks();
    void showLooks();
    void giveWay();
    QPushButton *makeCreate();
    bool isGivenUp(CalendarLook look, int step) const;
    int besideTitle(int step) const;

    QToolButton *m_title;
    QString m_titleText;
    QString m_shortTitle;        ///< where that has no room
    QList<QWidget *> m_fixed;    ///< that are always there
    QWidget *m_filter = nullptr; ///< where the calendar has one of its own
    QPushButton *m_create = nullptr;
    QWidget *m_segments;
    QHash<int, QToolButton *> m_looks;
    QToolButton *m_oneLook; ///< the same as one button with a menu
};

/// A way to look at a calendar, as its button says it.
QString calendarLookText(CalendarLook look);

} // namespace Kartoteka
