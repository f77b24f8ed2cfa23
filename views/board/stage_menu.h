// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage_acts.h"
#include "core/store/store.h"

#include <QObject>

class QMenu;
class QWidget;

namespace Kartoteka {

/// Editing of stages and pipelines in place: what stands in the menu of a column's head and of the pipeline switch.
class StageMenu final : public QObject
{
    Q_OBJECT
public:
    StageMenu(Store &store, QWidget *window);

    /// Adds what can be done to a stage.
    void addTo(QMenu *menu, qint64 stage);
    /// Adds what can be done to the pipelines of a type.
    void addPipelinesTo(QMenu *menu, qint64 typeId, qint64 pipeline);

    void askColourOf(qint64 stage);
    /// What items get that come to the stage.
    void askProbability(qint64 stage);
    /// Asks where a tunnel from a stage of the pipeline is to lead, and makes it; @p stage is offered first.
    void askTunnel(qint64 pipeline, qint64 stage = 0);
    void askAdd(qint64 pipeline, StageGroup group, qint64 after);
    void askRename(qint64 stage);
    void rename(qint64 stage, const QString &name);
    /// Asks where its items go when there are some.
    void askDelete(qint64 stage);
    /// The same of a pipeline.
    void askDeletePipeline(qint64 pipeline);
    void setOrder(qint64 pipeline, const QList<qint64> &stages);
    /// Writes what was planned, where there is something to write.
    void carryOut(const Result<ChangeSet> &changes, const QString &said);

signals:
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);
    /// All items of a stage are to go to another one, and then it is to be deleted, as one act.
    void emptyWanted(qint64 stage, qint64 to);
    void emptyPipelineWanted(qint64 pipeline, qint64 to);
    void pipelineMade(const QUuid &uid);

private:
    void addRequired(QMenu *menu, const Stage &stage);
    void addIdleDays(QMenu *menu, const Stage &stage);
    void setIdleDays(const Stage &stage, int days);
    void askPipelineName(const QString &title, const QString &name, const std::function<void(const QString &)> &named);
    Store &m_store;
    QWidget *m_window;
};

} // namespace Kartoteka
