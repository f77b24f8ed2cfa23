// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/memory.h"

#include <QtGlobal>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace Kartoteka {

void giveBackMemory()
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

} // namespace Kartoteka
