// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tunnels.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/carried_values.h"
#include "core/items/inherited_values.h"
#include "core/items/item_defaults.h"
#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/items/uid_queries.h"
#include "core/pipeline/tunnel_queries.h"
#include "core/products/rows.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Tunnels that are gone for one arrival: where they branch and lead back, a file of another office may ask for millions of items.
constexpr int mostOfOne = 50;

/// Between two places there is one tunnel, whoever makes it.
QUuid tunnelUid(const QUuid &from, const Pipeline &to)
{
    return derivedUid(u"tunnel", uidText(from) + uidText(to.uid));
}

/// Stages of a type that tunnels begin in.
QList<qint64> mouthsOf(const Schema &schema, qint64 typeId)
{
    QList<qint64> stages;
    for (const Tunnel &tunnel : schema.tunnels()) {
        const Stage *from = schema.stage(tunnel.fromStage);
        const Pipeline *pipeline = from ? schema.pipeline(from->pipeline) : nullptr;
        if (pipeline && pipeline->typeId == typeId && !stages.contains(from->id))
            stages << from->id;
    }
    return stages;
}

bool isFollowed(const QString &actKind, Arrivals arrivals)
{
    // Whoever deletes a stage moves its items out of the way.
    const bool byImport = actKind == ActKinds::importing;
    return arrivals == Arrivals::ByImport ? byImport : !byImport && actKind != ActKinds::stages;
}

/// Plans what tunnels make of items, and of what they made.
class Tunnelling
{
public:
    explicit Tunnelling(const ReadContext &context) : m_context(context), m_schema(*context.schema) {}

    /// @p entry: the how manieth time the item came into its stage; @p made: how many stand before it in the chain.
    Result<void> leave(const Item &item, int entry, int made)
    {
        if (item.id != 0) {
            m_origin = item.ref();
            m_gone = 0;
        }
        const QList<Tunnel> tunnels = tunnelsFrom(m_schema, item.reference(Codes::stage));
        for (const Tunnel &tunnel : tunnels) {
            const QString key = uidText(tunnel.uid) + uidText(item.uid) + QString::number(entry);
            if (m_gone == mostOfOne)
                return {};
            auto done = ++m_gone == mostOfOne
                ? tell(item, key,
                       Texts::tr("The tunnel %1 made nothing: no more than %n item(s) come of one.", nullptr, mostOfOne)
                           .arg(tunnelText(m_schema, tunnel)))
                : made < longestTunnelChain
                ? make(item, tunnel, key, made)
                : tell(item, key,
                       Texts::tr("The tunnel %1 made nothing: %n item(s) in a row come of one.", nullptr, longestTunnelChain)
                           .arg(tunnelText(m_schema, tunnel)));
            if (!done)
                return done;
        }
        return {};
    }

    QList<Change> changes() && { return std::move(m_changes.changes); }

private:
    Result<void> make(const Item &item, const Tunnel &tunnel, const QString &key, int before)
    {
        const Stage &landing = *landingOf(m_schema, tunnel);
        const EntityType &type = *m_schema.type(m_schema.pipeline(landing.pipeline)->typeId);
        Item made;
        made.typeId = type.id;
        made.uid = derivedUid(u"tunnelled", key);
        auto known = rowOfUid(m_context, type.code, made.uid);
        if (!known || *known != 0)
            return known ? Result<void>() : Result<void>(known.error());
        made.values = copiedValues(m_schema, item, type);
        made.values.insert(Codes::pipeline, landing.pipeline);
        made.values.insert(Codes::stage, landing.id);
        const EntityType &sourceType = *m_schema.type(item.typeId);
        if (const Field *origin = originField(m_schema, type, sourceType); origin && sourceType.id != type.id)
            made.values.insert(origin->code, item.id != 0 ? Value(item.id) : QVariant::fromValue(item.uid));
        made.values = withDefaults(m_schema, type.id, withInherited(m_context, type.id, made.values),
                                   {item.reference(Codes::modifiedBy), m_context.clock->localNow()});
        QStringList missing = missingRequired(m_schema, type.id, made.values, landing.id);
        missing.removeAll(Codes::responsible); // whoever moves it, where nobody is
        if (!missing.isEmpty()) {
            return tell(item, key,
                        Texts::tr("The tunnel %1 made nothing: “%2” is empty.")
                            .arg(tunnelText(m_schema, tunnel), displayName(*m_schema.field(type.id, missing.constFirst()))));
        }
        QList<FieldValue> columns;
        for (auto it = made.values.cbegin(); it != made.values.cend(); ++it) {
            if (const Field *field = m_schema.field(type.id, it.key()))
                columns.append({field->column, it.value()});
        }
        m_changes.create(type.code, columns, made.uid);
        if (type.hasProducts) {
            if (auto copied = copyProducts(m_context, m_origin, refOf(made), m_changes, key); !copied)
                return copied.error();
        }
        m_changes.create(
            u"link"_s, {{u"kind"_s, u"tunnel"_s}, {u"source"_s, toValue(refOf(item))}, {u"target"_s, toValue(refOf(made))}},
            derivedUid(u"tunnel_link", key));
        return leave(made, 1, before + 1);
    }

    Result<void> tell(const Item &item, const QString &key, const QString &text)
    {
        const QUuid uid = derivedUid(u"tunnel_comment", key);
        auto known = rowOfUid(m_context, u"comment"_s, uid);
        if (!known)
            return known.error();
        if (*known == 0)
            m_changes.create(u"comment"_s, {{u"owner"_s, toValue(refOf(item))}, {u"text"_s, text}}, uid);
        return {};
    }

    /// One that is being made is named by its uid.
    static ItemRef refOf(const Item &item) { return item.id != 0 ? item.ref() : ItemRef{item.typeId, 0, item.uid}; }

    const ReadContext &m_context;
    const Schema &m_schema;
    ItemRef m_origin; ///< of the chain: its products go all the way
    int m_gone = 0;   ///< tunnels that were gone for it
    ChangeSet m_changes;
};

} // namespace

const Stage *landingOf(const Schema &schema, const Tunnel &tunnel)
{
    const Pipeline *pipeline = schema.pipeline(tunnel.toPipeline);
    if (!pipeline || !schema.type(pipeline->typeId))
        return nullptr;
    const Stage *stage = schema.stage(tunnel.toStage);
    return stage && stage->pipeline == pipeline->id ? stage : schema.firstStage(pipeline->id);
}

QList<Tunnel> tunnelsFrom(const Schema &schema, qint64 stage)
{
    QList<Tunnel> found;
    std::ranges::copy_if(schema.tunnels(), std::back_inserter(found),
                         [&](const Tunnel &tunnel) { return tunnel.fromStage == stage && landingOf(schema, tunnel); });
    return found;
}

bool hasTunnels(const Schema &schema, qint64 typeId)
{
    return !mouthsOf(schema, typeId).isEmpty();
}

QString tunnelText(const Schema &schema, const Tunnel &tunnel)
{
    const Stage *from = schema.stage(tunnel.fromStage);
    const Stage *landing = landingOf(schema, tunnel);
    const Pipeline *pipeline = schema.pipeline(tunnel.toPipeline);
    if (!from || !landing)
        return {};
    // %1 and %3 are stages, %2 a pipeline
    return Texts::tr("“%1” → “%2: %3”", "from where to where a tunnel leads")
        .arg(displayName(schema, *from), displayName(*pipeline), displayName(schema, *landing));
}

Result<ChangeSet> planTunnel(const ReadContext &context, qint64 fromStage, qint64 toPipeline, qint64 toStage)
{
    const Schema &schema = *context.schema;
    const Stage *from = schema.stage(fromStage);
    const Pipeline *pipeline = schema.pipeline(toPipeline);
    const EntityType *type = pipeline ? schema.type(pipeline->typeId) : nullptr;
    const Stage *chosen = schema.stage(toStage);
    if (!from || (toStage != 0 && !chosen))
        return Error::refused(Texts::tr("This stage no longer exists."));
    if (!type)
        return Error::refused(Texts::tr("This pipeline no longer exists."));
    if (chosen && chosen->pipeline != toPipeline)
        return Error::refused(Texts::tr("The stage “%1” is none of the pipeline “%2”.")
                                  .arg(displayName(schema, *chosen), displayName(*pipeline)));
    if (from->pipeline == toPipeline)
        return Error::refused(Texts::tr("A tunnel leads to another pipeline."));
    if (chosen && isWonByConversion(*type, *chosen))
        return needsConversion(schema, *chosen);
    const QUuid uid = tunnelUid(from->uid, *pipeline);
    auto known = rowOfUid(context, u"tunnel"_s, uid);
    if (!known)
        return known.error();
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(schema, *from));
    const Value to = toStage == 0 ? Value() : Value(toStage);
    if (*known != 0)
        changes.update(u"tunnel"_s, *known, {{u"to_stage"_s, to}, {u"deleted_at"_s, {}}});
    else
        changes.create(u"tunnel"_s, {{u"from_stage"_s, fromStage}, {u"to_pipeline"_s, toPipeline}, {u"to_stage"_s, to}},
                       uid);
    return changes;
}

void copyTunnels(const Schema &schema, qint64 stage, const QUuid &copy, ChangeSet &changes)
{
    for (const Tunnel &tunnel : tunnelsFrom(schema, stage))
        changes.create(u"tunnel"_s,
                       {{u"from_stage"_s, QVariant::fromValue(copy)},
                        {u"to_pipeline"_s, tunnel.toPipeline},
                        {u"to_stage"_s, tunnel.toStage == 0 ? Value() : Value(tunnel.toStage)}},
                       tunnelUid(copy, *schema.pipeline(tunnel.toPipeline)));
}

ChangeSet planDeleteTunnel(const Schema &schema, const Tunnel &tunnel, qint64 nowMs)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, tunnelText(schema, tunnel));
    changes.update(u"tunnel"_s, tunnel.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<QList<Change>> tunnelChanges(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids,
                                    Arrivals wanted)
{
    const QList<qint64> stages = table.stageColumn < 0 ? QList<qint64>() : mouthsOf(*context.schema, table.typeId);
    if (stages.isEmpty())
        return QList<Change>(); // so it is most of the time: nothing is read
    auto arrivals = arrivalsIn(context, table, stages, ids);
    if (!arrivals)
        return arrivals.error();
    arrivals->removeIf([&](const Arrival &arrival) { return !isFollowed(arrival.actKind, wanted); });
    QHash<qint64, int> entries;
    QList<qint64> arrived;
    for (const Arrival &arrival : std::as_const(*arrivals)) {
        entries.insert(arrival.item, arrival.entry);
        arrived << arrival.item;
    }
    auto items = readItems(context, table.typeId, arrived);
    if (!items)
        return items.error();
    Tunnelling tunnelling(context);
    for (const Item &item : std::as_const(*items)) {
        if (auto done = tunnelling.leave(item, entries.value(item.id), 0); !done)
            return done.error();
    }
    return std::move(tunnelling).changes();
}

Follower tunnelFollower()
{
    return {u"tunnels"_s,
            [](const NotedChange &change) {
                const int stage = change.table.isItem ? change.table.stageColumn : -1;
                return stage >= 0 && change.after[stage].isValid()
                    && (change.before.isEmpty() || change.before[stage] != change.after[stage]);
            },
            [](const ReadContext &context, const RecordTable &table, const QList<qint64> &ids) {
                return tunnelChanges(context, table, ids, Arrivals::ByPeople);
            }};
}

} // namespace Kartoteka
