// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_container.h"
#include "core/store/store.h"

namespace Kartoteka {

/// An exchange file as a seat would send it whose program does as it likes: what stands in it is signed with the seat's key,
/// whatever it says.
class ForgedFile
{
public:
    /// Takes a file that @p sender wrote apart.
    static ForgedFile of(const QString &path, Store &sender);

    ExchangeManifest manifest;
    QByteArrayList lines;
    QByteArray secretKey;
    QByteArray digest = {}; ///< of the journal, if it is to be another one
    bool signsHeads = true; ///< false: the chains stay as they were

    /// Adds a row of the sender's, after an act of its own.
    void addRow(const QString &entity, const QUuid &uid, const QString &operation, const QByteArray &patch);
    void addLine(const QByteArray &line, qint64 rows = 0);
    qint64 nextSequence() const { return manifest.to.value(manifest.sender) + 1; }

    /// Puts it together again: sizes, checksum, chains and signatures as they should be.
    void write(const QString &path) const;

private:
    void sign(ExchangeManifest &description) const;
};

} // namespace Kartoteka
