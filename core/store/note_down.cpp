// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/note_down.h"

#include "core/store/db/one_moment.h"

namespace Kartoteka {

Answer<bool> noteDown(Store &store, std::function<Result<void>(Connection &)> write)
{
    return store.maintain<bool>([write = std::move(write)](Connection &connection) -> Result<bool> {
        auto done = inOneWrite(connection, [&] { return write(connection); });
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
}

} // namespace Kartoteka
