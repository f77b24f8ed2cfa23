// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"

namespace Kartoteka {

/// Longest name of a definition, in characters: what heads, menus and columns can still show.
constexpr qsizetype longestName = 200;
constexpr qsizetype longestCode = 40;

/// A name as it is kept: one line, without space at its ends. Refused when it is empty or too long.
Result<QString> definitionName(const QString &typed);

/// A code made of a name: «Срок договора» → "srok_dogovora". Empty when no sign of the name can be written in latin letters.
QString codeOfName(const QString &name);

/// Refused: what is no code, what the program or the language of filters means something by, and what is taken.
Result<void> checkFieldCode(const Schema &schema, qint64 typeId, const QString &code, qint64 except = 0);
Result<void> checkTypeCode(const Schema &schema, const QString &code);

/// A code for a name that nothing else has.
QString freeFieldCode(const Schema &schema, qint64 typeId, const QString &name);
QString freeTypeCode(const Schema &schema, const QString &name);

} // namespace Kartoteka
