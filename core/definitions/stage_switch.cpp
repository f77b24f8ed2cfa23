// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/stage_switch.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/definition_queries.h"
#include "core/schema/codes.h"
#include "core/store/record/schema_reader.h"

namespace Kartoteka {

bool bringsStages(const EntityType &type, const TypeSettings &settings)
{
    return settings.hasStages && !type.hasStages;
}

Result<BulkReport> bringStages(Store &store, const EntityType &type, const TypeSettings &settings,
                               const BulkOptions &options)
{
    auto connection = store.openReader();
    if (!connection)
        return connection.error();
    auto before = readSchema(**connection);
    if (!before)
        return before.error();
    const EntityType *known = (*before)->type(type.id);
    if (!known)
        return Error{ErrorCode::NotFound, Texts::tr("The record no longer exists."), {}, type.code};
    auto changes = planEditType(**before, *known, settings, store.clock().now());
    if (!changes)
        return changes.error();
    const QUuid whole = makeUid(store.clock().now());
    const QString subject = changes->subject;
    changes->act = whole;
    changes->goesOn = true;
    if (auto done = store.commit(*changes).result(); !done)
        return done.error();
    const auto takeBack = [&store, whole](const Error &why) -> Result<BulkReport> {
        (void)store.takeOut(whole).result(); // what failed half way leaves nothing behind
        return why;
    };
    auto schema = readSchema(**connection);
    if (!schema)
        return takeBack(schema.error());
    const Pipeline *pipeline = (*schema)->defaultPipeline(type.id);
    const Stage *first = pipeline ? (*schema)->firstStage(pipeline->id) : nullptr;
    if (!first)
        return takeBack({ErrorCode::Refused, Texts::tr("This stage no longer exists."), {}, Codes::stage});
    auto ids = store
                   .read<QList<qint64>>(
                       options.cancel,
                       [type = *known](const ReadContext &context) { return itemsWithoutStage(context, type); })
                   .result();
    if (!ids)
        return takeBack(ids.error());
    const BulkAct give{changes->kind, subject,
                       [stage = first->id, code = known->code](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                           ChangeSet one;
                           one.update(code, item.id, {{Codes::stage, stage}});
                           return one;
                       },
                       whole};
    auto report = runBulk(store, type.id, *ids, give, options);
    if (!report)
        return takeBack(report.error());
    if (report->cancelled || report->skippedInAll > 0) {
        // A type half of whose items stand nowhere is no type with stages.
        auto out = store.takeOut(whole).result();
        if (!out)
            return out.error();
        if (!report->cancelled)
            return report->skipped.constFirst().why;
        report->done = 0;
    }
    return report;
}

} // namespace Kartoteka
