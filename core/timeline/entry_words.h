// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace Kartoteka {

/// An entry of a timeline as people read it, in the language of the program.
struct EntryWords
{
    QString text;
    QString detail;       ///< from → to, what was made; one line for each link where there are several
    QString mark = {};    ///< what is said beside its time: undone, edited, how often
    QList<ItemRef> links; ///< what it leads to, in the order of the lines of `detail`
};

/// Words for an entry in the timeline of @p item. What a conflict is about is not told here.
EntryWords entryWords(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry);
/// Both as one phrase: behind what has its colon already ("Done: call") the detail stands after a dash.
QString textAndDetail(const QString &text, const QString &detail);

} // namespace Kartoteka
