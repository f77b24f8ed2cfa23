// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_accessible.h"

#include "views/calendar/calendar_surface.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype rememberedParts = 1000;

/// An entry, which is no widget.
class EntrySpoken final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    EntrySpoken(CalendarSurface &surface, EntryKey key) : m_surface(surface), m_key(std::move(key)) {}

    QObject *object() const override { return nullptr; }
    bool isValid() const override { return entry() != nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_surface); }
    QWindow *window() const override { return m_surface.window()->windowHandle(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.selected = m_surface.scene().current == m_key;
        state.focused = state.selected && m_surface.hasFocus();
        state.offscreen = !m_surface.viewport()->rect().intersects(place());
        return state;
    }
    QRect rect() const override { return {m_surface.viewport()->mapToGlobal(place().topLeft()), place().size()}; }
    QString text(QAccessible::Text kind) const override
    {
        const CalendarEntry *one = entry();
        return one && kind == QAccessible::Name ? m_surface.wordsOf(*one).join(u"; "_s) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction() && isValid())
            emit m_surface.opened(m_key);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const CalendarEntry *entry() const { return m_surface.scene().entry(m_key); }
    QRect place() const
    {
        const QList<EntryPart> parts = m_surface.parts();
        for (const EntryPart &part : parts) {
            if (EntryKey::of(m_surface.scene().entries()[part.entry]) == m_key)
                return part.rect;
        }
        return {};
    }

    CalendarSurface &m_surface;
    EntryKey m_key;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *surface = qobject_cast<CalendarSurface *>(object);
    return surface ? new CalendarAccessible(*surface) : nullptr;
}

} // namespace

void CalendarAccessible::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void CalendarAccessible::tellCurrent(CalendarSurface &surface)
{
    if (!QAccessible::isActive() || !surface.hasFocus())
        return;
    QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&surface);
    QAccessibleInterface *current = whole ? whole->focusChild() : nullptr;
    if (current) {
        QAccessibleEvent event(current, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    } else if (whole) { // the day is said with the name of the whole
        QAccessibleEvent event(&surface, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

CalendarAccessible::CalendarAccessible(CalendarSurface &surface)
    : QAccessibleWidget(&surface, QAccessible::List), m_surface(surface)
{}

CalendarAccessible::~CalendarAccessible()
{
    for (const auto &[key, id] : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

QString CalendarAccessible::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name)
        return QAccessibleWidget::text(kind);
    const CalendarScene &scene = m_surface.scene();
    const QString day = QLocale().toString(scene.at, QLocale::LongFormat);
    return CalendarSurface::tr("%1, %2; %3, entries: %4", "view, period; day at hand")
        .arg(m_surface.accessibleName(), scene.period.title(), day)
        .arg(scene.model.shown().count(scene.at));
}

QList<EntryKey> CalendarAccessible::keys() const
{
    QList<EntryKey> keys;
    const QList<EntryPart> parts = m_surface.parts();
    QSet<int> seen;
    for (const EntryPart &part : parts) {
        if (!seen.contains(part.entry))
            keys << EntryKey::of(m_surface.scene().entries()[part.entry]);
        seen.insert(part.entry);
    }
    return keys;
}

int CalendarAccessible::childCount() const
{
    return int(keys().size());
}

QAccessibleInterface *CalendarAccessible::child(int index) const
{
    const QList<EntryKey> all = keys();
    return index >= 0 && index < all.size() ? part(all[index]) : nullptr;
}

int CalendarAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<EntryKey> all = keys();
    const auto found = std::ranges::find_if(
        m_parts, [&](const auto &one) { return QAccessible::accessibleInterface(one.second) == child; });
    return found == m_parts.end() ? -1 : int(all.indexOf(found->first));
}

QAccessibleInterface *CalendarAccessible::childAt(int x, int y) const
{
    const CalendarHit hit = m_surface.hitAt(m_surface.viewport()->mapFromGlobal(QPoint(x, y)));
    return hit.isOfEntry() ? part(EntryKey::of(m_surface.scene().entries()[hit.entry])) : nullptr;
}

QAccessibleInterface *CalendarAccessible::focusChild() const
{
    return m_surface.hasFocus() && m_surface.scene().currentEntry() ? part(m_surface.scene().current) : nullptr;
}

QAccessibleInterface *CalendarAccessible::part(const EntryKey &key) const
{
    const auto known = std::ranges::find(m_parts, key, [](const auto &one) { return one.first; });
    if (known != m_parts.end())
        return QAccessible::accessibleInterface(known->second);
    if (m_parts.size() >= rememberedParts) { // those that were asked for first are made anew
        QAccessible::deleteAccessibleInterface(m_parts.constFirst().second);
        m_parts.removeFirst();
    }
    m_parts.append({key, QAccessible::registerAccessibleInterface(new EntrySpoken(m_surface, key))});
    return QAccessible::accessibleInterface(m_parts.constLast().second);
}

} // namespace Kartoteka
