// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/counter_model.h"
#include "models/shell/exchange_watch.h"
#include "models/shell/sidebar_model.h"
#include "models/shell/unread_notices.h"

#include <QWidget>

class QAbstractButton;
class QSettings;
class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

class SidebarButton;
class SidebarEntries;

/// The sections with their counters, and the person at work.
class Sidebar final : public QWidget
{
    Q_OBJECT
public:
    Sidebar(Store &store, CounterModel &counters, QWidget *parent = nullptr);

    static QString nameOf(const EntityType &section);
    /// The first section of items; 0 when there is none.
    static qint64 firstOfItems(const Schema &schema);

    /// A section, the day, or the calendar; @p inBin: what was thrown away from that section.
    void setCurrent(qint64 typeId, bool inBin = false);
    void setBin(bool shown) { setCurrent(m_current, shown); }
    static constexpr qint64 day = -1;
    static constexpr qint64 calendar = -2;
    /// To pictures alone; a small window does so by itself, until it is told otherwise there.
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_isTight ? !m_openWhenTight : m_collapsed; }
    /// Makes its parts anew, as they are to be now.
    void build();
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);
    /// What counts the notices, and opens them.
    QAbstractButton *bell() const;

signals:
    /// An act of the window's menus is wanted, by its name: the palette, the recycle bin, the exchange.
    void actWanted(const QString &act);
    void noticesWanted();
    void failed(const Kartoteka::Error &error);
    void sectionChosen(qint64 typeId);
    /// The day or the calendar.
    void ownChosen(qint64 key);
    /// A counter of a section was clicked: "due" or "incoming".
    void counterChosen(qint64 typeId, const QString &which);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeEntries();
    void addFoot();
    SidebarButton *addOpener(const QString &name, const QString &icon, const QString &text);
    QString unreadWords() const;
    void showUserMenu();

    Store &m_store;
    CounterModel &m_counters;
    UnreadNotices m_unread;
    QVBoxLayout *m_layout;
    SidebarModel m_order;
    QWidget *m_edge = nullptr; ///< of the entries, where they do not fit
    SidebarEntries *m_entries = nullptr;
    ExchangeWatch m_exchange;
    SidebarButton *m_bin = nullptr;
    SidebarButton *m_bell = nullptr;
    SidebarButton *m_seats = nullptr;
    QToolButton *m_user = nullptr;
    qint64 m_current = 0;
    bool m_inBin = false;
    bool m_collapsed = false;     ///< in a window that has the room
    bool m_openWhenTight = false; ///< in one that has not
    bool m_isTight = false;
};

} // namespace Kartoteka
