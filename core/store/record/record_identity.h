// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

/// Finds uids of rows and rows of uids in one connection.
class RecordIdentity final : public Identity
{
public:
    RecordIdentity(Connection &connection, const Catalog &catalog) : m_connection(connection), m_catalog(&catalog) {}
    void setCatalog(const Catalog &catalog) { m_catalog = &catalog; }
    /// A definition has another uid now.
    void forget()
    {
        m_uids.clear();
        m_ids.clear();
    }

    QUuid uidOf(const QString &table, qint64 id) override;
    qint64 idOf(const QString &table, const QUuid &uid) override;
    QString tableOfType(qint64 typeId) const override;
    qint64 typeOfTable(const QString &code) const override;

private:
    Connection &m_connection;
    const Catalog *m_catalog;
    // Of definitions, which are few and asked for often; what a transaction makes, it does not erase.
    QHash<QPair<QString, qint64>, QUuid> m_uids;
    QHash<QUuid, qint64> m_ids;
};

} // namespace Kartoteka
