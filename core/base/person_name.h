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

/// The order that is usual for a name as it is written: last name first in Cyrillic and in the writing of East Asia, else
/// the given name first. A function of the letters alone, so that every seat writes the same title.
NameOrder usualOrder(const QString &name);

/// The parts that there are, in their usual order: «Ежов Иван Ильич», "Ann Bell".
QString personName(const QString &last, const QString &first, const QString &middle);

/// Takes a full name apart. A comma ("Bell, Ann"), a patronymic and common Russian first names tell the order; else
/// @p order does. A single word is a last name where last names come first.
PersonName splitPersonName(const QString &text, NameOrder order);

/// Takes apart what personName() would put together. A single word is a last name.
PersonName splitUsualName(const QString &text);

/// The same words in any order have the same key; folded.
QString personKey(const QString &text);

} // namespace Kartoteka
