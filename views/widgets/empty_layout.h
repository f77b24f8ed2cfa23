// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace Kartoteka {

/// Takes everything out of a layout. Widgets are hidden at once and deleted later: one of them may be what was clicked.
void emptyLayout(QLayout *layout);

} // namespace Kartoteka
