// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

namespace Kartoteka {

/// A new UUID version 7 (RFC 9562, section 5.7): 48 bits of UTC milliseconds, the rest random.
QUuid makeUid(qint64 nowMs);
/// … of this moment: where what is made need not be as old as a record says, only new and in order.
QUuid makeUid();

/// The identity of what two replicas may make independently of each other (a setting, say): a UUID version 5 (RFC 9562,
/// section 5.5) of its kind and its natural key, the same wherever it is made.
QUuid derivedUid(QStringView kind, QStringView key);

/// The 16 bytes as they stand in the database.
inline QByteArray uidBytes(const QUuid &uid)
{
    return uid.toRfc4122();
}

inline QUuid uidFromBytes(const QByteArray &bytes)
{
    return QUuid::fromRfc4122(bytes);
}

/// The form in which a uid is shown to scripts and stands in the journal: 32 hexadecimal digits.
inline QString uidText(const QUuid &uid)
{
    return QString::fromLatin1(uid.toRfc4122().toHex());
}

inline QUuid uidFromText(const QString &text)
{
    return QUuid::fromRfc4122(QByteArray::fromHex(text.toLatin1()));
}

} // namespace Kartoteka
