// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

struct DemoOptions
{
    int leads = 300;  ///< deals, clients and activities in proportion
    quint32 seed = 1; ///< the same seed on the same day makes the same office
    QString language; ///< "ru" or "en"
    std::function<void(int done, int total)> progress;
    CancelToken cancel;
};

/// Fills a new file with a believable small office: users, leads, deals, contacts, companies, activities and
/// their history, with dates relative to today. Cannot be undone. Blocks until done.
Result<void> fillDemo(Store &store, const DemoOptions &options);

} // namespace Kartoteka
