// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/calendar_period.h"
#include "views/widgets/key_hint.h"

#include <QObject>

class QKeyEvent;

namespace Kartoteka {

class CalendarPane;

/// What keys do in a calendar, wherever it has the focus.
class CalendarKeys final : public QObject
{
    Q_OBJECT
public:
    explicit CalendarKeys(CalendarPane &pane);

    void watch(QWidget *widget);
    /// Beside the view: letters and pages mean the same there, and nothing is done to an entry.
    void watchBeside(QWidget *widget);
    /// What they mean, for the overview of the keys.
    static QList<KeyHint> hints();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// @return whether the key means anything here.
    bool press(const QKeyEvent &event);
    bool pressBeside(const QKeyEvent &event);
    bool pressLetter(int key);
    bool pressArrow(const QKeyEvent &event);
    void walkDays(int days);
    void walkToEdge(QDate edge, int step);
    void walkEntries(int step);

    CalendarPane &m_pane;
    QList<const QObject *> m_beside;
};

} // namespace Kartoteka
