// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/db/one_moment.h"

namespace Kartoteka {

Result<void> beginMoment(Connection &connection)
{
    return connection.run(u"BEGIN"_s);
}

Result<void> endMoment(Connection &connection)
{
    return connection.run(u"COMMIT"_s);
}

Result<void> inOneWrite(Connection &connection, const std::function<Result<void>()> &write)
{
    if (auto begun = connection.beginWriting(); !begun)
        return begun;
    auto done = write();
    if (done)
        done = connection.run(u"COMMIT"_s);
    if (!done)
        (void)connection.run(u"ROLLBACK"_s); // the failure that is reported is the first one
    return done;
}

} // namespace Kartoteka
