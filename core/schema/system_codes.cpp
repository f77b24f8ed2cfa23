// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/system_codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

const QStringList &systemFieldCodes()
{
    static const QStringList codes{u"title"_s,           u"pipeline"_s,         u"stage"_s,
                                   u"amount"_s,          u"responsible"_s,      u"observers"_s,
                                   u"client_contact"_s,  u"client_company"_s,   u"outcome_reason"_s,
                                   u"outcome_comment"_s, u"comment"_s,          u"tags"_s,
                                   u"created_at"_s,      u"created_by"_s,       u"modified_at"_s,
                                   u"modified_by"_s,     u"stage_changed_at"_s, u"closed_at"_s};
    return codes;
}

bool isBuiltIn(const QByteArray &uid)
{
    return uid.startsWith("sys-");
}

} // namespace Kartoteka
