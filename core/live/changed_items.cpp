// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/changed_items.h"

#include "core/live/dependence.h"
#include "core/store/change/journal_reader.h"

namespace Kartoteka {

namespace {

constexpr qsizetype fewItems = 200;    ///< more that changed are not placed one by one
constexpr qsizetype fewEntries = 2000; ///< more rows of the journal are not looked through

} // namespace

Result<ChangedItems> changedItems(const ReadContext &context, const ItemQuery &query, const QStringList &ordered,
                                  qint64 since)
{
    ChangedItems changed;
    changed.journal = since;
    auto entries = touchedSince(context.connection, *context.catalog, since, fewEntries);
    if (!entries)
        return entries.error();
    const Dependence dependence(context, query, ordered);
    changed.isAnother = entries->size() >= fewEntries;
    QSet<qint64> ids;
    for (const TouchedRecord &entry : std::as_const(*entries)) {
        changed.journal = entry.journal;
        changed.isAnother = changed.isAnother || dependence.isBroken(entry);
        changed.concernsOthers = changed.concernsOthers || dependence.isShownElsewhere(entry);
        for (const qint64 id : dependence.itemsOf(entry))
            ids.insert(id);
    }
    changed.isAnother = changed.isAnother || ids.size() > fewItems;
    if (!changed.isAnother)
        changed.ids = ids.values();
    return changed;
}

} // namespace Kartoteka
