// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage_move.h"
#include "core/store/store.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Kartoteka {

/// What is talked over before items move to a stage: the same from the board, the list, the card, its stage bar and menus.
class MoveConversation final : public QObject
{
    Q_OBJECT
public:
    MoveConversation(Store &store, QWidget *window);

    using Move = std::function<void(const QList<FieldValue> &values)>;
    /// Calls @p move with what was filled in, at once when nothing is to be asked; not when the person lets the items stay,
    /// the stage is reached by converting them, or it is no stage of theirs.
    void begin(qint64 typeId, const QList<qint64> &ids, qint64 stage, const Move &move);

signals:
    /// The stage is reached by making other items of these.
    void conversionWanted(qint64 typeId, const QList<qint64> &ids);
    void failed(const Kartoteka::Error &error);

private:
    void goOn(qint64 typeId, const QList<qint64> &ids, qint64 stage, const Result<MoveAnswer> &answer, const Move &move);

    Store &m_store;
    QWidget *m_window;
};

} // namespace Kartoteka
