// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A name in one line for the text of a link: signs that Markdown would take for its own are escaped.
QString escapedSigns(const QString &name);
QString unescapedSigns(QString name);

} // namespace Kartoteka
