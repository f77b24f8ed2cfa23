// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_scene.h"

#include <QObject>

class QWidget;

namespace Kartoteka {

/// Puts what a calendar shows on paper: a month, a week or a year on one page, an agenda on as many as it takes.
class CalendarPrint final : public QObject
{
    Q_OBJECT
public:
    CalendarPrint(const CalendarScene &scene, QWidget *calendar);

    /// Shows the pages as they are now, under a title.
    void show(const QString &title);

signals:
    void failed(const Kartoteka::Error &error);
    void told(const QString &what);

private:
    const CalendarScene &m_scene;
    QWidget *m_calendar;
};

} // namespace Kartoteka
