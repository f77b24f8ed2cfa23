// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/calendar_model.h"
#include "views/calendar/calendar_scene.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

class MiniMonth;

/// What stands beside a calendar: a month in small, whose things are shown, and what the colours mean.
class CalendarSide final : public QWidget
{
    Q_OBJECT
public:
    CalendarSide(CalendarScene &scene, QWidget *parent);

    /// Another period, or other entries.
    void follow();
    /// What is asked of the days of the small month.
    void setQuery(const CalendarQuery &query);
    void setShown(bool shown) { m_counts->setShown(shown); }
    /// People or resources that can be chosen by check boxes; none: there is nothing to choose. The first of them have one; those
    /// that have none stay as they are, until one or all of them are asked for.
    void setChoices(const QString &title, const QList<CalendarLane> &choices, const QList<qint64> &chosen,
                    qsizetype mostBoxes = 100);
    QList<qint64> chosen() const;
    /// People or resources are offered, and one can go over to the others; else the title alone says what they are.
    void setSwitch(bool ofResources);
    /// What clashes; none: nothing is said of it. @p only: nothing else is shown.
    void setClashes(const QList<CalendarEntry> &clashes, bool only);
    MiniMonth *month() const { return m_month; }

signals:
    void dayWanted(const QDate &day);
    void monthWanted(const QDate &month);
    void choiceChanged();
    /// The others are to be offered: resources, or people.
    void switchWanted(bool ofResources);
    void clashWanted(const Kartoteka::CalendarEntry &clash);
    /// Nothing but clashes is to be shown, or everything again.
    void onlyClashesWanted(bool only);
    /// What else can be done with one that can be chosen is to be added.
    void choiceMenuWanted(QMenu &menu, qint64 id);

private:
    void readCounts();
    QWidget *makeSwitch(QWidget *parent);
    /// Those of the choices that are searched for, as far as there are check boxes.
    void offer(const QList<qint64> &chosen);
    QCheckBox *makeBox(const CalendarLane &one);
    void showChoiceMenu(qint64 id, const QPoint &global);
    /// @p only: 0: all of them.
    void tick(qint64 only);
    void showOn(QCheckBox &box, const CalendarLane &one) const;
    void showLegend();
    void showClashMenu();

    CalendarScene &m_scene;
    CalendarModel *m_counts;
    MiniMonth *m_month;
    QToolButton *m_clashButton;
    QList<CalendarEntry> m_clashes;
    bool m_onlyClashes = false;
    QWidget *m_switch; ///< between people and resources
    QList<QToolButton *> m_kinds;
    QLabel *m_title;
    QLineEdit *m_find; ///< where there are more than one sees
    QWidget *m_choices;
    QVBoxLayout *m_choiceLayout;
    QLabel *m_more; ///< how many more there are than can be chosen
    QList<CalendarLane> m_all;
    qsizetype m_most = 0; ///< of them that have a check box
    QList<CalendarLane> m_offered;
    QList<QPair<qint64, QCheckBox *>> m_boxes;
    QList<qint64> m_others; ///< that have no check box
    QList<qint64> m_chosenOthers;
    QLabel *m_legendTitle;
    QWidget *m_legend;
    QList<CalendarLane> m_told; ///< by the legend
};

} // namespace Kartoteka
