// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/stages_page.h"

#include "core/definitions/type_acts.h"
#include "core/pipeline/rotting.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/tunnels.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/board/stage_menu.h"
#include "views/board/tunnel_question.h"
#include "views/settings/required_table.h"
#include "views/settings/value_list.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

QString groupText(StageGroup group)
{
    switch (group) {
    case StageGroup::InProgress: return StagesPage::tr("In progress");
    case StageGroup::Won: return StagesPage::tr("Won");
    case StageGroup::Lost: return StagesPage::tr("Lost");
    }
    return {};
}

/// What is said of a stage beside its name.
QString noteOf(const Schema &schema, const Stage &stage)
{
    QStringList said;
    if (stage.group != StageGroup::InProgress)
        said << groupText(stage.group);
    if (stage.probability && hasProbability(schema, schema.pipeline(stage.pipeline)->typeId))
        said << StagesPage::tr("%1 %", "probability").arg(*stage.probability);
    if (const int days = allowedIdleDays(schema, stage); days > 0)
        said << StagesPage::tr("marked after %n day(s)", nullptr, days);
    return said.join(u" · "_s);
}

QPoint below(const QWidget &widget)
{
    return widget.mapToGlobal(QPoint(0, widget.height()));
}

} // namespace

StagesPage::StagesPage(Store &store, QWidget *parent)
    : DefinitionPage(store, u"stages"_s, tr("Stages and pipelines"), u"columns"_s, parent)
    , m_menu(new StageMenu(store, this))
    , m_types(new ChoiceButton(this))
    , m_pipelines(new ChoiceButton(this))
    , m_pipelineActs(makeButton(u"pipelineActs"_s, tr("Pipelines")))
    , m_stages(new DefinitionList(this))
    , m_noneRequired(new QLabel(tr("No stage requires a field."), this))
    , m_required(new RequiredTable(this))
    , m_noTunnels(new QLabel(tr("A card that reaches a stage can create a linked card in another pipeline."), this))
    , m_tunnels(new DefinitionList(this))
    , m_reasons(new ValueList(store, u"reason"_s, this))
{
    setKeywords(tr("funnels, statuses, kanban columns, required fields"));
    for (QLabel *none : {m_noneRequired, m_noTunnels}) {
        none->setProperty("muted", true);
        none->setFont(Theme::small(font()));
        none->setWordWrap(true);
        none->setContentsMargins(Space::s, 0, Space::s, 0);
    }
    addChoices();
    addStages();
    addRequired();
    addTunnels();
    addReasons();
    connect(m_menu, &StageMenu::done, this, &StagesPage::done);
    connect(m_menu, &StageMenu::emptyWanted, this, &StagesPage::emptyWanted);
    connect(m_menu, &StageMenu::emptyPipelineWanted, this, &StagesPage::emptyPipelineWanted);
    connect(m_menu, &StageMenu::failed, this, &StagesPage::failed);
    connect(m_menu, &StageMenu::pipelineMade, this, [this](const QUuid &uid) {
        const SchemaPtr schema = this->store().schema();
        const Pipeline *shown = schema->pipeline(m_pipeline);
        for (const Pipeline &one : schema->pipelines(shown ? shown->typeId : 0)) {
            if (one.uid == uid)
                showPipeline(one.id);
        }
    });
    connect(&store, &Store::schemaChanged, this, &StagesPage::fill);
    fill();
}

void StagesPage::addChoices()
{
    m_types->setObjectName(u"stagesType"_s);
    m_types->setAccessibleName(tr("Section"));
    m_types->setSingle(true);
    m_pipelines->setObjectName(u"stagesPipeline"_s);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setSingle(true);
    auto *choices = new QHBoxLayout;
    choices->setContentsMargins(Space::s, Space::m, Space::s, Space::s);
    choices->setSpacing(Space::s);
    choices->addWidget(m_types, 1);
    choices->addWidget(m_pipelines, 1);
    choices->addWidget(m_pipelineActs);
    body()->addLayout(choices);
    connect(m_types, &ChoiceButton::changed, this, [this] {
        const Pipeline *pipeline = store().schema()->defaultPipeline(m_types->values().value(0).toLongLong());
        showPipeline(pipeline ? pipeline->id : m_pipeline);
    });
    connect(m_pipelines, &ChoiceButton::changed, this,
            [this] { showPipeline(m_pipelines->values().value(0).toLongLong()); });
    connect(m_pipelineActs, &QPushButton::clicked, this, &StagesPage::openPipelineMenu);
}

void StagesPage::addStages()
{
    m_stages->setObjectName(u"stagesList"_s);
    m_stages->setAccessibleName(title());
    body()->addWidget(m_stages);
    QPushButton *add = makeButton(u"stageAdd"_s, tr("Add a stage"), u"plus"_s);
    addButtons({add});
    addNote(tr("F2 renames, Alt+Up and Alt+Down move. Every change can be undone."));
    connect(add, &QPushButton::clicked, this, [this, add] { openAddMenu(below(*add)); });
    connect(m_stages, &DefinitionList::renamed, this, &StagesPage::rename);
    connect(m_stages, &DefinitionList::ordered, this,
            [this](const QList<qint64> &ids) { m_menu->setOrder(m_pipeline, ids); });
    connect(m_stages, &DefinitionList::colourWanted, m_menu, &StageMenu::askColourOf);
    connect(m_stages, &DefinitionList::menuWanted, this, &StagesPage::openStageMenu);
    connect(m_stages, &DefinitionList::opened, this, [this](qint64 stage) {
        const QRect row = m_stages->visualRect(m_stages->currentIndex());
        openStageMenu(stage, m_stages->viewport()->mapToGlobal(row.bottomLeft()));
    });
}

void StagesPage::addRequired()
{
    addHeading(tr("Required fields"));
    m_required->setObjectName(u"requiredTable"_s);
    body()->addWidget(m_noneRequired);
    body()->addWidget(m_required);
    QPushButton *add = makeButton(u"requireAdd"_s, tr("Require a field"), u"plus"_s);
    addButtons({add});
    const auto name = [this](qint64 field) {
        const Field *found = store().schema()->field(field);
        return found ? displayName(*found) : QString();
    };
    connect(add, &QPushButton::clicked, this, [this, add] { openRequireMenu(below(*add)); });
    connect(m_required, &RequiredTable::fromWanted, this, [this, name](qint64 field, qint64 stage) {
        const SchemaPtr schema = store().schema();
        const Stage *first = schema->stage(stage);
        m_menu->carryOut(planRequiredFrom(*schema, field, m_pipeline, stage, store().clock().now()),
                         first ? tr("“%1” is required from “%2” on").arg(name(field), displayName(*schema, *first))
                               : tr("“%1” is not required any more").arg(name(field)));
    });
    connect(m_required, &RequiredTable::finalWanted, this, [this, name](qint64 field, qint64 stage, bool required) {
        const SchemaPtr schema = store().schema();
        const Stage *last = schema->stage(stage);
        const QString text = required ? tr("“%1” is required in “%2”") : tr("“%1” is not required any more in “%2”");
        m_menu->carryOut(planRequireField(*schema, field, stage, required, store().clock().now()),
                         text.arg(name(field), last ? displayName(*schema, *last) : QString()));
    });
}

void StagesPage::addTunnels()
{
    addHeading(tr("Tunnels"));
    m_tunnels->setObjectName(u"tunnelsList"_s);
    m_tunnels->setAccessibleName(tr("Tunnels"));
    body()->addWidget(m_noTunnels);
    body()->addWidget(m_tunnels);
    QPushButton *add = makeButton(u"tunnelAdd"_s, tr("Add a tunnel"), u"plus"_s);
    addButtons({add});
    connect(add, &QPushButton::clicked, this, [this] { m_menu->askTunnel(m_pipeline, m_stages->current()); });
    connect(m_tunnels, &DefinitionList::opened, this, &StagesPage::leadElsewhere);
    connect(m_tunnels, &DefinitionList::menuWanted, this, &StagesPage::openTunnelMenu);
}

/// Why something was lost is a list of the type's.
void StagesPage::addReasons()
{
    m_reasonsHeading = addHeading(tr("Reasons of loss"));
    body()->addWidget(m_reasons);
    m_addReasons = makeButton(u"reasonsAdd"_s, tr("Add reasons of loss"), u"plus"_s);
    addButtons({m_addReasons});
    connect(m_addReasons, &QPushButton::clicked, this, [this] {
        const SchemaPtr schema = store().schema();
        const Pipeline *pipeline = schema->pipeline(m_pipeline);
        if (const EntityType *type = pipeline ? schema->type(pipeline->typeId) : nullptr)
            m_menu->carryOut(planAddReasons(*schema, *type, store().clock().now()), tr("Reasons of loss added"));
    });
    connect(m_reasons, &ValueList::done, this, &StagesPage::done);
    connect(m_reasons, &ValueList::failed, this, &StagesPage::failed);
}

void StagesPage::fillReasons()
{
    const SchemaPtr schema = store().schema();
    const Pipeline *pipeline = schema->pipeline(m_pipeline);
    const Field *field = pipeline ? schema->field(pipeline->typeId, Codes::outcomeReason) : nullptr;
    const bool isList = field && field->type == FieldType::List;
    m_reasons->setField(isList ? field->id : 0);
    m_reasons->setVisible(isList);
    m_addReasons->setVisible(pipeline && !field);
    m_reasonsHeading->setVisible(isList || m_addReasons->isVisibleTo(this));
}

void StagesPage::fill()
{
    const SchemaPtr schema = store().schema();
    if (!schema->pipeline(m_pipeline)) {
        m_pipeline = 0;
        for (const EntityType &type : schema->types()) {
            const Pipeline *first = type.isItem && type.hasStages ? schema->defaultPipeline(type.id) : nullptr;
            if (first && m_pipeline == 0)
                m_pipeline = first->id;
        }
    }
    fillChoices();
    fillStages();
    m_required->setPipeline(*schema, m_pipeline);
    m_noneRequired->setVisible(m_required->rowCount() == 0);
    fillTunnels();
    fillReasons();
}

void StagesPage::fillChoices()
{
    const SchemaPtr schema = store().schema();
    const Pipeline *shown = schema->pipeline(m_pipeline);
    const EntityType *of = shown ? schema->type(shown->typeId) : nullptr;
    QList<ChoiceButton::Choice> types;
    for (const EntityType &type : schema->types()) {
        if (type.isItem && type.hasStages)
            types.append({QString::number(type.id), pluralName(type)});
    }
    m_types->setChoices(types);
    m_types->setValues({QString::number(of ? of->id : 0)});
    QList<ChoiceButton::Choice> pipelines;
    for (const Pipeline &pipeline : schema->pipelines(of ? of->id : 0))
        pipelines.append({QString::number(pipeline.id), displayName(pipeline)});
    m_pipelines->setChoices(pipelines);
    m_pipelines->setValues({QString::number(m_pipeline)});
    m_pipelines->setVisible(of && of->hasPipelines);
    m_pipelineActs->setVisible(of && of->hasPipelines);
}

void StagesPage::fillStages()
{
    const SchemaPtr schema = store().schema();
    QList<Definition> rows;
    const QList<Stage> stages = schema->stages(m_pipeline);
    for (const Stage &stage : stages) {
        rows.append({.id = stage.id,
                     .name = displayName(*schema, stage),
                     .note = noteOf(*schema, stage),
                     .colour = QColor(stage.colour),
                     .group = int(stage.group),
                     .canMove = std::ranges::count(stages, stage.group, &Stage::group) > 1});
    }
    m_stages->setDefinitions(rows);
    if (m_stages->current() == 0 && !rows.isEmpty())
        m_stages->setCurrent(rows.constFirst().id);
}

/// Those that begin here, and those that lead here.
void StagesPage::fillTunnels()
{
    const SchemaPtr schema = store().schema();
    QList<Definition> rows;
    for (const Tunnel &tunnel : schema->tunnels()) {
        const Stage *from = schema->stage(tunnel.fromStage);
        const Stage *landing = landingOf(*schema, tunnel);
        if (!from || !landing || (from->pipeline != m_pipeline && landing->pipeline != m_pipeline))
            continue;
        const qint64 type = schema->pipeline(landing->pipeline)->typeId;
        const bool isOwn = type == schema->pipeline(from->pipeline)->typeId;
        rows.append({.id = tunnel.id,
                     .name = tunnelText(*schema, tunnel),
                     .note = from->pipeline != m_pipeline ? tr("leads here")
                         : isOwn                          ? QString()
                                                          : pluralName(*schema->type(type)),
                     .colour = QColor(from->colour),
                     .canMove = false,
                     .canRename = false});
    }
    m_tunnels->setDefinitions(rows);
    m_tunnels->setVisible(!rows.isEmpty());
    m_noTunnels->setVisible(rows.isEmpty());
}

void StagesPage::showPipeline(qint64 pipeline)
{
    m_pipeline = pipeline;
    fill();
}

void StagesPage::rename(qint64 id, const QString &name)
{
    m_menu->rename(id, name);
}

void StagesPage::openStageMenu(qint64 stage, const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"stageMenu"_s);
    m_menu->addTo(&menu, stage);
    menu.exec(at);
}

void StagesPage::openAddMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"stageAddMenu"_s);
    const auto add = [&](StageGroup group) {
        menu.addAction(groupText(group), this, [this, group] {
            qint64 after = 0; // the last of its group
            for (const Stage &stage : store().schema()->stages(m_pipeline))
                after = stage.group == group ? stage.id : after;
            m_menu->askAdd(m_pipeline, group, after);
        });
    };
    add(StageGroup::InProgress);
    add(StageGroup::Lost);
    menu.exec(at);
}

void StagesPage::openPipelineMenu()
{
    const Pipeline *pipeline = store().schema()->pipeline(m_pipeline);
    if (!pipeline)
        return;
    QMenu menu(this);
    menu.setObjectName(u"pipelinesMenu"_s);
    m_menu->addPipelinesTo(&menu, pipeline->typeId, m_pipeline);
    menu.exec(below(*m_pipelineActs));
}

/// A field that is chosen is required from the first stage on; the table says from which one else.
void StagesPage::openRequireMenu(const QPoint &at)
{
    const SchemaPtr schema = store().schema();
    const Pipeline *pipeline = schema->pipeline(m_pipeline);
    const Stage *first = schema->firstStage(m_pipeline);
    if (!pipeline || !first)
        return;
    QMenu menu(this);
    menu.setObjectName(u"requireMenu"_s);
    const qint64 stage = first->id;
    for (const Field &field : fieldsToRequire(*schema, pipeline->typeId)) {
        if (requiredFrom(*schema, field.id, m_pipeline) == 0)
            menu.addAction(menuText(displayName(field)), this,
                           [this, id = field.id, stage] { emit m_required->fromWanted(id, stage); });
    }
    addSearchToAll(menu);
    menu.exec(at);
}

void StagesPage::openTunnelMenu(qint64 id, const QPoint &at)
{
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"tunnelMenu"_s);
    menu.addAction(theme.icon(u"edit"_s), tr("Change the target stage…"), this, [this, id] { leadElsewhere(id); });
    menu.addSeparator();
    menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete the tunnel"), this, [this, id] {
        const SchemaPtr schema = store().schema();
        const auto tunnel = std::ranges::find(schema->tunnels(), id, &Tunnel::id);
        if (tunnel != schema->tunnels().end())
            m_menu->carryOut(planDeleteTunnel(*schema, *tunnel, store().clock().now()),
                             tr("Tunnel deleted: %1").arg(tunnelText(*schema, *tunnel)));
    });
    menu.exec(at);
}

void StagesPage::leadElsewhere(qint64 id)
{
    const SchemaPtr schema = store().schema();
    const auto tunnel = std::ranges::find(schema->tunnels(), id, &Tunnel::id);
    const auto wish = tunnel == schema->tunnels().end() ? std::nullopt : askLanding(this, schema, *tunnel);
    if (wish)
        m_menu->carryOut(planTunnel(store().reader(), wish->fromStage, wish->toPipeline, wish->toStage),
                         tr("Tunnel changed"));
}

QList<SettingEntry> StagesPage::entries() const
{
    QList<SettingEntry> found{{u"required"_s, tr("Required fields"), title()},
                              {u"tunnels"_s, tr("Tunnels"), title()},
                              {u"reasons"_s, tr("Reasons of loss"), title()}};
    const SchemaPtr schema = store().schema();
    for (const EntityType &type : schema->types()) {
        for (const Pipeline &pipeline : schema->pipelines(type.id)) {
            for (const Stage &stage : schema->stages(pipeline.id))
                found.append({QString::number(stage.id), displayName(*schema, stage), pluralName(type)});
        }
    }
    return found;
}

void StagesPage::reveal(const QString &entry)
{
    if (entry == u"required" || entry == u"tunnels") {
        auto *button = findChild<QPushButton *>(entry == u"tunnels" ? u"tunnelAdd"_s : u"requireAdd"_s);
        button->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (entry == u"reasons") {
        (m_reasons->isVisibleTo(this) ? static_cast<QWidget *>(m_reasons) : m_addReasons)->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const Stage *stage = store().schema()->stage(entry.toLongLong());
    if (stage && stage->pipeline != m_pipeline)
        showPipeline(stage->pipeline);
    m_stages->setFocus(Qt::ShortcutFocusReason);
    if (stage)
        m_stages->setCurrent(stage->id);
}

} // namespace Kartoteka
