// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/final_count.h"

#include "core/schema/codes.h"

#include <QTimerEvent>

namespace Kartoteka {

namespace {
constexpr int pauseMs = 300;
}

FinalCount::FinalCount(Store &store, BoardModel &model, QObject *parent) : QObject(parent), m_store(store), m_model(model)
{
    connect(&model, &BoardModel::reset, this, [this] {
        m_load.cancel();
        m_count.reset(); // it was that of another filter
        countSoon();
    });
    connect(&model, &BoardModel::totalsChanged, this, &FinalCount::countSoon);
}

bool FinalCount::hasFinal() const
{
    if (!m_model.source()->isStages())
        return false;
    const QList<Stage> stages = m_store.schema()->stages(m_model.query().pipeline);
    return std::any_of(stages.begin(), stages.end(),
                       [](const Stage &stage) { return stage.group != StageGroup::InProgress; });
}

/// The board comes first, and a burst of changes is counted once.
void FinalCount::countSoon()
{
    m_soon.start(pauseMs, this);
}

void FinalCount::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_soon.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_soon.stop();
    read();
}

void FinalCount::read()
{
    if (m_model.showsFinal() || !hasFinal())
        return;
    ItemQuery query = m_model.query();
    query.conditions.removeIf([](const Condition &condition) { return condition.field == Codes::stage; });
    QList<qint64> stages;
    for (const Stage &stage : m_store.schema()->stages(query.pipeline)) {
        if (stage.group != StageGroup::InProgress)
            stages << stage.id;
    }
    m_load.cancel();
    m_load = CancelToken();
    m_store
        .read<QHash<qint64, ItemTotals>>(m_load,
                                         [query](ReadContext &context) {
                                             return queryColumnTotals(context, query,
                                                                      *stageColumns(*context.schema, query.pipeline, true));
                                         })
        .then(this, [this, stages, token = m_load](const Result<QHash<qint64, ItemTotals>> &totals) {
            if (token.isCancelled() || !totals)
                return; // the board itself says what is wrong
            qint64 count = 0;
            for (const qint64 stage : stages)
                count += totals->value(stage).count;
            m_count = count;
            emit changed();
        });
}

} // namespace Kartoteka
