// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_office.h"

namespace Kartoteka {

/// Opens a file beside the office's as of a computer that has its memory in @p computer; both are names in its folder.
std::unique_ptr<Store> openCopy(TestOffice &office, const QString &file, const QString &computer);

/// A lead with nothing but a title.
void createLead(Store &store, const QString &title);

/// Titles of all leads, in order.
QStringList leadTitles(Store &store);

} // namespace Kartoteka
