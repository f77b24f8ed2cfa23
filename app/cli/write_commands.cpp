// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/product_words.h"
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/items/inherited_values.h"
#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/items/reference_acts.h"
#include "core/items/same_values.h"
#include "core/leads/client_matches.h"
#include "core/leads/conversion.h"
#include "core/leads/merge.h"
#include "core/pipeline/stage_move.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/timeline/act_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

/// Commits and reports one item as it is afterwards.
int commitItem(const Session &session, ChangeSet changes, ItemRef ref, const QUuid &made = {})
{
    auto receipt = session.store.commitAndWait(std::move(changes));
    if (!receipt)
        return session.output.fail(receipt.error());
    if (!made.isNull())
        ref.id = receipt->created.value(made);
    auto item = readItem(session.reader(), ref);
    if (!item)
        return session.output.fail(item.error());
    if (auto same = sameValues(session.reader(), ref); same && !same->isEmpty())
        session.output.remark(same->join(u'\n'));
    session.output.line(u"#%1 %2"_s.arg(item->number, item->text(u"title"_s)));
    session.output.document(session.json(*item));
    return 0;
}

int setDeleted(const Session &session, bool deleted)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    const EntityType &type = *session.schema().type(ref->type);
    const QString title = itemTitle(session.reader(), *ref);
    return commitItem(session,
                      deleted ? planDelete(type, {ref->id}, title, session.store.clock().now())
                              : planRestore(type, {ref->id}, title),
                      *ref);
}

int turn(const Session &session, bool redo)
{
    bool ok = true;
    const int steps = session.arguments.words.isEmpty() ? 1 : session.arguments.words.first().toInt(&ok);
    if (!ok || steps < 1)
        return session.output.fail({ErrorCode::Usage, Texts::tr("Say how many acts, for example 1."), {}, {}});
    int done = 0;
    qint64 records = 0;
    for (; done < steps; ++done) {
        auto step = redo ? session.store.redoStep() : session.store.undoStep();
        if (!step)
            return session.output.fail(step.error());
        if (!redo && step->kind == ActKinds::exchange && !session.arguments.has(u"--yes"_s)) {
            return session.output.fail(
                {ErrorCode::Refused,
                 Texts::tr("The last act is the reading of an exchange file: what others did would be taken back here. "
                           "Say --yes to do so."),
                 {},
                 u"yes"_s});
        }
        const Result<Receipt> receipt = (redo ? session.store.redo() : session.store.undo()).result();
        QCoreApplication::sendPostedEvents(&session.store);
        if (!receipt && done > 0)
            break;
        if (!receipt)
            return session.output.fail(receipt.error());
        records += receipt->changedRecords;
        session.output.line(
            (redo ? Texts::tr("Done again: %1") : Texts::tr("Taken back: %1")).arg(actText(step->kind, step->subject)));
    }
    session.output.document(QJsonObject{{redo ? u"redone"_s : u"undone"_s, done}, {u"records"_s, records}});
    return 0;
}

/// --pipeline of what comes of a conversion and has one of that name.
Result<void> choosePipeline(const Session &session, ConversionRequest &request)
{
    const QString name = session.arguments.value(u"--pipeline"_s);
    if (name.isEmpty())
        return {};
    for (const QString &target : std::as_const(request.targets)) {
        const EntityType *type = session.schema().type(target);
        const qint64 pipeline = type && type->hasPipelines ? findPipeline(session.schema(), type->id, name) : 0;
        if (pipeline != 0)
            request.pipelines.insert(target, pipeline);
    }
    if (request.pipelines.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("There is no pipeline “%1”.").arg(name), {}, u"pipeline"_s};
    return {};
}

/// FIELD=VALUE goes to every target that has the field, "deal.FIELD=VALUE" to one.
Result<void> takeValues(const Session &session, qsizetype from, ConversionRequest &request)
{
    QSet<QString> names;
    for (const QString &word : session.arguments.words.mid(from)) {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.left(qMax<qsizetype>(equals, 0));
        if (equals > 0 && names.contains(name))
            return Error{ErrorCode::Usage, Texts::tr("The field “%1” is named twice.").arg(name), {}, name};
        names.insert(name);
        bool taken = false;
        for (const QString &target : std::as_const(request.targets)) {
            const EntityType *type = session.schema().type(target);
            const bool named = name.startsWith(target + u'.');
            const Field *field = type && (named || !name.contains(u'.'))
                ? findField(session.schema(), type->id, named ? name.mid(target.size() + 1) : name)
                : nullptr;
            if (!field || !field->editable)
                continue;
            auto value = parseValue(session.parseContext(), *field, word.mid(equals + 1));
            if (!value)
                return value.error();
            request.edited[target].insert(field->code, *value);
            taken = true;
        }
        if (!taken) {
            return Error{ErrorCode::Usage,
                         equals > 0 ? Texts::tr("There is no field “%1”.").arg(name)
                                    : Texts::tr("Expected FIELD=VALUE, not “%1”.").arg(word),
                         {},
                         word};
        }
    }
    return {};
}

/// All that the targets have to have and lack is named at once.
Result<void> requireFields(const Session &session, const ConversionRequest &request)
{
    auto missing = missingInConversion(session.reader(), request);
    if (!missing)
        return missing.error();
    if (missing->isEmpty())
        return {};
    QStringList names;
    for (const MissingField &one : std::as_const(*missing))
        names << one.type + u'.' + one.field.code + u" “"_s + displayName(one.field) + u'”';
    return Error{
        ErrorCode::Refused, Texts::tr("Give these fields as FIELD=VALUE: %1.").arg(names.join(u", "_s)), {}, names.first()};
}

/// Clients that may be the same are named; which one it is, or that it is a new one, a person has to say.
Result<void> requireChoice(const Session &session, const ConversionRequest &request)
{
    if (session.arguments.has(u"--new"_s))
        return {};
    auto item = readItem(session.reader(), request.source);
    if (!item)
        return item.error();
    auto known = clientMatches(session.reader(), *item);
    if (!known)
        return known.error();
    QStringList matches;
    for (const QString &target : request.targets) {
        const EntityType *type = session.schema().type(target);
        if (!type || request.existing.contains(target))
            continue;
        for (const ClientMatch &match : known->value(target)) {
            const ItemRef ref{type->id, match.id, {}};
            matches << u"%1 %2 “%3”"_s.arg(displayName(*type), session.number(ref), itemTitle(session.reader(), ref));
        }
    }
    if (matches.isEmpty())
        return {};
    return Error{ErrorCode::Refused,
                 Texts::tr("Known already: %1. Choose with --contact ID or --company ID, or make new ones with --new.")
                     .arg(matches.join(u", "_s)),
                 {},
                 {}};
}

} // namespace

int runCreate(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    if (!type->isItem)
        return session.output.fail({ErrorCode::Usage, Texts::tr("Use “activity add” for activities."), {}, {}});
    auto values = session.fieldValues(*type, 1);
    if (!values)
        return session.output.fail(values.error());
    QUuid uid;
    const DefaultMoment moment{session.store.user(), session.store.clock().localNow()};
    *values = withInherited(session.reader(), type->id, std::move(*values));
    ChangeSet changes = planCreate(session.schema(), *type,
                                   withDefaults(session.schema(), type->id, std::move(*values), moment), &uid);
    return commitItem(session, std::move(changes), {type->id, 0, {}}, uid);
}

namespace {

/// The word "products=JSON", taken out of the others; empty where a type has none, or a field of that name.
QString takeProducts(const Schema &schema, const EntityType &type, QStringList &words)
{
    const QString name = u"products="_s;
    const auto word = std::ranges::find_if(words, [&](const QString &one) { return one.startsWith(name); });
    if (word == words.end() || !type.hasProducts || findField(schema, type.id, u"products"_s))
        return {};
    const QString json = word->mid(name.size());
    words.erase(word);
    return json;
}

/// @p saysAmount: the same words say what the amount is.
Result<void> addProducts(const Session &session, const Item &item, const QString &text, bool saysAmount, ChangeSet &changes)
{
    auto json = productsIn(text.toUtf8(), text);
    auto before = readProducts(session.reader(), item.ref());
    if (!json || !before)
        return json ? before.error() : json.error();
    auto planned = plannedProducts(session, item, *before, *json);
    if (!planned)
        return planned.error();
    for (const Change &change : std::as_const(planned->changes)) {
        const bool isOfItem = change.table != Codes::productRow;
        if (isOfItem && saysAmount && !json->contains(u"auto"_s))
            continue; // what is said in the same breath is meant, not what the first products come to
        const auto same = std::ranges::find_if(changes.changes, [&](const Change &one) {
            return isOfItem && one.table == change.table && one.id == change.id;
        });
        if (same == changes.changes.end()) {
            changes.changes << change;
            continue;
        }
        for (const FieldValue &value : change.values) {
            if (std::ranges::find(same->values, value.field, &FieldValue::field) == same->values.end())
                same->values << value;
        }
    }
    return {};
}

} // namespace

int runSet(const Session &session)
{
    if (session.isOfActivity())
        return runActivitySet(session);
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    const EntityType &type = *session.schema().type(ref->type);
    Arguments fields = session.arguments;
    const QString products = takeProducts(session.schema(), type, fields.words);
    auto values = Session{session.store, fields, session.output}.fieldValues(type, 2);
    if (!values)
        return session.output.fail(values.error());
    if (values->isEmpty() && products.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("Say what to set: FIELD=VALUE."), {}, {}});
    auto item = readItem(session.reader(), *ref);
    if (!item)
        return session.output.fail(item.error());
    ChangeSet changes = planEdit(session.schema(), *item, *values);
    if (!products.isEmpty()) {
        const bool saysAmount = values->contains(Codes::amount);
        if (auto done = addProducts(session, *item, products, saysAmount, changes); !done)
            return session.output.fail(done.error());
    }
    return commitItem(session, std::move(changes), *ref);
}

namespace {

/// What was said of a move, or of all that it needs and how that is given.
Error withNeeds(const Session &session, const ItemRef &ref, qint64 stage, const QHash<QString, Value> &given,
                const Error &error)
{
    auto answer = answerMove(session.reader(), ref.type, {ref.id}, stage);
    if (!answer || answer->needs != MoveAnswer::Needs::Values)
        return error;
    QStringList names;
    QStringList words;
    for (const QString &code : std::as_const(answer->required)) {
        if (given.value(code).isValid())
            continue;
        names << displayName(*session.schema().field(ref.type, code));
        words << code + u'=' + Texts::tr("VALUE");
    }
    if (names.isEmpty())
        return error;
    return {error.code,
            Texts::tr("The stage requires: %1. Give it behind the stage: %2").arg(names.join(u", "_s), words.join(u' ')),
            error.detail, error.where};
}

} // namespace

int runMove(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    const QString name = session.arguments.words.value(2);
    auto item = readItem(session.reader(), *ref);
    if (!item)
        return session.output.fail(item.error());
    qint64 stage = findStage(session.schema(), ref->type, item->reference(u"pipeline"_s), name);
    if (stage == 0)
        stage = findStage(session.schema(), ref->type, 0, name);
    if (stage == 0)
        return session.output.fail({ErrorCode::Usage, Texts::tr("There is no stage “%1”.").arg(name), {}, u"stage"_s});
    auto values = session.fieldValues(*session.schema().type(ref->type), 3);
    if (!values)
        return session.output.fail(values.error());
    QList<FieldValue> columns;
    for (auto it = values->cbegin(); it != values->cend(); ++it)
        columns.append({session.schema().field(ref->type, it.key())->column, it.value()});
    auto changes = planMove(session.reader(), *ref, stage, {}, columns);
    if (!changes)
        return session.output.fail(withNeeds(session, *ref, stage, *values, changes.error()));
    return commitItem(session, std::move(*changes), *ref);
}

int runConvert(const Session &session)
{
    // "convert ID" is of the first type that converts.
    const QList<EntityType> &types = session.schema().types();
    const EntityType *named = session.schema().type(session.arguments.words.value(0));
    const qsizetype at = named ? 1 : 0;
    const auto source = std::find_if(types.begin(), types.end(), [named](const EntityType &t) {
        return named ? t.id == named->id : !t.convertsTo.isEmpty();
    });
    if (source == types.end() || session.arguments.words.size() <= at)
        return session.output.fail({ErrorCode::Usage, Texts::tr("Name an item by its number."), {}, {}});
    auto id = findByNumber(session.reader(), source->id, session.arguments.words[at]);
    if (!id)
        return session.output.fail(id.error());
    ConversionRequest request;
    request.source = {source->id, *id, {}};
    request.user = session.store.user();
    request.targets = session.arguments.value(u"--to"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &role : {u"contact"_s, u"company"_s}) {
        if (!session.arguments.has(u"--"_s + role))
            continue;
        auto existing = findByNumber(session.reader(), session.schema().type(role)->id,
                                     session.arguments.value(u"--"_s + role));
        if (!existing)
            return session.output.fail(existing.error());
        request.existing.insert(role, *existing);
        if (!request.targets.contains(role))
            request.targets << role;
    }
    if (request.targets.isEmpty()) {
        auto item = readItem(session.reader(), request.source);
        if (!item)
            return session.output.fail(item.error());
        request.targets = usualTargets(session.schema(), *item, source->convertsTo, {});
    }
    if (auto done = choosePipeline(session, request); !done)
        return session.output.fail(done.error());
    if (auto done = takeValues(session, at + 1, request); !done)
        return session.output.fail(done.error());
    if (auto done = requireChoice(session, request); !done)
        return session.output.fail(done.error());
    if (auto done = requireFields(session, request); !done)
        return session.output.fail(done.error());
    auto plan = planConversion(session.reader(), request);
    if (!plan)
        return session.output.fail(plan.error());
    auto receipt = session.store.commitAndWait(plan->changes);
    if (!receipt)
        return session.output.fail(receipt.error());
    QJsonObject made;
    for (const ConversionTarget &target : std::as_const(plan->targets)) {
        const EntityType &type = *session.schema().type(target.type);
        const qint64 row = target.existing != 0 ? target.existing : receipt->created.value(plan->made.value(target.type));
        const QString number = session.number({type.id, row, {}});
        made[target.type] = number;
        session.output.line(u"%1 #%2 %3"_s.arg(displayName(type), number, itemTitle(session.reader(), {type.id, row, {}})));
    }
    session.output.document(made);
    return 0;
}

int runMerge(const Session &session)
{
    MergeRequest request;
    for (qsizetype at = 1; at < session.arguments.words.size(); ++at) {
        auto ref = session.item(at);
        if (!ref)
            return session.output.fail(ref.error());
        if (at == 1)
            request.keep = *ref;
        else
            request.others.append(ref->id);
    }
    if (request.others.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("Choose at least two items to merge."), {}, {}});
    auto plan = planMerge(session.reader(), request, session.store.clock().now());
    if (!plan)
        return session.output.fail(plan.error());
    return commitItem(session, std::move(plan->changes), request.keep);
}

int runComment(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    const QString text = session.arguments.words.mid(2).join(u' ');
    return commitItem(session, planComment(*ref, text), *ref);
}

int runDelete(const Session &session)
{
    if (session.isOfActivity())
        return runActivityDelete(session);
    return setDeleted(session, true);
}

int runRestore(const Session &session)
{
    return setDeleted(session, false);
}

int runPurge(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    auto changes = planPurge(session.reader(), *session.schema().type(ref->type), {ref->id});
    if (!changes)
        return session.output.fail(changes.error());
    const QString title = itemTitle(session.reader(), *ref);
    auto receipt = session.store.commitAndWait(std::move(*changes));
    if (!receipt)
        return session.output.fail(receipt.error());
    session.output.line(Texts::tr("Deleted for good: %1").arg(title));
    session.output.document(QJsonObject{{u"records"_s, receipt->changedRecords}});
    return 0;
}

int runUndo(const Session &session)
{
    return turn(session, false);
}

int runRedo(const Session &session)
{
    return turn(session, true);
}

} // namespace Kartoteka::Cli
