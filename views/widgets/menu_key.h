// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace Kartoteka {

/// A key as keyboards have it: nobody's says "Return".
inline QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText).replace(QStringLiteral("Return"), QStringLiteral("Enter"));
}

/// A menu's text with the key that does the same elsewhere, shown at its right.
inline QString withKey(const QString &text, const QKeySequence &key)
{
    return text + u'\t' + keyText(key);
}

} // namespace Kartoteka
