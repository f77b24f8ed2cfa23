// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/transfer/import_mapping.h"
#include "core/transfer/import_report.h"
#include "core/transfer/import_survey.h"

namespace Kartoteka {

enum class DuplicatePolicy {
    Create, ///< every row becomes an item
    Skip,   ///< a row whose phone or e-mail is known is left out
    Merge,  ///< such a row fills the empty fields of the item that has it and adds its phones and e-mails
};

/// What becomes of a name that the office has not (a user, list value, stage or pipeline).
struct NameChoice
{
    enum class Act { LeaveOut, Make, Use };
    Act act = Act::LeaveOut;
    qint64 id = 0; ///< Use: the row that is meant
};

struct ImportOptions
{
    qint64 typeId = 0;
    ImportPreview preview; ///< path, dialect and the mapping as the person left it
    DuplicatePolicy duplicates = DuplicatePolicy::Create;
    std::optional<bool> dayFirst = {}; ///< 01/02/2026 is the 1st of February; none: found out for each column
    bool createUsers = false;
    bool createValues = false;               ///< of lists
    bool createStages = false;               ///< and pipelines
    QHash<QString, NameChoice> choices = {}; ///< nameKey → what the person wants; goes before the three above
    bool runTunnels = false;                 ///< of the stages that items come to
    bool dryRun = false;                     ///< reads and judges everything, changes nothing
    CancelToken cancel = {};
    /// Called now and then on the importing thread: bytes read, rows read.
    std::function<void(qint64 bytes, qint64 rows)> progress = {};
};

/// Imports a file as one act in many small commits, so that interactive commits go in between and memory does not grow with
/// the file. May run on any thread. Looks through the whole file first. Refused when no column goes into a field. What is
/// guessed, left out or skipped stands in the report. @p survey: of the same file and mapping, if it is there already.
Result<ImportReport> importFile(Store &store, ImportOptions options, std::optional<ImportSurvey> survey = {});

} // namespace Kartoteka
