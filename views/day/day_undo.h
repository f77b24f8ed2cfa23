// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <functional>

class QWidget;

namespace Kartoteka {

/// What came of taking something back.
struct UndoAnswers
{
    QWidget *page; ///< who hears of it, while it is there
    std::function<void(const QString &said)> done;
    std::function<void(const Error &why)> failed;
};

/// Offers what the person at work has done today in a menu below @p button; what is chosen is taken back, whatever came after it.
void offerUndoOfDay(Store &store, QWidget *button, const UndoAnswers &answers);

} // namespace Kartoteka
