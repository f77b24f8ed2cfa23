// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace Kartoteka {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Refused: return u"refused"_s;
    case ErrorCode::Usage: return u"usage"_s;
    case ErrorCode::NotFound: return u"not_found"_s;
    case ErrorCode::Cancelled: return u"cancelled"_s;
    case ErrorCode::Database: return u"database"_s;
    case ErrorCode::File: return u"file"_s;
    case ErrorCode::NotOurs: return u"not_ours"_s;
    case ErrorCode::Newer: return u"newer"_s;
    case ErrorCode::Damaged: return u"damaged"_s;
    case ErrorCode::ReadOnly: return u"read_only"_s;
    case ErrorCode::Locked: return u"locked"_s;
    case ErrorCode::Full: return u"disk_full"_s;
    }
    return {};
}

} // namespace Kartoteka
