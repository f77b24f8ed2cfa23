// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QGraphicsView;

namespace Kartoteka {

class Theme;

/// The pages of the toolkit's preview with a hairline around them instead of its black shadow. What is shown anew has it again.
void framePages(QGraphicsView &view, const Theme &theme);

} // namespace Kartoteka
