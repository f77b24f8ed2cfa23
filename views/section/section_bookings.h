// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "core/store/store.h"
#include "views/widgets/empty_state.h"

#include <QObject>
#include <QSet>

class QMenu;
class QSettings;

namespace Kartoteka {

class BookingChoices;
class CalendarPane;

/// The calendar of the section of resources: not they stand in it by a date, but what books those that the filter finds, each in
/// columns of its own in a day or week.
class SectionBookings final : public QObject
{
    Q_OBJECT
public:
    SectionBookings(Store &store, CalendarPane &pane, QObject *parent);

    /// Shows what books the resources of a filter, until leave().
    void show(const ItemQuery &filter);
    /// The calendar shows something else.
    void leave();
    void setActive(bool active);
    /// What is said where the filter finds no resource.
    void setEmptyText(const EmptyText &text);
    void fillMenu(QMenu &menu);
    void save(QSettings &settings, const QString &prefix) const;
    void restore(const QSettings &settings, const QString &prefix);

signals:
    /// The card of a resource.
    void opened(qint64 id);

private:
    void apply();
    void showEmptyText();

    Store &m_store;
    CalendarPane &m_pane;
    BookingChoices *m_choices;
    EmptyText m_emptyText;
    QSet<qint64> m_unticked; ///< resources whose bookings are not shown
    bool m_isShown = false;
};

} // namespace Kartoteka
