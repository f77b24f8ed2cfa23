// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QToolButton;

namespace Kartoteka {

/// Shows the key that does the same before the text of a button, muted, in a thin frame.
void showKey(QToolButton &button, const QString &key);

} // namespace Kartoteka
