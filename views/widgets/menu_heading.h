// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QMenu>

namespace Kartoteka {

/// A line of text on top of a menu. QMenu::addSection() shows none of it under a style sheet, but a stray line.
inline QAction *addMenuHeading(QMenu &menu, const QString &text)
{
    QAction *heading = menu.addAction(text);
    heading->setEnabled(false);
    heading->setFont(Theme::caption(menu.font()));
    return heading;
}

} // namespace Kartoteka
