// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// The program's own name for what a new file defines, in both languages: an import must know
/// «Не обработан» whatever the language of the interface. Not tr(): these are data with two columns.
struct BuiltinName
{
    QString en;
    QString ru;
};

/// @p kind is "type", "types" (plural), "field", "stage:TYPE", "pipeline", "section" or "list:FIELD".
/// Empty when the program has no name for the code.
BuiltinName builtinName(const QString &kind, const QString &code);

/// Languages in which names are shown: "ru" or anything else for English. Set once at start.
void setNameLanguage(const QString &language);
QString nameLanguage();

/// The name that people see: the office's own, else the program's in the current language, else the code.
QString displayName(const EntityType &type);
QString pluralName(const EntityType &type);
QString displayName(const Field &field);
QString displayName(const Schema &schema, const Stage &stage);
QString displayName(const Pipeline &pipeline);
QString displayName(const Section &section);
QString displayName(const Schema &schema, const ListValue &value);

/// All names by which a record may be called: code, the office's name, the program's names in both languages.
QStringList knownNames(const Field &field);
QStringList knownNames(const Schema &schema, const Stage &stage);
QStringList knownNames(const Pipeline &pipeline);
QStringList knownNames(const Schema &schema, const ListValue &value);

} // namespace Kartoteka
