// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/version_vector.h"

#include <QJsonObject>

#include <optional>

namespace Kartoteka {

/// A replica as files tell of it.
struct ReplicaInfo
{
    QUuid uid;
    QString seat; ///< seat code, empty at the office
    QString name;
    QByteArray publicKey = {};    ///< empty: not known
    QUuid introducedBy = {};      ///< the replica that vouches for the key; null: none
    QByteArray introduction = {}; ///< … its signature
    QUuid branchOf = {};          ///< the replica whose second history it is; null: of none
    qint64 branchAfter = 0;       ///< … from the sequence after this one on
};

/// So much of an act's subject travels.
constexpr qsizetype longestSubject = 1000;

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

/// What a file says of one origin's history.
struct OriginHead
{
    qint64 from = 0; ///< a reader must have it up to here
    qint64 to = 0;   ///< … and has it up to here afterwards
    QByteArray chainFrom;
    QByteArray chainTo;
    QByteArray signature; ///< of the origin over `to` and `chainTo`
    QUuid signedAs;       ///< the name under which it signed; null: its own
};

} // namespace Kartoteka
