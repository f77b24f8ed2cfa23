// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/stage_bar_accessible.h"

#include "views/card/stage_bar.h"

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

class StagePart final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    StagePart(StageBar &bar, int index) : m_bar(bar), m_index(index) {}

    bool isValid() const override { return m_index < m_bar.count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_bar.window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_bar); }
    QAccessible::Role role() const override { return QAccessible::PageTab; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.selected = m_index == m_bar.current();
        state.focusable = true;
        state.focused = m_bar.hasFocus() && m_index == m_bar.focused();
        return state;
    }
    QRect rect() const override
    {
        const QRect part = m_bar.chevronRect(m_index);
        return {m_bar.mapToGlobal(part.topLeft()), part.size()};
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_bar.nameOf(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_bar.press(m_index);
    }

private:
    StageBar &m_bar;
    int m_index;
};

} // namespace

void StageBarAccessible::install()
{
    static bool installed = false;
    if (std::exchange(installed, true))
        return;
    QAccessible::installFactory([](const QString &name, QObject *object) -> QAccessibleInterface * {
        auto *bar = name == u"Kartoteka::StageBar" ? qobject_cast<StageBar *>(object) : nullptr;
        return bar ? new StageBarAccessible(*bar) : nullptr;
    });
}

void StageBarAccessible::tellFocused(StageBar &bar)
{
    if (!QAccessible::isActive() || !bar.hasFocus())
        return;
    QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&bar);
    if (QAccessibleInterface *stage = whole ? whole->focusChild() : nullptr) {
        QAccessibleEvent event(stage, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

StageBarAccessible::StageBarAccessible(StageBar &bar) : QAccessibleWidget(&bar, QAccessible::PageTabList), m_bar(bar)
{}

StageBarAccessible::~StageBarAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_stages))
        QAccessible::deleteAccessibleInterface(id);
}

int StageBarAccessible::childCount() const
{
    return m_bar.count();
}

QAccessibleInterface *StageBarAccessible::child(int index) const
{
    if (index < 0 || index >= m_bar.count())
        return nullptr;
    QAccessible::Id &id = m_stages[index];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new StagePart(m_bar, index));
    return QAccessible::accessibleInterface(id);
}

int StageBarAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (this->child(i) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *StageBarAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QAccessibleInterface *StageBarAccessible::focusChild() const
{
    return m_bar.hasFocus() ? child(m_bar.focused()) : nullptr;
}

} // namespace Kartoteka
