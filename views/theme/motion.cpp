// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/motion.h"

#include "views/theme/system_look.h"

#include <QApplication>
#include <QStyle>

namespace Kartoteka {

namespace {
bool wantedHere = true;
}

bool isMotionWanted()
{
    return wantedHere && !systemLook().isStill && QApplication::style()->styleHint(QStyle::SH_Widget_Animate) != 0;
}

void setMotionWanted(bool wanted)
{
    wantedHere = wanted;
}

} // namespace Kartoteka
