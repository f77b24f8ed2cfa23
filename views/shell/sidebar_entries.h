// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/counter_model.h"
#include "models/shell/sidebar_model.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QMenu;
class QVBoxLayout;

namespace Kartoteka {

class SidebarButton;

/// The day, the calendar and the sections in the sidebar. Sections stand in the order and under the captions that the person
/// at work has given them: they are dragged, moved by Ctrl+Shift with an arrow, and hidden or put under a caption by their menu.
class SidebarEntries final : public QWidget
{
    Q_OBJECT
public:
    /// @p collapsed: pictures alone.
    SidebarEntries(Store &store, CounterModel &counters, SidebarModel &model, bool collapsed, QWidget *parent);

    /// A section by the id of its type, or what Sidebar names otherwise.
    /// Not @p lit while its recycle bin is shown.
    void setCurrent(qint64 key, bool lit = true);

signals:
    void sectionChosen(qint64 typeId);
    void ownChosen(qint64 key);
    void counterChosen(qint64 typeId, const QString &which);
    void failed(const Kartoteka::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    SidebarButton *addOwn(qint64 key, const QString &name, const QString &icon, const QString &text);
    void addSection(const EntityType &type, qsizetype index);
    void addCaption(const QString &caption, qsizetype index);
    void addMore(const QList<EntityType> &hidden);
    void explain(SidebarButton *button, qint64 typeId, const QPoint &global);
    void showMore(const QList<EntityType> &hidden, const QWidget &button);
    void showMenu(qsizetype index, const QPoint &global);
    void addCaptionActs(QMenu &menu, qsizetype caption);
    void change(const std::function<void(QList<SidebarEntry> &)> &act);
    void nameCaption(const SidebarEntry &entry, qsizetype index, bool isNew);
    qsizetype beside(qsizetype index, int step) const;
    void moveBeside(qsizetype index, int step);
    void moveFocused(int step);
    qsizetype placeAt(int y) const;
    void carry(QWidget &row, int y);

    /// A row below the day and the calendar, and which of the entries it is.
    struct Row
    {
        QWidget *widget;
        qsizetype index;
    };

    Store &m_store;
    CounterModel &m_counters;
    SidebarModel &m_model;
    bool m_collapsed;
    QVBoxLayout *m_layout;
    QHash<qint64, SidebarButton *> m_buttons;
    QList<Row> m_rows;
    SidebarButton *m_more = nullptr;
    QWidget *m_place; ///< a line where what is carried would stand
    QPoint m_pressed;
    bool m_isCarried = false;
    qint64 m_current = 0;
    bool m_isLit = true;
};

} // namespace Kartoteka
