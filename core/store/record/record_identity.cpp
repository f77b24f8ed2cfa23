// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/record_identity.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

QUuid RecordIdentity::uidOf(const QString &code, qint64 id)
{
    if (const auto known = m_uids.constFind({code, id}); known != m_uids.cend())
        return *known;
    const RecordTable *table = m_catalog->table(code);
    if (!table || id == 0)
        return {};
    auto bytes = m_connection.scalar(u"SELECT uid FROM %1 WHERE id = ?"_s.arg(sqlName(table->name)), {id});
    const QUuid uid = bytes ? uidFromBytes(bytes->toByteArray()) : QUuid();
    if (table->definesSchema && !uid.isNull())
        m_uids.insert({code, id}, uid);
    return uid;
}

qint64 RecordIdentity::idOf(const QString &code, const QUuid &uid)
{
    const RecordTable *table = m_catalog->table(code);
    if (!table || uid.isNull())
        return 0;
    if (const auto known = m_ids.constFind(uid); known != m_ids.cend())
        return *known;
    auto found = m_connection.scalar(u"SELECT id FROM %1 WHERE uid = ?"_s.arg(sqlName(table->name)), {uidBytes(uid)});
    const qint64 id = found ? found->toLongLong() : 0;
    if (table->definesSchema && id != 0)
        m_ids.insert(uid, id);
    return id;
}

QString RecordIdentity::tableOfType(qint64 typeId) const
{
    const RecordTable *table = m_catalog->table(typeId);
    return table ? table->entity : QString();
}

qint64 RecordIdentity::typeOfTable(const QString &code) const
{
    const RecordTable *table = m_catalog->table(code);
    return table ? table->typeId : 0;
}

} // namespace Kartoteka
