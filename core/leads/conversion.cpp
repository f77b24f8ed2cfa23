// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/conversion.h"
#include "core/base/texts.h"

#include "core/activities/activity.h"
#include "core/items/attachments.h"
#include "core/items/carried_values.h"
#include "core/items/inherited_values.h"
#include "core/items/item_defaults.h"
#include "core/items/item_queries.h"
#include "core/leads/client_matches.h"
#include "core/products/rows.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

namespace {

/// An existing client gets only what it lacks, and the new phones and e-mails.
QHash<QString, Value> completing(const Schema &schema, const Item &client, const QHash<QString, Value> &mapped)
{
    QHash<QString, Value> added;
    for (auto it = mapped.cbegin(); it != mapped.cend(); ++it) {
        const Field *field = schema.field(client.typeId, it.key());
        if (!client.value(it.key()).isValid()) {
            added.insert(it.key(), it.value());
        } else if (field->type == FieldType::Link && field->multiple) {
            Members members = client.members(it.key());
            const qsizetype had = members.size();
            for (const Member &one : it.value().value<Members>()) {
                const bool known = std::any_of(members.cbegin(), members.cend(), [&](const Member &m) {
                    return one.ref.id != 0 ? m.ref.id == one.ref.id : m.ref.uid == one.ref.uid;
                });
                if (!known)
                    members.append(one);
            }
            if (members.size() > had)
                added.insert(it.key(), toValue(members));
        } else if (field->type == FieldType::Phone || field->type == FieldType::Email) {
            Members members = client.members(it.key());
            const qsizetype had = members.size();
            for (const Member &one : it.value().value<Members>()) {
                const QString key = memberKey(field->type, one, schema.phoneRegion());
                const bool known = std::any_of(members.cbegin(), members.cend(), [&](const Member &m) {
                    return memberKey(field->type, m, schema.phoneRegion()) == key;
                });
                if (!known)
                    members.append(one);
            }
            if (members.size() > had)
                added.insert(it.key(), toValue(members));
        }
    }
    return added;
}

/// What the targets of one conversion know of each other.
struct Made
{
    QHash<QString, Value> reference;              ///< type code → row id or uid
    QHash<QString, QHash<QString, Value>> values; ///< type code → what a new one is made with
    Member member(const QString &type) const
    {
        Member member;
        const Value value = reference.value(type);
        if (value.typeId() == QMetaType::QUuid)
            member.ref.uid = value.toUuid();
        else
            member.ref.id = value.toLongLong();
        return member;
    }
};

/// The field of the office's own by which an item of a type names one of another type that is made beside it. Null: it has
/// none, or names it as its client. Points into the schema.
const Field *besideField(const Schema &schema, const EntityType &type, const EntityType &other)
{
    if (clientField(schema, type.id, other.code))
        return nullptr;
    const Field *single = originField(schema, type, other);
    if (single)
        return single->system ? nullptr : single;
    for (const Field &field : schema.fields(type.id)) {
        if (field.type == FieldType::Link && field.target == other.code && !field.system)
            return schema.field(field.id);
    }
    return nullptr;
}

/// @p sourceRef: not set where the target is not made of the source.
void connectTarget(const Schema &schema, const EntityType &type, const Made &made, const EntityType &source,
                   const Value &sourceRef, ConversionTarget &target)
{
    const auto set = [&](const QString &code, const Value &value) {
        if (schema.field(type.id, code) && value.isValid() && !target.values.contains(code))
            target.values.insert(code, value);
    };
    if (const Field *origin = originField(schema, type, source))
        set(origin->code, sourceRef);
    const QString person = typeOf(schema, TypeRole::Person);
    const QString organisation = typeOf(schema, TypeRole::Organisation);
    if (type.hasClient) {
        for (const QString &client : {person, organisation}) {
            if (const Field *field = clientField(schema, type.id, client))
                set(field->code, made.reference.value(client));
        }
    } else if (type.code == person && made.reference.contains(organisation)) {
        set(Codes::companies, toValue(Members{made.member(organisation)}));
    }
    if (target.existing != 0)
        return; // whom it names already is nobody's business here
    for (auto it = made.reference.cbegin(); it != made.reference.cend(); ++it) {
        const Field *beside = besideField(schema, type, *schema.type(it.key()));
        if (beside && it.key() != source.code)
            set(beside->code, beside->multiple ? toValue(Members{made.member(it.key())}) : it.value());
    }
}

/// Whom others refer to comes first: the organisation, the person, then the rest as asked for, each behind those that it names.
QStringList inOrder(const Schema &schema, const QStringList &targets)
{
    QStringList left;
    for (const TypeRole role : {TypeRole::Organisation, TypeRole::Person}) {
        if (const QString type = typeOf(schema, role); targets.contains(type))
            left << type;
    }
    for (const QString &target : targets) {
        if (!left.contains(target))
            left << target;
    }
    const auto names = [&](const QString &one, const QString &other) {
        const EntityType *type = schema.type(one);
        const EntityType *named = schema.type(other);
        if (!type || !named || one == other)
            return false;
        const bool isEmployer = roleOf(schema, *type) == TypeRole::Person
            && roleOf(schema, *named) == TypeRole::Organisation;
        return isEmployer || clientField(schema, type->id, other) || besideField(schema, *type, *named);
    };
    QStringList ordered;
    while (!left.isEmpty()) {
        const auto next = std::find_if(left.cbegin(), left.cend(), [&](const QString &one) {
            return std::none_of(left.cbegin(), left.cend(), [&](const QString &other) { return names(one, other); });
        });
        // Of those that name each other the first goes without.
        ordered << left.takeAt(next == left.cend() ? 0 : next - left.cbegin());
    }
    return ordered;
}

QList<FieldValue> columnsOf(const Schema &schema, const EntityType &type, const QHash<QString, Value> &values)
{
    QList<FieldValue> columns;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (const Field *field = schema.field(type.id, it.key()))
            columns.append({field->column, it.value()});
    }
    return columns;
}

/// What the item gives a target, with what the person changed and chose. A new one has its defaults beside that.
QHash<QString, Value> wantedValues(const ReadContext &context, const Item &item, const ConversionRequest &request,
                                   const EntityType &type)
{
    const Schema &schema = *context.schema;
    QHash<QString, Value> values = carriedValues(schema, item, type);
    const QHash<QString, Value> edited = request.edited.value(type.code);
    for (auto it = edited.cbegin(); it != edited.cend(); ++it)
        values.insert(it.key(), it.value());
    // Whoever writes another amount than the products come to means it.
    if (edited.contains(Codes::amount) && edited.value(Codes::amount) != item.value(Codes::amount))
        values.remove(Codes::amountAuto);
    if (const qint64 pipeline = request.pipelines.value(type.code); type.hasPipelines && pipeline != 0)
        values.insert(Codes::pipeline, pipeline);
    if (request.existing.value(type.code) != 0)
        return values;
    const Field *origin = originField(schema, type, *schema.type(item.typeId));
    const bool isNamed = origin && values.contains(origin->code);
    if (origin && !isNamed)
        values.insert(origin->code, item.id);
    values = withInherited(context, type.id, values);
    if (origin && !isNamed)
        values.remove(origin->code); // only what is made of the item says so
    return withDefaults(schema, type.id, values, {request.user, context.clock->localNow()});
}

/// What a new target takes over from those that it names: they stand in the file, or are made in the same act.
void inheritFromNamed(const ReadContext &context, const EntityType &type, const Made &made, QHash<QString, Value> &values)
{
    const Schema &schema = *context.schema;
    values = withInherited(context, type.id, values);
    for (const Field &field : schema.fields(type.id)) {
        const FieldPath path = values.contains(field.code) ? FieldPath() : inheritedFrom(schema, field);
        if (!path || values.value(path.links.constFirst()->code).typeId() != QMetaType::QUuid)
            continue;
        const QHash<QString, Value> named = made.values.value(path.links.constFirst()->target);
        const Value value = takenOver(schema, *path.field, field, named.value(path.field->code));
        if (value.isValid())
            values.insert(field.code, value);
    }
}

/// The clients that are known before anything is made: those of a repeat lead serve unless others are named.
Made knownClients(const Schema &schema, const Item &item, const ConversionRequest &request)
{
    Made made;
    for (const TypeRole role : {TypeRole::Organisation, TypeRole::Person}) {
        const QString type = typeOf(schema, role);
        const Field *field = clientField(schema, item.typeId, type);
        if (field && item.reference(field->code) != 0 && !request.targets.contains(type))
            made.reference.insert(type, item.reference(field->code));
    }
    return made;
}

/// Where a new item of the type begins.
qint64 firstStageOf(const Schema &schema, const EntityType &type, const ConversionTarget &target)
{
    const Pipeline *pipeline = schema.pipeline(target.values.value(Codes::pipeline).toLongLong());
    if (!pipeline)
        pipeline = schema.defaultPipeline(type.id);
    const Stage *first = pipeline ? schema.firstStage(pipeline->id) : nullptr;
    return first ? first->id : 0;
}

/// Fields that a target has to have and lacks.
QList<Field> lackedBy(const Schema &schema, const EntityType &type, const ConversionTarget &target)
{
    QList<Field> lacked;
    if (target.existing != 0)
        return lacked;
    for (const Field &field : schema.requiredFields(type.id, firstStageOf(schema, type, target))) {
        if (field.code != Codes::responsible && !target.values.value(field.code).isValid())
            lacked.append(field);
    }
    return lacked;
}

Result<void> requireTarget(const Schema &schema, const EntityType &type, const ConversionTarget &target)
{
    const QList<Field> lacked = lackedBy(schema, type, target);
    if (lacked.isEmpty())
        return {};
    QStringList names;
    for (const Field &field : lacked)
        names << u'“' + displayName(field) + u'”';
    return Error{ErrorCode::Refused,
                 names.size() == 1 ? Texts::tr("%1: fill in the field %2.").arg(displayName(type), names.first())
                                   : Texts::tr("%1: fill in the fields %2.").arg(displayName(type), names.join(u", "_s)),
                 {},
                 type.code + u'.' + lacked.constFirst().code};
}

/// What the source's plans and files go along to: what is no client, else the person, else the organisation.
Member heirOf(const Schema &schema, const QStringList &targets, const Made &made)
{
    const QString person = typeOf(schema, TypeRole::Person);
    const auto other = std::find_if(targets.cbegin(), targets.cend(), [&](const QString &target) {
        return roleOf(schema, *schema.type(target)) == TypeRole::Other;
    });
    const QString heir = other != targets.cend() ? *other
        : made.reference.contains(person)        ? person
                                                 : typeOf(schema, TypeRole::Organisation);
    Member member = made.member(heir);
    member.ref.type = schema.type(heir)->id;
    return member;
}

/// Attached files, and those that fields hold, are shown in both.
Result<void> carryFiles(const ReadContext &context, const Item &source, const Member &heir, ChangeSet &changes)
{
    auto files = readAttachments(context, source.ref());
    if (!files)
        return files.error();
    for (const Field &field : context.schema->fields(source.typeId)) {
        if (field.type != FieldType::File)
            continue;
        for (const qint64 id : filesIn(field, source.value(field.code))) {
            auto held = readAttachment(context, id);
            if (!held)
                return held.error();
            files->append(*held);
        }
    }
    for (const Attachment &file : std::as_const(*files))
        attachSame(changes, file, heir.ref);
    return {};
}

/// Planned activities, and what is held, stay visible in the source.
Result<void> carryActivities(const ReadContext &context, const ItemRef &source, const Member &heir, ChangeSet &changes)
{
    auto planned = plannedActivities(context, source);
    auto held = planned ? heldActivities(context, source, context.clock->now()) : planned;
    if (!held)
        return held.error();
    for (const Activity &activity : *planned + *held) {
        changes.update(u"activity"_s, activity.id, {{u"items"_s, toValue(Members(activity.items) << heir)}});
    }
    return {};
}

/// The item without references to what is not in the file any more: nothing else is to be made to refer to that.
Result<Item> readSource(const ReadContext &context, const ItemRef &ref)
{
    auto item = readItem(context, ref);
    if (!item)
        return item;
    QHash<QString, qint64> links; ///< what single and several ones lead to, by field
    QSet<ItemRef> named;
    for (const Field &field : context.schema->fields(item->typeId)) {
        const EntityType *target = field.type == FieldType::Link ? context.schema->type(field.target) : nullptr;
        if (!target || !item->values.contains(field.code))
            continue;
        links.insert(field.code, target->id);
        if (!field.multiple)
            named.insert({target->id, item->reference(field.code), {}});
        for (const Member &member : field.multiple ? item->members(field.code) : Members())
            named.insert({target->id, member.ref.id, {}});
    }
    auto known = itemTitles(context, named);
    if (!known)
        return known.error();
    for (auto it = links.cbegin(); it != links.cend(); ++it) {
        Value &value = item->values[it.key()];
        if (value.canConvert<Members>()) {
            Members members = value.value<Members>();
            members.removeIf([&](const Member &member) { return !known->contains({it.value(), member.ref.id, {}}); });
            value = membersValue(members);
        } else if (!known->contains({it.value(), value.toLongLong(), {}})) {
            value = {};
        }
    }
    return item;
}

Result<void> checkRequest(const ReadContext &context, const ConversionRequest &request, const Item &item)
{
    const EntityType *type = context.schema->type(request.source.type);
    if (request.targets.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("Choose what to create."), {}, {}};
    for (const QString &target : request.targets) {
        if (!type->convertsTo.contains(target) || !context.schema->type(target))
            return Error{ErrorCode::Usage,
                         Texts::tr("“%1” cannot be converted to “%2”.").arg(displayName(*type), target),
                         {},
                         target};
    }
    const Stage *stage = context.schema->stage(item.reference(Codes::stage));
    if (stage && stage->group == StageGroup::Won)
        return Error{ErrorCode::Refused, Texts::tr("“%1” is already converted.").arg(item.text(Codes::title)), {}, {}};
    if (item.deleted)
        return Error{ErrorCode::Refused, Texts::tr("It is in the recycle bin. Restore it first."), {}, {}};
    return {};
}

} // namespace

Result<ConversionPlan> planConversion(const ReadContext &context, const ConversionRequest &request)
{
    const Schema &schema = *context.schema;
    auto item = readSource(context, request.source);
    if (!item)
        return item.error();
    if (auto done = checkRequest(context, request, *item); !done)
        return done.error();

    const EntityType &sourceType = *schema.type(item->typeId);
    ConversionPlan plan;
    plan.changes.kind = ActKinds::convert;
    plan.changes.subject = item->text(Codes::title);
    Made made = knownClients(schema, *item, request);
    QList<FieldValue> sourceValues;
    const QStringList targets = inOrder(schema, request.targets);
    for (const QString &code : targets) {
        const EntityType &type = *schema.type(code);
        ConversionTarget target{
            .type = code, .existing = request.existing.value(code), .values = wantedValues(context, *item, request, type)};
        if (target.existing != 0) {
            auto client = readItem(context, {type.id, target.existing, {}});
            if (!client)
                return client.error();
            connectTarget(schema, type, made, sourceType, {}, target);
            target.values = completing(schema, *client, target.values);
            made.reference.insert(code, target.existing);
            if (!target.values.isEmpty())
                plan.changes.update(code, target.existing, columnsOf(schema, type, target.values));
        } else {
            connectTarget(schema, type, made, sourceType, item->id, target);
            inheritFromNamed(context, type, made, target.values);
            if (auto done = requireTarget(schema, type, target); !done)
                return done.error();
            const QUuid uid = plan.changes.create(code, columnsOf(schema, type, target.values));
            made.reference.insert(code, QVariant::fromValue(uid));
            made.values.insert(code, target.values);
            plan.made.insert(code, uid);
            if (type.hasProducts) {
                auto copied = copyProducts(context, item->ref(), {type.id, 0, uid}, plan.changes);
                if (!copied)
                    return copied.error();
            }
        }
        Member member = made.member(code);
        member.ref.type = type.id;
        plan.changes.create(
            u"link"_s,
            {{u"kind"_s, u"conversion"_s}, {u"source"_s, toValue(item->ref())}, {u"target"_s, toValue(member.ref)}});
        if (const Field *client = clientField(schema, sourceType.id, code))
            sourceValues.append({client->column, made.reference.value(code)});
        plan.targets.append(target);
    }
    const Member heir = heirOf(schema, request.targets, made);
    if (auto done = carryActivities(context, item->ref(), heir, plan.changes); !done)
        return done.error();
    if (auto done = carryFiles(context, *item, heir, plan.changes); !done)
        return done.error();
    if (const Stage *won = schema.wonStage(item->reference(Codes::pipeline)))
        sourceValues.append({Codes::stage, won->id});
    plan.changes.update(sourceType.code, item->id, sourceValues);
    return plan;
}

Result<QList<MissingField>> missingInConversion(const ReadContext &context, const ConversionRequest &request)
{
    const Schema &schema = *context.schema;
    auto item = readSource(context, request.source);
    if (!item)
        return item.error();
    Made made = knownClients(schema, *item, request);
    QList<MissingField> missing;
    const EntityType &sourceType = *schema.type(item->typeId);
    const QStringList targets = inOrder(schema, request.targets);
    for (const QString &code : targets) {
        if (!schema.type(code))
            continue;
        const EntityType &type = *schema.type(code);
        ConversionTarget target{
            .type = code, .existing = request.existing.value(code), .values = wantedValues(context, *item, request, type)};
        connectTarget(schema, type, made, sourceType, item->id, target);
        if (target.existing == 0)
            inheritFromNamed(context, type, made, target.values);
        for (const Field &field : lackedBy(schema, type, target))
            missing.append({code, field});
        // What is to be made will be there for those that refer to it.
        made.reference.insert(code,
                              target.existing != 0 ? Value(target.existing) : QVariant::fromValue(QUuid::createUuid()));
        made.values.insert(code, target.values);
    }
    return missing;
}

QStringList usualTargets(const Schema &schema, const Item &item, const QStringList &targets, const QStringList &known)
{
    if (!schema.field(item.typeId, Codes::companyTitle) || !item.text(Codes::companyTitle).isEmpty() || targets.size() < 2)
        return targets;
    QStringList usual = targets;
    usual.removeIf([&](const QString &code) {
        const EntityType *type = schema.type(code);
        return type && roleOf(schema, *type) == TypeRole::Organisation && !known.contains(code);
    });
    return usual;
}

BulkAct bulkConvert(const QStringList &targets, qint64 user)
{
    return {ActKinds::convert, {}, [targets, user](const ReadContext &context, const Item &item) -> Result<ChangeSet> {
                ConversionRequest request;
                request.source = item.ref();
                request.user = user;
                // A client that is known already serves instead of a new one.
                auto known = clientMatches(context, item);
                if (!known)
                    return known.error();
                for (auto it = known->cbegin(); it != known->cend(); ++it) {
                    // Of several companies of one name nobody says which is meant.
                    const bool sure = it->constFirst().by != MatchedBy::Title || it->size() == 1;
                    if (targets.contains(it.key()) && sure)
                        request.existing.insert(it.key(), it->constFirst().id);
                }
                request.targets = usualTargets(*context.schema, item, targets, request.existing.keys());
                auto plan = planConversion(context, request);
                return plan ? Result<ChangeSet>(plan->changes) : Result<ChangeSet>(plan.error());
            }};
}

} // namespace Kartoteka
