// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_format.h"
#include "core/exchange/work_folder.h"
#include "core/store/record/read_context.h"

#include <functional>
#include <memory>

struct zip;
struct zip_file;

namespace Kartoteka {

/// How far long work has come: parts done of a total. Called on the working thread.
using ExchangeProgress = std::function<void(qint64 done, qint64 total)>;

/// An exchange file opened for reading: a zip with a manifest, the journal as JSON lines and attached files, perhaps
/// encrypted. Nothing is unpacked to disk, and no name in the archive becomes a path.
class ExchangeContainer
{
public:
    /// Reads the manifest and checks sizes and names. Refused with where = "passphrase" when one is needed or wrong. An
    /// encrypted file is opened in a private folder beside the database @p databasePath.
    static Result<std::unique_ptr<ExchangeContainer>> open(const QString &path, const QString &passphrase,
                                                           const QString &databasePath);
    ~ExchangeContainer();
    ExchangeContainer(const ExchangeContainer &) = delete;
    ExchangeContainer &operator=(const ExchangeContainer &) = delete;

    const ExchangeManifest &manifest() const { return m_manifest; }

    /// Whether the manifest is signed with this key.
    bool isSignedWith(const QByteArray &publicKey) const;

    /// Compares the journal and the attached files with their sizes and digests.
    Result<void> verify(const CancelToken &token) const;

    /// Bytes of an attached file that the manifest names, compared with size and digest.
    Result<QByteArray> readContent(const ExchangeContent &content) const;

    /// Unpacks the journal block by block.
    class Blocks
    {
    public:
        explicit Blocks(const ExchangeContainer &container);
        ~Blocks();
        Blocks(const Blocks &) = delete;
        Blocks &operator=(const Blocks &) = delete;
        /// Empty at the end.
        Result<QByteArray> next();

    private:
        const ExchangeContainer &m_container;
        zip_file *m_file;
        qint64 m_total = 0;
    };

    /// That the file is damaged, by its name.
    Error damaged(const QString &why) const;

private:
    ExchangeContainer() = default;
    Result<void> openZip(const QString &path);

    QString m_name;
    std::unique_ptr<WorkFolder> m_plain; ///< holds the decrypted file
    zip *m_zip = nullptr;
    ExchangeManifest m_manifest;
    QByteArray m_manifestText;
    QByteArray m_signature;
};

/// What is packed: the journal's file, and a folder with a file for each of the manifest's contents, named by its digest.
struct ExchangeParts
{
    QString journalPath;
    QString contentFolder;
};

/// Packs a manifest, signed with @p secretKey, and its parts into @p target, encrypted unless the passphrase is empty: then
/// nothing stands in the clear but in @p work. The file appears under its name when it is whole and on the disk.
struct PackOptions
{
    QByteArray secretKey;
    QString target;
    QString passphrase;
    const WorkFolder &work;
};
Result<void> packExchange(const ExchangeManifest &manifest, const ExchangeParts &parts, const PackOptions &options);

} // namespace Kartoteka
