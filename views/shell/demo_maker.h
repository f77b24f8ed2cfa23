// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QWidget;

namespace Kartoteka {

/// Fills a new file with an invented office, with progress and cancel over @p window; it is closed again afterwards.
Result<void> fillWithDemo(QWidget *window, const QString &path);

} // namespace Kartoteka
