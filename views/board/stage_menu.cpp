// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/stage_menu.h"

#include "core/definitions/usage.h"
#include "core/pipeline/rotting.h"
#include "core/pipeline/tunnels.h"
#include "core/schema/builtin_names.h"
#include "views/board/tunnel_question.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/carry_out.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/uses_text.h"

#include <QActionGroup>
#include <QComboBox>
#include <QIntValidator>
#include <QMenu>

namespace Kartoteka {

namespace {
constexpr int longestIdleDays = 3650;

QString usedBy(const Result<QStringList> &uses)
{
    return uses ? usesText(*uses) : QString();
}
} // namespace

StageMenu::StageMenu(Store &store, QWidget *window) : QObject(window), m_store(store), m_window(window)
{}

void StageMenu::carryOut(const Result<ChangeSet> &changes, const QString &said)
{
    Kartoteka::carryOut(m_store, this, changes, said);
}

void StageMenu::addTo(QMenu *menu, qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *found = schema->stage(id);
    if (!found)
        return;
    const Stage stage = *found;
    const Theme &theme = Theme::of(m_window->palette());
    menu->addAction(theme.icon(u"edit"_s), tr("Rename the stage…"), this, [this, id] { askRename(id); });
    menu->addAction(theme.icon(u"flag"_s, theme.mark(QColor(stage.colour), ColourRole::Raised)), tr("Colour…"), this,
                    [this, id] { askColourOf(id); });
    if (hasProbability(*schema, schema->pipeline(stage.pipeline)->typeId))
        menu->addAction(tr("Probability…"), this, [this, id] { askProbability(id); })->setObjectName(u"stageProbability"_s);
    if (stage.group != StageGroup::Won) {
        menu->addAction(theme.icon(u"plus"_s), tr("Add a stage after it…"), this,
                        [this, stage] { askAdd(stage.pipeline, stage.group, stage.id); });
    }
    addRequired(menu->addMenu(tr("Required from here on")), stage);
    addIdleDays(menu->addMenu(theme.icon(u"clock"_s), tr("Mark idle cards")), stage);
    menu->addAction(theme.icon(u"convert"_s), tr("Tunnel to another pipeline…"), this,
                    [this, stage] { askTunnel(stage.pipeline, stage.id); })
        ->setObjectName(u"stageTunnel"_s);
    menu->addSeparator();
    QAction *remove = menu->addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete the stage…"), this,
                                      [this, id] { askDelete(id); });
    remove->setObjectName(u"stageDelete"_s);
    if (stage.group == StageGroup::Won) {
        remove->setEnabled(false);
        remove->setText(tr("Delete the stage (a pipeline needs its success stage)"));
    }
}

void StageMenu::askColourOf(qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(id);
    if (!stage)
        return;
    const QString name = displayName(*schema, *stage);
    const auto colour = askColour(m_window, tr("What colour should “%1” have?").arg(name), QColor(stage->colour));
    stage = colour ? m_store.schema()->stage(id) : nullptr; // it may have gone meanwhile
    if (stage)
        carryOut(planEditStage(*m_store.schema(), *stage, name, colour->name()), tr("Colour changed"));
}

void StageMenu::askProbability(qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(id);
    if (!stage)
        return;
    const QString name = displayName(*schema, *stage);
    AskDialog dialog(m_window, tr("What probability does “%1” give?").arg(name),
                     tr("Empty: cards keep their own. Cards already in the stage are not changed."));
    QLineEdit *line = dialog.addLine(tr("Per cent, 0 to 100"),
                                     stage->probability ? QString::number(*stage->probability) : QString(),
                                     QLineEdit::Normal, true);
    line->setValidator(new QIntValidator(0, 100, line));
    dialog.addAnswer(tr("Set"), u"probabilitySet"_s);
    dialog.addCancel();
    const bool set = !dialog.ask().isEmpty();
    stage = set ? m_store.schema()->stage(id) : nullptr;
    if (!stage)
        return;
    const QString text = line->text();
    carryOut(planProbability(*m_store.schema(), *stage, text.isEmpty() ? std::optional<int>() : std::optional(text.toInt())),
             text.isEmpty() ? tr("“%1” gives no probability").arg(name) : tr("“%1” gives %2 %").arg(name, text));
}

void StageMenu::askTunnel(qint64 pipeline, qint64 stage)
{
    const auto wish = Kartoteka::askTunnel(m_window, m_store.schema(), pipeline, stage);
    if (wish)
        carryOut(planTunnel(m_store.reader(), wish->fromStage, wish->toPipeline, wish->toStage), tr("Tunnel added"));
}

void StageMenu::addRequired(QMenu *menu, const Stage &stage)
{
    const SchemaPtr schema = m_store.schema();
    const qint64 typeId = schema->pipeline(stage.pipeline)->typeId;
    for (const Field &field : fieldsToRequire(*schema, typeId)) {
        QAction *action = menu->addAction(menuText(displayName(field)));
        action->setCheckable(true);
        const auto rule = std::find_if(schema->stageRules().begin(), schema->stageRules().end(),
                                       [&](const StageRule &r) { return r.field == field.id && r.firstStage == stage.id; });
        action->setChecked(rule != schema->stageRules().end());
        connect(action, &QAction::triggered, this, [this, field, stage](bool on) {
            carryOut(planRequireField(*m_store.schema(), field.id, stage.id, on, m_store.clock().now()),
                     on ? tr("“%1” is required from “%2” on").arg(displayName(field), displayName(*m_store.schema(), stage))
                        : tr("“%1” is not required any more").arg(displayName(field)));
        });
    }
    addSearchToAll(*menu);
}

void StageMenu::addIdleDays(QMenu *menu, const Stage &stage)
{
    menu->setObjectName(u"stageIdleDays"_s);
    const int now = allowedIdleDays(*m_store.schema(), stage);
    QList<int> offered{3, 7, 14, 30, 60};
    if (now != 0 && !offered.contains(now))
        offered.insert(std::lower_bound(offered.begin(), offered.end(), now), now);
    auto *group = new QActionGroup(menu); // one of them holds
    const auto add = [&](const QString &text, int days) {
        QAction *action = menu->addAction(text, this, [this, stage, days] { setIdleDays(stage, days); });
        action->setObjectName(u"idleDays_%1"_s.arg(days));
        action->setCheckable(true);
        action->setChecked(days == now);
        group->addAction(action);
    };
    add(tr("Never"), 0);
    for (const int days : std::as_const(offered))
        add(tr("After %n day(s)", nullptr, days), days);
    menu->addAction(tr("After another number of days…"), this, [this, stage, now] {
        AskDialog dialog(m_window, tr("Mark idle cards in “%1”?").arg(displayName(*m_store.schema(), stage)),
                         tr("A card is idle until it is edited, commented, moved to another stage or an activity is done."));
        QLineEdit *line = dialog.addLine(tr("After how many days"), now == 0 ? QString() : QString::number(now));
        line->setValidator(new QIntValidator(1, longestIdleDays, line));
        dialog.addAnswer(tr("Set"), u"idleDaysSet"_s);
        dialog.addCancel();
        if (!dialog.ask().isEmpty())
            setIdleDays(stage, line->text().toInt());
    });
}

void StageMenu::setIdleDays(const Stage &stage, int days)
{
    const QString name = displayName(*m_store.schema(), stage);
    carryOut(planAllowedIdleDays(*m_store.schema(), stage, days),
             days == 0 ? tr("Cards of “%1” are not marked").arg(name)
                       : tr("Cards of “%1” are marked after %n day(s)", nullptr, days).arg(name));
}

void StageMenu::askAdd(qint64 pipeline, StageGroup group, qint64 after)
{
    const auto name = AskDialog::line(m_window, tr("New stage"), tr("What is it called?"), tr("Add"));
    if (!name)
        return;
    const SchemaPtr schema = m_store.schema();
    carryOut(planAddStage(*schema, pipeline, {*name, nextStageColour(*schema, pipeline), group, after}),
             tr("Stage added: %1").arg(*name));
}

void StageMenu::askRename(qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(id);
    if (!stage)
        return;
    if (const auto name = AskDialog::line(m_window, tr("Rename the stage"), tr("Name"), tr("Rename"),
                                          displayName(*schema, *stage)))
        rename(id, *name);
}

void StageMenu::rename(qint64 id, const QString &name)
{
    const SchemaPtr schema = m_store.schema();
    if (const Stage *stage = schema->stage(id))
        carryOut(planEditStage(*schema, *stage, name, stage->colour), tr("Renamed: %1").arg(name));
}

void StageMenu::askDelete(qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *found = schema->stage(id);
    if (!found)
        return;
    const Stage stage = *found;
    const QString used = usedBy(usesOf(m_store.reader(), stage));
    auto changes = planDeleteStage(m_store.reader(), id, m_store.clock().now());
    if (changes || changes.error().needs != Needs::OtherPlace) {
        if (!changes || used.isEmpty()
            || AskDialog::confirm(m_window, tr("Delete the stage “%1”?").arg(displayName(*schema, stage)),
                                  used + tr("You can undo this."), tr("Delete"), u"stageDelete"_s,
                                  AskDialog::Kind::Destructive))
            carryOut(changes, tr("Stage deleted"));
        return;
    }
    QStringList names;
    QList<qint64> others;
    for (const Stage &other : schema->stages(stage.pipeline)) {
        if (other.id == id)
            continue;
        names << displayName(*schema, other);
        others << other.id;
    }
    AskDialog dialog(m_window, tr("Delete the stage “%1”?").arg(displayName(*schema, stage)),
                     used + tr("It is not empty. Its cards are moved first; one undo reverts everything."));
    const QComboBox *chosen = dialog.addChoice(tr("Move them to"), names);
    dialog.addAnswer(tr("Move and delete"), u"stageDelete"_s, AskDialog::Kind::Destructive);
    dialog.addCancel();
    if (!dialog.ask().isEmpty())
        emit emptyWanted(id, others.value(chosen->currentIndex()));
}

void StageMenu::askDeletePipeline(qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const Pipeline *found = schema->pipeline(id);
    if (!found)
        return;
    const QString name = displayName(*found);
    const QString used = usedBy(usesOf(m_store.reader(), *found));
    auto changes = planDeletePipeline(m_store.reader(), id, m_store.clock().now());
    if (changes || changes.error().needs != Needs::OtherPlace) {
        if (!changes || used.isEmpty()
            || AskDialog::confirm(m_window, tr("Delete the pipeline “%1”?").arg(name), used + tr("You can undo this."),
                                  tr("Delete"), u"pipelineDelete"_s, AskDialog::Kind::Destructive))
            carryOut(changes, tr("Pipeline deleted: %1").arg(name));
        return;
    }
    QStringList names;
    QList<qint64> others;
    for (const Pipeline &other : schema->pipelines(found->typeId)) {
        if (other.id == id)
            continue;
        names << displayName(other);
        others << other.id;
    }
    AskDialog dialog(m_window, tr("Delete the pipeline “%1”?").arg(name),
                     used
                         + tr("It is not empty. Each card moves to the stage of the same name, or else to the first of "
                              "its kind; one undo reverts everything."));
    const QComboBox *chosen = dialog.addChoice(tr("Move them to"), names);
    dialog.addAnswer(tr("Move and delete"), u"pipelineDelete"_s, AskDialog::Kind::Destructive);
    dialog.addCancel();
    if (!dialog.ask().isEmpty())
        emit emptyPipelineWanted(id, others.value(chosen->currentIndex()));
}

void StageMenu::setOrder(qint64 pipeline, const QList<qint64> &shown)
{
    const SchemaPtr schema = m_store.schema();
    QList<qint64> all = shown;
    for (const Stage &stage : schema->stages(pipeline)) {
        if (!all.contains(stage.id))
            all << stage.id; // final stages that the board does not show
    }
    carryOut(planOrderStages(*schema, pipeline, all), tr("Stages reordered"));
}

void StageMenu::askPipelineName(const QString &title, const QString &name, const std::function<void(const QString &)> &named)
{
    if (const auto typed = AskDialog::line(m_window, title, tr("Name"), tr("Save"), name))
        named(*typed);
}

void StageMenu::addPipelinesTo(QMenu *menu, qint64 typeId, qint64 current)
{
    const SchemaPtr schema = m_store.schema();
    const Pipeline *found = schema->pipeline(current);
    if (!found)
        return;
    const Pipeline pipeline = *found;
    const Theme &theme = Theme::of(m_window->palette());
    const auto add = [this, typeId](const QString &title, qint64 like) {
        askPipelineName(title, {}, [this, typeId, like](const QString &name) {
            ChangeSet changes = planAddPipeline(*m_store.schema(), typeId, name, like);
            const QUuid uid = changes.changes.constFirst().uid;
            m_store.commit(std::move(changes)).then(this, [this, uid, name](const Result<Receipt> &receipt) {
                if (!receipt) {
                    emit failed(receipt.error());
                    return;
                }
                emit done(tr("Pipeline added: %1").arg(name));
                emit pipelineMade(uid);
            });
        });
    };
    menu->addAction(theme.icon(u"plus"_s), tr("New pipeline…"), this, [add] { add(tr("New pipeline"), 0); });
    menu->addAction(theme.icon(u"copy"_s), tr("Copy “%1”…").arg(menuText(displayName(pipeline))), this,
                    [add, current, pipeline] { add(tr("Copy of the pipeline “%1”").arg(displayName(pipeline)), current); });
    menu->addAction(theme.icon(u"edit"_s), tr("Rename “%1”…").arg(menuText(displayName(pipeline))), this, [this, pipeline] {
        askPipelineName(tr("Rename the pipeline"), displayName(pipeline), [this, pipeline](const QString &name) {
            carryOut(planRenamePipeline(pipeline, name), tr("Renamed: %1").arg(name));
        });
    });
    if (!pipeline.isDefault) {
        menu->addAction(theme.icon(u"star"_s), tr("Make it the default"), this, [this, pipeline] {
            carryOut(planDefaultPipeline(*m_store.schema(), pipeline), tr("Default: %1").arg(displayName(pipeline)));
        });
        const QList<Pipeline> all = schema->pipelines(typeId);
        const auto move = [this, all, current](int step) {
            QList<qint64> ids;
            for (const Pipeline &one : all)
                ids << one.id;
            const auto at = ids.indexOf(current);
            if (at + step >= 0 && at + step < ids.size()) {
                ids.move(at, at + step);
                carryOut(planOrderPipelines(ids), tr("Pipelines reordered"));
            }
        };
        menu->addAction(theme.icon(u"chevron-up"_s), tr("Move earlier"), this, [move] { move(-1); });
        menu->addAction(theme.icon(u"chevron-down"_s), tr("Move later"), this, [move] { move(1); });
    }
    menu->addSeparator();
    QAction *remove = menu->addAction(theme.icon(u"trash"_s, ColourRole::Danger),
                                      pipeline.isDefault ? tr("Delete (the default one cannot be deleted)")
                                                         : tr("Delete “%1”").arg(menuText(displayName(pipeline))),
                                      this, [this, current] { askDeletePipeline(current); });
    remove->setObjectName(u"pipelineDelete"_s);
    remove->setEnabled(!pipeline.isDefault);
}

} // namespace Kartoteka
