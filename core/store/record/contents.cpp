// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/contents.h"

#include "core/base/texts.h"

#include <QCryptographicHash>

namespace Kartoteka {

QString contentDigest(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<void> storeContent(Connection &connection, const QString &digest, const QByteArray &bytes)
{
    // An empty QByteArray would be bound as NULL.
    const QByteArray notNull = bytes.isNull() ? QByteArray("") : bytes;
    return connection.run(u"INSERT INTO content (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"_s,
                          {digest, notNull});
}

Result<QByteArray> readContent(Connection &connection, const QString &digest)
{
    auto bytes = connection.scalar(u"SELECT bytes FROM content WHERE digest = ?"_s, {digest});
    if (!bytes)
        return bytes.error();
    if (!bytes->isValid())
        return Error{ErrorCode::NotFound, Texts::tr("The contents of the file are not in this database."), digest, {}};
    return bytes->toByteArray();
}

} // namespace Kartoteka
