// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/uses_text.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString usesText(const QStringList &uses)
{
    if (uses.isEmpty())
        return {};
    return QCoreApplication::translate("Kartoteka::UsesText", "It is used by:") + u"\n• "_s + uses.join(u"\n• "_s)
        + u"\n\n"_s;
}

} // namespace Kartoteka
