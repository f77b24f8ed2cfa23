// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/base/clock.h"
#include "core/store/db/connection.h"

#include <functional>

namespace Kartoteka {

/// What is being done to a file of an older program, in this order.
enum class UpdateStep { Backup, Tables };

struct UpdateOptions
{
    std::function<void(UpdateStep)> step = {}; ///< called on the working thread when a step begins
    CancelToken cancel = {};                   ///< looked at between statements
};

/// Whether a file must be brought up to date before it can be used. Errors as inspectDatabase().
Result<bool> isOfOlderFormat(const QString &path);

/// Brings a file of an older program to currentFormat(): saves a copy beside it, then runs the migrations it lacks in one
/// transaction. Half a minute for a million items; nothing to do for a file that is up to date. On failure, and when it is
/// cancelled, the file is as before.
Result<void> updateFormat(const QString &path, const Clock &clock, const UpdateOptions &options);
/// The same by an open connection; @p format is the file's.
Result<void> updateFormat(Connection &connection, const QString &path, int format, const Clock &clock,
                          const UpdateOptions &options = {});

} // namespace Kartoteka
