// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/system_codes.h"

#include "core/schema/codes.h"
#include "core/schema/product_codes.h"

namespace Kartoteka {

const QStringList &systemFieldCodes()
{
    using namespace Codes;
    static const QStringList codes{title,      pipeline,       stage,         amount,        responsible,
                                   observers,  clientContact,  clientCompany, outcomeReason, outcomeComment,
                                   comment,    tags,           createdAt,     createdBy,     modifiedAt,
                                   modifiedBy, stageChangedAt, closedAt,      amountAuto};
    return codes;
}

bool isBuiltIn(const QByteArray &uid)
{
    return uid.startsWith("sys-");
}

} // namespace Kartoteka
