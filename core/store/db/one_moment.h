// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

#include <functional>

namespace Kartoteka {

/// From here on all that the connection reads is of one moment of the file.
Result<void> beginMoment(Connection &connection);
Result<void> endMoment(Connection &connection);

/// All that @p read reads is of one moment of the file.
template<typename Read>
auto inOneMoment(Connection &connection, Read read) -> decltype(read())
{
    if (auto begun = beginMoment(connection); !begun)
        return begun.error();
    auto result = read();
    (void)endMoment(connection); // nothing was written in it
    return result;
}

/// All that @p write writes stands in the file afterwards, or nothing of it: for notes that are no acts.
Result<void> inOneWrite(Connection &connection, const std::function<Result<void>()> &write);

} // namespace Kartoteka
