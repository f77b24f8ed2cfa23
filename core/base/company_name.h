// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// What tells companies apart: «ООО "Лютик"», «Лютик ООО» and «ооо лютик» are one, «АО "Лютик"» is another.
struct CompanyKey
{
    QString core; ///< folded, without quotes, punctuation and legal form
    QString form; ///< the legal form, folded ("ооо", "ltd"); empty when none is named
    bool operator==(const CompanyKey &) const = default;
};

CompanyKey companyKey(const QString &name);
/// Folded spellings under which a company of this name may stand: with each legal form before and behind, in each kind of
/// quotes. Some hundreds, to be looked up by an index.
QStringList companySpellings(const QString &name);

} // namespace Kartoteka
