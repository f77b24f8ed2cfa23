// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"

#include <QHash>

#include <algorithm>

namespace Kartoteka {

struct FieldChange
{
    QString field;
    Value before;
    Value after;

    bool operator==(const FieldChange &) const = default;
};

/// What a commit did to one record. A creation lists no fields: the row is new altogether.
struct RecordChange
{
    Operation operation = Operation::Update;
    QString table;
    qint64 typeId = 0; ///< entity type, 0 for records that are no items or activities
    qint64 id = 0;
    QUuid uid;
    ItemRef owner; ///< the item in whose timeline it shows; null when none
    QList<FieldChange> fields;

    const FieldChange *field(const QString &code) const
    {
        for (const FieldChange &change : fields) {
            if (change.field == code)
                return &change;
        }
        return nullptr;
    }
};

/// More records than this are not listed in a notice.
constexpr qsizetype listedRecords = 20'000;

/// Announced once after every commit, on the store's thread.
struct CommitNotice
{
    QUuid act;
    QString kind;
    qint64 author = 0;
    qint64 at = 0; ///< UTC ms
    QList<RecordChange> records;
    bool whole = false; ///< too much changed to be listed: `records` is empty, everything is to be read anew
    bool schemaChanged = false;
    bool external = false;    ///< another program wrote to the file
    bool newIdentity = false; ///< the file was a copy, or put back from a backup: it goes on as another replica
    bool twin = false;        ///< … because another file wrote under the same name
    QString newSeat = {};     ///< of a copy: the seat code that its new numbers bear

    bool concerns(qint64 typeId) const
    {
        return whole
            || std::any_of(records.begin(), records.end(), [=](const RecordChange &r) { return r.typeId == typeId; });
    }
};

/// What the caller of a commit gets back.
struct Receipt
{
    QUuid act;
    qint64 actId = 0;
    QHash<QUuid, qint64> created; ///< row ids of the rows made
    qsizetype changedRecords = 0;
    qsizetype keptNewer = 0; ///< undo: values left alone because somebody changed them since
};

} // namespace Kartoteka

Q_DECLARE_METATYPE(Kartoteka::CommitNotice)
