// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_office.h"

namespace Kartoteka {

/// Opens a file beside the office's as of a computer that has its memory in @p computer; both are names in its folder.
std::unique_ptr<Store> openCopy(TestOffice &office, const QString &file, const QString &computer);

/// Brings what one seat did since to another (@p seat: its code) by a file; the test fails when anything of it is set aside.
void sendChanges(TestOffice &office, Store &from, Store &to, const QString &seat);

/// A lead with nothing but a title.
void createLead(Store &store, const QString &title);

/// Titles of all leads, in order.
QStringList leadTitles(Store &store);

} // namespace Kartoteka
