// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>

#include <functional>

class QWidget;

namespace Kartoteka {

/// What a screen reader has of a window, and what it can do with it: no mouse, no pixel.
namespace Speech {

/// All that can be reached from @p root and is not hidden, @p root first.
QList<QAccessibleInterface *> partsOf(QAccessibleInterface *root);
/// What of it a person could act on and that says no name, or not what it is; a line each, with where it stands.
QStringList mute(QWidget &root);

/// The first part of a role whose name begins so; null when there is none.
QAccessibleInterface *find(QWidget &root, QAccessible::Role role, const QString &name);
/// Does an act of a part; false where it has none of that name.
bool act(QAccessibleInterface *part, const QString &action = QAccessibleActionInterface::pressAction());
/// Writes into a part that holds text.
bool write(QAccessibleInterface *part, const QString &text);

} // namespace Speech

} // namespace Kartoteka
