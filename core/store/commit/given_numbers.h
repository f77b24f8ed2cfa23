// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

namespace Kartoteka {

/// Of what several seats may make under one identity, which numbers it was given: it bears one of them and is found by all
/// (docs/decisions/0107). A function of the journal, so that every seat keeps the same.

/// SQL for the rows of given_number as the journal has them: of the row whose id is bound, else of all.
QString numbersGiven(bool ofOne);
/// Keeps what a new row of the journal says, if it makes such a record.
Result<void> keepGivenNumber(Connection &connection, qint64 journalRow);

} // namespace Kartoteka
