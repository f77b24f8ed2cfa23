// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/speech.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QWidget>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// A walker would do no better: what has more children is asked for those that are seen.
constexpr int mostChildren = 500;

QString nameOf(QAccessibleInterface *part)
{
    return part->text(QAccessible::Name);
}

void collect(QAccessibleInterface *part, QList<QAccessibleInterface *> &parts)
{
    if (!part || !part->isValid() || part->state().invisible)
        return;
    parts << part;
    for (int i = 0; i < qMin(part->childCount(), mostChildren); ++i)
        collect(part->child(i), parts);
}

/// What an input is made of is spoken by the input.
bool isInside(const QAccessibleInterface *part)
{
    const QObject *object = part->object();
    for (const QObject *above = object ? object->parent() : nullptr; above; above = above->parent()) {
        if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractSpinBox *>(above))
            return true;
    }
    return false;
}

bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::ListItem:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::ToolBar: return true;
    default: return false;
    }
}

QString placeOf(QAccessibleInterface *part)
{
    QStringList way;
    for (QAccessibleInterface *at = part; at && way.size() < 6; at = at->parent()) {
        const QObject *object = at->object();
        way.prepend(object ? QString::fromLatin1(object->metaObject()->className()) + u'#' + object->objectName()
                           : u"role %1"_s.arg(int(at->role())));
    }
    return way.join(u" > "_s);
}

} // namespace

QList<QAccessibleInterface *> Speech::partsOf(QAccessibleInterface *root)
{
    QList<QAccessibleInterface *> parts;
    collect(root, parts);
    return parts;
}

QStringList Speech::mute(QWidget &root)
{
    QStringList wrong;
    const QList<QAccessibleInterface *> parts = partsOf(QAccessible::queryAccessibleInterface(&root));
    for (QAccessibleInterface *part : parts) {
        if (isInside(part))
            continue;
        const auto *widget = qobject_cast<const QWidget *>(part->object());
        const bool takesFocus = widget && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
        const bool isNothing = part->role() == QAccessible::NoRole || part->role() == QAccessible::Client;
        if (takesFocus && isNothing)
            wrong << u"no role: "_s + placeOf(part);
        if ((needsName(part->role()) || takesFocus) && nameOf(part).trimmed().isEmpty())
            wrong << u"no name: "_s + placeOf(part);
    }
    return wrong;
}

QAccessibleInterface *Speech::find(QWidget &root, QAccessible::Role role, const QString &name)
{
    const QList<QAccessibleInterface *> parts = partsOf(QAccessible::queryAccessibleInterface(&root));
    for (QAccessibleInterface *part : parts) {
        if (part->role() == role && nameOf(part).startsWith(name))
            return part;
    }
    return nullptr;
}

bool Speech::act(QAccessibleInterface *part, const QString &action)
{
    QAccessibleActionInterface *acts = part ? part->actionInterface() : nullptr;
    if (!acts || !acts->actionNames().contains(action))
        return false;
    acts->doAction(action);
    return true;
}

bool Speech::write(QAccessibleInterface *part, const QString &text)
{
    QAccessibleEditableTextInterface *edit = part ? part->editableTextInterface() : nullptr;
    if (!edit)
        return false;
    edit->replaceText(0, part->textInterface()->characterCount(), text);
    return true;
}

} // namespace Kartoteka
