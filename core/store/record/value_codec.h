// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

#include <QJsonValue>

namespace Kartoteka {

/// In the patch of a record that belongs to an item: in whose timeline its writer saw it, {"t": table, "u": uid}.
inline const QString ownerInPatch = u"@owner"_s;

/// Appends the values of the physical columns of @p column (see writtenColumns).
void appendBound(const RecordColumn &column, const Value &value, QVariantList &bound);

/// Reads the physical columns of @p column beginning at @p at, and moves @p at behind them.
Value readColumn(const RecordColumn &column, const Cursor &cursor, int &at);

/// What the search finds a member by: E.164 phone, folded e-mail, URL or tag.
QString memberKey(FieldType type, const Member &member, const QString &phoneRegion);

/// Translates between row ids and the uids that stand in the journal.
class Identity
{
public:
    virtual ~Identity() = default;
    virtual QUuid uidOf(const QString &table, qint64 id) = 0;
    /// 0 when this file has no such record.
    virtual qint64 idOf(const QString &table, const QUuid &uid) = 0;
    virtual QString tableOfType(qint64 typeId) const = 0;
    virtual qint64 typeOfTable(const QString &code) const = 0;
};

/// Appends a value as JSON in UTF-8 as it stands in the journal: local ids replaced by uids.
void appendJournal(const RecordColumn &column, const Value &value, Identity &identity, QByteArray &json);
Value fromJournal(const RecordColumn &column, const QJsonValue &json, Identity &identity);

/// The patch of a journal row, put together as JSON in UTF-8.
class PatchText
{
public:
    explicit PatchText(Identity &identity) : m_identity(identity) {}

    void add(const RecordColumn &column, const Value &value);
    void add(const RecordColumn &column, const Value &before, const Value &after);
    /// In whose timeline the row stands.
    void addOwner(const ItemRef &owner);
    QByteArray text() const { return m_json.isEmpty() ? QByteArray("{}") : m_json + '}'; }

private:
    void name(const RecordColumn &column);

    Identity &m_identity;
    QByteArray m_json;
};

} // namespace Kartoteka
