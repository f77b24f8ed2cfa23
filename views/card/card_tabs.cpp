// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_tab.h"

namespace Kartoteka {

const QList<CardTabInfo> &cardTabs()
{
    static const QList<CardTabInfo> tabs;
    return tabs;
}

} // namespace Kartoteka
