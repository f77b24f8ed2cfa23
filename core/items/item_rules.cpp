// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_rules.h"

#include "core/base/person_name.h"
#include "core/base/phone.h"
#include "core/base/texts.h"
#include "core/items/value_parse.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "core/schema/resource_bounds.h"

#include <algorithm>

namespace Kartoteka {

namespace {

void setIfEmpty(PendingChange &pending, const QString &column, const Value &value)
{
    if (pending.has(column) && !pending.value(column).isValid())
        pending.set(column, value);
}

QString textOf(const PendingChange &pending, const QString &column)
{
    return pending.value(column).toString().trimmed();
}

bool isNamedAfterPerson(const Schema &schema, const PendingChange &pending)
{
    const Field *title = schema.field(pending.table.typeId, Codes::title);
    return title && !title->editable && pending.has(Codes::lastName);
}

QString nameOf(const PendingChange &pending)
{
    return personName(textOf(pending, Codes::lastName), textOf(pending, Codes::firstName),
                      textOf(pending, Codes::middleName));
}

/// What somebody without a name is called by: the first phone, else the first e-mail.
QString reachOf(const Schema &schema, const PendingChange &pending)
{
    const auto first = [&](const QString &column) { return pending.value(column).value<Members>().value(0).text.trimmed(); };
    const QString phone = first(Codes::phone);
    if (phone.isEmpty())
        return first(Codes::email);
    const QString e164 = normalizePhone(phone, schema.phoneRegion());
    return e164.isEmpty() ? phone : phoneText(e164);
}

/// Persons are called by their names, or by what is known of them; everything else by what was typed, or by type and number.
void fillTitle(const Schema &schema, PendingChange &pending)
{
    if (!pending.has(Codes::title))
        return;
    const Field *title = schema.field(pending.table.typeId, Codes::title);
    const QString name = nameOf(pending);
    const auto changesOneOf = [&](const QStringList &columns) {
        return std::ranges::any_of(columns, [&](const QString &column) { return pending.changes(column); });
    };
    const bool isConcerned = textOf(pending, Codes::title).isEmpty()
        || changesOneOf({Codes::lastName, Codes::firstName, Codes::middleName})
        || (name.isEmpty() && changesOneOf({Codes::phone, Codes::email}));
    if (isNamedAfterPerson(schema, pending) && isConcerned)
        pending.set(Codes::title, textValue(name.isEmpty() ? reachOf(schema, pending) : name));
    const bool required = title && title->required;
    if (textOf(pending, Codes::title).isEmpty() && !required) {
        const EntityType *type = schema.type(pending.table.typeId);
        const QString number = textOf(pending, u"number"_s);
        pending.set(Codes::title,
                    type->titlePattern.isEmpty()
                        ? kindAndNumber(schema, *type, number)
                        : QString(type->titlePattern).replace(u"{number}"_s, numberText(schema, *type, number)));
    }
}

Result<void> fillStage(const Schema &schema, RuleContext &context, PendingChange &pending)
{
    const EntityType *type = schema.type(pending.table.typeId);
    if (!pending.has(Codes::stage) || !type || !type->hasStages)
        return {}; // it has none, or none any more
    const bool created = pending.operation == Operation::Create;
    const Stage *stage = schema.stage(pending.value(Codes::stage).toLongLong());
    if (!stage || (pending.changes(Codes::pipeline) && !pending.changes(Codes::stage))) {
        const Pipeline *pipeline = schema.pipeline(pending.value(Codes::pipeline).toLongLong());
        if (!pipeline)
            pipeline = schema.defaultPipeline(pending.table.typeId);
        stage = pipeline ? schema.firstStage(pipeline->id) : nullptr;
    }
    const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
    if (!pipeline || pipeline->typeId != pending.table.typeId)
        return Error{ErrorCode::Refused, Texts::tr("This stage no longer exists."), {}, Codes::stage};
    pending.set(Codes::stage, stage->id);
    pending.set(Codes::pipeline, pipeline->id);
    if (!created && !pending.changes(Codes::stage))
        return {};
    // What comes from a file comes as it is; what stands among the won ones already was converted.
    static const QStringList mayWin{u"convert"_s, u"import"_s};
    const Stage *before = created ? nullptr : schema.stage(pending.oldValue(Codes::stage).toLongLong());
    const bool wins = before && before->group != StageGroup::Won
        && isWonByConversion(*schema.type(pending.table.typeId), *stage);
    if (wins && !mayWin.contains(context.actKind()))
        return needsConversion(schema, *stage);
    if (created)
        setIfEmpty(pending, Codes::stageChangedAt, pending.value(Codes::createdAt));
    else
        pending.set(Codes::stageChangedAt, context.now());
    if (!created && !pending.changes(u"rank"_s))
        pending.set(u"rank"_s, context.nextRank());
    if (stage->group == StageGroup::InProgress) {
        // Reopened: why it was closed is history, not state.
        for (const QString &column : {Codes::closedAt, Codes::outcomeReason, Codes::outcomeComment})
            pending.set(column, {});
    } else {
        setIfEmpty(pending, Codes::closedAt, created ? pending.value(Codes::createdAt) : Value(context.now()));
    }
    return {};
}

Result<void> requireFields(const Schema &schema, const RuleContext &context, const PendingChange &pending)
{
    const bool created = pending.operation == Operation::Create;
    const bool enters = created || pending.changes(Codes::stage);
    // What comes from a file comes as it is: import warns of what its stage requires.
    const qint64 stage = enters && context.actKind() != ActKinds::importing ? pending.value(Codes::stage).toLongLong() : 0;
    const QList<Field> required = schema.requiredFields(pending.table.typeId, stage);
    for (const Field &field : required) {
        // An item that had the gap before may still be changed elsewhere: import and new rules make such.
        if (pending.value(field.column).isValid())
            continue;
        const bool byStage = !field.required;
        if (created || byStage || pending.changes(field.column)) {
            return Error{ErrorCode::Refused, Texts::tr("Fill in the field “%1”.").arg(displayName(field)), {}, field.code};
        }
    }
    return {};
}

/// An item takes the probability of the stage it comes to, unless whoever moves it says another one.
void fillProbability(const Schema &schema, PendingChange &pending)
{
    const bool enters = pending.operation == Operation::Create || pending.changes(Codes::stage);
    const Stage *stage = enters ? schema.stage(pending.value(Codes::stage).toLongLong()) : nullptr;
    if (stage && stage->probability && !pending.changes(Codes::probability))
        pending.set(Codes::probability, qint64(*stage->probability));
}

/// Amounts and percents within their bounds, so that sums of them fit and mean something.
Result<void> requireBounds(const Schema &schema, const PendingChange &pending)
{
    for (const Field &field : schema.fields(pending.table.typeId)) {
        const qint64 most = pending.table.code == Codes::resourceType ? largestOfResource(field.code) : -1;
        const bool bounded = field.type == FieldType::Money || isPercent(field) || most >= 0;
        if (!bounded || !pending.changes(field.column))
            continue;
        const Value value = pending.value(field.column);
        if (field.type == FieldType::Money && !isAmountInBounds(value.value<Money>().minor)) {
            return Error{
                ErrorCode::Refused, Texts::tr("%1: the amount is too large.").arg(displayName(field)), {}, field.code};
        }
        if (most >= 0 && value.isValid() && (value.toLongLong() < 0 || value.toLongLong() > most)) {
            return Error{ErrorCode::Refused,
                         Texts::tr("%1: it must be between 0 and %2.").arg(displayName(field)).arg(most),
                         {},
                         field.code};
        }
        if (isPercent(field) && value.isValid() && (value.toLongLong() < 0 || value.toLongLong() > 100)) {
            return Error{
                ErrorCode::Refused, Texts::tr("%1: it must be between 0 and 100.").arg(displayName(field)), {}, field.code};
        }
    }
    return {};
}

} // namespace

bool isWonByConversion(const EntityType &type, const Stage &stage)
{
    return stage.group == StageGroup::Won && !type.convertsTo.isEmpty();
}

Error needsConversion(const Schema &schema, const Stage &stage)
{
    return {ErrorCode::Refused,
            Texts::tr("“%1” is reached by conversion: choose “Convert”.").arg(displayName(schema, stage)),
            {},
            Codes::stage};
}

QStringList missingRequired(const Schema &schema, qint64 typeId, const QHash<QString, Value> &values, qint64 stage)
{
    QStringList missing;
    for (const Field &field : schema.requiredFields(typeId, stage)) {
        if (!values.value(field.code).isValid())
            missing << field.code;
    }
    return missing;
}

Result<void> itemRule(RuleContext &context, PendingChange &pending)
{
    if (!pending.table.isItem)
        return {};
    const Schema &schema = context.schema();
    if (context.isMerging()) {
        // Two replicas may each have changed a part of the name.
        if (const QString name = nameOf(pending); isNamedAfterPerson(schema, pending) && !name.isEmpty())
            pending.set(Codes::title, name);
        return {};
    }
    const Value author = context.author() == 0 ? Value() : Value(context.author());
    if (pending.operation == Operation::Create) {
        if (!pending.value(u"number"_s).isValid()) {
            auto number = context.nextNumber(pending.table.typeId);
            if (!number)
                return number.error();
            pending.set(u"number"_s, *number);
        }
        setIfEmpty(pending, u"rank"_s, context.nextRank());
        setIfEmpty(pending, Codes::createdAt, context.now());
        setIfEmpty(pending, Codes::createdBy, author);
        setIfEmpty(pending, Codes::responsible, author);
        setIfEmpty(pending, Codes::modifiedAt, pending.value(Codes::createdAt));
        setIfEmpty(pending, Codes::modifiedBy, author);
    } else {
        pending.set(Codes::modifiedAt, context.now());
        pending.set(Codes::modifiedBy, author);
    }
    if (auto done = requireBounds(schema, pending); !done)
        return done;
    fillTitle(schema, pending);
    if (auto done = fillStage(schema, context, pending); !done)
        return done;
    fillProbability(schema, pending);
    return requireFields(schema, context, pending);
}

} // namespace Kartoteka
