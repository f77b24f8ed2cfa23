// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// E.164 form ("+74951234567") of a phone written in any way, read as dialled in @p region
/// (ISO 3166 code, for example "RU"). Empty when it is no phone number. Thread-safe.
/// The rules are those of libphonenumber.
QString normalizePhone(const QString &text, const QString &region);

/// Whether an E.164 number can be somebody's: of a length and range that its country gives out, not one digit over and over.
/// Only such a number tells that two people are one.
bool isTellingPhone(const QString &e164);

/// Whether phones of a country (ISO 3166 code) are known.
bool isPhoneRegion(const QString &region);

/// The number as people of its country write it ("+7 495 123-45-67"); the text itself when unknown.
QString phoneText(const QString &e164);

/// Only the digits of a text.
QString digitsOf(QStringView text);

} // namespace Kartoteka
