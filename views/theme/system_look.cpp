// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/system_look.h"

namespace Kartoteka {

SystemLook &systemLook()
{
    static SystemLook look; // of the process, as the desktop is
    return look;
}

} // namespace Kartoteka
