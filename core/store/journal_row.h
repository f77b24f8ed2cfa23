// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/version_vector.h"

#include <QJsonObject>

#include <optional>

namespace Kartoteka {

/// A replica as files tell of it.
struct ReplicaInfo
{
    QUuid uid;
    QString seat; ///< seat code, empty at the office
    QString name;
};

/// An act as it travels.
struct ActRow
{
    QUuid uid;
    QString kind;
    QString subject;
    QUuid author;  ///< user; null: the program
    qint64 at = 0; ///< UTC ms
    QUuid undoes;  ///< the act it took back, or null
};

/// A row of the journal as it travels: nothing in it is local to a file.
struct JournalRow
{
    QUuid origin;
    qint64 sequence = 0;
    qint64 clock = 0; ///< hybrid logical clock
    qint64 at = 0;    ///< UTC ms
    QUuid author;
    QUuid act;
    QString entity;
    QUuid uid;
    QString operation; ///< create, update, erase, restore; another one is kept and passed on
    QJsonObject patch;
    QByteArray patchText; ///< the same as the journal keeps it
    std::optional<VersionVector> knows;
};

} // namespace Kartoteka
