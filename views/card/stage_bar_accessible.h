// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <QHash>

namespace Kartoteka {

class StageBar;

/// The stage bar as screen readers have it: a list of tabs, each of which can be pressed. One stands for the final stages.
class StageBarAccessible final : public QAccessibleWidget
{
public:
    /// Makes Qt ask for it; once is enough.
    static void install();
    /// Tells that a person has walked to another stage.
    static void tellFocused(StageBar &bar);

    explicit StageBarAccessible(StageBar &bar);
    ~StageBarAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    StageBar &m_bar;
    mutable QHash<int, QAccessible::Id> m_stages;
};

} // namespace Kartoteka
