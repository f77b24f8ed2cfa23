// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/counter_model.h"
#include "models/exchange_watch.h"
#include "models/unread_notices.h"

#include <QWidget>

class QAbstractButton;
class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

class SidebarButton;

/// The sections with their counters, and the person at work.
class Sidebar final : public QWidget
{
    Q_OBJECT
public:
    Sidebar(Store &store, CounterModel &counters, QWidget *parent = nullptr);

    /// What has an entry of its own, in order: one's activities, then the sections.
    static QList<EntityType> sections(const Schema &schema);
    static QString nameOf(const EntityType &section);

    /// A section, the day, or the calendar.
    void setCurrent(qint64 typeId);
    static constexpr qint64 day = -1;
    static constexpr qint64 calendar = -2;
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    /// What counts the notices, and opens them.
    QAbstractButton *bell() const;

signals:
    /// An act of the window's menus is wanted, by its name: the palette, the recycle bin, the exchange.
    void actWanted(const QString &act);
    void noticesWanted();
    void sectionChosen(qint64 typeId);
    /// The day or the calendar.
    void ownChosen(qint64 key);
    /// A counter of a section was clicked: "due" or "incoming".
    void counterChosen(qint64 typeId, const QString &which);

private:
    void build();
    SidebarButton *addEntry(qint64 key, const QString &icon, const QString &name);
    QWidget *makeHead();
    QWidget *makeEntries();
    void addFoot();
    SidebarButton *addOpener(const QString &name, const QString &icon, const QString &text);
    QString unreadWords() const;
    void showUserMenu();
    void explain(SidebarButton *button, qint64 typeId, const QPoint &global);

    Store &m_store;
    CounterModel &m_counters;
    UnreadNotices m_unread;
    QVBoxLayout *m_layout;
    QVBoxLayout *m_entries = nullptr; ///< of the day and the sections
    QHash<qint64, SidebarButton *> m_buttons;
    ExchangeWatch m_exchange;
    SidebarButton *m_bell = nullptr;
    SidebarButton *m_seats = nullptr;
    QToolButton *m_user = nullptr;
    qint64 m_current = 0;
    bool m_collapsed = false;
};

} // namespace Kartoteka
