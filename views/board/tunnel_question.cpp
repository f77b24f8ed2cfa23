// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/tunnel_question.h"

#include "core/base/texts.h"
#include "core/items/item_rules.h"
#include "core/schema/builtin_names.h"
#include "views/widgets/ask_dialog.h"

#include <QComboBox>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Pipelines of all types that items can be led to, but for one.
void addPipelines(QComboBox &choice, const Schema &schema, qint64 besides)
{
    for (const EntityType &type : schema.types()) {
        for (const Pipeline &pipeline : type.isItem ? schema.pipelines(type.id) : QList<Pipeline>()) {
            const QString name = type.hasPipelines ? u"%1: %2"_s.arg(pluralName(type), displayName(pipeline))
                                                   : pluralName(type);
            if (pipeline.id != besides && schema.firstStage(pipeline.id))
                choice.addItem(name, pipeline.id);
        }
    }
}

/// The stages that something can be put into when it is made.
void addLandings(QComboBox &choice, const Schema &schema, qint64 pipelineId)
{
    choice.clear();
    choice.addItem(Texts::tr("The first one", "stage"), qint64(0));
    const Pipeline *pipeline = schema.pipeline(pipelineId);
    const EntityType *type = pipeline ? schema.type(pipeline->typeId) : nullptr;
    for (const Stage &stage : type ? schema.stages(pipelineId) : QList<Stage>()) {
        if (!isWonByConversion(*type, stage))
            choice.addItem(displayName(schema, stage), stage.id);
    }
}

QComboBox *addChoice(AskDialog &dialog, const QString &label, const QString &name)
{
    QComboBox *choice = dialog.addChoice(label, {});
    choice->setObjectName(name);
    return choice;
}

} // namespace

std::optional<TunnelWish> askTunnel(QWidget *window, const SchemaPtr &schema, qint64 pipeline, qint64 fromStage)
{
    AskDialog dialog(window, Texts::tr("Where should the tunnel lead?"),
                     Texts::tr("An item that reaches the stage creates a linked one there, with its data."));
    QComboBox *from = addChoice(dialog, Texts::tr("From the stage"), u"tunnelFrom"_s);
    for (const Stage &stage : schema->stages(pipeline))
        from->addItem(displayName(*schema, stage), stage.id);
    from->setCurrentIndex(qMax(0, from->findData(fromStage)));
    QComboBox *to = addChoice(dialog, Texts::tr("To the pipeline"), u"tunnelTo"_s);
    addPipelines(*to, *schema, pipeline);
    QComboBox *stage = addChoice(dialog, Texts::tr("Stage there"), u"tunnelStage"_s);
    const auto showStages = [&] { addLandings(*stage, *schema, to->currentData().toLongLong()); };
    QObject::connect(to, &QComboBox::currentIndexChanged, &dialog, showStages);
    showStages();
    dialog.addAnswer(Texts::tr("Add", "a tunnel"), u"tunnelMake"_s);
    dialog.addCancel();
    if (dialog.ask().isEmpty())
        return std::nullopt;
    return TunnelWish{from->currentData().toLongLong(), to->currentData().toLongLong(), stage->currentData().toLongLong()};
}

std::optional<TunnelWish> askLanding(QWidget *window, const SchemaPtr &schema, const Tunnel &tunnel)
{
    const Pipeline *pipeline = schema->pipeline(tunnel.toPipeline);
    if (!pipeline)
        return std::nullopt;
    AskDialog dialog(window, Texts::tr("Which stage of “%1” should the tunnel lead to?").arg(displayName(*pipeline)));
    QComboBox *stage = addChoice(dialog, Texts::tr("Stage there"), u"tunnelStage"_s);
    addLandings(*stage, *schema, tunnel.toPipeline);
    stage->setCurrentIndex(qMax(0, stage->findData(tunnel.toStage)));
    dialog.addAnswer(Texts::tr("Change the stage"), u"tunnelMake"_s);
    dialog.addCancel();
    if (dialog.ask().isEmpty())
        return std::nullopt;
    return TunnelWish{tunnel.fromStage, tunnel.toPipeline, stage->currentData().toLongLong()};
}

} // namespace Kartoteka
