// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

/// All that @p read reads is of one moment of the file.
template<typename Read>
auto inOneMoment(const ReadContext &context, Read read) -> decltype(read())
{
    if (auto begun = context.connection.run(QStringLiteral("BEGIN")); !begun)
        return begun.error();
    auto result = read();
    (void)context.connection.run(QStringLiteral("COMMIT")); // nothing was written in it
    return result;
}

} // namespace Kartoteka
