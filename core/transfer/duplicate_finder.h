// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

#include <QHash>

namespace Kartoteka {

/// Who bears the same phone or e-mail as a row.
struct DuplicateMatch
{
    qint64 id = 0;  ///< an item of the office; 0: none
    qint64 row = 0; ///< an earlier row of the file; 0: none
    QUuid uid;      ///< of what that row makes
    QString key;    ///< the phone or e-mail

    bool isFound() const { return id != 0 || row != 0; }
};

/// Tells rows by phones and e-mails. Only what can be somebody's counts: «нет» and 000-00-00 make nobody a duplicate.
class DuplicateFinder
{
public:
    DuplicateFinder(ReadContext context, qint64 typeId);

    /// Looks up what the next rows share with the items there are, and reads these, by a few statements instead of some for
    /// each row. What was looked up before is forgotten.
    Result<void> lookAhead(const QList<QHash<QString, Value>> &rows, bool withItems);
    /// An item as it stands.
    Result<Item> item(qint64 id) const;
    /// Items have changed since they were read ahead.
    void forgetItems() { m_items.clear(); }

    /// @p values: by physical column, of a row that was looked ahead. Not found: the row is remembered by note().
    DuplicateMatch find(const QHash<QString, Value> &values) const;
    void note(const QHash<QString, Value> &values, qint64 row, const QUuid &uid, qint64 id = 0);

private:
    /// What somebody may be known by; of a phone it is not asked yet whether it tells anything.
    QStringList keysOf(const QHash<QString, Value> &values) const;

    struct Seen
    {
        qint64 row = 0;
        QUuid uid;
        qint64 id = 0;
    };
    ReadContext m_context;
    qint64 m_typeId;
    QList<Field> m_fields; ///< phones and e-mails
    QHash<QString, Seen> m_seen;
    QHash<QString, qint64> m_ahead; ///< who has a key, 0: nobody; of the rows that were looked ahead
    QHash<qint64, Item> m_items;
};

} // namespace Kartoteka
