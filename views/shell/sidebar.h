// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/counter_model.h"

#include <QWidget>

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

    void setCurrent(qint64 typeId);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }

signals:
    void paletteWanted();
    void sectionChosen(qint64 typeId);
    /// A counter of a section was clicked: "due" or "incoming".
    void counterChosen(qint64 typeId, const QString &which);

private:
    void build();
    QWidget *makeHead();
    void showUserMenu();

    Store &m_store;
    CounterModel &m_counters;
    QVBoxLayout *m_layout;
    QHash<qint64, SidebarButton *> m_buttons;
    QToolButton *m_user = nullptr;
    qint64 m_current = 0;
    bool m_collapsed = false;
};

} // namespace Kartoteka
