// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Kartoteka {

/// Fills the new file at @p path with an invented office, on a thread and a store of its own. @p done is told why it could
/// not; nothing when it is there.
void fillWithDemo(QWidget *window, const QString &path, const std::function<void(const QString &problem)> &done);

} // namespace Kartoteka
