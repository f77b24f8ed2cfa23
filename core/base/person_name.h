// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A person's name in parts.
struct PersonName
{
    QString last;
    QString first;
    QString middle;
    bool operator==(const PersonName &) const = default;
};

/// In which order the words of a name stand where the words themselves do not tell.
enum class NameOrder {
    LastFirst, ///< «Ежов Иван Ильич», what Russian calls ФИО
    FirstLast, ///< "Ann Bell"
};

/// Takes a full name apart. A comma ("Bell, Ann"), a patronymic and common Russian first names tell the order; else
/// @p order does. A single word is a last name where last names come first.
PersonName splitPersonName(const QString &text, NameOrder order);

/// The same words in any order have the same key; folded.
QString personKey(const QString &text);

} // namespace Kartoteka
