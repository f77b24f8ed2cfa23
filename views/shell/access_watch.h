// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace Kartoteka {

class NoticeBar;
class Store;

/// Says over the pages why a file cannot be changed, or not any more, and when it can be; with what can be done about it,
/// which is to open it anew.
void watchAccess(Store &store, NoticeBar &bar, const std::function<void()> &reopen);

} // namespace Kartoteka
