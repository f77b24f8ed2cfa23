// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/markdown_signs.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString escapedSigns(const QString &name)
{
    static const QString signs = u"\\[]()*_`~<>&!#"_s;
    QString out;
    for (const QChar sign : name.simplified()) {
        if (signs.contains(sign))
            out += u'\\';
        out += sign;
    }
    return out;
}

QString unescapedSigns(QString name)
{
    static const QRegularExpression sign(u"\\\\([!-/:-@\\[-`{-~])"_s);
    return name.replace(sign, u"\\1"_s);
}

} // namespace Kartoteka
