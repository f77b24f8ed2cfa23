// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListWidget;

namespace Kartoteka {

/// A click anywhere in a row of @p list turns its check mark, as it does beside a check box.
void checkByRows(QListWidget &list);

} // namespace Kartoteka
