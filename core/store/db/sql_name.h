// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// The name of a table or column, with what the program puts behind it ("_fold", "_search"), as it stands in the text of a
/// statement: whatever is in it, it names one thing and is never a part of the statement. The only way a name that stands
/// in data gets into SQL (tests/layers).
inline QString sqlName(const QString &name, QStringView suffix = {})
{
    QString quoted = name;
    quoted.append(suffix);
    quoted.remove(QChar(u'\0'));
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

} // namespace Kartoteka
