// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/name_codes.h"

#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QStringList nameCodes()
{
    return nameLanguage() == u"ru"_s ? QStringList{Codes::lastName, Codes::firstName, Codes::middleName}
                                     : QStringList{Codes::firstName, Codes::middleName, Codes::lastName};
}

} // namespace Kartoteka
