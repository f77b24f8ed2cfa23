// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/importer.h"

namespace Kartoteka {

/// What is to be told of a file as a whole: lines above the header, columns that go nowhere, an encoding or an order of
/// dates that was guessed.
QList<ImportProblem> columnRemarks(const Schema &schema, const ImportOptions &options, const ImportSurvey &survey,
                                   const QDate &today);

} // namespace Kartoteka
