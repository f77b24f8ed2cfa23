// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/notice_queries.h"

namespace Kartoteka {

/// Who did what, in words.
QString noticeTitle(const Schema &schema, const Notice &notice);
/// What it tells besides: the beginning of the comment, the activity, how many there are. Empty: the item says it.
QString noticeText(const Notice &notice);

} // namespace Kartoteka
