// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"
#include "core/store/store.h"

#include <QObject>

class QMenu;
class QWidget;

namespace Kartoteka {

class MoveConversation;
class TaskRunner;
struct FieldConversion;
struct TypeSettings;

/// Acts on many items from the window: asks what is to be done and how many it concerns, shows progress with cancel, and
/// tells what was passed over. One undo takes each back.
class BulkDesk final : public QObject
{
    Q_OBJECT
public:
    BulkDesk(Store &store, TaskRunner &tasks, MoveConversation &moves, QWidget *window);

    /// Adds to a menu what can be done to items of a type.
    void addTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids);
    /// The parts of that menu that have a place of their own elsewhere.
    void addStagesTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids);
    void addPeopleTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids);
    void askActivity(qint64 typeId, const QList<qint64> &ids);
    /// Takes items out of the recycle bin.
    void restore(qint64 typeId, const QList<qint64> &ids);
    /// Asks, and deletes them for good.
    void purge(qint64 typeId, const QList<qint64> &ids);
    /// Carries an act out. @p said: told when it is done, with the number of items for %1. @p after runs then.
    void run(qint64 typeId, const QList<qint64> &ids, const BulkAct &act, const QString &said,
             const std::function<void()> &after = {});
    /// Asks what the stage requires, and moves them.
    void moveTo(qint64 typeId, const QList<qint64> &ids, qint64 stage);
    void remove(qint64 typeId, const QList<qint64> &ids);
    /// Asks there what several items become.
    void askConversion(qint64 typeId, const QList<qint64> &ids, const QPoint &global);
    /// Moves all items of a stage to another one, and then deletes the stage: one act.
    void emptyStage(qint64 stage, qint64 to);
    /// Takes the values of a field over into one of another kind, and tells what did not fit.
    void convertField(qint64 field, const FieldConversion &conversion);
    /// The same of a pipeline.
    void emptyPipeline(qint64 pipeline, qint64 to);
    /// Changes a type that stages are brought to: its items come to the first one.
    void bringStages(qint64 type, const TypeSettings &settings);

signals:
    void said(const QString &text, bool undoable);
    void failed(const Kartoteka::Error &error);
    void mergeWanted(qint64 typeId, const QList<qint64> &ids);
    void exportWanted(qint64 typeId, const QList<qint64> &ids);

private:
    bool confirm(const QString &question, const QString &verb, qint64 typeId, const QList<qint64> &ids);
    QString countOf(qint64 typeId, const QList<qint64> &ids) const;
    QString namesOf(qint64 typeId, const QList<qint64> &ids) const;
    void askField(qint64 typeId, const QList<qint64> &ids);
    void askTags(qint64 typeId, const QList<qint64> &ids, bool add);
    void addConversionsTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids);
    void addBinTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids);
    void runRemoval(const QString &name, qint64 typeId, const QString &said,
                    const std::function<Result<BulkReport>(const BulkOptions &)> &removal);
    /// @p name: of the item, where it is one.
    void tell(const BulkReport &report, qint64 typeId, const QString &text, const QString &name);

    Store &m_store;
    TaskRunner &m_tasks;
    MoveConversation &m_moves;
    QWidget *m_window;
};

} // namespace Kartoteka
