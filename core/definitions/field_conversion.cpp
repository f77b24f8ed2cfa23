// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_conversion.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/code_names.h"
#include "core/definitions/field_acts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/items/value_text.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "core/store/record/schema_reader.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype itemsPerRead = 200;
constexpr qsizetype mostChoices = 200; ///< of a list that is made of values; beyond it, it is no list
constexpr qsizetype mostJudged = 5'000;
constexpr qsizetype mostExamples = 3;
constexpr qsizetype longestExample = 80;

/// Those that have a value, in the recycle bin too.
Result<QList<qint64>> holders(const ReadContext &context, const Field &field)
{
    ItemQuery query;
    query.typeId = field.typeId;
    query.conditions = {{.field = field.code, .comparison = Comparison::NotEmpty, .values = {}}};
    auto ids = queryIds(context, query);
    query.deleted = true;
    auto deleted = ids ? queryIds(context, query) : ids;
    return deleted ? Result<QList<qint64>>(*ids + *deleted) : deleted;
}

QString textOf(const ReadContext &context, const Field &field, const Item &item)
{
    return valueForFile(*context.schema, field, item.value(field.code),
                        [&context](const ItemRef &ref) { return itemTitle(context, ref); });
}

bool hasMembers(const Field &field)
{
    return field.multiple || holdsTexts(field.type);
}

bool isMultiple(const Field &field, const FieldConversion &conversion)
{
    return conversion.multiple.value_or(field.multiple) && canBeMultiple(conversion.type);
}

/// What the choices of a list are to be: the values that stand, in the order in which they were first met.
Result<QStringList> choicesOf(const ReadContext &context, const Field &field, const QList<qint64> &ids)
{
    QStringList choices;
    for (qsizetype from = 0; from < ids.size(); from += itemsPerRead) {
        auto items = readItems(context, field.typeId, ids.mid(from, itemsPerRead));
        if (!items)
            return items.error();
        for (const Item &item : std::as_const(*items)) {
            const QString held = textOf(context, field, item);
            for (const QString &text : hasMembers(field) ? splitValues(held) : QStringList{held}) {
                if (const QString choice = text.simplified(); !choice.isEmpty() && !choices.contains(choice))
                    choices << choice;
            }
        }
        if (choices.size() > mostChoices || context.token.isCancelled())
            break;
    }
    if (choices.size() > mostChoices)
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” has more than %2 different values: a list would be too long.")
                         .arg(displayName(field))
                         .arg(mostChoices),
                     {},
                     field.code};
    return choices.isEmpty() ? QStringList{Texts::tr("Other")} : choices;
}

/// What is read in a text as a value of the field; nothing: it does not fit.
std::optional<Value> fitted(const ReadContext &context, const Schema &schema, const Field &to, const QString &text)
{
    const ParseContext parse{
        .schema = schema, .currency = {}, .findItem = [&context](const QString &code, const QString &title) -> qint64 {
            const EntityType *type = context.schema->type(code);
            auto ids = type ? findByTitle(context, type->id, title, 2) : Result<QList<qint64>>(QList<qint64>());
            return ids && ids->size() == 1 ? ids->first() : 0;
        }};
    auto value = parseValue(parse, to, text);
    return value ? std::optional(*value) : std::nullopt;
}

/// The copying of one item's value.
Result<ChangeSet> copied(const ReadContext &context, const Schema &schema, const Field &from, const Field &to,
                         const Item &item)
{
    const QString text = textOf(context, from, item).simplified();
    const auto value = fitted(context, schema, to, text);
    if (!value)
        return Error{ErrorCode::Refused, Texts::tr("“%1” does not fit.").arg(text.left(longestExample)), {}, {}};
    return planEdit(schema, item, {{to.code, *value}});
}

/// Why the field cannot go, or become such a one.
Result<void> checkConversion(const Schema &schema, const Field &field, const FieldConversion &conversion)
{
    if (!canConvert(field, conversion))
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” cannot become a field of that kind.").arg(displayName(field)),
                     {},
                     field.code};
    auto gone = planDeleteField(schema, field, 0);
    return gone ? Result<void>() : gone.error();
}

/// The choices of a list that becomes a list again, as they are.
void keepChoices(ChangeSet &changes, const QList<ListValue> &values)
{
    qsizetype at = 0;
    for (Change &change : changes.changes) {
        if (change.table != u"list_value" || at >= values.size())
            continue;
        change.values.removeIf([](const FieldValue &value) { return value.field == u"code"; });
        change.values << FieldValue{u"code"_s, values[at].code} << FieldValue{u"colour"_s, textValue(values[at].colour)};
        ++at;
    }
}

} // namespace

bool canConvert(const Field &field, const FieldConversion &conversion)
{
    const FieldType type = conversion.type;
    const bool differs = type != field.type || (canBeMultiple(type) && isMultiple(field, conversion) != field.multiple)
        || (type == FieldType::Link && conversion.target != field.target);
    return !field.system && field.type != FieldType::File && type != FieldType::File && differs
        && ownFieldTypes().contains(type);
}

Result<ConversionOutlook> conversionOutlook(const ReadContext &context, const Field &field,
                                            const FieldConversion &conversion)
{
    if (auto can = checkConversion(*context.schema, field, conversion); !can)
        return can.error();
    auto ids = holders(context, field);
    if (!ids)
        return ids.error();
    ConversionOutlook outlook;
    outlook.values = ids->size();
    if (conversion.type == FieldType::List && field.type != FieldType::List) {
        // It is made of them: all fit, if they are not too many.
        if (auto choices = choicesOf(context, field, *ids); !choices)
            return choices.error();
        outlook.judged = outlook.values;
        return outlook;
    }
    Field to = field;
    to.type = conversion.type;
    to.target = conversion.target;
    to.multiple = isMultiple(field, conversion);
    outlook.judged = qMin(outlook.values, mostJudged);
    for (qsizetype from = 0; from < outlook.judged; from += itemsPerRead) {
        auto items = readItems(context, field.typeId, ids->mid(from, qMin(itemsPerRead, outlook.judged - from)));
        if (!items)
            return items.error();
        for (const Item &item : std::as_const(*items)) {
            const QString text = textOf(context, field, item).simplified();
            if (fitted(context, *context.schema, to, text))
                continue;
            ++outlook.lost;
            const QString example = text.left(longestExample);
            if (outlook.examples.size() < mostExamples && !outlook.examples.contains(example))
                outlook.examples << example;
        }
    }
    return outlook;
}

Result<BulkReport> convertField(Store &store, const Field &field, const FieldConversion &conversion,
                                const BulkOptions &options)
{
    auto connection = store.openReader();
    if (!connection)
        return connection.error();
    auto before = readSchema(**connection);
    if (!before)
        return before.error();
    if (auto can = checkConversion(**before, field, conversion); !can)
        return can.error();
    struct Found
    {
        QList<qint64> ids;
        QStringList choices;
    };
    const bool isMadeList = conversion.type == FieldType::List && field.type != FieldType::List;
    auto found = store
                     .read<Found>(options.cancel,
                                  [field, isMadeList](const ReadContext &context) -> Result<Found> {
                                      auto ids = holders(context, field);
                                      if (!ids)
                                          return ids.error();
                                      auto choices = isMadeList ? choicesOf(context, field, *ids)
                                                                : Result<QStringList>(QStringList());
                                      return choices ? Result<Found>(Found{*ids, *choices}) : Result<Found>(choices.error());
                                  })
                     .result();
    if (!found)
        return found.error();

    NewField wanted;
    static_cast<FieldSettings &>(wanted) = settingsOf(field);
    wanted.type = conversion.type;
    wanted.target = conversion.target;
    wanted.listValues = found->choices;
    wanted.multiple = isMultiple(field, conversion);
    QList<ListValue> kept;
    if (conversion.type == FieldType::List && !isMadeList) {
        wanted.valuesFrom = field.valuesFrom;
        kept = field.valuesFrom == 0 ? (*before)->listValues(field.id) : kept;
        for (const ListValue &value : std::as_const(kept))
            wanted.listValues << displayName(**before, value);
    }
    wanted.defaultValue.clear(); // a value of the old kind
    wanted.uniqueness.clear();
    wanted.asTab = false;
    wanted.code = field.code.left(30) + u'_' + uidText(makeUid()).right(6);
    // What it is called among the deleted fields once the conversion is undone.
    wanted.name = Texts::tr("%1 (converted)").arg(displayName(field).left(longestName / 2));
    auto added = planAddField(**before, *(*before)->type(field.typeId), wanted);
    if (!added)
        return added.error();
    keepChoices(*added, kept);
    const QUuid whole = makeUid(store.clock().now());
    const QUuid uid = added->changes.constFirst().uid;
    added->act = whole;
    added->goesOn = true;
    added->subject = displayName(field);
    if (auto done = store.commit(*added).result(); !done)
        return done.error();
    auto schema = readSchema(**connection);
    if (!schema)
        return schema.error();
    const QList<Field> fields = (*schema)->fields(field.typeId);
    const auto to = std::ranges::find(fields, uid, &Field::uid);
    if (to == fields.end()) {
        (void)store.takeOut(whole).result(); // what failed half way leaves nothing behind
        return Error{ErrorCode::NotFound, Texts::tr("The record no longer exists."), {}, field.code};
    }

    const BulkAct copy{u"schema"_s, displayName(field),
                       [schema = *schema, field, to = *to](const ReadContext &context, const Item &item) {
                           return copied(context, *schema, field, to, item);
                       },
                       whole};
    auto report = runBulk(store, field.typeId, found->ids, copy, options);
    if (!report)
        return report;
    if (report->cancelled) {
        auto out = store.takeOut(whole).result();
        report->done = 0;
        return out ? report : Result<BulkReport>(out.error());
    }
    ChangeSet last;
    last.act = whole;
    last.kind = copy.kind;
    last.subject = copy.subject;
    last.update(u"field"_s, field.id,
                {{u"code"_s, QString(field.code.left(30) + u'_' + uidText(field.uid).right(6))},
                 {u"deleted_at"_s, store.clock().now()}});
    last.update(u"field"_s, to->id,
                {{u"code"_s, field.code},
                 {u"name"_s, displayName(field)},
                 {u"position"_s, qint64(field.position)},
                 {u"former_codes"_s, textValue(field.formerCodes.join(u','))}});
    for (const StageRule &rule : (*schema)->stageRules()) {
        if (rule.field == field.id)
            last.update(u"stage_rule"_s, rule.id, {{u"field"_s, to->id}});
    }
    auto done = store.commit(last).result();
    if (done)
        return report;
    (void)store.takeOut(whole).result();
    return done.error();
}

} // namespace Kartoteka
