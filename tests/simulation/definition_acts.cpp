// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/definition_acts.h"

#include "core/definitions/field_acts.h"
#include "core/definitions/list_acts.h"
#include "core/definitions/stage_switch.h"
#include "core/definitions/type_acts.h"
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/codes.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

/// What stands on cards, moved, named and hidden.
Result<CardLayout> randomStep(const Schema &schema, const CardLayout &layout, QRandomGenerator &random, const QString &word)
{
    const auto section = [&] { return layout.sections[random.bounded(int(layout.sections.size()))]; };
    const QList<Field> fields = schema.fields(layout.typeId);
    const auto field = [&] { return fields[random.bounded(int(fields.size()))].id; };
    switch (random.bounded(7)) {
    case 0: return withSectionAt(layout, section().uid, {});
    case 1: return withSectionNamed(layout, section().uid, word);
    case 2: return withSectionHidden(schema, layout, section().uid, random.bounded(2));
    case 3: return layout.sections.size() < 9 ? withNewSection(layout, word, section().uid, nullptr) : layout;
    case 4: return withShown(layout, {field()}, Shown(random.bounded(3)));
    case 5: return withTabs(layout, {u"history"_s, u"links"_s}, {random.bounded(2) ? u"links"_s : u"history"_s});
    default: {
        const PlacedSection into = section();
        const bool isLast = into.fields.isEmpty() || random.bounded(2);
        return withFieldsAt(layout, {field()}, into.uid, isLast ? 0 : into.fields.constFirst().field);
    }
    }
}

/// What is said of a view.
Result<ChangeSet> randomViewAct(Store &store, const CardLayout &layout, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    CardView view = layout.views[random.bounded(int(layout.views.size()))];
    const auto named = std::ranges::find(layout.views, CardView::Kind::Named, &CardView::kind);
    if (named != layout.views.end() && random.bounded(2))
        view = *named;
    const bool isNamed = view.kind == CardView::Kind::Named;
    switch (random.bounded(6)) {
    case 0: return planChooseView(*schema, layout, view);
    case 1: return planResetLayout(*schema, layout, store.clock().now());
    case 2: return planForceView(*schema, layout.typeId, layout.views.constFirst(), random.bounded(4) == 0);
    case 3: return layout.views.size() < 5 ? planAddView(*schema, layout, word) : ChangeSet();
    case 4: {
        const QList<qint64> people{schema->users()[random.bounded(int(schema->users().size()))].id};
        return isNamed ? planAssignView(*schema, view, people, {}, store.clock().now()) : ChangeSet();
    }
    default: return isNamed ? planDeleteView(view, store.clock().now()) : ChangeSet();
    }
}

} // namespace

Result<ChangeSet> randomLayoutChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    auto layout = cardLayout(store.reader(), type.id, 0, store.user());
    if (!layout || layout->sections.isEmpty())
        return layout ? Result<ChangeSet>(ChangeSet()) : Result<ChangeSet>(layout.error());
    if (random.bounded(3) == 0)
        return randomViewAct(store, *layout, random, word);
    auto after = randomStep(*schema, *layout, random, word);
    return after ? Result<ChangeSet>(planLayout(*schema, *layout, *after, store.clock().now()))
                 : Result<ChangeSet>(after.error());
}

ChangeSet randomStageRule(Store &store, const Stage &stage, QRandomGenerator &random)
{
    const SchemaPtr schema = store.schema();
    for (const EntityType &type : schema->types()) {
        const QList<Pipeline> pipelines = schema->pipelines(type.id);
        const Field *field = schema->field(type.id, random.bounded(2) ? Codes::title : Codes::responsible);
        if (field && std::ranges::find(pipelines, stage.pipeline, &Pipeline::id) != pipelines.end())
            return planRequireField(*schema, field->id, stage.id, random.bounded(2), store.clock().now());
    }
    return {};
}

Result<ChangeSet> randomField(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    NewField field;
    field.code = u"extra_%1"_s.arg(random.bounded(5));
    field.name = word;
    field.type = random.bounded(2) ? FieldType::String : FieldType::Integer;
    return planAddField(*store.schema(), type, field);
}

Result<ChangeSet> randomType(Store &store, QRandomGenerator &random, const QString &word)
{
    constexpr qsizetype most = 9;
    if (random.bounded(4) != 0 || store.schema()->types().size() > most)
        return ChangeSet();
    NewType type;
    type.code = u"process_%1"_s.arg(random.bounded(3));
    type.name = word;
    type.hasStages = random.bounded(2);
    return planAddType(*store.schema(), type);
}

Result<ChangeSet> randomFieldChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    QList<Field> own = schema->fields(type.id) + schema->hiddenFields(type.id);
    own.removeIf([](const Field &field) { return field.system; });
    if (own.isEmpty())
        return ChangeSet();
    const Field field = own[random.bounded(int(own.size()))];
    if (field.hidden)
        return planRestoreField(*schema, field);
    if (random.bounded(4) == 0)
        return planDeleteField(*schema, field, store.clock().now());
    FieldSettings settings = settingsOf(field);
    settings.name = word;
    settings.help = random.bounded(2) ? word : QString();
    if (random.bounded(2))
        settings.code = u"extra_%1"_s.arg(random.bounded(5));
    return planEditField(*schema, field, settings);
}

Result<ChangeSet> randomListChange(Store &store, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    const QList<Field> lists = dictionaries(*schema);
    const Field list = lists[random.bounded(int(lists.size()))];
    const QList<ListValue> values = schema->listValues(list.id);
    const auto any = [&] { return values[random.bounded(int(values.size()))]; };
    const QString colour = u"#%1"_s.arg(random.bounded(0xffffff), 6, 16, QChar(u'0'));
    switch (values.size() < 3 ? 0 : random.bounded(4)) {
    case 0: return planAddListValue(*schema, list, word, colour);
    case 1: return planEditListValue(*schema, any(), word, colour);
    case 2: {
        const ListValue from = any();
        return planMergeListValues(*schema, from, any());
    }
    default: return planDeleteListValue(*schema, any(), store.clock().now());
    }
}

Result<ChangeSet> randomTypeChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    const QList<EntityType> gone = deletedTypes(*schema);
    if (!gone.isEmpty() && random.bounded(2))
        return planRestoreType(*schema, gone.constFirst());
    if (!isOfProgram(type) && random.bounded(6) == 0)
        return planDeleteType(type, store.clock().now());
    TypeSettings settings = settingsOf(type);
    settings.plural = word;
    settings.isListed = random.bounded(2);
    if (!isOfProgram(type)) {
        settings.hasClient = random.bounded(2);
        settings.hasStages = random.bounded(3) == 0 ? !type.hasStages : type.hasStages;
    }
    if (bringsStages(type, settings)) {
        (void)bringStages(store, type, settings);
        QCoreApplication::sendPostedEvents(&store);
        return ChangeSet();
    }
    return planEditType(*schema, type, settings, store.clock().now());
}

} // namespace Kartoteka
