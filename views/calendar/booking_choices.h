// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

class QMenu;
class QSettings;

namespace Kartoteka {

class CalendarPane;
class ClashWatch;
struct EmptyText;

/// What every calendar of bookings has: what clashes, with a way to each and a choice to see nothing else; columns of their own in a
/// day or week; the card of what is booked.
class BookingChoices final : public QObject
{
    Q_OBJECT
public:
    /// @p sideBySide: as it is until somebody chooses.
    BookingChoices(Store &store, CalendarPane &pane, bool sideBySide, QObject *parent);

    bool onlyClashes() const { return m_onlyClashes; }
    bool areSideBySide() const { return m_areSideBySide; }
    /// Of the activities that clash from today on, the numbers by which conditions name them.
    const QStringList &clashing() const;
    /// Somebody sees the calendar.
    void setShown(bool shown);
    /// Clashes are told beside the small month.
    void setTold(bool told);
    void setOnlyClashes(bool only);
    /// What is said where none are.
    EmptyText noClashes();
    void addSideBySide(QMenu &menu);
    void addCard(QMenu &menu, qint64 resource);
    void save(QSettings &settings, const QString &key) const;
    void restore(const QSettings &settings, const QString &key);

signals:
    /// Something else is to be shown.
    void changed();
    /// The calendar goes to a clash: what it has is to be shown.
    void resourcesWanted(const QList<qint64> &resources);
    void cardWanted(qint64 resource);

private:
    void tell();

    CalendarPane &m_pane;
    ClashWatch *m_clashes;
    bool m_areSideBySide;
    bool m_isTold = false;
    bool m_onlyClashes = false; ///< as long as the window is open
};

} // namespace Kartoteka
