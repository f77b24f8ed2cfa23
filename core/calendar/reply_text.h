// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace Kartoteka {

/// How replies are looked through: letters of any alphabet, large or small.
constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// What the writer of a pasted e-mail wrote, line by line: without its head, what it quotes and its signature.
QStringList ownLines(const QString &mail);

} // namespace Kartoteka
