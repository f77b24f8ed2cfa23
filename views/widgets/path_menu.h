// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/field_path.h"

#include <functional>

class QAction;
class QMenu;

namespace Kartoteka {

/// Offers fields in a menu: those of the type itself, then those of what each of its links leads to, in a menu of that link.
/// @p isOffered: which of them; a link under which nothing is has no menu. @p prepare: what a new action is and does.
void addPathActions(QMenu &menu, const Schema &schema, qint64 typeId,
                    const std::function<bool(const FieldPath &)> &isOffered,
                    const std::function<void(QAction &, const QString &path)> &prepare);

} // namespace Kartoteka
