// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/stage_colours.h"

#include <QStringList>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString StageColours::inProgress(qsizetype before)
{
    static const QStringList colours{u"#64738A"_s, u"#14A3C7"_s, u"#7A5AF8"_s, u"#D9730D"_s,
                                     u"#B7791F"_s, u"#C2418F"_s, u"#4C8C4A"_s, u"#0E7C86"_s};
    return colours[before % colours.size()];
}

} // namespace Kartoteka
