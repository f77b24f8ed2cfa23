// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_reader.h"

#include <QHash>

namespace Kartoteka {

/// Which folder, and what its files are encrypted with.
struct FolderChoice
{
    QString path;          ///< empty: none
    QString passphrase;    ///< empty: the files are not encrypted, or it must be asked for first
    bool isSealed = false; ///< the files are encrypted, whether the passphrase is known or not

    bool needsPassphrase() const { return isSealed && passphrase.isEmpty(); }
    bool operator==(const FolderChoice &) const = default;
};

struct FolderSync
{
    QList<ExchangeRead> read; ///< files that brought something or wait
    int written = 0;
    QStringList problems; ///< files that could not be read, with the reason
};

/// Exchanges through a folder that a cloud service or a network keeps in step: one file for each other seat, written anew
/// when there is something to tell, and the others' files read.
class ExchangeFolder
{
public:
    explicit ExchangeFolder(FolderChoice choice) : m_choice(std::move(choice)) {}

    const FolderChoice &choice() const { return m_choice; }
    /// Reads what has come, then writes. Any thread, one at a time.
    Result<FolderSync> sync(Store &store, const CancelToken &cancel);

private:
    void readAll(Store &store, const QUuid &self, const CancelToken &cancel, FolderSync &result);
    Result<void> writeAll(Store &store, const CancelToken &cancel, FolderSync &result);

    FolderChoice m_choice;
    QHash<QString, QString> m_seen;       ///< file name → size and time at which it was read
    QHash<QString, VersionVector> m_told; ///< file name → what it said last
};

} // namespace Kartoteka
