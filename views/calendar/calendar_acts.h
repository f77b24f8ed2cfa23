// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "views/calendar/calendar_scene.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Kartoteka {

enum class SeriesAct;

/// What a person does to entries of a calendar: moves, stretches and copies them, takes them away. What is asked about it, and what
/// came of it, is asked and told here.
class CalendarActs final : public QObject
{
    Q_OBJECT
public:
    CalendarActs(CalendarScene &scene, QWidget *window);

    /// @p lane: the person or resource in whose column it was let go; 0: nobody's.
    void move(const CalendarEntry &entry, const CalendarPlace &to, bool copies, qint64 lane);
    void stretch(const CalendarEntry &entry, const CalendarPlace &from, const CalendarPlace &until);
    /// By so many days, or minutes of the clock on the wall.
    void shift(const CalendarEntry &entry, int days, int minutes);
    void lengthen(const CalendarEntry &entry, int minutes);
    void remove(const CalendarEntry &entry);
    /// Says why an entry stays where it is.
    void refuseMove(const CalendarEntry &entry);
    using Answer = std::function<void(const Result<Receipt> &receipt)>;
    /// Makes what was planned, and offers to book all the same where a resource is taken. @p answer: told what came of it, an error
    /// also where the person thought better of it.
    void commit(const Result<ChangeSet> &changes, const QString &said, const Answer &answer = {});

    bool isActivity(const CalendarEntry &entry) const;

signals:
    void done(const QString &what);
    void failed(const Kartoteka::Error &error);
    /// An item is to go to the recycle bin.
    void deleteWanted(const Kartoteka::ItemRef &item);

private:
    /// @p after: how it is shown until the file says so. @p act: how it is asked about, where others come of the same rule.
    void apply(const CalendarEntry &before, const CalendarEntry &after, const Result<ChangeSet> &changes,
               const QString &said, SeriesAct act);
    void removeOfSeries(const CalendarEntry &entry, const Activity &activity);
    Result<ChangeSet> copied(const CalendarEntry &entry, const CalendarPlace &to) const;
    Result<ChangeSet> handedOver(const CalendarEntry &entry, Result<ChangeSet> changes, qint64 lane) const;
    void refuseGhost();

    CalendarScene &m_scene;
    QWidget *m_window;
};

} // namespace Kartoteka
