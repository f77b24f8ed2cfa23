// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "core/store/store.h"
#include "views/widgets/key_hint.h"

#include <optional>

class QSettings;
class QStackedWidget;

namespace Kartoteka {

class BulkDesk;
class CalendarPage;
class DayPage;

/// The pages of the person at work that are of no section: the day and the calendar. Made with the window; they read nothing until
/// they are seen.
class OwnPages final : public QObject
{
    Q_OBJECT
public:
    OwnPages(Store &store, BulkDesk &bulk, QStackedWidget &pages);

    DayPage *day() const { return m_day; }
    CalendarPage *calendar() const { return m_calendar; }
    bool isDaySeen() const;
    /// Whether one of them is seen.
    bool isSeen() const;
    /// What can be exported and imported where one is seen that is of no section.
    std::optional<ItemQuery> query() const;
    /// Shows one, by its key in the sidebar, and gives it the focus.
    void show(qint64 key);
    void focus();
    /// What the one that is seen has passed by since something was last written, in words; empty: nothing.
    QString passing() const;
    void takeBack();
    static QList<KeyGroup> keys();
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

signals:
    void opened(const Kartoteka::ItemRef &item);
    void planWanted(const Kartoteka::ItemRef &item);
    void createWanted(qint64 typeId);
    void done(const QString &what);
    void told(const QString &what); ///< nothing of the file was changed
    void failed(const Kartoteka::Error &error);

private:
    QStackedWidget &m_pages;
    DayPage *m_day;
    CalendarPage *m_calendar;
};

} // namespace Kartoteka
