// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_query.h"
#include "core/store/store.h"
#include "views/calendar/calendar_colours.h"
#include "views/widgets/key_hint.h"

#include <QWidget>

class QMenu;
class QSettings;

namespace Kartoteka {

class BookingChoices;
class BulkDesk;
class CalendarPane;
class FilterBar;
class FilterModel;

/// The calendar of the office: the activities of all sections, those of the people who are ticked at its side, or what books the
/// rooms and equipment that are.
class CalendarPage final : public QWidget
{
    Q_OBJECT
public:
    CalendarPage(Store &store, BulkDesk &bulk, QWidget *parent);

    CalendarPane *pane() const { return m_pane; }
    FilterBar *filterBar() const { return m_filterBar; }
    /// The activities that it shows, whatever the days: what is exported from here.
    ItemQuery activities() const;
    static KeyGroup keys();
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

signals:
    void opened(const Kartoteka::ItemRef &item);
    void done(const QString &what);
    void told(const QString &what);
    void failed(const Kartoteka::Error &error);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeFilter();
    void apply();
    CalendarColour colour() const;
    void setEmptyText();
    void fillMenu(QMenu &menu);
    void fillChoices();
    void addToChoiceMenu(QMenu &menu, qint64 id);
    void addResource();
    void setColour(qint64 resource);
    void commit(const ChangeSet &changes, const QString &said);
    /// Resources are shown, all of them where none were before, or people.
    void showResources(bool resources);
    /// Where none of them is ticked, unless somebody wants it so.
    void tickAllThings();

    Store &m_store;
    FilterModel *m_filter; ///< that holds besides who is ticked
    FilterBar *m_filterBar = nullptr;
    CalendarPane *m_pane;
    BookingChoices *m_choices;
    QList<qint64> m_people;     ///< whose activities are shown
    QList<qint64> m_things;     ///< resources that are
    bool m_noThings = false;    ///< none of them, as somebody wants it; else all are where none is ticked yet
    bool m_ofResources = false; ///< are shown, and not people
    bool m_withDone = true;
    std::optional<CalendarColour> m_colour; ///< that somebody chose; nothing: what tells apart what is ticked
};

} // namespace Kartoteka
