// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"

namespace Kartoteka {

/// How the numbers of a type look: "ДГ-{number:5}/26". A pattern dresses a number where people read it, and holds for old and
/// new alike; kept is what the seat gave. "{number:5}" fills its digits up with zeros; the prefix of a seat stays before them.

/// The pattern of a type as it is kept; empty: numbers are shown as they are.
QString numberPattern(const Schema &schema, const EntityType &type);
/// The code of the setting that holds it.
QString numberPatternCode(const EntityType &type);
/// Refused in words: one without {number}, or with it twice, or longer than a number may look.
Result<void> checkNumberPattern(const QString &pattern);

/// A number as people read it.
QString numberText(const Schema &schema, const EntityType &type, const QString &number);
/// What stands above numbers, and before one that bears no kind: "No.".
QString numberSign();
/// What kind of item it is and its number: "Deal #12", "Contract ДГ-00012/26".
QString kindAndNumber(const Schema &schema, const EntityType &type, const QString &number);
/// What people typed as it is kept: a dressed number without its dress, all else as it is.
QString plainNumber(const Schema &schema, const EntityType &type, const QString &typed);
/// A number under a pattern, for whoever tries one.
QString dressedNumber(const QString &pattern, const QString &number);

} // namespace Kartoteka
