// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A text of the office as a tooltip: shown as it is written, though Qt would take "<b>" in it for markup.
inline QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text)
        ? QStringLiteral("<span>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</span>")
        : text;
}

} // namespace Kartoteka
