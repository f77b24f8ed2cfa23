// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/given_numbers.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString numbersGiven(bool ofOne)
{
    // Identities that come from a key are of version 5.
    const QString all = u"SELECT json_extract(patch, '$.number'), entity, uid FROM journal WHERE operation = 'create' "
                        "AND substr(uid, 7, 1) BETWEEN x'50' AND x'5F' AND json_valid(patch) "
                        "AND json_type(patch, '$.number') = 'text'"_s;
    return ofOne ? all + u" AND id = ?"_s : all;
}

Result<void> keepGivenNumber(Connection &connection, qint64 journalRow)
{
    static const QString sql = u"INSERT OR IGNORE INTO given_number (number, entity, uid) "_s + numbersGiven(true);
    return connection.run(sql, {journalRow});
}

} // namespace Kartoteka
