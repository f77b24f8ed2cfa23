// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change/version_vector.h"

#include "core/base/uid.h"

namespace Kartoteka {

bool covers(const VersionVector &vector, const VersionVector &other)
{
    for (auto it = other.cbegin(); it != other.cend(); ++it) {
        if (vector.value(it.key()) < it.value())
            return false;
    }
    return true;
}

QJsonObject vectorToJson(const VersionVector &vector)
{
    QJsonObject json;
    for (auto it = vector.cbegin(); it != vector.cend(); ++it)
        json[uidText(it.key())] = it.value();
    return json;
}

VersionVector vectorFromJson(const QJsonObject &json)
{
    VersionVector vector;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QUuid uid = uidFromText(it.key());
        const qint64 sequence = it.value().toInteger();
        if (!uid.isNull() && sequence > 0)
            vector.insert(uid, sequence);
    }
    return vector;
}

Result<VersionVector> readVector(Connection &connection)
{
    auto cursor = connection.query(u"SELECT uid, last_sequence FROM replica WHERE last_sequence > 0"_s);
    if (!cursor)
        return cursor.error();
    VersionVector vector;
    while (cursor->next())
        vector.insert(uidFromBytes(cursor->bytes(0)), cursor->integer(1));
    return vector;
}

} // namespace Kartoteka
