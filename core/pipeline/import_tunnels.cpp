// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/import_tunnels.h"

#include "core/pipeline/tunnel_queries.h"
#include "core/pipeline/tunnels.h"
#include "core/schema/act_kinds.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype portion = 500;

Result<QList<Change>> changesOf(Store &store, qint64 typeId, const QList<qint64> &ids)
{
    return store
        .read<QList<Change>>({},
                             [typeId, ids](const ReadContext &context) {
                                 return tunnelChanges(context, *context.table(typeId), ids, Arrivals::ByImport);
                             })
        .result();
}

} // namespace

Result<qint64> runImportTunnels(Store &store, qint64 typeId, const QUuid &act, const CancelToken &cancel)
{
    // All at once: what tunnels make belongs to the act too, and must not be taken for imported.
    auto ids = store
                   .read<QList<qint64>>({},
                                        [typeId, act](const ReadContext &context) -> Result<QList<qint64>> {
                                            const RecordTable *table = context.table(typeId);
                                            return table ? recordsOfAct(context, *table, act)
                                                         : Result<QList<qint64>>(QList<qint64>());
                                        })
                   .result();
    if (!ids)
        return ids.error();
    qint64 made = 0;
    for (qsizetype from = 0; from < ids->size() && !cancel.isCancelled(); from += portion) {
        auto planned = changesOf(store, typeId, ids->mid(from, portion));
        if (!planned)
            return planned.error();
        made += std::ranges::count(*planned, u"link"_s, &Change::table);
        ChangeSet changes;
        changes.act = act;
        changes.goesOn = true;
        changes.kind = ActKinds::importing;
        changes.changes = *planned;
        if (changes.isEmpty())
            continue;
        if (auto receipt = store.commit(std::move(changes), Store::Priority::Bulk).result(); !receipt)
            return receipt.error();
    }
    return made;
}

} // namespace Kartoteka
