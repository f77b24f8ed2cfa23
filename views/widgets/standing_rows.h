// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QList>
#include <QWidget>

#include <algorithm>
#include <functional>
#include <utility>

namespace Kartoteka {

/// Rows in a layout of their own. Those that show the same as before stay, with their focus and the press that is on them;
/// only what shows something else is made anew.
template<typename Shown>
class StandingRows
{
public:
    using Make = std::function<QWidget *(const Shown &)>;

    explicit StandingRows(QBoxLayout *layout, Qt::Alignment alignment = {}) : m_layout(layout), m_alignment(alignment) {}

    void show(const QList<Shown> &all, const Make &make)
    {
        QList<Row> standing = std::exchange(m_rows, {});
        for (const Shown &one : all) {
            const auto same = std::ranges::find(standing, one, &Row::shown);
            m_rows << (same == standing.end() ? Row{one, make(one)} : standing.takeAt(same - standing.begin()));
        }
        for (const Row &gone : std::as_const(standing)) {
            m_layout->removeWidget(gone.widget);
            gone.widget->hide();
            gone.widget->setObjectName({});
            gone.widget->deleteLater(); // its button may be what was clicked
        }
        for (int i = 0; i < int(m_rows.size()); ++i) {
            if (m_layout->indexOf(m_rows[i].widget) != i)
                m_layout->insertWidget(i, m_rows[i].widget, 0, m_alignment);
        }
    }
    void clear() { show({}, {}); }
    QBoxLayout *layout() const { return m_layout; }

private:
    struct Row
    {
        Shown shown;
        QWidget *widget = nullptr;
    };

    QBoxLayout *m_layout;
    Qt::Alignment m_alignment;
    QList<Row> m_rows; ///< in the order in which they are seen
};

} // namespace Kartoteka
