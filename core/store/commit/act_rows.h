// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/db/connection.h"
#include "core/store/record/value_codec.h"

#include <QJsonObject>

namespace Kartoteka {

/// A row of the journal with what it did here.
struct WrittenRow
{
    qint64 id = 0;
    QString entity;
    qint64 record = 0;
    QUuid uid;
    QString operation;
    QJsonObject patch;
};

/// The journal rows of an act: those that bear its number, or those that a reading brought.
struct ActRows
{
    qint64 act = 0;
    qint64 first = 0;
    qint64 last = 0;

    bool areBrought() const { return first != 0; }
};

Result<ActRows> rowsOfAct(Connection &connection, qint64 act);
/// A portion of the rows of an act below row @p before, newest first.
Result<QList<WrittenRow>> rowsBefore(Connection &connection, const ActRows &act, qint64 before);

/// Definitions are hidden instead of erased: items may stand in the stage, and its code may be another's by now. So is what
/// is known by a key, as a rate and a pin: another seat may write it too.
bool isHiddenNotErased(const RecordTable &table);
/// Items that the rows made and that somebody uses, by the code of their table.
Result<QHash<QString, QSet<qint64>>> madeAndInUse(Connection &connection, const Catalog &catalog,
                                                  const QList<WrittenRow> &rows, const ActRows &act);
/// What turns a row back where what it wrote still holds.
Change inverse(const RecordTable &table, const WrittenRow &row, Identity &identity);

} // namespace Kartoteka
