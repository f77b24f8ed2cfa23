// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// A cell as spreadsheets may have it: what they would run, blanks before it or full-width signs aside, gets an apostrophe (OWASP: CSV
/// injection). Plain numbers and phones stay.
QString guarded(const QString &text);
/// What stands in a cell without what spreadsheets put around it: '=1+1, ="79160000002".
QString withoutGuard(const QString &text);
/// Whether a cell of another program says that there is no value: "-", «нет», "n/a", "NULL", "0".
bool isPlaceholder(const QString &text);
/// The same for dates: "0/0/00", "0000-00-00", "01.01.0001 0:00:00".
bool isNoDate(const QString &text);

/// Values found in a cell, and whether something in it is none.
struct CellValues
{
    Members members;      ///< with their labels, without keys
    bool hasRest = false; ///< a part of the cell is no such value
};

/// Phones of a cell: several between "|", ":::", line ends, commas and semicolons; an extension stays with its phone.
CellValues phonesIn(const QString &text, const QString &region);
/// Addresses of a cell; of '"Bell, Ann" <a@x.example>' the address alone.
CellValues emailsIn(const QString &text);
/// Addresses of the web: one that has commas in it stays whole.
CellValues linksIn(const QString &text);
CellValues tagsIn(const QString &text);

/// A number that a spreadsheet has rounded: 7,91601E+10.
bool isSpoiltNumber(const QString &text);
bool isEmailAddress(const QString &text);

} // namespace Kartoteka
