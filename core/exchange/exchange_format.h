// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/change/journal_row.h"
#include "core/store/replica/clock_corrections.h"

namespace Kartoteka {

/// The format of exchange files (docs/file-format.md). Older ones bore no signatures and are not read.
constexpr int exchangeFormat = 3;

/// Contents of an attached file that travel beside the journal.
struct ExchangeContent
{
    QString digest; ///< SHA-256, hexadecimal; the part is named after it
    qint64 size = 0;
};

/// What a file says of itself.
struct ExchangeManifest
{
    int format = exchangeFormat;
    QString program; ///< version that wrote it
    QUuid office;
    QUuid sender;
    QUuid receiver;       ///< null: for everybody of the office
    qint64 writtenAt = 0; ///< UTC ms
    qint64 lastClock = 0; ///< the greatest hybrid logical clock in it
    VersionVector from;   ///< what a reader must have
    VersionVector to;     ///< what it has afterwards
    QList<ReplicaInfo> replicas;
    QHash<QUuid, OriginHead> heads; ///< the chains at `from` and `to`, and who signed them
    QList<ClockCorrection> clocks;  ///< rows with a clock far ahead that count as written when they were received
    qint64 rows = 0;
    qint64 journalSize = 0;   ///< bytes of the journal part, unpacked
    QByteArray journalDigest; ///< SHA-256
    QList<ExchangeContent> contents;

    const ReplicaInfo *replica(const QUuid &uid) const;
};

QByteArray manifestToJson(const ExchangeManifest &manifest);
/// Newer when a newer program made it, Refused when an older one did, Damaged when it makes no sense.
Result<ExchangeManifest> manifestFromJson(const QByteArray &json);

/// A line of the journal part: an act, or a row of the act before it.
QByteArray actLine(const ActRow &act);
/// @p patch and @p knows are JSON as the journal holds them.
QByteArray rowLine(const JournalRow &row, int origin, const QByteArray &patch, const QByteArray &knows);

struct ExchangeLine
{
    bool isAct = false;
    ActRow act;
    JournalRow row; ///< without its act
};
/// @return why the line makes no sense, or what it says.
Result<ExchangeLine> parseExchangeLine(const QByteArray &line, const QList<ReplicaInfo> &replicas);

} // namespace Kartoteka
