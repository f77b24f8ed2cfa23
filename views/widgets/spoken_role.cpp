// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/spoken_role.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QRegularExpression>

#include <utility>

namespace Kartoteka {

namespace {

/// What was said of a widget; its child.
class Said final : public QObject
{
public:
    Said(QWidget *widget, QAccessible::Role spoken, std::function<void()> act)
        : QObject(widget), role(spoken), press(std::move(act))
    {}

    QAccessible::Role role;
    std::function<void()> press;
};

const Said *saidOf(const QObject *object)
{
    for (const QObject *child : object->children()) {
        if (const auto *said = dynamic_cast<const Said *>(child))
            return said;
    }
    return nullptr;
}

class SpokenWidget final : public QAccessibleWidget
{
public:
    SpokenWidget(QWidget *spoken, const Said &said) : QAccessibleWidget(spoken, said.role), m_said(said) {}

    /// A button that nobody has named is called what stands on it.
    QString text(QAccessible::Text kind) const override
    {
        const QString said = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name || !said.isEmpty() || !button())
            return said;
        static const QRegularExpression mark(QStringLiteral("&(.)"));
        return button()->text().replace(mark, QStringLiteral("\\1"));
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        if (button() && button()->isCheckable()) {
            state.checkable = true;
            state.checked = button()->isChecked();
        }
        return state;
    }
    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if ((m_said.press || button()) && widget()->isEnabled())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString &action) override
    {
        if (action != pressAction())
            QAccessibleWidget::doAction(action);
        else if (m_said.press)
            m_said.press();
        else if (button())
            button()->animateClick();
    }

private:
    QAbstractButton *button() const { return qobject_cast<QAbstractButton *>(widget()); }

    const Said &m_said; ///< lives as long as the widget
};

QAccessibleInterface *makeSpoken(const QString &, QObject *object)
{
    if (!object || !object->isWidgetType())
        return nullptr;
    const Said *said = saidOf(object);
    return said ? new SpokenWidget(static_cast<QWidget *>(object), *said) : nullptr;
}

} // namespace

void speakAs(QWidget &widget, QAccessible::Role role, const std::function<void()> &press)
{
    static bool installed = false;
    if (!std::exchange(installed, true))
        QAccessible::installFactory(&makeSpoken);
    new Said(&widget, role, press);
    // A name that was given before has asked already: of what was made then nothing is to remain.
    QAccessibleInterface *known = QAccessible::queryAccessibleInterface(&widget);
    if (known && !dynamic_cast<SpokenWidget *>(known))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace Kartoteka
