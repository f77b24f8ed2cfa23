// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/stages_page.h"

#include "core/pipeline/rotting.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "views/board/stage_menu.h"
#include "views/filter/choice_button.h"
#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/plain_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

enum Column { NameColumn, GroupColumn, IdleColumn, RequiredColumn };

QIcon dotIcon(const QWidget &widget, const QColor &colour)
{
    constexpr int side = 16;
    constexpr int dot = 10;
    QPixmap pixmap(QSize(side, side) * widget.devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintDot(painter, QRect((side - dot) / 2, (side - dot) / 2, dot, dot), colour, Theme::of(widget.palette()));
    return pixmap;
}

QString groupText(StageGroup group)
{
    switch (group) {
    case StageGroup::InProgress: return StagesPage::tr("In progress");
    case StageGroup::Won: return StagesPage::tr("Success");
    case StageGroup::Lost: return StagesPage::tr("Lost");
    }
    return {};
}

QStringList requiredFrom(const Schema &schema, const Stage &stage)
{
    QStringList names;
    for (const StageRule &rule : schema.stageRules()) {
        const Field *field = rule.firstStage == stage.id ? schema.field(rule.field) : nullptr;
        if (field)
            names << displayName(*field);
    }
    return names;
}

QPushButton *makeButton(QWidget *parent, const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

StagesPage::StagesPage(Store &store, QWidget *parent)
    : SettingsPage(u"stages"_s, tr("Stages and pipelines"), u"columns"_s, parent)
    , m_store(store)
    , m_menu(new StageMenu(store, this))
    , m_types(new ChoiceButton(this))
    , m_pipelines(new ChoiceButton(this))
    , m_pipelineActs(makeButton(this, u"pipelineActs"_s, tr("Pipelines")))
    , m_table(makePlainTable({tr("Stage"), tr("Kind"), tr("Standing still"), tr("Required fields")}, this))
    , m_edit(makeButton(this, u"stageEdit"_s, tr("Edit")))
    , m_up(makeButton(this, u"stageUp"_s, tr("Up")))
    , m_down(makeButton(this, u"stageDown"_s, tr("Down")))
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

    m_table->setObjectName(u"stagesTable"_s);
    m_table->setAccessibleName(title());
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (const Column column : {GroupColumn, IdleColumn, RequiredColumn})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    body()->addWidget(m_table);

    QPushButton *add = makeButton(this, u"stageAdd"_s, tr("Add a stage"));
    add->setIcon(Theme::of(palette()).icon(u"plus"_s));
    m_up->setToolTip(tr("Before the one above it (Alt+Up)"));
    m_down->setToolTip(tr("Behind the one below it (Alt+Down)"));
    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(Space::s, Space::s, Space::s, 0);
    acts->setSpacing(Space::s);
    for (QPushButton *button : {add, m_edit, m_up, m_down})
        acts->addWidget(button);
    acts->addStretch(1);
    body()->addLayout(acts);
    auto *note = new QLabel(tr("F2 renames. Stages hold for everybody, and every change can be undone."), this);
    note->setProperty("muted", true);
    note->setFont(Theme::small(font()));
    note->setWordWrap(true);
    note->setContentsMargins(Space::s, Space::s, Space::s, 0);
    body()->addWidget(note);

    connect(m_types, &ChoiceButton::changed, this, [this] {
        const Pipeline *pipeline = m_store.schema()->defaultPipeline(m_types->values().value(0).toLongLong());
        showPipeline(pipeline ? pipeline->id : m_pipeline);
    });
    connect(m_pipelines, &ChoiceButton::changed, this, [this] {
        const qint64 chosen = m_pipelines->values().value(0).toLongLong();
        showPipeline(chosen != 0 ? chosen : m_pipeline);
    });
    connect(m_pipelineActs, &QPushButton::clicked, this, &StagesPage::openPipelineMenu);
    connect(add, &QPushButton::clicked, this, [this, add] { openAddMenu(add->mapToGlobal(QPoint(0, add->height()))); });
    connect(m_edit, &QPushButton::clicked, this, &StagesPage::openStageMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &StagesPage::openStageMenu);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    for (const auto &[key, step] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *shortcut = new QShortcut(Qt::ALT | key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = step] { move(step); });
    }
    connect(m_table, &QTableWidget::currentCellChanged, this, &StagesPage::enableActs);
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (!m_filling && item->column() == NameColumn)
            rename(item->data(Qt::UserRole).toLongLong(), item->text());
    });
    connect(m_menu, &StageMenu::done, this, &StagesPage::done);
    connect(m_menu, &StageMenu::emptyWanted, this, &StagesPage::emptyWanted);
    connect(m_menu, &StageMenu::failed, this, &StagesPage::failed);
    connect(m_menu, &StageMenu::pipelineMade, this, [this](const QUuid &uid) {
        const Pipeline *shown = m_store.schema()->pipeline(m_pipeline);
        for (const Pipeline &one : m_store.schema()->pipelines(shown ? shown->typeId : 0)) {
            if (one.uid == uid)
                showPipeline(one.id);
        }
    });
    connect(&store, &Store::schemaChanged, this, &StagesPage::fill);
    fill();
}

void StagesPage::fill()
{
    const SchemaPtr schema = m_store.schema();
    if (!schema->pipeline(m_pipeline)) {
        m_pipeline = 0;
        for (const EntityType &type : schema->types()) {
            const Pipeline *first = type.isItem && type.hasStages ? schema->defaultPipeline(type.id) : nullptr;
            if (first && m_pipeline == 0)
                m_pipeline = first->id;
        }
    }
    fillTypes();
    fillStages();
}

void StagesPage::fillTypes()
{
    const SchemaPtr schema = m_store.schema();
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
    const QScopedValueRollback filling(m_filling, true);
    const SchemaPtr schema = m_store.schema();
    const qint64 current = currentStage();
    const QList<Stage> stages = schema->stages(m_pipeline);
    m_table->setRowCount(int(stages.size()));
    for (int row = 0; row < stages.size(); ++row) {
        const Stage &stage = stages[row];
        const auto put = [&](Column column, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            if (column != NameColumn)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            item->setToolTip(text);
            m_table->setItem(row, column, item);
            return item;
        };
        QTableWidgetItem *name = put(NameColumn, displayName(*schema, stage));
        name->setData(Qt::UserRole, stage.id);
        name->setIcon(dotIcon(*this, QColor(stage.colour)));
        put(GroupColumn, groupText(stage.group));
        const int days = allowedIdleDays(*schema, stage);
        put(IdleColumn, days == 0 ? tr("never") : tr("after %n day(s)", nullptr, days));
        const QStringList required = requiredFrom(*schema, stage);
        put(RequiredColumn, required.isEmpty() ? u"—"_s : QLocale().toString(required.size()))
            ->setToolTip(required.join(u", "_s));
        if (stage.id == current || (current == 0 && row == 0))
            m_table->setCurrentCell(row, NameColumn);
    }
    fitToRows(*m_table, int(stages.size()));
    enableActs();
}

void StagesPage::showPipeline(qint64 pipeline)
{
    m_pipeline = pipeline;
    m_table->setCurrentCell(-1, -1);
    fill();
}

qint64 StagesPage::currentStage() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), NameColumn);
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

/// Stages move within their group.
void StagesPage::enableActs()
{
    const SchemaPtr schema = m_store.schema();
    const QList<Stage> stages = schema->stages(m_pipeline);
    const int row = m_table->currentRow();
    const auto mayGo = [&](int step) {
        return row >= 0 && row < stages.size() && row + step >= 0 && row + step < stages.size()
            && stages[row].group == stages[row + step].group;
    };
    m_edit->setEnabled(row >= 0);
    m_up->setEnabled(mayGo(-1));
    m_down->setEnabled(mayGo(1));
}

void StagesPage::move(int step)
{
    if (!(step < 0 ? m_up : m_down)->isEnabled())
        return;
    QList<qint64> order;
    for (const Stage &stage : m_store.schema()->stages(m_pipeline))
        order << stage.id;
    order.move(m_table->currentRow(), m_table->currentRow() + step);
    m_menu->setOrder(m_pipeline, order);
}

void StagesPage::rename(qint64 id, const QString &name)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(id);
    if (!stage || name.trimmed() == displayName(*schema, *stage))
        return;
    if (name.trimmed().isEmpty())
        fillStages(); // it keeps its name
    else
        m_menu->rename(id, name.trimmed());
}

void StagesPage::openStageMenu()
{
    if (currentStage() == 0)
        return;
    QMenu menu(this);
    menu.setObjectName(u"stageMenu"_s);
    m_menu->addTo(&menu, currentStage());
    menu.exec(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
}

void StagesPage::openAddMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"stageAddMenu"_s);
    const auto add = [&](StageGroup group) {
        menu.addAction(groupText(group), this, [this, group] {
            qint64 after = 0; // the last of its group
            for (const Stage &stage : m_store.schema()->stages(m_pipeline))
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
    const Pipeline *pipeline = m_store.schema()->pipeline(m_pipeline);
    if (!pipeline)
        return;
    QMenu menu(this);
    menu.setObjectName(u"pipelinesMenu"_s);
    m_menu->addPipelinesTo(&menu, pipeline->typeId, m_pipeline);
    menu.exec(m_pipelineActs->mapToGlobal(QPoint(0, m_pipelineActs->height())));
}

QList<SettingEntry> StagesPage::entries() const
{
    QList<SettingEntry> found;
    const SchemaPtr schema = m_store.schema();
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
    const Stage *stage = m_store.schema()->stage(entry.toLongLong());
    if (stage && stage->pipeline != m_pipeline)
        showPipeline(stage->pipeline);
    for (int row = 0; stage && row < m_table->rowCount(); ++row) {
        if (m_table->item(row, NameColumn)->data(Qt::UserRole).toLongLong() == stage->id)
            m_table->setCurrentCell(row, NameColumn);
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Kartoteka
