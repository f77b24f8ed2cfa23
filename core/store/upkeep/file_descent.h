// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/replica/installation.h"

namespace Kartoteka {

/// Whether a file that is opened is the replica it says it is, or a copy of it.
struct FileDescent
{
    QString machine;          ///< this installation and where the file lies: what `replica.machine` says of a file at home
    QUuid copiedFrom;         ///< the replica that the file is a copy of; null: it is the replica itself
    bool needsSeat = false;   ///< … which may live on: the copy's numbers must differ
    bool isElsewhere = false; ///< it was last written on another computer: copied from there, or moved for good
};

/// Judges a file by what it says of itself and by what this installation remembers, and claims it where nobody has.
Result<FileDescent> judgeDescent(Connection &connection, const Installation &here, const QString &path);

} // namespace Kartoteka
