// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"
#include "core/transfer/import_report.h"

#include <QSet>

namespace Kartoteka {

/// Sees to it that values which are to be unique are so, among the rows of a file and among what stands.
class UniqueGuard
{
public:
    UniqueGuard(const ReadContext &context, qint64 typeId);

    /// Of values by column: warns of those that another item has, or refuses them, as their fields say. @p except: the item
    /// that is to have them; 0: a new one.
    Result<void> judge(qint64 row, const QHash<QString, Value> &values, qint64 except, QList<ImportProblem> &warnings) const;
    /// A row with these values is taken.
    void note(qint64 row, const QHash<QString, Value> &values);

private:
    static QStringList keysOf(const Field &field, const Value &value);

    const ReadContext &m_context;
    const RecordTable &m_table;
    QList<Field> m_fields;
    QHash<QString, qint64> m_rows; ///< by key of a value
};

} // namespace Kartoteka
