// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/libraries.h"

#include <libical/ical.h>
#include <sodium.h>
#include <zip.h>

#include <QVersionNumber>

#ifdef KARTOTEKA_TUNES_SQLITE // the one that the driver uses
#include <sqlite3.h>
#endif

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QString sqliteVersion()
{
#ifdef KARTOTEKA_TUNES_SQLITE
    return QString::fromLatin1(sqlite3_libversion());
#else
    return {};
#endif
}

/// Of a library that does not tell: as it was found when this was built; empty where even its file bears no number.
QString builtWith(const char *version)
{
    return QString::fromLatin1(version);
}

} // namespace

QList<Library> libraries()
{
    return {{u"Qt"_s, QString::fromLatin1(qVersion()), u"LGPL-3.0-only"_s},
            {u"SQLite"_s, sqliteVersion(), u"blessing"_s},
            {u"libsodium"_s, QString::fromLatin1(sodium_version_string()), u"ISC"_s},
            {u"libzip"_s, QString::fromLatin1(zip_libzip_version()), u"BSD-3-Clause"_s},
            {u"libphonenumber"_s, builtWith(KARTOTEKA_PHONENUMBER_VERSION), u"Apache-2.0"_s},
            {u"uchardet"_s, builtWith(KARTOTEKA_UCHARDET_VERSION), u"MPL-1.1"_s},
            {u"libical"_s, QVersionNumber(ICAL_MAJOR_VERSION, ICAL_MINOR_VERSION, ICAL_PATCH_VERSION).toString(),
             u"MPL-2.0 OR LGPL-2.1-only"_s},
            {u"QtKeychain"_s, builtWith(KARTOTEKA_KEYCHAIN_VERSION), u"BSD-3-Clause"_s}};
}

} // namespace Kartoteka
