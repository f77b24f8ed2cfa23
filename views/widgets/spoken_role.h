// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

#include <functional>

class QWidget;

namespace Kartoteka {

/// Tells screen readers what a widget is where its class does not say: a frame that is a tool bar, a row that is a button.
/// To be said where the widget is made, once. @p press: what its one act does; a button's own is its click, which the
/// toolkit's act of one that can be checked is not: nobody who waits for a click hears of that.
void speakAs(QWidget &widget, QAccessible::Role role, const std::function<void()> &press = {});

} // namespace Kartoteka
