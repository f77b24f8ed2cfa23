// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uid.h"
#include "core/schema/value.h"

#include <QHash>

#include <optional>

namespace Kartoteka {

enum class Operation {
    Create,
    Update,
    Erase, ///< the row goes away; used to undo a creation. What people call delete sets `deleted_at`.
};

struct FieldValue
{
    QString field; ///< column code of the record table
    Value value;

    bool operator==(const FieldValue &) const = default;
};

struct Change
{
    Operation operation = Operation::Update;
    QString table;
    qint64 id = 0; ///< of an existing row; 0 in a creation
    QUuid uid;     ///< identity of a row to be made
    QList<FieldValue> values;
    bool verbatim = false;    ///< rules add nothing: the values are from the journal
    QList<FieldValue> onlyIf; ///< a field that no longer holds this is left as it is (undo)
    bool touch = false; ///< journalled even where nothing changes: the values are confirmed, conflicts over them settled

    bool operator==(const Change &) const = default;
};

/// What one act of a person, a rule or an import does to the file. A plain value.
struct ChangeSet
{
    QUuid act;       ///< the same for all change sets of one long act; null: an act of its own
    QString kind;    ///< edit, move, convert, import, …: see docs/file-format.md
    QString subject; ///< what it is about, shown in the undo menu
    QList<Change> changes;
    qint64 author = 0;        ///< user id; 0: the store's user
    std::optional<qint64> at; ///< UTC ms to be recorded; none: now
    bool undoable = true;
    bool goesOn = false; ///< more change sets of this act follow: until Store::finishAct() it counts as interrupted
    QHash<QString, QByteArray> contents = {}; ///< bytes that attachments of this set name, by their digest (contents.h)

    bool isEmpty() const { return changes.isEmpty(); }

    /// An act of a kind about something, without a change yet.
    static ChangeSet of(const QString &kind, const QString &subject)
    {
        ChangeSet changes;
        changes.kind = kind;
        changes.subject = subject;
        return changes;
    }

    /// Adds a row. Its uid may stand as a reference in later changes of this set.
    QUuid create(const QString &table, QList<FieldValue> values, const QUuid &uid = makeUid())
    {
        changes.append({Operation::Create, table, 0, uid, std::move(values), false, {}, false});
        return uid;
    }
    void update(const QString &table, qint64 id, QList<FieldValue> values)
    {
        changes.append({Operation::Update, table, id, {}, std::move(values), false, {}, false});
    }
};

} // namespace Kartoteka
