// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_container.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "core/store/record/contents.h"
#include "core/store/replica/replica_book.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <zip.h>

namespace Kartoteka {

namespace {

const char *manifestName = "manifest.json";
const char *signatureName = "manifest.sig";
const char *journalName = "journal.jsonl";
constexpr quint64 largestManifest = 16U << 20;
constexpr quint64 largestRatio = 500; // lines of one form pack well, but not that well
constexpr quint64 smallPart = 1U << 20;
constexpr qsizetype blockBytes = 1 << 18;

struct ZipFileCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileCloser>;

/// Contents stand in the archive under "content/" and their digest.
QByteArray contentName(const QString &digest)
{
    return "content/" + digest.toLatin1();
}

bool isContentName(const QByteArray &name)
{
    const QByteArray digest = name.mid(8);
    return name.startsWith("content/") && digest.size() == 64 && QByteArray::fromHex(digest).toHex() == digest;
}

Error stopped()
{
    return {ErrorCode::Cancelled, Texts::tr("Stopped. Nothing was changed."), {}, {}};
}

QString zipText(int code)
{
    // The library speaks English only.
    switch (code) {
    case ZIP_ER_NOZIP:
    case ZIP_ER_INCONS:
    case ZIP_ER_EOF: return Texts::tr("it is no such file, or only a part of one");
    case ZIP_ER_READ:
    case ZIP_ER_SEEK:
    case ZIP_ER_OPEN: return Texts::tr("it cannot be read");
    case ZIP_ER_WRITE:
    case ZIP_ER_RENAME:
    case ZIP_ER_CLOSE:
    case ZIP_ER_TMPOPEN: return Texts::tr("the folder takes no more files");
    case ZIP_ER_MEMORY: return Texts::tr("there is not enough memory");
    default: return Texts::tr("error %1 of the archive").arg(code);
    }
}

} // namespace

ExchangeContainer::~ExchangeContainer()
{
    if (m_zip)
        zip_discard(m_zip);
}

Error ExchangeContainer::damaged(const QString &why) const
{
    return {ErrorCode::Damaged,
            Texts::tr("“%1” is damaged: %2 Nothing was changed. Ask for the file again.").arg(m_name, why),
            {},
            m_name};
}

Result<std::unique_ptr<ExchangeContainer>> ExchangeContainer::open(const QString &path, const QString &passphrase,
                                                                   const QString &databasePath)
{
    std::unique_ptr<ExchangeContainer> container(new ExchangeContainer);
    container->m_name = QFileInfo(path).fileName();
    QFile file(path);
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    file.close();
    QString plain = path;
    if (isSealed(path)) {
        if (passphrase.isEmpty()) {
            return Error{ErrorCode::Refused,
                         Texts::tr("“%1” is encrypted. Enter its passphrase.").arg(container->m_name),
                         {},
                         {},
                         Needs::Passphrase};
        }
        container->m_plain = std::make_unique<WorkFolder>(databasePath);
        plain = container->m_plain->filePath(u"plain"_s);
        if (auto done = unsealFile(path, plain, passphrase); !done)
            return done.error();
    }
    if (auto done = container->openZip(plain); !done)
        return done.error();
    return container;
}

Result<void> ExchangeContainer::openZip(const QString &path)
{
    int code = 0;
    m_zip = zip_open(path.toUtf8().constData(), ZIP_RDONLY, &code);
    if (!m_zip)
        return Error{ErrorCode::NotOurs,
                     Texts::tr("“%1” is not an exchange file, or it is cut off (%2). Nothing was changed.")
                         .arg(m_name, zipText(code)),
                     {},
                     m_name};
    const zip_int64_t entries = zip_get_num_entries(m_zip, 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip, zip_uint64_t(i), 0, &stat) != 0)
            return damaged(Texts::tr("its contents cannot be listed."));
        const QByteArray name(stat.name);
        if (name != manifestName && name != signatureName && name != journalName && !isContentName(name))
            return damaged(
                Texts::tr("it contains “%1”, which does not belong there.").arg(QString::fromUtf8(stat.name).left(80)));
        if (stat.size > smallPart && stat.size > largestRatio * qMax<quint64>(stat.comp_size, 1))
            return damaged(Texts::tr("it would unpack to %1 MB.").arg(stat.size >> 20));
    }
    zip_stat_t stat;
    if (zip_stat(m_zip, manifestName, 0, &stat) != 0 || stat.size > largestManifest)
        return Error{
            ErrorCode::NotOurs, Texts::tr("“%1” is not an exchange file. Nothing was changed.").arg(m_name), {}, m_name};
    const ZipFile file(zip_fopen(m_zip, manifestName, 0));
    QByteArray json(qsizetype(stat.size), Qt::Uninitialized);
    char beyond = 0;
    // The archive's checksum of a part is compared where the part is read to its end, and not before.
    if (!file || zip_fread(file.get(), json.data(), stat.size) != zip_int64_t(stat.size)
        || zip_fread(file.get(), &beyond, 1) != 0)
        return damaged(Texts::tr("its description cannot be unpacked."));
    auto manifest = manifestFromJson(json);
    if (!manifest)
        return manifest.error();
    m_manifest = *manifest;
    m_manifestText = json;
    const ZipFile signature(zip_fopen(m_zip, signatureName, 0));
    QByteArray signed_(signatureBytes + 1, '\0');
    if (!signature || zip_fread(signature.get(), signed_.data(), zip_uint64_t(signed_.size())) != signatureBytes)
        return damaged(Texts::tr("it is not signed."));
    m_signature = signed_.first(signatureBytes);
    if (zip_stat(m_zip, journalName, 0, &stat) != 0 || qint64(stat.size) != m_manifest.journalSize)
        return damaged(Texts::tr("its journal is not the size it should be."));
    for (const ExchangeContent &content : std::as_const(m_manifest.contents)) {
        if (zip_stat(m_zip, contentName(content.digest).constData(), 0, &stat) != 0 || qint64(stat.size) != content.size)
            return damaged(Texts::tr("an attached file is missing from it."));
    }
    return {};
}

bool ExchangeContainer::isSignedWith(const QByteArray &publicKey) const
{
    return isSignedBy(fileMessage(m_manifestText), m_signature, publicKey);
}

Result<QByteArray> ExchangeContainer::readContent(const ExchangeContent &content) const
{
    const ZipFile file(zip_fopen(m_zip, contentName(content.digest).constData(), 0));
    QByteArray bytes(qsizetype(content.size), Qt::Uninitialized);
    if (!file || zip_fread(file.get(), bytes.data(), zip_uint64_t(content.size)) != content.size
        || contentDigest(bytes) != content.digest)
        return damaged(Texts::tr("an attached file in it is not what it should be."));
    return bytes;
}

ExchangeContainer::Blocks::Blocks(const ExchangeContainer &container)
    : m_container(container), m_file(zip_fopen(container.m_zip, journalName, 0))
{}

ExchangeContainer::Blocks::~Blocks()
{
    if (m_file)
        zip_fclose(m_file);
}

Result<QByteArray> ExchangeContainer::Blocks::next()
{
    QByteArray block(blockBytes, Qt::Uninitialized);
    const zip_int64_t got = m_file ? zip_fread(m_file, block.data(), zip_uint64_t(block.size())) : -1;
    if (got < 0)
        return m_container.damaged(Texts::tr("its journal cannot be unpacked."));
    block.truncate(got);
    m_total += got;
    const qint64 whole = m_container.m_manifest.journalSize;
    if (m_total > whole || (got == 0 && m_total < whole))
        return m_container.damaged(Texts::tr("its journal is not the size it should be."));
    return block;
}

Result<void> ExchangeContainer::verify(const CancelToken &token) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    Blocks blocks(*this);
    while (true) {
        if (token.isCancelled())
            return stopped();
        auto block = blocks.next();
        if (!block)
            return block.error();
        if (block->isEmpty())
            break;
        hash.addData(*block);
    }
    if (hash.result() != m_manifest.journalDigest)
        return damaged(Texts::tr("its checksum is wrong."));
    for (const ExchangeContent &content : m_manifest.contents) {
        if (token.isCancelled())
            return stopped();
        if (auto bytes = readContent(content); !bytes)
            return bytes.error();
    }
    return {};
}

namespace {

/// @p path: where it stands until it is whole; @p target: where people look for it.
Result<void> zipTo(const QString &path, const QString &target, const ExchangeManifest &description,
                   const QByteArray &secretKey, const ExchangeParts &parts)
{
    const QByteArray manifest = manifestToJson(description);
    const QByteArray signature = signatureOf(fileMessage(manifest), secretKey);
    // The library does not say that a disk is full, and both folders may be on one that is.
    const auto failed = [&](int code) {
        const QString folder = QFileInfo(path).absolutePath();
        return isDiskFull(folder) ? writeError(path, zipText(code)) : writeError(target, zipText(code));
    };
    int code = 0;
    zip_t *zip = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!zip)
        return failed(code);
    const auto add = [zip](const char *name, zip_source_t *source, bool pack) {
        const zip_int64_t index = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
        if (index >= 0)
            return pack || zip_set_file_compression(zip, zip_uint64_t(index), ZIP_CM_STORE, 0) == 0;
        zip_source_free(source);
        return false;
    };
    bool added = add(manifestName, zip_source_buffer(zip, manifest.constData(), zip_uint64_t(manifest.size()), 0), true)
        && add(signatureName, zip_source_buffer(zip, signature.constData(), zip_uint64_t(signature.size()), 0), false)
        && add(journalName, zip_source_file(zip, parts.journalPath.toUtf8().constData(), 0, -1), true);
    // Attached files are packed already as a rule (pictures, documents); and a drawing that is all white must not look
    // like a zip bomb.
    for (const ExchangeContent &content : description.contents) {
        const QByteArray laidOut = (parts.contentFolder + u'/' + content.digest).toUtf8();
        added = added
            && add(contentName(content.digest).constData(), zip_source_file(zip, laidOut.constData(), 0, -1), false);
    }
    if (added && zip_close(zip) == 0)
        return {};
    code = zip_error_code_zip(zip_get_error(zip));
    zip_discard(zip);
    return failed(code);
}

} // namespace

Result<void> packExchange(const ExchangeManifest &manifest, const ExchangeParts &parts, const PackOptions &options)
{
    // Under another name until it is whole and on the disk: a cloud folder must not carry half a file away.
    auto partial = PartialFile::make(options.target, PartialFile::Readers::AsUsual);
    if (!partial)
        return partial.error();
    const bool seals = !options.passphrase.isEmpty();
    const QString packed = seals ? options.work.filePath(u"packed"_s) : (*partial)->path();
    auto done = zipTo(packed, options.target, manifest, options.secretKey, parts);
    if (done && seals)
        done = sealFile(packed, (*partial)->path(), options.passphrase);
    if (seals)
        QFile::remove(packed);
    return done ? (*partial)->publish(true) : done;
}

} // namespace Kartoteka
